// Grok Build prints its agents on request. Its program comes compressed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { askAll, cleanEnvironment, packaged, packages, runProgram } from './asking.mjs';

const program = join(packages, 'grok-program');
if (!existsSync(program)) {
  const packed = readFileSync(packaged('@xai-official/grok-linux-x64/bin/grok.br'));
  writeFileSync(program, brotliDecompressSync(packed), { mode: 0o755 });
}
await askAll(async (project) => {
  const { out, err } = await runProgram(program, ['inspect', '--json'], { cwd: project, env: cleanEnvironment() });
  if (!out.includes('{')) throw new Error(err);
  const { agents } = JSON.parse(out.slice(out.indexOf('{')));
  return agents.map(({ name, description, source }) => ({ name, description, path: source?.path }));
});
