import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { comparisonTable, type Sample } from './comparison-table.ts';
import { type Finder, findersHere, fzfVersion } from './finders.ts';
import { NOTHING, processTime, type Taken } from './process-time.ts';
import { type Figures, quantile } from './statistics.ts';
import { startProgram, type TimedProgram } from './timed-program.ts';

const CLEAR = '\u0015';
/** What is put off until nobody types is done by then. */
const REST_MS = 1_500;
/** A letter that names and descriptions have, but not all of them. */
const FIRST_LETTER = 'b';

/** What is compared. */
interface Comparison {
  /** Of collections to open, with how many files each holds. */
  readonly opened: ReadonlyMap<number, string>;
  /** Of collections to list, likewise. */
  readonly listed: ReadonlyMap<number, string>;
  /** Where the programs keep what they keep. */
  readonly home: string;
  readonly rounds: number;
  readonly queries: readonly string[];
}

type Measured = Pick<Sample, 'figure' | 'taken'>;

/** Ours beside a fuzzy finder over the same files, one after the other in each round. */
export async function besideFinders(comparison: Comparison): Promise<readonly Figures[]> {
  const finders = findersHere();
  const samples: Sample[] = [];
  const take = async (program: string, measure: () => Promise<readonly Measured[]>): Promise<void> => {
    const bare = processTime(NOTHING, comparison.home);
    samples.push(...(await measure()).map((measured) => ({ ...measured, program, bare })));
  };
  const { listed, opened, home, rounds } = comparison;
  const warming = { ...comparison, queries: comparison.queries.slice(0, 1) };
  // Round 0 does not count: what is compiled and drawn for the first time is kept by it.
  for (let round = 0; round <= rounds; round += 1) {
    // Whoever comes first in one round comes last in the next.
    const turns = round % 2 === 1 ? finders : [...finders].reverse();
    const typed = round === 0 ? warming : comparison;
    const measures = [
      ...[...listed].map(
        ([count, folder]) =>
          async (finder: Finder) =>
            listings(finder, count, folder, home),
      ),
      ...[...opened].flatMap(([count, folder]) =>
        [sitting, sittingAgain, leaving].map((measure) => (finder: Finder) => measure(finder, count, folder, typed)),
      ),
    ];
    for (const measure of measures) {
      for (const finder of turns) await take(finder.name, () => measure(finder));
    }
    if (round === 0) samples.length = 0;
  }
  return [
    comparisonTable('Beside a fuzzy finder', noteOf(comparison), samples, 'wall'),
    comparisonTable('Beside a fuzzy finder: processor time', PROCESSOR_NOTE, samples, 'processor'),
  ];
}

/** Everything on standard output, the first time and again. */
function listings(finder: Finder, count: number, folder: string, home: string): readonly Measured[] {
  rmSync(join(home, '.cache', 'agents', 'libraries'), { recursive: true, force: true });
  const list = (): Taken => processTime(finder.listed(folder), home);
  if (count === 0) return [{ figure: 'list of nothing', taken: list() }];
  const figure = `list of ${filesText(count)}`;
  return [
    { figure: `${figure}, the first time`, taken: list() },
    { figure: `${figure}, again`, taken: list() },
  ];
}

/** From the start to the last letter, where nothing is kept of the collection. */
async function sitting(
  finder: Finder,
  count: number,
  folder: string,
  { home, queries }: Comparison,
): Promise<readonly Measured[]> {
  const { program, frame, letter, some, all } = await started(finder, count, folder, home);
  await program.answer(CLEAR, finder.answer);
  await pause(REST_MS);
  const letters = await lettersOf(finder, program, queries);
  await program.quit();
  const named = (what: string): string => `${what}, ${filesText(count)}`;
  return [
    { figure: named('first frame'), taken: frame },
    { figure: named('first letter shown'), taken: letter },
    { figure: named('first letter answered'), taken: some },
    { figure: named('all read and answered'), taken: all },
    ...letters.map(({ figure, taken }) => ({ figure: named(figure), taken })),
  ];
}

/** The start alone, where the collection is known from before. */
async function sittingAgain(
  finder: Finder,
  count: number,
  folder: string,
  { home }: Comparison,
): Promise<readonly Measured[]> {
  if (finder.keeps) processTime(finder.keeps, home, finder.where(folder));
  const { program, some, all } = await started(finder, count, folder, home);
  await program.quit();
  const named = (what: string): string => `${what}, again, ${filesText(count)}`;
  return [
    { figure: named('first letter answered'), taken: some },
    { figure: named('all read and answered'), taken: all },
  ];
}

async function started(finder: Finder, count: number, folder: string, home: string) {
  const program = startProgram(finder.opened, finder.where(folder), home);
  const soFar = (wall: number): Taken => ({ wall, processor: program.processorTime() });
  const frame = soFar(await program.until(finder.frame));
  program.forget();
  program.type(FIRST_LETTER);
  const letter = soFar(await program.until(finder.letter));
  const some = soFar(await program.until(finder.someAnswer));
  const all = soFar(await program.until(finder.allAnswer(count)));
  return { program, frame, letter, some, all };
}

async function lettersOf(
  finder: Finder,
  program: TimedProgram,
  queries: readonly string[],
): Promise<readonly Measured[]> {
  const list: number[] = [];
  const screen: number[] = [];
  const before = program.processorTime();
  for (const query of queries) {
    for (const key of query) {
      const answered = await program.answer(key, finder.answer);
      // A blank says nothing that the word before did not.
      if (key === ' ' || answered === null) continue;
      list.push(answered.matched);
      screen.push(answered.still);
    }
    await program.answer(CLEAR, finder.answer);
  }
  if (list.length < queries.join('').length / 2) throw new Error(`${finder.name} hardly ever answers`);
  const wall = (milliseconds: number): Taken => ({ wall: milliseconds, processor: Number.NaN });
  return [
    { figure: 'a letter, median', taken: wall(quantile(list, 0.5)) },
    { figure: 'a letter, 95 in 100 within', taken: wall(quantile(list, 0.95)) },
    { figure: 'a letter with its preview, median', taken: wall(quantile(screen, 0.5)) },
    { figure: 'a letter with its preview, 95 in 100 within', taken: wall(quantile(screen, 0.95)) },
    {
      figure: 'a letter with its preview',
      taken: { wall: Number.NaN, processor: (program.processorTime() - before) / list.length },
    },
  ];
}

/** From the key to the end of the process, the key being pressed as soon as there is a frame. */
async function leaving(
  finder: Finder,
  count: number,
  folder: string,
  { home }: Comparison,
): Promise<readonly Measured[]> {
  const program = startProgram(finder.opened, finder.where(folder), home);
  await program.until(finder.frame);
  const pressed = performance.now();
  await program.quit();
  const taken = { wall: performance.now() - pressed, processor: Number.NaN };
  return [{ figure: `leaving while it reads, ${filesText(count)}`, taken }];
}

function filesText(count: number): string {
  return `${count.toLocaleString('en-US')} files`;
}

function noteOf({ rounds, queries }: Comparison): string {
  const version = fzfVersion();
  const letters = queries.join('').replaceAll(' ', '').length;
  return [
    version === null
      ? 'The program fzf is not on the PATH here: what it takes is left out.'
      : `fzf ${version} over the same files, in the same terminal: over the lines of \`find\`, and over those of \`grep\` with the description in them, with \`cat\` of the file as its preview.`,
    'Ours is started in the project that the files belong to, and has the bundled agents to search besides.',
    `Medians of ${rounds} rounds, in each of which every program has its turn, with the middle half; “÷ node” is that beside \`node -e 0\` in the same rounds.`,
    'The first frame, the first letter, typed into that frame, and all read count from the start of the process; “again” is where ours was told of the collection by a list before; leaving counts from the key, pressed at the first frame, to the end of the process.',
    `A letter counts from the key to the last byte of the list, and with its preview to the last that changes on the screen; ${letters} letters a round.`,
    'Ahead and behind are by so many times; level is where the middle halves meet.',
  ].join(' ');
}

const PROCESSOR_NOTE =
  'In the same rounds, on all processors together and with everything that was started: means. What counts from the start of the process does so here too; a letter has its share of all that was done while they were typed.';
