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

/** Four hundred in all; two folders at once. A save now also looks at rights, locks and backups, and takes longer. */
const KILLS_IN_EACH = 200;
/** One in so many is killed after its first round, so that the rounds go on however slow the machine is. */
const ROUND_EVERY = 10;
/** A round of saving takes about as long. */
const LONGEST_LIFE_MS = 25;

test('a process killed while saving leaves whole files, and the draft', { timeout: 600_000 }, async () => {
  const program = await bundledChild();
  const folders = await Promise.all([firstRound(), firstRound()]);

  const rounds = await Promise.all(folders.map((folder) => killAndLook(program, folder)));

  for (const seen of rounds) expect(seen).toBeGreaterThan(KILLS_IN_EACH / ROUND_EVERY);
  for (const folder of folders) await expectNothingPilesUp(program, folder);
});

/** The saving process as one file that starts fast. */
async function bundledChild(): Promise<string> {
  const outfile = join(temporaryFolder(), 'saving.cjs');
  const source = fileURLToPath(new URL('../support/saving-process.ts', import.meta.url));
  await build({
    stdin: {
      contents: `import { save } from ${JSON.stringify(source)}; save(process.argv[2], Number(process.argv[3] ?? Infinity));`,
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
  const outside = { files: nodeFileSystem, recipes: recipesFolder(folder), sha256 };
  await saveDefinition(outside, draftOfRound(1), join(folder, SAVED), { kind: 'absent' });
  await draftsFolder(folder).write('one', draftOfRound(1));
  return folder;
}

/** @returns The last round that was saved. */
async function killAndLook(program: string, folder: string): Promise<number> {
  let last = 1;
  for (let kill = 0; kill < KILLS_IN_EACH; kill += 1) {
    await startAndKill(program, folder, kill % ROUND_EVERY === 0 ? 'saved' : 'saving');
    const now = await lookAt(folder);
    expect(now).toBeGreaterThanOrEqual(last);
    last = now;
  }
  return last;
}

/** @param word What it says before it is killed. */
async function startAndKill(program: string, folder: string, word: string): Promise<void> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let problem = '';
  child.stderr.on('data', (data: Buffer) => {
    problem += data.toString();
  });
  const ended = once(child, 'close');
  await Promise.race([said(child.stdout, word), ended]);
  setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_LIFE_MS);
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
async function expectNothingPilesUp(program: string, folder: string): Promise<void> {
  const places = ['agents', 'drafts', 'recipes'].map((name) => join(folder, name));
  const left = () => places.flatMap((place) => readdirSync(place).filter((name) => name.endsWith('.tmp')));
  for (const place of places)
    for (const name of readdirSync(place)) utimesSync(join(place, name), 0, Date.now() / 1000 - 60);

  await once(spawn(process.execPath, [program, folder, '1']), 'close');
  expect(left()).toEqual([]);
}
