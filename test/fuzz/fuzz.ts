// `npm run fuzz [-- SECONDS [SEED]]`: try every target with ever new texts until the time is up; exit code 1 with the
// smallest text that breaks one. A seed printed here gives the same texts again.
import process from 'node:process';
import fc from 'fast-check';
import { FUZZ_TARGETS } from './fuzz-targets.ts';

const DEFAULT_SECONDS = 120;
const TEXTS_A_ROUND = 100;
/** A text of a few kilobytes that takes this long hints at a scanner that is not linear. */
const SLOW_MS = 2000;

const [seconds = String(DEFAULT_SECONDS), seedText = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const end = performance.now() + Number(seconds) * 1000;
const tried = new Map<string, number>();
let seed = Number(seedText);
process.stdout.write(`fuzzing ${Object.keys(FUZZ_TARGETS).join(', ')} for ${seconds} s from seed ${seed}\n`);

while (performance.now() < end) {
  for (const [name, target] of Object.entries(FUZZ_TARGETS)) {
    const before = performance.now();
    const details = await fc.check(target(), {
      seed,
      numRuns: TEXTS_A_ROUND,
      interruptAfterTimeLimit: Math.max(1, end - performance.now()),
      timeout: SLOW_MS * 5,
    });
    tried.set(name, (tried.get(name) ?? 0) + details.numRuns);
    const took = performance.now() - before;
    if (details.failed && details.counterexample !== null) {
      process.stdout.write(
        `${name} fails, seed ${seed}:\n${fc.stringify(details.counterexample)}\n${details.errorInstance}\n`,
      );
      process.exit(1);
    }
    if (took > SLOW_MS * TEXTS_A_ROUND) process.stdout.write(`${name} took ${Math.round(took)} ms, seed ${seed}\n`);
  }
  seed += 1;
}
const counts = [...tried].map(([name, count]) => `${name} ${count.toLocaleString('en-US')}`);
process.stdout.write(`nothing found in ${counts.join(', ')} texts\n`);
