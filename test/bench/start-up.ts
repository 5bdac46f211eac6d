import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { benchEnvironment, startApp } from './app-in-terminal.ts';
import { type Figures, quantile, rounded } from './statistics.ts';

const ROUNDS = 21;

/** Whole processes against `node -e 0`, one of each in turn, so that what else the machine does falls on all alike. */
export async function startUpFigures(hundred: string, home: string): Promise<Figures> {
  const kinds: readonly (readonly [string, number, () => number | Promise<number>])[] = [
    ['node -e 0', 1, () => processTime(['-e', '0'], home)],
    ['agents --version', 1.3, () => processTime(['dist/agents.js', '--version'], home)],
    ['agents list, 100 files', 2.5, () => processTime(['dist/agents.js', 'list', '--source', hundred], home)],
    ['agents, first frame', 3.5, () => firstFrame(hundred, home)],
  ];
  // What is compiled is kept by the first run.
  for (const [, , run] of kinds) await run();
  const times = kinds.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, [, , run]] of kinds.entries()) times[at]?.push(await run());
  }
  const rows = kinds.map(([what, wanted], at) => {
    const ratios = (times[at] ?? []).map((time, round) => time / (times[0]?.[round] ?? Number.NaN));
    return {
      'whole process': what,
      'ms (median)': rounded(quantile(times[at] ?? [], 0.5)),
      ratio: rounded(quantile(ratios, 0.5)),
      'ratio, middle half': `${rounded(quantile(ratios, 0.25))} – ${rounded(quantile(ratios, 0.75))}`,
      'wanted at most': wanted,
    };
  });
  const note = `Medians of ${ROUNDS} interleaved rounds in an environment without NODE_OPTIONS or extra certificates; compiled code is kept from an earlier run.`;
  return { title: 'Start-up', note, rows };
}

function processTime(args: readonly string[], home: string): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, {
    env: benchEnvironment(home),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - start;
}

async function firstFrame(folder: string, home: string): Promise<number> {
  const app = startApp(folder, home);
  const time = await app.until(/ype to search.*help/s);
  await app.quit();
  return time;
}
