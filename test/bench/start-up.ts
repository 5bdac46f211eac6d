import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { NOTHING, processTime, type Taken } from './process-time.ts';
import { type Figures, quantile, rounded } from './statistics.ts';
import { startApp } from './timed-program.ts';

const ROUNDS = 21;
/** Files that the wanted times are stated for; with more of them they grow. */
export const WANTED_FOR = 1_837;

interface Kind {
  readonly what: string;
  /** Times `node -e 0`, at most. */
  readonly wanted: number;
  readonly run: () => Taken | Promise<Taken>;
}

/** Whole processes against `node -e 0`, one of each in turn, so that what else the machine does falls on all alike. */
export async function startUpFigures(hundred: string, home: string): Promise<Figures> {
  return beside(
    'Start-up',
    `Medians of ${ROUNDS} interleaved rounds in an environment without NODE_OPTIONS or extra certificates; compiled code is kept from an earlier run.`,
    [
      { what: 'node -e 0', wanted: 1, run: () => processTime(NOTHING, home) },
      {
        what: 'agents --version',
        wanted: 1.3,
        run: () => processTime([process.execPath, 'dist/agents.js', '--version'], home),
      },
      {
        what: 'agents list, 100 files',
        wanted: 2.5,
        run: () => processTime([process.execPath, 'dist/agents.js', 'list', '--source', hundred], home),
      },
      { what: 'agents, first frame', wanted: 3.5, run: () => firstFrame(hundred, home) },
    ],
  );
}

/**
 * Commands that read many files, the first time and again.
 *
 * @param folders Of collections, with how many files each holds.
 */
export async function commandFigures(folders: ReadonlyMap<number, string>, home: string): Promise<Figures> {
  const kinds = [...folders].flatMap(([count, folder]): readonly Kind[] => {
    const words = count.toLocaleString('en-US');
    const run = (...args: readonly string[]) => processTime([process.execPath, 'dist/agents.js', ...args], home);
    return [
      {
        what: `agents list, ${words} files, nothing kept`,
        wanted: 12 * Math.max(1, count / WANTED_FOR),
        run: () => {
          rmSync(join(home, '.cache', 'agents', 'libraries'), { recursive: true, force: true });
          return run('list', '--source', folder);
        },
      },
      {
        what: `agents list, ${words} files, again`,
        wanted: 5 * Math.max(1, count / WANTED_FOR),
        run: () => run('list', '--source', folder),
      },
      {
        what: `completing a name, ${words} files, again`,
        wanted: 5,
        run: () => run('complete', '--', 'show', '--source', folder, ''),
      },
      {
        what: `agents search, ${words} files, again`,
        wanted: 12 * Math.max(1, count / WANTED_FOR),
        run: () => run('search', 'backend', '--source', folder),
      },
    ];
  });
  const bare: Kind = { what: 'node -e 0', wanted: 1, run: () => processTime(NOTHING, home) };
  return beside(
    'Commands over many files',
    'As start-up, in whole processes. What was read is kept for the next command while nothing on the disk changed ([why](decisions/0024-kept-library.md)); the first row of each size has that thrown away.',
    [bare, ...kinds],
  );
}

/** Each kind of process beside the first. */
async function beside(title: string, note: string, kinds: readonly Kind[]): Promise<Figures> {
  // What is compiled is kept by the first run.
  for (const { run } of kinds) await run();
  const taken = kinds.map((): Taken[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, { run }] of kinds.entries()) taken[at]?.push(await run());
  }
  const ratiosOf = (at: number, part: keyof Taken): readonly number[] =>
    (taken[at] ?? []).map((one, round) => one[part] / (taken[0]?.[round]?.[part] ?? Number.NaN));
  const rows = kinds.map(({ what, wanted }, at) => {
    const ratios = ratiosOf(at, 'wall');
    const onProcessor = quantile(ratiosOf(at, 'processor'), 0.5);
    const all = (taken[at] ?? []).map(({ wall }) => wall);
    return {
      'whole process': what,
      'ms (median)': rounded(quantile(all, 0.5)),
      ratio: rounded(quantile(ratios, 0.5)),
      'ratio, middle half': `${rounded(quantile(ratios, 0.25))} – ${rounded(quantile(ratios, 0.75))}`,
      'ratio of processor time': Number.isNaN(onProcessor) ? '–' : rounded(onProcessor),
      'wanted at most': rounded(wanted),
    };
  });
  return { title, note, rows };
}

async function firstFrame(folder: string, home: string): Promise<Taken> {
  const app = startApp(folder, home);
  const wall = await app.until(/ype to search.*help/s);
  await app.quit();
  return { wall, processor: Number.NaN };
}
