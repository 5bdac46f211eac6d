// Measures lining up eight large definitions in fresh processes: `npm run bench:topics`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const PROCESSES = 15;

const folder = mkdtempSync(join(tmpdir(), 'agents-bench-'));
try {
  const outfile = join(folder, 'time-topics.cjs');
  // As the program itself is built.
  await build({
    entryPoints: ['test/bench/time-topics.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  });
  const runs = Array.from({ length: PROCESSES }, () =>
    JSON.parse(execFileSync(process.execPath, [outfile], { encoding: 'utf8' })),
  );
  const milliseconds = (name) => {
    const sorted = runs.map((run) => run[name]).sort((a, b) => a - b);
    return `${sorted[Math.floor(PROCESSES / 2)].toFixed(0)} ms (${sorted[0].toFixed(0)} to ${sorted.at(-1).toFixed(0)})`;
  };
  const [{ sections, topics }] = runs;
  process.stdout.write(
    [
      `8 definitions of 40 kB, ${sections} sections, ${topics} topics; median of ${PROCESSES} processes`,
      `cutting into sections, first time  ${milliseconds('cutting')}`,
      `lining up, first time              ${milliseconds('aligning')}`,
      `lining up, tenth time              ${milliseconds('warm')}`,
      '',
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true });
}
