import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { draftsFolder } from '../../src/adapters/kept/drafts-folder.ts';
import { recipesFolder } from '../../src/adapters/kept/recipes-folder.ts';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { composeFile } from '../../src/core/compose/compose.ts';
import { saveDefinition } from '../../src/usecases/save-definition.ts';
import { draftOfRound, roundOf, SAVED } from '../support/saving-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A process saves in several folders at once, so that a kill ends several saves, each at another place of its life. */
const FOLDERS = 5;
/** Of each of two processes at a time: two hundred saves that are killed. */
const KILLS = 12;
/** One in so many is killed after its first round, so that the rounds go on however slow the machine is. */
const ROUND_EVERY = 5;

test('a process killed while saving leaves whole files, and the draft', { timeout: 600_000 }, async () => {
  const program = await bundledChild();

  await Promise.all(
    [0, 1].map(async () => {
      const folders = await Promise.all(Array.from({ length: FOLDERS }, firstRound));
      const rounds = await killAndLook(program, folders, await timeOfRound(program, folders));
      expect(rounds).toBeGreaterThanOrEqual(KILLS / ROUND_EVERY);
      await expectNothingPilesUp(program, folders);
    }),
  );
});

/** The saving process as one file that starts fast. */
async function bundledChild(): Promise<string> {
  const outfile = join(temporaryFolder(), 'saving.cjs');
  const source = fileURLToPath(new URL('../support/saving-process.ts', import.meta.url));
  await build({
    stdin: {
      contents: `import { save } from ${JSON.stringify(source)}; for (const folder of process.argv.slice(3)) save(folder, Number(process.argv[2]));`,
      resolveDir: '/',
    },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return outfile;
}

async function firstRound(): Promise<string> {
  const folder = temporaryFolder();
  const outside = { files: nodeFileSystem, recipes: recipesFolder(folder), sha256, openBackups: async () => null };
  await saveDefinition(outside, draftOfRound(1), join(folder, SAVED), { kind: 'absent' });
  await draftsFolder(folder).write('one', draftOfRound(1));
  return folder;
}

function start(program: string, folders: readonly string[], rounds: number) {
  return spawn(process.execPath, [program, `${rounds}`, ...folders], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** How long a process takes here and now for its first rounds of saving, in milliseconds. */
async function timeOfRound(program: string, folders: readonly string[]): Promise<number> {
  const child = start(program, folders, 1);
  await said(child.stdout, 'saving');
  const begin = performance.now();
  await once(child, 'close');
  return performance.now() - begin;
}

/**
 * @param life Processes are killed at any time up to that after they began to save.
 * @returns How many rounds were saved.
 */
async function killAndLook(program: string, folders: readonly string[], life: number): Promise<number> {
  const first = await Promise.all(folders.map(lookAt));
  let last = first;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await startAndKill(program, folders, kill % ROUND_EVERY === 0 ? 'saved' : 'saving', Math.random() * life);
    const now = await Promise.all(folders.map(lookAt));
    for (const [at, round] of now.entries()) expect(round).toBeGreaterThanOrEqual(last[at] ?? 0);
    last = now;
  }
  return last.reduce((sum, round, at) => sum + round - (first[at] ?? 0), 0);
}

/** @param word What it says before it is killed, so many milliseconds later. */
async function startAndKill(program: string, folders: readonly string[], word: string, later: number): Promise<void> {
  const child = start(program, folders, Number.POSITIVE_INFINITY);
  let problem = '';
  child.stderr.on('data', (data: Buffer) => {
    problem += data.toString();
  });
  const ended = once(child, 'close');
  await Promise.race([said(child.stdout, word), ended]);
  setTimeout(() => child.kill('SIGKILL'), later);
  await ended;
  expect(problem).toBe('');
  expect(child.signalCode).toBe('SIGKILL');
}

function said(stream: Readable, word: string): Promise<void> {
  let text = '';
  return new Promise((resolve) => {
    stream.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.includes(`${word}\n`)) resolve();
    });
  });
}

/** What is on the disk is the file of one round, the draft of that or the next, and a recipe of that or one before. */
async function lookAt(folder: string): Promise<number> {
  const text = readFileSync(join(folder, SAVED), 'utf8');
  const saved = roundOf(text);
  expect(text).toBe(composeFile(draftOfRound(saved)));

  const { drafts, problems } = await draftsFolder(folder).list();
  expect(problems).toEqual([]);
  expect(drafts.map(({ id }) => id)).toEqual(['one']);
  const draft = composeFile(drafts[0]?.draft ?? draftOfRound(0));
  expect([saved, saved + 1]).toContain(roundOf(draft));
  expect(draft).toBe(composeFile(draftOfRound(roundOf(draft))));

  const recipe = await recipesFolder(folder).of(join(folder, SAVED));
  if (recipe.kind !== 'recipe') throw new Error(`no recipe: ${JSON.stringify(recipe)}`);
  const written = composeFile(recipe.recipe.draft);
  expect(roundOf(written)).toBeGreaterThan(0);
  expect(roundOf(written)).toBeLessThanOrEqual(saved);
  expect(written).toBe(composeFile(draftOfRound(roundOf(written))));
  return saved;
}

/** Temporary files of dead processes go with the next write, once they are older than any write takes. */
async function expectNothingPilesUp(program: string, folders: readonly string[]): Promise<void> {
  const places = folders.flatMap((folder) => ['agents', 'drafts', 'recipes'].map((name) => join(folder, name)));
  const left = () => places.flatMap((place) => readdirSync(place).filter((name) => name.endsWith('.tmp')));
  for (const place of places)
    for (const name of readdirSync(place)) utimesSync(join(place, name), 0, Date.now() / 1000 - 60);

  await once(start(program, folders, 1), 'close');
  expect(left()).toEqual([]);
}
