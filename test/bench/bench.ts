import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { appAtSize } from './app-at-size.ts';
import { besideFinders } from './beside-finders.ts';
import { HUNDRED_LETTERS } from './finders.ts';
import { makeCollection } from './make-collection.ts';
import { searchBesidePeers } from './search-beside-peers.ts';
import { commandFigures, startUpFigures, WANTED_FOR } from './start-up.ts';
import { type Figures, markdownTable } from './statistics.ts';
import { workAtSize } from './work-at-size.ts';

// Measures the built program and writes docs/performance.md and .json: `npm run bench [-- COUNT…]`. Run it from the
// folder of the package, on Linux, with nothing else going on. `npm run bench -- --quick` shows in a few minutes whether
// everything can be measured: few files, few rounds, nothing written.

const COUNTS = [1_000, 10_000, 100_000];
/** With fewer files finders are compared only where nothing larger is asked for. */
const LARGE = 5_000;

async function bench(): Promise<void> {
  const quick = process.argv.includes('--quick');
  const given = process.argv.slice(2).map(Number).filter(Boolean);
  const counts = given.length > 0 ? given : quick ? COUNTS.slice(0, 1) : COUNTS;
  const root = mkdtempSync(join(tmpdir(), 'agents-bench-'));
  try {
    const folderOf = (count: number): string => join(root, `of-${count}`, '.claude', 'agents');
    for (const count of new Set([0, 100, WANTED_FOR, ...counts])) {
      mkdirSync(folderOf(count), { recursive: true });
      makeCollection(folderOf(count), count);
    }
    // Half a gigabyte: else the system would be writing it to the disk while keys are timed.
    execFileSync('sync');
    const home = join(root, 'home');
    const inTerminal: Record<string, number>[] = [];
    const work: Record<string, number>[] = [];
    const startUp = await startUpFigures(folderOf(100), home);
    const few = counts.filter((count) => count <= 10_000);
    // What changed a moment ago is not kept.
    await setTimeout(3_000);
    const commands = await commandFigures(new Map(few.map((count) => [count, folderOf(count)])), home);
    for (const count of counts) {
      inTerminal.push(await appAtSize(folderOf(count), count, home));
      work.push(await workAtSize(folderOf(count), count));
    }
    const large = counts.filter((count) => count >= LARGE);
    const finders = await besideFinders({
      opened: new Map((large.length > 0 ? large : counts).map((count) => [count, folderOf(count)])),
      listed: new Map([WANTED_FOR, 0].map((count) => [count, folderOf(count)])),
      home,
      rounds: quick ? 3 : 7,
      queries: quick ? HUNDRED_LETTERS.slice(0, 2) : HUNDRED_LETTERS,
    });
    report(quick, [
      startUp,
      commands,
      { title: 'The app in a terminal of 200×60', note: IN_TERMINAL, rows: inTerminal },
      { title: 'The work behind it', note: WORK, rows: work },
      ...finders,
      searchBesidePeers(),
    ]);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const IN_TERMINAL =
  'A real pseudo-terminal; a key counts from the write to the end of the frame it leads to. The key that goes down is held for 300 repetitions, 30 a second. A letter is one of twelve queries, a second and a half after the library was read. “All searchable” counts from the start of the process to the answer to the first query, “change shown” from writing a file to the frame that shows it. Wanted: at 10,000 usable in 300 ms, searchable in 1.5 s, under 250 MB, p99 at most 16 ms; at 100,000 in 15 s, under 1 GB, 33 ms; under 15 % of a core, a change in 200 ms.';
const WORK = 'In one process, without a screen. Search of a letter is measured for every beginning of six queries.';

/** On the screen, and into the page unless they are too few to be kept. */
function report(quick: boolean, figures: readonly Figures[]): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}, Node ${process.version}`;
  const head = [
    '# Performance',
    '',
    'Written by `npm run bench`; do not edit. The collections it measures are made from a fixed seed.',
    '',
    `Machine: ${machine}.`,
    '',
  ];
  const text = [...head, ...figures.map(markdownTable)].join('\n');
  process.stdout.write(text);
  if (quick) return;
  writeFileSync(join('docs', 'performance.md'), text);
  writeFileSync(join('docs', 'performance.json'), `${JSON.stringify({ machine, figures }, null, 2)}\n`);
}

bench().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
