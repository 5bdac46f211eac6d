import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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

  test('reports as JSON what it took', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const { out } = await compose(folder, `${OWN}#*`, `${TEAM}#style`, ...FIELDS, '-o', 'n.md', '--json');
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      path: join(folder, 'n.md'),
      written: true,
      backup: null,
      name: 'new-agent',
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
        'added:backend-architect': { kept: 2, merged: 0, redundant: 0, dropped: 0, total: 2 },
        'added:backend-architect@backend-architect.md': { kept: 2, merged: 0, redundant: 0, dropped: 4, total: 6 },
      },
      warnings: [],
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
    const args = ['a.md#*', 'b.md#*', ...FIELDS, '-o', 'n.md', '--union'];
    const dry = await compose(folder, ...args, '--dry-run');
    expect(dry.out).toMatch(
      /---\n\n## Security\n\n- Check tokens\n- Rotate keys\n- Limit rates\n\n## Style\n\nBe brief\.\n$/,
    );
    expect(dry.err).toContain('Of 8 titles, items and texts 6 are kept, 0 merged, 2 redundant, 0 dropped');
    const json = JSON.parse((await compose(folder, ...args, '--json')).out);
    expect(json.ledger['added:b']).toEqual({ kept: 1, merged: 0, redundant: 2, dropped: 0, total: 3 });
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

  test('one section of each agent is one topic, whatever they are called', async () => {
    const folder = temporaryFolder(TWINS);
    const { out } = await compose(
      folder,
      'a.md#style',
      'b.md#security',
      ...FIELDS,
      '-o',
      'n.md',
      '--union',
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

  test('carries other fields over only when told to', async () => {
    const folder = temporaryFolder({ 'c.md': '---\nname: c\ndescription: C\nmaxTurns: 5\nhooks: {}\n---\nBe kind.\n' });
    const run = (...args: readonly string[]) =>
      compose(folder, 'c.md#*', ...FIELDS, '-o', 'n.md', '--dry-run', ...args);
    const without = await run();
    expect([without.out.includes('maxTurns'), without.err]).toEqual([
      false,
      'Left out: maxTurns (c), hooks (c); --keep FIELD carries one over\n',
    ]);
    expect((await run('--keep', 'maxTurns', '--keep', 'hooks')).out).toContain('\nmaxTurns: 5\nhooks: {}\n---\n');
    expect(await run('--keep', 'skills')).toMatchObject({
      code: 2,
      err: 'No ingredient has a field skills: they have maxTurns, hooks; see agents help compose\n',
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
        'The ingredients differ in tools; the composition gets the tools that any of them states: Read, Edit, Grep. --tools sets others',
        'The composition may do more than any ingredient: no ingredient may do all of it; backend-architect (own) lacks Grep',
        'The ingredients differ in model: sonnet (backend-architect (own)), opus (backend-architect (team)); none is stated. --model sets one',
      ],
    });
  });

  test('writes nothing if one pick is not found', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const run = await compose(folder, `${OWN}#data`, `${OWN}#nope`, 'gone.md#x', ...FIELDS, '-o', 'n.md');
    expect(run).toEqual({
      code: 1,
      out: '',
      err: 'gone.md: no such file, and no definition is called that\nbackend-architect#nope: no such section; there are: data\n',
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
