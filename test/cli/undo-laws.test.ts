import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { undoJournal } from '../../src/adapters/kept/undo-journal.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const agent = (name: string) =>
  `---\nname: ${name} # said here\ndescription: Use it as ${name}\n---\n\nYou are ${name}.\r\n`;
const NAMES = ['ant', 'bee', 'cat', 'dog'];

/** Everything below a folder: bytes, rights, where links lead; of what is kept between runs the settings alone. */
function treeOf(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const walk = (inside: string): void => {
    for (const name of readdirSync(join(folder, inside)).sort()) {
      const path = join(inside, name);
      const status = lstatSync(join(folder, path));
      if (path === 'data' || path === 'settings') continue;
      if (status.isSymbolicLink()) found[path] = `link ${readlinkSync(join(folder, path))}`;
      else if (status.isDirectory()) {
        found[path] = 'folder';
        walk(path);
      } else found[path] = `${(status.mode & 0o7777).toString(8)} ${readFileSync(join(folder, path), 'latin1')}`;
    }
  };
  walk('');
  // What comes with the program is hidden there.
  const settings = join(folder, 'settings/config.json');
  if (existsSync(settings)) found.settings = readFileSync(settings, 'utf8');
  return found;
}

function project(): string {
  const folder = temporaryFolder({
    '.claude/agents/ant.md': agent('ant'),
    '.claude/agents/bee.md': `${agent('bee')}Ask @ant.\n`,
    '.opencode/agents/cat.md': '---\ndescription: Use it as cat\nmode: subagent\n---\n\nYou are cat.\n',
    'real/dog.md': agent('dog'),
    'lib/owl.md': agent('owl'),
    'theirs.json': '{"ant":{"description":"D","prompt":"P"},"elk":{"description":"D","prompt":"P"}}',
  });
  chmodSync(join(folder, '.claude/agents/bee.md'), 0o640);
  symlinkSync('../../real/dog.md', join(folder, '.claude/agents/dog.md'));
  mkdirSync(join(folder, 'other'));
  return folder;
}

const run = (folder: string, args: readonly string[]) =>
  runAgents(folder, args, { sources: defaultSources({ cwd: folder, home: null, bundled: join(folder, 'lib') }) });

const name = fc.constantFrom(...NAMES, 'owl', 'eel', 'fox');
const place = fc.constantFrom('project', 'other', 'opencode', '.claude/agents/deep/er');
const force = fc.constantFrom([], ['--force']);
const command = fc.oneof(
  fc.tuple(fc.constant('new'), name).map(([verb, one]) => [verb, one, '--description', 'D']),
  fc
    .tuple(fc.constant('copy'), name, fc.constantFrom('gnu', 'ant', 'hen'), place, force)
    .map(([verb, one, to, at, by]) => [verb, one, to, '--to', at, ...by]),
  fc.tuple(fc.constant('move'), name, place, force).map(([verb, one, at, by]) => [verb, one, '--to', at, ...by]),
  fc.tuple(fc.constant('rename'), name, fc.constantFrom('gnu', 'hen')),
  fc.tuple(fc.constant('remove'), name, fc.constant('--yes')),
  fc.tuple(fc.constantFrom('disable', 'enable'), name),
  // By force it would leave a backup beside what it replaces, which is nobody's to take away.
  place.map((at) => ['import', 'theirs.json', '--to', at]),
);

describe('undo', () => {
  test('brings back every byte and every right, after whatever was done, and redo does it again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 5 }), async (commands) => {
        const folder = project();
        const trees = [treeOf(folder)];
        for (const args of commands) {
          await run(folder, args);
          const now = treeOf(folder);
          if (JSON.stringify(now) !== JSON.stringify(trees.at(-1))) trees.push(now);
        }
        for (const [at, before] of trees.slice(0, -1).reverse().entries()) {
          expect((await run(folder, ['undo'])).err).toMatch(/^Undone/);
          expect(treeOf(folder)).toEqual(before);
          if (at > 0) continue;
          await run(folder, ['redo']);
          expect(treeOf(folder)).toEqual(trees.at(-1));
          await run(folder, ['undo']);
        }
        expect((await run(folder, ['undo'])).code).toBe(1);
      }),
      { numRuns: 25 },
    );
  });
});

describe('an action that is cut short', () => {
  /** A process that journals, changes some of what it noted, and is killed. */
  async function killed(folder: string, steps: string): Promise<void> {
    const at = (file: string) => JSON.stringify(fileURLToPath(new URL(`../../src/adapters/${file}`, import.meta.url)));
    const contents = `
      import { undoJournal } from ${at('kept/undo-journal.ts')};
      import { nodeFileSystem } from ${at('node-file-system.ts')};
      import { notedFiles } from ${at('kept/noted-files.ts')};
      import { sha256 } from ${at('sha256.ts')};
      const journal = undoJournal(${JSON.stringify(join(folder, 'data'))});
      const files = notedFiles(nodeFileSystem, async () => journal, () => {});
      journal.begin('an action');
      ${steps}
      process.kill(process.pid, 'SIGKILL');`;
    const script = join(folder, 'data', 'killed.mjs');
    await build({
      stdin: { contents, resolveDir: '/' },
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
    expect((await once(child, 'exit'))[1]).toBe('SIGKILL');
  }

  const path = (folder: string, file: string) => JSON.stringify(join(folder, file));

  test('is put back where some of it was done', async () => {
    const folder = project();
    const before = treeOf(folder);
    await killed(
      folder,
      `const ant = (await files.read(${path(folder, '.claude/agents/ant.md')})).text;
       await files.move(${path(folder, '.claude/agents/ant.md')}, ${path(folder, 'made/ant.md')}, sha256(ant));
       await journal.note(${path(folder, 'real/dog.md')}, { kind: 'absent' });`,
    );
    expect(treeOf(folder)).not.toEqual(before);
    const recovered = await undoJournal(join(folder, 'data')).recover();
    expect(recovered).toEqual([{ words: 'an action', isFinished: false, left: [] }]);
    expect(treeOf(folder)).toEqual(before);
    expect(await undoJournal(join(folder, 'data')).list()).toEqual([]);
  });

  test('stays where all of it was done and it was about to be closed, and can be undone', async () => {
    const folder = project();
    const before = treeOf(folder);
    await killed(
      folder,
      `await files.write(${path(folder, 'made/x.md')}, 'x', { kind: 'absent' }); await journal.close();`,
    );
    const undo = join(folder, 'data/undo');
    for (const name of ['noted.jsonl', 'process.json'])
      writeFileSync(
        join(undo, '1', name),
        JSON.stringify({ pid: 999_999_999, host: hostname(), started: null, token: '' }),
      );
    renameSync(join(undo, '1'), join(undo, '1.open'));
    const journal = undoJournal(join(folder, 'data'));
    expect(await journal.recover()).toMatchObject([{ isFinished: true, left: [] }]);
    expect(await journal.recover()).toEqual([]);
    expect((await journal.undo(null, false)).kind).toBe('undone');
    expect(treeOf(folder)).toEqual(before);
  });

  test('leaves what somebody else has written since, and says so', async () => {
    const folder = project();
    await killed(
      folder,
      `await files.write(${path(folder, 'made/x.md')}, 'x', { kind: 'absent' });
       await journal.note(${path(folder, 'real/dog.md')}, { kind: 'absent' });
       (await import('node:fs')).writeFileSync(${path(folder, 'made/x.md')}, 'theirs');`,
    );
    const recovered = await undoJournal(join(folder, 'data')).recover();
    expect(recovered).toEqual([{ words: 'an action', isFinished: false, left: [join(folder, 'made/x.md')] }]);
    expect(readFileSync(join(folder, 'made/x.md'), 'utf8')).toBe('theirs');
  });
});

test('of more than a hundred actions the oldest are forgotten, and of much the newest stays', async () => {
  const folder = temporaryFolder({ 'a.md': '0' });
  const path = join(folder, 'a.md');
  const changes = [{ path, before: { kind: 'absent' }, after: { kind: 'absent' }, saved: null, folders: [] }];
  for (let id = 1; id <= 102; id += 1) {
    const action = { schema: 1, command: `write ${id}`, time: '2026-01-01T00:00:00Z', undoes: null, changes };
    mkdirSync(join(folder, 'undo', String(id)), { recursive: true });
    writeFileSync(join(folder, 'undo', String(id), 'action.json'), JSON.stringify(action));
  }
  const journal = undoJournal(folder);
  const write = async (words: string, bytes: number) => {
    journal.begin(words);
    await journal.note(path, null);
    writeFileSync(path, 'x'.repeat(bytes));
    expect((await journal.close()).problem).toBe(null);
  };
  await write('small', 30_000_000);
  expect((await journal.list()).map(({ words }) => words)).toHaveLength(100);
  await write('large', 30_000_001);
  expect(await journal.list()).toHaveLength(100);
  await write('larger', 1);
  expect((await journal.list()).map(({ words }) => words)).toEqual(['larger']);
});
