import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { runAgents } from '../support/run-agents.ts';
import { SMALL_LIBRARY } from '../support/small-library.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const TEAM = 'team/backend-architect.md';
const OWN = 'own/backend-architect.md';
const FIELDS = ['--name', 'new-agent', '--description', 'Does both', '--tools', 'Read', '--model', 'opus'];
const compose = (folder: string, ...args: readonly string[]) => runAgents(folder, ['compose', ...args]);

const TWINS = {
  'a.md': '## Security\n\n- Check tokens\n- Limit rates\n\n## Style\n\nBe brief.\n',
  'b.md': '## Security\n\n- Check tokens\n- Rotate keys\n',
};

describe('agents compose', () => {
  test('writes a definition out of sections, in the order they are named', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const run = await compose(folder, `${OWN}#data`, `${TEAM}#security`, ...FIELDS, '-o', 'out/new-agent.md');
    expect(run).toEqual({ code: 0, out: '', err: 'Wrote out/new-agent.md\n' });
    expect(readFileSync(join(folder, 'out/new-agent.md'), 'utf8')).toBe(
      [
        '---',
        'name: new-agent',
        'description: Does both',
        'tools: Read',
        'model: opus',
        '---',
        '',
        '## Data',
        '',
        'Keep it safe.',
        '',
        '## Security',
        '',
        '- Check tokens',
        '- Limit rates',
        '',
      ].join('\n'),
    );
  });

  test.each<readonly [readonly string[], string, string]>([
    [
      ['skill'],
      'new-agent/SKILL.md',
      '---\nname: new-agent\ndescription: Does both\n---\n\n## Data\n\nKeep it safe.\n',
    ],
    [['command'], 'new-agent.md', '---\ndescription: Does both\n---\n\n## Data\n\nKeep it safe.\n'],
    [
      ['command', '--to', 'copilot'],
      'new-agent.prompt.md',
      '---\ndescription: Does both\n---\n\n## Data\n\nKeep it safe.\n',
    ],
    [['command', '--to', 'cursor'], 'new-agent.md', '## Data\n\nKeep it safe.\n'],
    [
      ['command', '--to', 'gemini'],
      'new-agent.toml',
      "description = \"Does both\"\nprompt = '''\n## Data\n\nKeep it safe.\n'''\n",
    ],
  ])('writes as --kind %j what is called %s', async (kind, file, text) => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const run = await compose(folder, `${OWN}#data`, ...FIELDS, '--kind', ...kind, '-o', 'out/');
    const [name = ''] = kind;
    expect(run.err).toContain(`A ${name} limits no tools: whoever uses it may use all of the session's\n`);
    expect(run.err).toContain(`A ${name} has no model: it is left out\n`);
    expect(run.code).toBe(0);
    expect(readFileSync(join(folder, 'out', file), 'utf8')).toBe(text);
    expect((await runAgents(folder, ['status'])).code).toBe(0);
  });

  test('a skill that was written where a harness looks is listed as one, and loaded as no agent', async () => {
    const folder = temporaryFolder({ 'a.md': '## Data\n\nKeep it.\n', '.claude/agents/x.md': '' });
    const args = ['a.md#data', '--name', 'ship', '--description', 'd', '-o', '.claude/skills/', '--kind', 'skill'];
    expect((await compose(folder, ...args)).code).toBe(0);
    const sources = defaultSources({ cwd: folder, home: null, bundled: '/nowhere' });
    const list = await runAgents(folder, ['list', '--kind', 'skill', '--json'], { sources });
    expect(JSON.parse(list.out)).toMatchObject([{ id: 'project:skill/ship', kind: 'skill', diagnostics: [] }]);
    expect(await runAgents(folder, ['which', 'ship'], { sources })).toMatchObject({ code: 1, out: '' });
  });

  test('writes no command for a harness of which none are known, and says what a prompt runs', async () => {
    const folder = temporaryFolder({ 'a.md': '## Data\n\nLook at !`git log`.\n' });
    const args = ['a.md#data', '--name', 'n', '--description', 'd', '-o', 'out/', '--kind'];
    const refused = await compose(folder, ...args, 'command', '--to', 'codex');
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining('Codex has no commands that we know of: a skill is called by its name too\n'),
    ]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    const skill = await compose(folder, ...args, 'skill');
    expect(skill.err).toContain('Some harnesses run what stands in !`git log` when the skill is used\n');
  });

  test('makes of one agent named twice what it makes of it once', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const once = await compose(folder, `${OWN}#*`, ...FIELDS, '--merge', '-o', '-');
    expect(await compose(folder, `${OWN}#*`, `${OWN}#*`, ...FIELDS, '--merge', '-o', '-')).toEqual(once);
  });

  test('prints the file alone where it is to go to standard output', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    await compose(folder, `${OWN}#data`, ...FIELDS, '-o', 'n.md');
    const run = await compose(folder, `${OWN}#data`, ...FIELDS, '-o', '-');
    expect(run).toEqual({ code: 0, out: readFileSync(join(folder, 'n.md'), 'utf8'), err: '' });
    expect(existsSync(join(folder, '-'))).toBe(false);
    expect(await compose(folder, `${OWN}#data`, ...FIELDS, '-o', '/dev/stdout')).toEqual(run);
    expect((await compose(folder, `${OWN}#data`, ...FIELDS, '-o', '-', '--json')).code).toBe(2);
    expect((await compose(folder, `${OWN}#data`, ...FIELDS, '-o', '-', '--recipe', 'r.yaml')).code).toBe(2);
  });

  test('writes no file through a link out of the folder that was named, and through one that was named itself', async () => {
    const folder = temporaryFolder({ ...SMALL_LIBRARY, 'out/x': '' });
    const outside = temporaryFolder({ 'new-agent.md': 'mine' });
    symlinkSync(join(outside, 'new-agent.md'), join(folder, 'out/new-agent.md'));
    const refused = await compose(folder, `${OWN}#data`, ...FIELDS, '-o', 'out/', '--force');
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('a link leads out of the folder') });
    expect(readFileSync(join(outside, 'new-agent.md'), 'utf8')).toBe('mine');
    expect(readdirSync(outside)).toEqual(['new-agent.md']);
    const named = [`${OWN}#data`, ...FIELDS, '-o', 'out/new-agent.md'];
    for (const more of [[], ['--force'], ['--follow']])
      expect(await compose(folder, ...named, ...more)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^out\/new-agent\.md leads to .*new-agent\.md; --force --follow changes that and/),
      });
    expect(readFileSync(join(outside, 'new-agent.md'), 'utf8')).toBe('mine');
    expect((await compose(folder, ...named, '--force', '--follow')).code).toBe(0);
    expect(lstatSync(join(folder, 'out/new-agent.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(outside, 'new-agent.md'), 'utf8')).toContain('Keep it safe.');
  });

  test('reports as JSON what it took', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const { out } = await compose(folder, `${OWN}#*`, `${TEAM}#style`, ...FIELDS, '-o', 'n.md', '--json');
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      path: join(folder, 'n.md'),
      written: true,
      backup: null,
      name: 'new-agent',
      kind: 'agent',
      picks: [
        { agent: 'added:backend-architect', section: '*', sha256: sha256('## Data\n\nKeep it safe.\n') },
        {
          agent: 'added:backend-architect@backend-architect.md',
          section: 'style',
          sha256: sha256('## Style\n\nBe brief.\n'),
        },
      ],
      dropped: [],
      ledger: {
        'added:backend-architect': { kept: 1, merged: 0, redundant: 0, conflict: 0, dropped: 0, total: 1 },
        'added:backend-architect@backend-architect.md': {
          kept: 1,
          merged: 0,
          redundant: 0,
          conflict: 0,
          dropped: 3,
          total: 4,
        },
      },
      warnings: [],
      conflicts: [],
      repeats: [],
      fuller: [],
    });
  });

  test('takes one passage of a section', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const { out } = await compose(folder, `${TEAM}#security:2`, `${OWN}#data:1`, ...FIELDS, '-o', 'n.md', '--dry-run');
    expect(out).toMatch(/---\n\n- Limit rates\n\nKeep it safe\.\n$/);
    const none = await compose(folder, `${TEAM}#security:3`, ...FIELDS, '-o', 'n.md', '--dry-run');
    expect(none).toMatchObject({
      code: 1,
      err: 'backend-architect has no passage security:3: there are security:1 to security:2\n',
    });
  });

  test('makes what the picks say of the same topics one, and accounts for all of it', async () => {
    const folder = temporaryFolder(TWINS);
    const args = ['a.md#*', 'b.md#*', ...FIELDS, '-o', 'n.md', '--merge'];
    const dry = await compose(folder, ...args, '--dry-run');
    expect(dry.out).toMatch(
      /---\n\n## Security\n\n- Check tokens\n- Limit rates\n- Rotate keys\n\n## Style\n\nBe brief\.\n$/,
    );
    expect(dry.err).toContain(
      'Of 5 passages 4 are kept; left out: 0 said nowhere else, 0 nearly said, 1 in the same words',
    );
    const json = JSON.parse((await compose(folder, ...args, '-o', 'n.md', '--json')).out);
    expect(json.ledger['added:b']).toEqual({ kept: 1, merged: 0, redundant: 1, conflict: 0, dropped: 0, total: 2 });
    expect(json.dropped).toContainEqual({
      agent: 'added:b',
      section: 'security:1',
      kind: 'item',
      text: '- Check tokens',
      state: 'redundant',
      coveredBy: { agent: 'added:a', section: 'security:1', text: '- Check tokens' },
    });
    expect(json.picks).toContainEqual({ agent: 'added:b', section: 'security:2', sha256: sha256('- Rotate keys') });
  });

  test('merges what the user wants together, not what is wanted apart, and keeps that in the recipe', async () => {
    const folder = temporaryFolder(TWINS);
    const args = ['a.md#*', 'b.md#*', ...FIELDS, '--merge'];
    const together = ['--together', 'a.md#style', 'b.md#security'];
    const joined = await compose(folder, ...args, '-o', 'n.md', '--recipe', 'n.recipe.yaml', ...together);
    expect(joined.code).toBe(0);
    expect(readFileSync(join(folder, 'n.md'), 'utf8')).toMatch(
      /## Security\n\n- Check tokens\n- Limit rates\n\n## Style\n\n(?:Be brief\.|- Rotate keys)/,
    );
    expect(readFileSync(join(folder, 'n.recipe.yaml'), 'utf8')).toContain(
      'rows:\n  together:\n    - - [added:a, style]\n      - [added:b, security]\n',
    );
    const apart = await compose(folder, ...args, '-o', '-', '--apart', 'a.md#security', 'b.md#security');
    expect(apart.out.match(/## Security/g)).toHaveLength(2);
    const rules = temporaryFolder({
      'a.md': '## Rules\n\n- Sign every commit\n\n## Goals\n\n- Few lines\n',
      'b.md': '## Rules\n\n- Name the ticket\n\n## Never do\n\n- Squash\n',
    });
    const parted = await compose(rules, ...args, '-o', '-', '--apart', 'a.md#rules', 'b.md#rules');
    expect(parted.out.match(/## Rules/g)).toHaveLength(2);
    const banned = await compose(rules, ...args, '-o', '-', '--together', 'a.md#goals', 'b.md#never-do');
    expect(banned.out).toMatch(/## Goals\n\n- Few lines\n- Squash\n/);
    expect(await compose(folder, 'a.md#*', ...FIELDS, '-o', '-', ...together)).toMatchObject({
      code: 2,
      err: '--together and --apart go with --merge; see agents help compose\n',
    });
  });

  describe('of what contradicts each other', () => {
    const CONTRARY = {
      'a.md': '## Rules\n\n- Keep commits under 30 lines\n- Sign every commit\n',
      'b.md': '## Rules\n\n- Name the ticket\n- Keep commits under 90 lines\n',
    };
    const args = ['a.md#*', 'b.md#*', ...FIELDS, '--merge'];

    test('keeps the first, and says what it left out', async () => {
      const folder = temporaryFolder(CONTRARY);
      const { out, err } = await compose(folder, ...args, '-o', '-');
      expect(out).toContain('- Keep commits under 30 lines\n');
      expect(out).not.toContain('90');
      expect(err).toContain(
        'Conflict: “Keep commits under 30 lines” (a), “Keep commits under 90 lines” (b); the first stands\n',
      );
      expect(err).toContain('0 in the same words, 1 in conflict\n');
      const json = JSON.parse((await compose(folder, ...args, '-o', 'n.md', '--json')).out);
      expect(json.conflicts).toEqual([
        {
          kind: 'number',
          topic: 'Rules',
          kept: { agent: 'added:a', section: 'rules:1', text: '- Keep commits under 30 lines', words: '30 lines' },
          other: { agent: 'added:b', section: 'rules:2', text: '- Keep commits under 90 lines', words: '90 lines' },
          stands: 'kept',
        },
      ]);
      expect(json.ledger['added:b']).toMatchObject({ kept: 1, conflict: 1, total: 2 });
    });

    test('--conflicts both keeps both beside each other', async () => {
      const folder = temporaryFolder(CONTRARY);
      const { out, err } = await compose(folder, ...args, '--conflicts', 'both', '-o', '-');
      expect(out).toContain('- Keep commits under 30 lines\n- Keep commits under 90 lines\n');
      expect(err).toContain('; both stand\n');
      const json = JSON.parse((await compose(folder, ...args, '--conflicts', 'both', '-o', 'n.md', '--json')).out);
      expect(json.conflicts).toMatchObject([{ kind: 'number', stands: 'both' }]);
    });

    test('--conflicts fail writes nothing', async () => {
      const folder = temporaryFolder(CONTRARY);
      const { code, out, err } = await compose(folder, ...args, '--conflicts', 'fail', '-o', 'n.md');
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('n.md: 1 conflict, nothing is written\n');
      expect(readdirSync(folder)).not.toContain('n.md');
      const json = await compose(folder, ...args, '--conflicts', 'fail', '-o', 'n.md', '--json');
      expect(json.code).toBe(1);
      expect(JSON.parse(json.out)).toMatchObject({ written: false, conflicts: [{ kind: 'number' }] });
      expect(readdirSync(folder)).not.toContain('n.md');
    });
  });

  test('tells what is nearly said twice, and on which lines', async () => {
    const folder = temporaryFolder({
      'a.md':
        '## Output\n\n- Wipe hammers, tongs, chisels and the anvil with linseed\n- Temper to straw yellow\n- Count\n',
      'b.md':
        '## Boundaries\n\n- Store hammers, tongs, chisels and the anvil in the cellar\n- Hum a tune\n- Feed cats\n',
    });
    const args = ['a.md#*', 'b.md#*', ...FIELDS, '--merge', '-o', 'n.md'];
    expect((await compose(folder, ...args)).err).toContain(
      '1 passage says nearly what another does: --json lists the two as repeats\n',
    );
    const json = JSON.parse((await compose(folder, ...args, '--force', '--json')).out);
    expect(json.repeats).toEqual([
      {
        likeness: expect.closeTo(0.7, 0),
        one: expect.objectContaining({ agent: 'added:a', line: 3 }),
        other: expect.objectContaining({ agent: 'added:b', line: 9 }),
      },
    ]);
  });

  test('tells which block was left out that says far more than the one chosen', async () => {
    const steps = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}. Strike blow ${at + 1}\n`);
    const folder = temporaryFolder({
      'a.md': `## Process\n\n${steps(3).join('')}`,
      'b.md': `## Process\n\n${steps(12).join('').replaceAll('Strike', 'Draw out')}`,
    });
    const args = ['a.md#*', 'b.md#*', ...FIELDS, '--merge', '-o', '-'];
    const fuller = 'Process: 3 lines of a stand, 12 of b are left out; the agent named first is chosen\n';
    expect((await compose(folder, ...args)).err).toContain(fuller);
    const json = JSON.parse((await compose(folder, ...args.slice(0, -1), 'n.md', '--json')).out);
    expect(json.fuller).toMatchObject([
      { topic: 'Process', chosen: { agent: 'added:a', lines: 3 }, other: { agent: 'added:b', lines: 12 } },
    ]);
  });

  test('one section of each agent is one topic, whatever they are called', async () => {
    const folder = temporaryFolder(TWINS);
    const { out } = await compose(
      folder,
      'a.md#style',
      'b.md#security',
      ...FIELDS,
      '-o',
      'n.md',
      '--merge',
      '--dry-run',
    );
    expect(out).toMatch(/---\n\n## Style\n\nBe brief\.\n\n- Check tokens\n- Rotate keys\n$/);
  });

  test.each([
    ['union', 'Read, Grep, Edit'],
    ['intersection', 'Read'],
    ['inherit', undefined],
  ])('takes the %s of the tools', async (tools, expected) => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const fields = ['--name', 'n', '--description', 'd', '--tools', tools];
    const { out } = await compose(folder, `${TEAM}#style`, `${OWN}#data`, ...fields, '-o', 'n.md', '--dry-run');
    expect(/^tools: (.*)$/m.exec(out)?.[1]).toBe(expected);
  });

  const made = async (fields: readonly string[], ...args: readonly string[]) => {
    const files = fields.map((lines, at) => {
      const name = 'abc'.charAt(at);
      return [`${name}.md`, `---\nname: ${name}\ndescription: Use it\n${lines}\n---\n## ${name}\n\nBe careful.\n`];
    });
    const folder = temporaryFolder(Object.fromEntries(files));
    const picks = files.map(([file]) => `${file}#*`);
    const run = await compose(folder, ...picks, '--name', 'new-one', '-o', 'n.md', ...args);
    const path = join(folder, 'n.md');
    const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
    return { ...run, head: text === null ? null : text.slice(0, text.indexOf('\n---\n', 1)).split('\n').slice(3) };
  };

  test.each<[string, readonly string[], readonly string[], readonly string[], string]>([
    [
      'disjoint lists',
      ['tools: Read, Grep', 'tools: Bash'],
      ['--tools', 'intersection'],
      ['tools: []'],
      'gets no tools',
    ],
    ['an empty list', ['tools: []'], [], ['tools: []'], ''],
    ['a field without a value', ['tools:'], [], ['tools: []'], ''],
    ['an empty list among others', ['tools: []', 'tools: Read'], ['--tools', 'intersection'], ['tools: []'], ''],
    ['an empty list and one that inherits', ['tools: []', ''], [], ['tools: []'], 'the result gets no tools'],
    ['none', ['tools: Read'], ['--tools', 'none'], ['tools: []'], ''],
    ['an empty text', ['tools: Read'], ['--tools', ''], ['tools: []'], ''],
    ['a star', ["tools: '*'", 'tools: Read, Grep'], [], [], 'gets all tools, as a; '],
    [
      'names of another harness',
      [
        "tools: ['search/codebase', 'edit/editFiles', 'execute/runInTerminal', 'azure-mcp/search']",
        'tools: Read, Grep',
      ],
      [],
      ['tools: Grep, Edit, Bash, Read'],
      'Left out, as Claude Code has none that does the same: azure-mcp/search (a)\n',
    ],
    [
      "OpenCode's map",
      ['tools:\n  bash: true\n  read: true\n  write: false', 'tools: Read, Grep'],
      [],
      ['tools: Bash, Read, Grep'],
      '',
    ],
    [
      'a map that denies',
      ['tools:\n  bash: false'],
      [],
      [],
      'The result may do more than a: tools, which denies Bash, is left out\n',
    ],
    [
      'a limit',
      ['disallowedTools: Bash, Write'],
      [],
      [],
      'The result may do more than a: disallowedTools, which denies Bash, Write, is left out\n',
    ],
    ['a limit that is kept', ['disallowedTools: Bash'], ['--keep', 'disallowedTools'], ['disallowedTools: Bash'], ''],
    ['a color that nobody asked for', ['color: teal'], [], [], 'does not know the color: teal (a); --color sets one\n'],
    ['two colors', ['color: red', 'color: teal'], [], ['color: red'], 'does not know the color: teal (b)'],
    [
      'values in another case',
      ['color: Red\nmodel: sonnet', 'color: red\nmodel: Sonnet'],
      [],
      ['model: sonnet', 'color: red'],
      '',
    ],
    [
      'a model that is none',
      ['model: Claude Sonnet 4.5 (copilot)'],
      [],
      [],
      'the model: Claude Sonnet 4.5 (copilot) (a)',
    ],
  ])('makes of %s what they mean', async (_, fields, args, head, words) => {
    const run = await made(fields, ...args);
    expect({ code: run.code, head: run.head }).toEqual({ code: 0, head });
    expect(run.err).toContain(words);
  });

  test.each([
    ['gemini', 0, ['tools: []']],
    ['opencode', 0, ['mode: subagent', 'permission:', '  "*": deny']],
    ['qwen', 0, ['tools:', '  - ask_user_question']],
    ['codex', 1, null],
    ['cursor', 1, null],
  ])('of disjoint tools grants none in %s, or is refused', async (to, code, head) => {
    const run = await made(['tools: Read', 'tools: Bash'], '--tools', 'intersection', '--to', to);
    expect({ code: run.code, head: run.head }).toEqual({ code, head });
    if (code === 1) expect(run.err).toMatch(/n\.md: \w+ cannot take tools away, and this one is to have none: .*\n$/);
    const again = await made(['tools: Read', 'tools: Bash'], '--tools', 'none', '--to', to, '--dry-run');
    expect([again.code, again.head, again.out === '']).toEqual([code, null, code === 1]);
  });

  test('does not take a color from the command line that there is not', async () => {
    expect(await made(['color: red'], '--color', 'teal')).toMatchObject({ code: 2, head: null });
  });

  test('carries other fields over only when told to', async () => {
    const folder = temporaryFolder({ 'c.md': '---\nname: c\ndescription: C\nmaxTurns: 5\nhooks: {}\n---\nBe kind.\n' });
    const run = (...args: readonly string[]) =>
      compose(folder, 'c.md#*', ...FIELDS, '-o', 'n.md', '--dry-run', ...args);
    const without = await run();
    expect([without.out.includes('maxTurns'), without.err]).toEqual([
      false,
      'Left out: maxTurns (c), hooks (c); --keep FIELD keeps one\n',
    ]);
    expect((await run('--keep', 'maxTurns', '--keep', 'hooks')).out).toContain('\nmaxTurns: 5\nhooks: {}\n---\n');
    expect(await run('--keep', 'skills')).toMatchObject({
      code: 2,
      err: 'None of the agents it is made from has a field skills: they have maxTurns, hooks; see agents help compose\n',
    });
  });

  test('shows the file instead of writing it', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const { code, out } = await compose(folder, `${OWN}#data`, ...FIELDS, '-o', 'n.md', '--dry-run');
    expect(code).toBe(0);
    expect(out).toMatch(/^---\nname: new-agent\n[\s\S]*Keep it safe\.\n$/);
    expect(existsSync(join(folder, 'n.md'))).toBe(false);
  });

  test('replaces a file only when told to, and keeps a backup', async () => {
    const folder = temporaryFolder({ ...SMALL_LIBRARY, 'n.md': 'mine' });
    const args = [`${OWN}#data`, ...FIELDS, '-o', 'n.md'];
    expect(await compose(folder, ...args)).toMatchObject({
      code: 1,
      err: 'n.md exists; --force replaces it and keeps a backup\n',
    });
    expect(readFileSync(join(folder, 'n.md'), 'utf8')).toBe('mine');
    expect(await compose(folder, ...args, '--force')).toMatchObject({
      code: 0,
      err: 'Wrote n.md; the version before is in .n.md.bak\n',
    });
    expect(readFileSync(join(folder, '.n.md.bak'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'n.md'), 'utf8')).toContain('name: new-agent');
  });

  test('says what it chose where the command line does not', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const { code, err, out } = await compose(
      folder,
      `${OWN}#data`,
      `${TEAM}#style`,
      '--name',
      'n',
      '-o',
      'x/',
      '--json',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      path: join(folder, 'x/n.md'),
      warnings: [
        'The description is that of backend-architect; --description sets another',
        'The agents it is made from state different tools: the result gets the tools that any of them states: Read, Edit, Grep; --tools sets others',
        'The result may do more than any agent it is made from: none of the agents it is made from may do all of it: backend-architect (own) lacks Grep',
        'The agents it is made from state different values of model: sonnet (backend-architect (own)), opus (backend-architect (team)); the result states none, --model sets one',
      ],
    });
  });

  test('writes nothing if one pick is not found', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const run = await compose(folder, `${OWN}#data`, `${OWN}#nope`, 'gone.md#x', ...FIELDS, '-o', 'n.md');
    expect(run).toEqual({
      code: 1,
      out: '',
      err: 'gone.md: no such file, and no agent is called that\nbackend-architect#nope: no such section; there are: data\n',
    });
    expect(existsSync(join(folder, 'n.md'))).toBe(false);
  });

  test('says why a file cannot be written', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const run = await compose(folder, `${OWN}#data`, ...FIELDS, '-o', 'team/lenient.md/n.md', '--json');
    expect(run).toMatchObject({ code: 1, err: 'team/lenient.md/n.md: part of the path is a file, not a folder\n' });
    expect(JSON.parse(run.out)).toMatchObject({ written: false });
  });

  test.each([
    ['a pick without a section', [OWN, ...FIELDS, '-o', 'n.md'], /names no section: write REF#section-id, or REF#\*/],
    ['a name that leaves the folder', [`${OWN}#data`, '--name', '../x', '-o', 'out/'], /^Lowercase letters/],
    ['no name', [`${OWN}#data`, '-o', 'n.md'], /^required option '--name <name>' not specified/],
    ['no file', [`${OWN}#data`, '--name', 'n'], /^required option '-o, --output <file>' not specified/],
  ])('%s is wrong usage', async (_name, args, message) => {
    const { code, out, err } = await compose(temporaryFolder(SMALL_LIBRARY), ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).toMatch(/^[^\n]+; see agents help compose\n$/);
  });
});

test.each([
  [['a.md#fire', 'a.md#fire'], 'a#fire is named twice, and stands twice\n'],
  [['a.md#*', 'a.md#fire'], 'a#fire and a#* overlap: what both have stands twice\n'],
  [['a.md#fire:1', 'a.md#fire'], 'a#fire and a#fire:1 overlap: what both have stands twice\n'],
  [['a.md#fire', 'a.md#anvil'], ''],
  [['a.md#fire', 'a.md#fire', '--merge'], null],
])('%j: what stands twice is told', async (picks, told) => {
  const folder = temporaryFolder({ 'a.md': '---\nname: a\n---\n\n## Fire\n\n- Hot\n\n## Anvil\n\n- Hard\n' });
  const args = ['compose', ...picks, '--name', 'x', '--description', 'y', '-o', '-'];

  const { code, err } = await runAgents(folder, args);

  expect(code).toBe(0);
  if (told === null) expect(err).not.toContain('twice');
  else expect(err).toBe(told);
});
