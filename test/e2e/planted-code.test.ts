import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { beforeEach, describe, expect, test } from 'vitest';
import { COMPILED, compiledFiles, compiledHashes, NODE_KEEPS } from '../support/compiled-files.ts';
import { copiedBuild } from '../support/copied-build.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';

// Compiled code that a stranger has put where the program looks for its own. It is what the program would have kept
// itself, but for what it does, so that nothing but the place can tell.

const [node = ''] = AGENTS;
const PLANTED = 'planted code ran\n';

let build: string;
let home: string;

const run = (env: Readonly<Record<string, string>>, cwd: string) => {
  const args = [join(build, 'agents.js'), 'list', '--source', join(build, '../agents')];
  return spawnSync(node, args, { cwd, env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' });
};

beforeEach(() => {
  build = copiedBuild();
  home = temporaryFolder();
  const honest = temporaryFolder();
  const script = join(build, 'main.js');
  const text = readFileSync(script, 'utf8');
  // As many characters, in as many bytes.
  const wide = text.replace(/[\0-\x7f]/g, '');
  const code = `process.stdout.write(${JSON.stringify(PLANTED)}) // ${wide}`.padEnd(text.length);
  const { atime, mtime } = statSync(script);
  run({ HOME: honest }, honest);
  writeFileSync(script, code);
  utimesSync(script, atime, mtime);
  run({ HOME: home }, home);
  writeFileSync(script, text);
  utimesSync(script, atime, mtime);

  const kept = [...compiledFiles(join(honest, COMPILED)).values()];
  for (const [at, [path, evil]] of [...compiledFiles(join(home, COMPILED))].entries())
    writeFileSync(path, disguised(evil, kept[at] ?? evil));
});

/** Code made of another script, with what the honest file says of the script. */
function disguised(evil: Buffer, honest: Buffer): Buffer {
  // Node's begins with five words, of which the fourth is a check sum of the script.
  if (NODE_KEEPS) return Buffer.concat([evil.subarray(0, 12), honest.subarray(12, 16), evil.subarray(16)]);
  const front = (bytes: Buffer) => bytes.indexOf(`["${process.version}"`);
  const origin = honest.subarray(front(honest), -front(honest));
  return Buffer.concat([evil.subarray(0, front(evil)), origin, evil.subarray(-front(evil))]);
}

/** Where the planted code lies: the folder, and in it the file, or the folder that is Node's. */
const folder = () => join(home, COMPILED);
const entry = () => join(folder(), readdirSync(folder())[0] ?? '');

const NOBODY = 65_534;

/** What only root can do to a file. */
const OF_OTHERS =
  process.getuid?.() === 0
    ? [
        { place: 'a folder of another user', change: () => chownSync(folder(), NOBODY, NOBODY) },
        { place: 'a folder in one of another user', change: () => chownSync(join(home, '.cache'), NOBODY, NOBODY) },
        { place: 'a file, or a folder of Node, of another user', change: () => chownSync(entry(), NOBODY, NOBODY) },
        { place: 'a home of another user', change: () => chownSync(home, NOBODY, NOBODY) },
      ]
    : [];

const PLACES = [
  { place: 'a folder that the group may write to', change: () => chmodSync(folder(), 0o770) },
  { place: 'a sticky folder that others may write to', change: () => chmodSync(folder(), 0o1777) },
  { place: 'a folder in one that others may write to', change: () => chmodSync(join(home, '.cache'), 0o777) },
  { place: 'a home that the group may write to', change: () => chmodSync(home, 0o770) },
  { place: 'a file, or a folder of Node, that the group may write to', change: () => chmodSync(entry(), 0o770) },
  { place: 'a folder that is a link', change: () => linked(folder()) },
  { place: 'a file, or a folder of Node, that is a link', change: () => linked(entry()) },
  ...OF_OTHERS,
];

test('from the home folder of the user it runs: it is what the program would have kept', () => {
  expect(run({ HOME: home }, home).stdout).toContain(PLANTED);
});

describe('planted code does not run', () => {
  test.each([
    ['HOME is empty', { HOME: '' }, '.cache'],
    ['HOME is a dot', { HOME: '.' }, '.cache'],
    ['HOME is relative', { HOME: 'rel' }, 'rel/.cache'],
    ['XDG_CACHE_HOME is relative', { HOME: '', XDG_CACHE_HOME: 'c' }, 'c'],
    ['XDG_CACHE_HOME is relative and there is a home', { HOME: '/nonexistent', XDG_CACHE_HOME: './c' }, 'c'],
  ])('from the working directory where %s, and nothing is made there', (_, env, cache) => {
    const cwd = temporaryFolder();
    mkdirSync(dirname(join(cwd, cache)), { recursive: true });
    renameSync(join(home, '.cache'), join(cwd, cache));
    const before = compiledHashes(cwd);
    expect(run(env, cwd)).toMatchObject({ status: 0, stderr: '', stdout: expect.not.stringContaining(PLANTED) });
    expect(compiledHashes(cwd)).toEqual(before);
  });

  test.each(PLACES)('from $place', ({ change }) => {
    change();
    expect(run({ HOME: home }, home)).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.not.stringContaining(PLANTED),
    });
  });
});

/** Put a link in place of something, which is as it was elsewhere. */
function linked(path: string): void {
  const elsewhere = join(temporaryFolder(), basename(path));
  cpSync(path, elsewhere, { recursive: true });
  renameSync(path, `${dirname(path)}-away`);
  symlinkSync(elsewhere, path);
}
