import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { git, gitRepository } from '../support/git-repository.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** An agent in three sections, each of which says what it is given to say. */
const agent = (name: string, role = 'Review what is asked for.', rule = 'Name the file.', end = 'Be brief.') =>
  `---\nname: ${name}\ndescription: Use it as ${name}\n---\n\n## Role\n\n${role}\n\n## Rules\n\n- ${rule}\n- Ask first.\n\n## Answer\n\n${end}\n`;

const NAMES = ['plain', 'edited', 'clash', 'same'];

let folder = '';
let team = '';

beforeEach(() => {
  folder = temporaryFolder({ '.git/HEAD': '' });
  team = gitRepository(Object.fromEntries(NAMES.map((name) => [`agents/${name}.md`, agent(name)])));
});

const run = (args: readonly string[], parts: Parameters<typeof runAgents>[2] = {}) =>
  runAgents(folder, args, { sources: defaultSources({ cwd: folder, home: null, bundled: '/nowhere' }), ...parts });
const head = () => git(team, 'rev-parse', 'HEAD');
const own = (name: string) => join(folder, `.claude/agents/${name}.md`);
const textOf = (name: string) => readFileSync(own(name), 'utf8');
const lockPath = () => join(folder, 'settings/sources.lock.json');
const lock = () => JSON.parse(readFileSync(lockPath(), 'utf8'));

function commit(files: Readonly<Record<string, string | null>>): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) rmSync(join(team, path));
    else {
      mkdirSync(dirname(join(team, path)), { recursive: true });
      writeFileSync(join(team, path), text);
    }
  }
  git(team, 'add', '-A');
  git(team, 'commit', '-qm', 'next');
}

/** Installed, then changed here and there: `edited` in other places, `clash` in the same, `same` alike. */
async function diverged(): Promise<void> {
  await run(['source', 'add', `file://${team}`, '--name', 'team']);
  expect((await run(['install', ...NAMES])).code).toBe(0);
  writeFileSync(own('edited'), agent('edited', 'Review only what changed.').replaceAll('\n', '\r\n'));
  writeFileSync(own('clash'), agent('clash', undefined, 'Name the line.'));
  writeFileSync(own('same'), agent('same', undefined, 'Name both.'));
  commit({
    'agents/plain.md': agent('plain', undefined, 'Name both.'),
    'agents/edited.md': agent('edited', undefined, undefined, 'Begin with the result.'),
    'agents/clash.md': agent('clash', undefined, 'Name the folder.'),
    'agents/same.md': agent('same', undefined, 'Name both.'),
  });
}

const MERGED = agent('edited', 'Review only what changed.', undefined, 'Begin with the result.').replaceAll(
  '\n',
  '\r\n',
);

describe('agents source update, of what was installed', () => {
  test('replaces what nobody changed, merges what somebody did, and leaves alone what is in conflict', async () => {
    await diverged();
    const { code, out, err } = await run(['source', 'update', '--yes']);
    expect(code).toBe(1);
    for (const line of [
      'copy     plain  .claude/agents/plain.md  is replaced: nobody changed it\n',
      'copy     edited  .claude/agents/edited.md  is merged with what was changed in it\n',
      '+Begin with the result.\n',
      'copy     same  .claude/agents/same.md  stays: it says all of it already\n',
      'conflict clash  .claude/agents/clash.md  stays as it is: both changed the same\n',
      '    - Name the line.\n',
      '    - Name the folder.\n',
    ])
      expect(out).toContain(line);
    expect(err).toContain(
      '.claude/agents/clash.md stays as it is: 1 conflict; bring it in line by hand, then run agents source update team --resolved\n',
    );
    expect(textOf('plain')).toBe(agent('plain', undefined, 'Name both.'));
    expect(textOf('edited')).toBe(MERGED);
    expect(textOf('clash')).toBe(agent('clash', undefined, 'Name the line.'));
    expect(lock().sources.team.commit).toBe(head());
  });

  test('is undone as one action, and offered again although the source is up to date', async () => {
    await diverged();
    const before = NAMES.map(textOf);
    const { installed } = lock();
    await run(['source', 'update', '--yes']);
    expect((await run(['undo'])).err).toBe('Undone: source update team (3 files)\n');
    expect(NAMES.map(textOf)).toEqual(before);
    expect(lock()).toMatchObject({ installed, sources: { team: { commit: head() } } });
    const again = await run(['source', 'update', '--yes']);
    expect(again.err).toMatch(/^team is up to date at /);
    expect(textOf('edited')).toBe(MERGED);
    expect((await run(['undo'])).code).toBe(0);
    expect((await run(['redo'])).code).toBe(0);
    expect(textOf('edited')).toBe(MERGED);
  });

  test('says nothing more of a conflict that was settled by hand', async () => {
    await diverged();
    await run(['source', 'update', '--yes']);
    expect((await run(['source', 'update', '--yes'])).code).toBe(1);
    expect((await run(['source', 'update', '--yes', '--resolved'])).code).toBe(0);
    expect(textOf('clash')).toBe(agent('clash', undefined, 'Name the line.'));
    const { code, out, err } = await run(['source', 'update', '--yes']);
    expect([code, out, err]).toEqual([0, '', `team is up to date at ${head().slice(0, 7)}\n`]);
    commit({ 'agents/clash.md': agent('clash', 'Read all.', 'Name the folder.') });
    expect((await run(['source', 'update', '--yes'])).code).toBe(0);
    expect(textOf('clash')).toBe(agent('clash', 'Read all.', 'Name the line.'));
  });

  test('shows it first, writes nothing without a yes, and says it in JSON', async () => {
    await diverged();
    const before = [...NAMES.map(textOf), readFileSync(lockPath(), 'utf8')];
    for (const args of [[], ['--dry-run'], ['--dry-run', '--json']]) {
      const { code, out } = await run(['source', 'update', ...args]);
      expect([code, out.includes('edited.md')]).toEqual([1, true]);
    }
    const asked = await run(['source', 'update'], { interactive: true, input: ['no'] });
    expect(asked.err).toBe('Take this for team? [y/N] ');
    expect([...NAMES.map(textOf), readFileSync(lockPath(), 'utf8')]).toEqual(before);
    const { out } = await run(['source', 'update', '--yes', '--json']);
    const [{ copies }] = JSON.parse(out).sources;
    expect(copies.map(({ name, fate }: Record<string, string>) => `${name} ${fate}`).sort()).toEqual([
      'clash conflict',
      'edited merged',
      'plain replaced',
      'same current',
    ]);
    expect(copies.find(({ name }: Record<string, string>) => name === 'clash').conflicts).toEqual([
      { here: '- Name the line.\n', installed: '- Name the file.\n', source: '- Name the folder.\n' },
    ]);
  });

  test('follows an agent that was renamed there, and leaves a copy of one that is gone', async () => {
    await run(['source', 'add', `file://${team}`, '--name', 'team']);
    await run(['install', 'plain', 'edited']);
    const renamed = agent('plain').replace('name: plain', 'name: simple');
    commit({ 'agents/plain.md': null, 'agents/simple.md': renamed, 'agents/edited.md': null });
    expect((await run(['source', 'update', '--yes'])).code).toBe(0);
    expect(textOf('plain')).toBe(renamed);
    expect(textOf('edited')).toBe(agent('edited'));
    expect(lock().installed).toMatchObject({ [own('plain')]: { path: 'agents/simple.md', commit: head() } });
  });

  test('writes nothing that a lock file of a project names outside of it, or that is no agent', async () => {
    await run(['source', 'add', `file://${team}`, '--name', 'team', '--project']);
    await run(['install', 'plain', 'edited', '--project']);
    const other = join(temporaryFolder({ 'mine.md': agent('plain') }), 'mine.md');
    const path = join(folder, 'agents.lock.json');
    const text = readFileSync(path, 'utf8');
    const { installed, ...rest } = JSON.parse(text);
    const entry = installed['.claude/agents/plain.md'];
    writeFileSync(join(folder, '.git/hook.md'), agent('plain'));
    writeFileSync(join(folder, 'run.sh'), agent('plain'));
    rmSync(own('edited'));
    symlinkSync(other, own('edited'));
    const named = { ...installed, '.git/hook.md': entry, 'run.sh': entry, [other]: entry, '../x.md': entry };
    writeFileSync(path, JSON.stringify({ ...rest, installed: { ...named, '.claude/agents/edited.md': entry } }));
    commit({ 'agents/plain.md': agent('plain', 'Changed.') });
    expect((await run(['source', 'update', '--yes'])).code).toBe(1);
    expect(
      [other, join(folder, '.git/hook.md'), join(folder, 'run.sh')].map((one) => readFileSync(one, 'utf8')),
    ).toEqual(Array.from({ length: 3 }, () => agent('plain')));
    rmSync(own('edited'));
    expect((await run(['source', 'update', '--yes'])).code).toBe(0);
    expect(textOf('plain')).toBe(agent('plain', 'Changed.'));
    expect(existsSync(own('edited'))).toBe(false);
  });

  test('leaves a copy alone whose beginnings nobody has any more', async () => {
    await diverged();
    const { installed, ...rest } = lock();
    const entries = Object.entries<Record<string, string>>(installed);
    const bare = entries.map(([path, { commit: _, ...entry }]) => [path, entry]);
    writeFileSync(lockPath(), JSON.stringify({ ...rest, installed: Object.fromEntries(bare) }));
    const { code, out } = await run(['source', 'update', '--yes']);
    expect(code).toBe(1);
    expect(out).toContain(
      'edited  .claude/agents/edited.md  stays: its lock file does not say what it was installed from\n',
    );
    expect(textOf('plain')).toBe(agent('plain', undefined, 'Name both.'));
  });
});
