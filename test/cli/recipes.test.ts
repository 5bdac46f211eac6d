import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { draftsFolder } from '../../src/adapters/kept/drafts-folder.ts';
import { composeFile } from '../../src/core/compose/compose.ts';
import { gitRepository } from '../support/git-repository.ts';
import { runAgents } from '../support/run-agents.ts';
import { savableDraft } from '../support/savable-draft.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FORGE =
  '---\nname: forge\ndescription: Forges\n---\n\n## Anvil\n\n- Heat it well\n- Turn it often\n\n## Fire\n\nKeep it hot.\n';
const SMITHY = '---\nname: smithy\ndescription: Smiths\n---\n\n## Anvil\n\n- Heat it well\n- Quench it in oil\n';
const FIELDS = ['--name', 'smith', '--description', 'Both'];

/** A folder with two definitions and `out/smith.md`, composed from them. */
async function composed(...args: readonly string[]): Promise<string> {
  const folder = temporaryFolder({ 'team/forge.md': FORGE, 'team/smithy.md': SMITHY });
  const picks = args.length > 0 ? args : ['team/forge.md#anvil', 'team/forge.md#fire'];
  const { code, err } = await runAgents(folder, ['compose', ...picks, ...FIELDS, '-o', 'out/smith.md']);
  expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('Wrote out/smith.md') });
  return folder;
}

const read = (folder: string, path = 'out/smith.md') => readFileSync(join(folder, path), 'utf8');
const edit = (folder: string, path: string, old: string, now: string) => {
  const text = read(folder, path);
  expect(text).toContain(old);
  writeFileSync(join(folder, path), text.replace(old, now));
};

describe('agents compose --recipe', () => {
  test('builds the same file again, ingredients or not', async () => {
    const folder = await composed('team/forge.md#*', 'team/smithy.md#*', '--merge', '--recipe', 'smith.yaml');
    rmSync(join(folder, 'team'), { recursive: true });

    const run = await runAgents(folder, ['compose', '--recipe', 'smith.yaml', '-o', 'again/']);

    expect(run).toEqual({ code: 0, out: '', err: 'Wrote again/smith.md\n' });
    expect(read(folder, 'again/smith.md')).toBe(read(folder));
    expect(await runAgents(folder, ['compose', '--recipe', 'smith.yaml', '-o', 'x.md', '--dry-run'])).toEqual({
      code: 0,
      out: read(folder),
      err: '',
    });
  });

  test('is of the recipe kept beside the drafts too', async () => {
    const folder = await composed();
    const [recipe = ''] = readdirSync(join(folder, 'data/recipes'));

    const { out } = await runAgents(folder, ['compose', '--recipe', `data/recipes/${recipe}`, '-o', 'x.md', '--json']);

    expect(JSON.parse(out)).toMatchObject({ schema: 1, written: true, name: 'smith', warnings: [] });
    expect(read(folder, 'x.md')).toBe(read(folder));
  });

  test('replaces nothing unless told to', async () => {
    const folder = await composed('team/forge.md#fire', '--recipe', 'smith.yaml');
    const again = ['compose', 'team/forge.md#anvil', ...FIELDS, '-o', 'out/new.md', '--recipe', 'smith.yaml'];

    const make = ['compose', '--recipe', 'smith.yaml', '-o', 'out/smith.md'];
    const same = { code: 0, err: 'out/smith.md says just that already\n' };
    expect(await runAgents(folder, make)).toMatchObject(same);
    expect(await runAgents(folder, [...make, '--force'])).toMatchObject(same);
    expect(readdirSync(join(folder, 'out'))).not.toContainEqual(expect.stringContaining('.bak'));
    edit(folder, 'out/smith.md', 'hot.', 'hot, by hand.');
    expect(await runAgents(folder, make)).toMatchObject({
      code: 1,
      err: 'out/smith.md exists; --force replaces it and keeps a backup\n',
    });
    expect(await runAgents(folder, again)).toMatchObject({
      code: 1,
      err: expect.stringContaining('smith.yaml exists; --force replaces it and keeps a backup\n'),
    });
  });

  test.each([
    ['none.yaml', 'none.yaml: no such file\n'],
    ['broken.yaml', /^.*broken\.yaml:2:1: no valid YAML: [^\n]+; undo the change, or save the agent anew\n$/],
    ['wrong.yaml', /^.*wrong\.yaml:2:3: picks\[0\].+\n$|^.*wrong\.yaml:1:1: \w+ is missing; [^\n]+\n$/],
  ])('%s is refused in one line', async (recipe, message) => {
    const folder = temporaryFolder({
      'broken.yaml': 'recipe: 1\n\tname: x\n',
      'wrong.yaml': 'recipe: 1\npicks:\n  - level: 9\n',
    });

    const { code, out, err } = await runAgents(folder, ['compose', '--recipe', recipe, '-o', 'x.md']);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
    expect(existsSync(join(folder, 'x.md'))).toBe(false);
  });
});

describe('agents status', () => {
  const status = async (folder: string, ...args: readonly string[]) => runAgents(folder, ['status', ...args]);

  test('is up to date after composing', async () => {
    expect(await status(await composed())).toEqual({ code: 0, out: 'out/smith.md  up to date\n', err: '' });
  });

  test('tells what was edited, changed and lost', async () => {
    const folder = await composed('team/forge.md#anvil', 'team/forge.md#fire', 'team/smithy.md#anvil');
    edit(folder, 'out/smith.md', 'hot.', 'hot, always.');
    expect(await status(folder)).toEqual({ code: 0, out: 'out/smith.md  edited by hand\n', err: '' });

    edit(folder, 'team/forge.md', 'often', 'always');
    edit(folder, 'team/forge.md', '\n## Fire\n\nKeep it hot.\n', '');
    rmSync(join(folder, 'team/smithy.md'));
    expect(await status(folder)).toEqual({
      code: 1,
      out: [
        'out/smith.md  edited by hand, source changed, source gone',
        '    changed  forge#anvil',
        '    gone     forge#fire: no longer in team/forge.md; its text stays',
        '    gone     team/smithy.md: no longer there, or not to be read; its text stays',
        '',
      ].join('\n'),
      err: '',
    });

    rmSync(join(folder, 'out/smith.md'));
    const { out } = await status(folder, 'out/smith.md', '--json');
    expect(JSON.parse(out)).toMatchObject([
      {
        schema: 1,
        path: join(folder, 'out/smith.md'),
        name: 'smith',
        states: ['file-gone', 'ingredient-changed', 'ingredient-gone'],
        changes: [
          { kind: 'changed', section: 'anvil', effect: 'result' },
          { kind: 'section-gone' },
          { kind: 'file-gone' },
        ],
      },
    ]);
  });

  test('knows only what was composed', async () => {
    const folder = temporaryFolder({ 'a.md': 'x' });
    expect(await status(folder)).toEqual({ code: 0, out: '', err: 'Nothing was made here yet\n' });
    expect(await status(folder, 'a.md')).toMatchObject({
      code: 1,
      err: 'a.md: it was not made here\n',
    });
  });
});

describe('agents status --accept', () => {
  const agents = (folder: string, ...args: readonly string[]) => runAgents(folder, args);

  test.each([
    ['sections', ['team/forge.md#anvil', 'team/forge.md#fire']],
    ['what is merged', ['team/forge.md#*', 'team/smithy.md#*', '--merge']],
  ])('of %s, what they are made from is settled without a change to the file', async (_name, picks) => {
    const folder = await composed(...picks);
    const made = read(folder);
    edit(folder, 'team/forge.md', 'often', 'always');

    expect(await agents(folder, 'status', '--accept', 'out/smith.md')).toEqual({
      code: 0,
      out: '',
      err: 'out/smith.md: 1 change accepted: the file stays as it is\n',
    });

    expect(read(folder)).toBe(made);
    expect(await agents(folder, 'status')).toEqual({ code: 0, out: 'out/smith.md  edited by hand\n', err: '' });
    expect(await agents(folder, 'update', 'out/smith.md')).toMatchObject({ err: 'out/smith.md: up to date\n' });
    edit(folder, 'team/forge.md', 'hot.', 'hot, and fed.');
    const { out } = await agents(folder, 'status', '--json');
    expect(JSON.parse(out)[0].changes).toHaveLength(1);
    expect(await agents(folder, 'update', 'out/smith.md')).toMatchObject({ code: 0 });
    expect(read(folder)).toBe(made.replace('hot.', 'hot, and fed.'));
  });

  test.each([
    ['a section', (folder: string) => edit(folder, 'team/smithy.md', '## Anvil\n', '## Tongs and such\n\nOther.\n')],
    ['a file', (folder: string) => rmSync(join(folder, 'team/smithy.md'))],
    ['all', (folder: string) => rmSync(join(folder, 'team'), { recursive: true })],
  ])('%s that is gone is told no more, and its text stays', async (_name, change) => {
    for (const picks of [
      ['team/forge.md#*', 'team/smithy.md#anvil'],
      ['team/forge.md#*', 'team/smithy.md#*', '--merge'],
    ]) {
      const folder = await composed(...picks);
      const made = read(folder);
      change(folder);
      expect(await agents(folder, 'status')).toMatchObject({ code: 1 });

      expect(await agents(folder, 'status', '--accept', 'out/smith.md')).toMatchObject({ code: 0 });

      expect(read(folder)).toBe(made);
      expect(await agents(folder, 'status')).toMatchObject({ code: 0, out: 'out/smith.md  edited by hand\n' });
      expect(await agents(folder, 'update', 'out/smith.md')).toMatchObject({ code: 0 });
      expect(read(folder)).toBe(made);
    }
  });

  test('needs a file, and one that was made here', async () => {
    const folder = await composed();
    expect(await agents(folder, 'status', '--accept')).toMatchObject({ code: 2, out: '' });
    expect(await agents(folder, 'status', '--accept', '--check', 'out/smith.md')).toMatchObject({ code: 2 });
    expect(await agents(folder, 'status', '--accept', 'team/forge.md')).toEqual({
      code: 1,
      out: '',
      err: 'team/forge.md: it was not made here\n',
    });
    expect(await agents(folder, 'status', '--accept', 'out/smith.md')).toMatchObject({
      code: 0,
      err: 'out/smith.md: there is nothing to accept\n',
    });
    const { code, out, err } = await agents(folder, 'status', '--accept', 'out/smith.md', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject([{ states: ['up-to-date'] }]);
  });
});

describe('agents update', () => {
  const recompose = async (folder: string, ...args: readonly string[]) =>
    runAgents(folder, ['update', 'out/smith.md', ...args]);

  test('takes over what changed, and keeps what was edited by hand', async () => {
    const folder = await composed();
    edit(folder, 'out/smith.md', 'hot.', 'hot, always.');
    edit(folder, 'out/smith.md', 'description: Both', 'description: By hand');
    const mine = read(folder);
    edit(folder, 'team/forge.md', '- Turn it often', '- Turn it often\n- Let it cool');

    expect(await recompose(folder, '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringContaining('+- Let it cool\n'),
    });
    expect(read(folder)).toBe(mine);
    expect(await recompose(folder)).toEqual({
      code: 0,
      out: '',
      err: 'changed  forge#anvil\nWrote out/smith.md; the version before is in out/.smith.md.bak\n',
    });

    expect(read(folder)).toBe(mine.replace('often', 'often\n- Let it cool'));
    expect(read(folder, 'out/.smith.md.bak')).toBe(mine);
    expect(await runAgents(folder, ['status'])).toMatchObject({ code: 0, out: 'out/smith.md  edited by hand\n' });
    expect(await recompose(folder)).toEqual({ code: 0, out: '', err: 'out/smith.md: up to date\n' });
  });

  test('keeps the line ends of the file', async () => {
    const folder = await composed();
    writeFileSync(join(folder, 'out/smith.md'), `\uFEFF${read(folder).replaceAll('\n', '\r\n')}Mine\r\n`);
    const mine = read(folder);
    edit(folder, 'team/forge.md', 'often', 'always');

    expect(await recompose(folder)).toMatchObject({ code: 0 });
    expect(read(folder)).toBe(mine.replace('often', 'always'));
  });

  test('tells what was taken out by hand as left out', async () => {
    const folder = await composed();
    edit(folder, 'out/smith.md', '\n## Fire\n\nKeep it hot.\n', '');
    const mine = read(folder);
    edit(folder, 'team/forge.md', 'hot.', 'hot, and fed.');
    edit(folder, 'team/forge.md', 'often', 'very often');

    expect(await recompose(folder)).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^changed {2}forge#anvil\nchanged {2}forge#fire: left out as before\nWrote/),
    });
    expect(read(folder)).toBe(mine.replace('often', 'very often'));
  });

  test('tells a new section, and takes it where all was merged', async () => {
    const tongs = '## Tongs\n\n- Hold it by the cold end\n\n## Fire';
    const one = await composed();
    edit(one, 'team/forge.md', '## Fire', tongs);
    expect(await runAgents(one, ['status'])).toEqual({
      code: 0,
      out: 'out/smith.md  up to date\n    added    forge#tongs: new there, and not taken\n',
      err: '',
    });
    expect(await recompose(one)).toMatchObject({ code: 0, err: expect.stringContaining('out/smith.md: up to date\n') });

    const all = await composed('team/forge.md#*', 'team/smithy.md#*', '--merge');
    edit(all, 'out/smith.md', 'hot.', 'hot, always.');
    const mine = read(all);
    edit(all, 'team/forge.md', '## Fire', tongs);
    expect(await recompose(all)).toMatchObject({ code: 0, err: expect.stringContaining('added    forge#tongs\n') });
    expect(read(all)).toBe(mine.replace('## Fire', tongs));
    expect(await recompose(all)).toMatchObject({ code: 0, err: 'out/smith.md: up to date\n' });
  });

  test('of a union takes over a new item and a new wording', async () => {
    const folder = await composed('team/forge.md#anvil', 'team/smithy.md#anvil', '--merge');
    edit(folder, 'team/smithy.md', '- Quench it in oil\n', '- Quench it in warm oil\n- Polish it\n');

    expect(await recompose(folder)).toMatchObject({
      code: 0,
      err: expect.stringContaining('added    smithy#anvil:3\n'),
    });

    expect(read(folder)).toContain('- Heat it well\n- Turn it often\n- Quench it in warm oil\n- Polish it\n');
    expect(await runAgents(folder, ['status'])).toMatchObject({ code: 0, out: 'out/smith.md  up to date\n' });
  });

  test.each([
    ['is new', '- Quench it in oil\n', '- Quench it in oil\n- Never turn it often\n', 'added    smithy#anvil:3'],
    ['has new words', '- Quench it in oil\n', '- Never turn it often\n', 'changed  smithy#anvil:2'],
  ])('tells what %s and contradicts what stands, which stays', async (_, old, now, told) => {
    const folder = await composed('team/forge.md#anvil', 'team/smithy.md#anvil', '--merge');
    const other = '“Turn it often” (forge)';
    edit(folder, 'team/smithy.md', old, now);
    const isNew = now.includes(old);
    const conflict = isNew
      ? `Conflict: ${other}, “Never turn it often” (smithy); the first stands\n`
      : `Conflict: ${other}, “Never turn it often” (smithy); both stand\n`;

    const { code, err } = await recompose(folder);

    expect(code).toBe(0);
    expect(err).toContain(told);
    expect(err).toContain(conflict);
    expect(read(folder).includes('Never turn it often')).toBe(!isNew);
    expect(read(folder)).toContain('- Turn it often\n');
    const [recipe = ''] = readdirSync(join(folder, 'data/recipes'));
    expect(read(folder, `data/recipes/${recipe}`)).toContain('Never turn it often');
    expect(await recompose(folder)).toMatchObject({ code: 0, err: expect.not.stringContaining('Conflict') });
  });

  test('tells a new contradiction as JSON, in the dry run too', async () => {
    const folder = await composed('team/forge.md#anvil', 'team/smithy.md#anvil', '--merge');
    edit(folder, 'team/smithy.md', '- Quench it in oil\n', '- Quench it in oil\n- Never turn it often\n');

    const { out } = await recompose(folder, '--dry-run', '--json');

    expect(JSON.parse(out)).toMatchObject({
      changes: [{ kind: 'added', effect: 'conflict' }],
      contradictions: [
        { kept: { text: '- Turn it often' }, other: { text: '- Never turn it often' }, stands: 'kept', topic: 'Anvil' },
      ],
    });
  });

  test('puts a conflict beside the file, and takes what was made of it', async () => {
    const folder = await composed();
    edit(folder, 'out/smith.md', 'Turn it often', 'Turn it by hand');
    const mine = read(folder);
    edit(folder, 'team/forge.md', 'Turn it often', 'Turn it always');

    expect(await recompose(folder)).toEqual({
      code: 1,
      out: '',
      err: 'changed  forge#anvil\nout/smith.md: 1 conflict, marked in out/.smith.md.merge (no harness loads it): resolve them there, move it over out/smith.md, then run agents update out/smith.md --resolved\n',
    });
    expect(read(folder)).toBe(mine);
    expect(read(folder, 'out/.smith.md.merge')).toContain(
      '<<<<<<< yours\n- Turn it by hand\n||||||| taken\n- Turn it often\n=======\n- Turn it always\n>>>>>>> sources\n',
    );
    const { code, out } = await recompose(folder, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      outcome: 'conflict',
      written: false,
      merge: join(folder, 'out/.smith.md.merge'),
      conflicts: [{ yours: '- Turn it by hand\n', picked: '- Turn it often\n', ingredients: '- Turn it always\n' }],
    });

    renameSync(join(folder, 'out/.smith.md.merge'), join(folder, 'out/smith.md'));
    expect(await recompose(folder, '--resolved')).toMatchObject({
      code: 1,
      err: expect.stringContaining('out/smith.md: it still holds markers of conflicts\n'),
    });
    writeFileSync(join(folder, 'out/smith.md'), mine.replace('by hand', 'always, by hand'));
    expect(await recompose(folder, '--resolved')).toMatchObject({ code: 0 });
    expect(await recompose(folder)).toMatchObject({ code: 0, err: 'out/smith.md: up to date\n' });
    expect(read(folder)).toBe(mine.replace('by hand', 'always, by hand'));
  });

  test('leaves a half resolved conflict alone', async () => {
    const folder = await composed();
    edit(folder, 'out/smith.md', 'Turn it often', 'Turn it by hand');
    edit(folder, 'team/forge.md', 'Turn it often', 'Turn it always');
    await recompose(folder);
    edit(folder, 'out/.smith.md.merge', '<<<<<<< yours\n', '');
    const half = read(folder, 'out/.smith.md.merge');

    expect(await recompose(folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there from before and stays'),
    });
    expect(read(folder, 'out/.smith.md.merge')).toBe(half);
  });

  test('renews the recipe alone where the file says it already', async () => {
    const folder = await composed();
    edit(folder, 'team/forge.md', 'often', 'always');
    edit(folder, 'out/smith.md', 'often', 'always');

    expect(await recompose(folder)).toMatchObject({
      code: 0,
      err: 'changed  forge#anvil\nout/smith.md says all of it already: it counts as updated\n',
    });
    expect(existsSync(join(folder, 'out/.smith.md.bak'))).toBe(false);
    expect(await runAgents(folder, ['status'])).toMatchObject({ out: 'out/smith.md  up to date\n' });
  });

  test.each([
    ['was not composed', (folder: string) => rmSync(join(folder, 'data'), { recursive: true }), 'it was not made here'],
    ['is gone', (folder: string) => rmSync(join(folder, 'out'), { recursive: true }), 'no such file'],
  ])('of a file that %s says so', async (_name, change, reason) => {
    const folder = await composed();
    change(folder);

    expect(await recompose(folder)).toEqual({ code: 1, out: '', err: `out/smith.md: ${reason}\n` });
  });

  test('says in a line what is wrong with a recipe', async () => {
    const folder = await composed();
    const [recipe = ''] = readdirSync(join(folder, 'data/recipes'));
    edit(folder, `data/recipes/${recipe}`, 'recipe: 1', 'recipe: 7');

    expect(await recompose(folder)).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /^out\/smith\.md: its recipe cannot be read: .+\.yaml:3:1: recipe: 7 is the form of a newer version of agents; .+\n$/,
      ),
    });
  });
});

describe('agents drafts', () => {
  const kept = async () => {
    const folder = temporaryFolder();
    await draftsFolder(join(folder, 'data')).write('one', savableDraft());
    return folder;
  };
  const drafts = (folder: string, ...args: readonly string[]) => runAgents(folder, ['drafts', ...args]);

  test('lists them', async () => {
    const folder = await kept();
    expect(await drafts(folder)).toEqual({
      code: 0,
      out: 'one  smith  1 section  ~5 tokens  just now  forge\n',
      err: '',
    });
    expect(JSON.parse((await drafts(folder, '--json')).out)).toEqual([
      {
        schema: 1,
        id: 'one',
        name: 'smith',
        picks: 1,
        tokens: 5,
        agents: ['forge'],
        kind: 'agent',
        format: 'claude',
        savedAt: expect.any(String),
      },
    ]);
  });

  test('shows one as the file it would become', async () => {
    const folder = await kept();
    expect(await drafts(folder, 'show', 'one')).toEqual({ code: 0, out: composeFile(savableDraft()), err: '' });
    expect(JSON.parse((await drafts(folder, 'show', 'one', '--json')).out)).toMatchObject([
      { text: composeFile(savableDraft()) },
    ]);
  });

  test('discards one, and what is open in a window only by force', async () => {
    const folder = await kept();
    expect(await drafts(folder, 'discard', 'one')).toEqual({
      code: 1,
      out: '',
      err: `one: The draft is open in another window (process ${process.pid}); --force discards it all the same\n`,
    });
    expect(await drafts(folder, 'discard', 'one', '--force')).toEqual({ code: 0, out: '', err: '' });
    expect(await drafts(folder)).toEqual({ code: 0, out: '', err: 'No drafts\n' });
  });

  test('tells of those it cannot read', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data/drafts'), { recursive: true });
    writeFileSync(join(folder, 'data/drafts/one.json'), '{');
    expect(await drafts(folder)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^A draft could not be read: .+unreadable\n/),
    });
  });

  test.each([
    [['show', 'two'], 1, 'No draft is called two; agents drafts lists them\n'],
    [['discard'], 2, 'Say which draft to discard; agents drafts lists them; see agents help drafts\n'],
    [['burn'], 2, 'drafts lists, shows or discards, not burn; see agents help drafts\n'],
  ])('%j is told in a line', async (args, code, err) => {
    expect(await drafts(await kept(), ...args)).toEqual({ code, out: '', err });
  });
});

describe('an agent that is made from itself', () => {
  test('is told before it is written over, and its recipe is what it is made from then', async () => {
    const folder = temporaryFolder({ 'team/forge.md': FORGE, 'team/smithy.md': SMITHY });
    const args = ['team/forge.md#fire', 'team/smithy.md#anvil', '--name', 'forge', '--description', 'x'];
    const command = ['compose', ...args, '-o', 'team/forge.md'];

    expect(await runAgents(folder, command)).toMatchObject({
      code: 1,
      err: 'team/forge.md exists; --force replaces it and keeps a backup\n',
    });
    const { err } = await runAgents(folder, [...command, '--force']);
    expect(err).toMatch(/^team\/forge\.md is one of the agents it is made from: .+\nWrote team\/forge\.md; .+\n$/);

    edit(folder, 'team/forge.md', 'Keep it hot.', 'Keep it hot, always.');
    expect(await runAgents(folder, ['status'])).toMatchObject({ code: 0, out: 'team/forge.md  edited by hand\n' });
    edit(folder, 'team/smithy.md', 'in oil', 'in warm oil');
    expect(await runAgents(folder, ['update', 'team/forge.md'])).toMatchObject({ code: 0 });
    expect(read(folder, 'team/forge.md')).toMatch(/Keep it hot, always\.[\s\S]*in warm oil/);
  });
});

describe('in a repository', () => {
  test('nothing is left beside the files that are written over', async () => {
    const folder = gitRepository({ 'team/forge.md': FORGE, 'gem/smith.md': 'x' });
    const make = ['compose', 'team/forge.md#anvil', 'team/forge.md#fire', ...FIELDS, '-o', 'out/smith.md'];
    await runAgents(folder, make);
    const made = read(folder);

    const again = await runAgents(folder, [...make.toSpliced(2, 1), '--force']);
    expect(again.err).toMatch(/^Wrote out\/smith\.md; the version before is in data\/backups\/\S+\/out\/smith\.md\n$/);
    await runAgents(folder, [...make, '--force']);
    edit(folder, 'team/forge.md', 'hot.', 'hot, always.');
    const updated = await runAgents(folder, ['update', 'out/smith.md']);
    expect(updated.err).toMatch(/Wrote out\/smith\.md; the version before is in data\/backups\/\S+\/out\/smith\.md\n$/);
    const [, backup = ''] = /before is in (\S+)\n$/.exec(updated.err) ?? [];
    expect(read(folder, backup)).toBe(made);
    const exported = await runAgents(folder, ['export', 'out/smith.md', '--to', 'gemini', '-o', 'gem', '--force']);
    expect(exported.err).toMatch(/before is in data\/backups\//);

    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['.recipes', 'smith.md']);
    expect(readdirSync(join(folder, 'gem'))).toEqual(['smith.md']);
  });
});
