import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agreements } from './agreement.ts';
import { ask, install } from './ask-harness.ts';
import { interopPage } from './interop-page.ts';
import { PINNED, type PinnedHarness } from './pinned-harnesses.ts';
import { realFileAgreement } from './real-files.ts';
import { askAbout, type RecordedVerdicts } from './verdicts.ts';

/**
 * Ask the real harnesses, offline, which agents they load, and print how often we say the same.
 *
 * `npm run interop -- [--record] [--only HARNESS,…] [FOLDER]`: the odd files and contested trees, and every definition of
 * a folder. `--record` writes what they said to `verdicts.json`, which the unit tests hold us to, and the page about it.
 * Harnesses are installed into `AGENTS_INTEROP`, or a folder of the user's cache; Linux only, for `unshare`.
 */
const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1]?.split(',') : undefined;
const folder = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--only')[0];
const root = process.env.AGENTS_INTEROP ?? join(homedir(), '.cache/agents-interop');
const askers = join(here, 'ask');
const scratch = mkdtempSync(join(tmpdir(), 'interop-'));
const recordPath = join(here, 'verdicts.json');
const recorded = JSON.parse(readFileSync(recordPath, 'utf8')) as RecordedVerdicts;
const said: RecordedVerdicts = { ...recorded };
const print = (text: string): boolean => process.stdout.write(`${text}\n`);

if (process.platform !== 'linux') {
  process.stderr.write('npm run interop cuts programs off from the network with unshare, which only Linux has\n');
  process.exit(2);
}
mkdirSync(root, { recursive: true });
for (const harness of PINNED) if (only === undefined || only.includes(harness.id)) await hold(harness);
if (args.includes('--record')) {
  writeFileSync(recordPath, `${JSON.stringify(said, null, 1)}\n`);
  writeFileSync(join(here, '../../docs/interop.md'), await interopPage(said, scratch));
}
rmSync(scratch, { recursive: true, force: true });

async function hold(harness: PinnedHarness): Promise<void> {
  const problem = install(root, harness);
  if (problem !== null) {
    print(`${harness.id}: could not be installed: ${problem}`);
    return;
  }
  try {
    const verdicts = askAbout(root, askers, harness, scratch, new Date().toISOString().slice(0, 10));
    said[harness.id] = verdicts;
    const found = await agreements(harness.id, verdicts, scratch);
    for (const [question, { asked, agreed, disagreements }] of Object.entries(found)) {
      print(`${harness.id} ${question}: ${agreed} of ${asked}`);
      for (const one of disagreements) print(`  ${one}`);
    }
    if (folder !== undefined) {
      const real = realFileAgreement(harness, markdownBelow(resolve(folder)), scratch, (home, projects) =>
        ask(root, askers, harness, home, projects, scratch),
      );
      print(`${harness.id} files of ${folder}: ${real.agreed} of ${real.asked}`);
      for (const one of real.disagreements) print(`  ${one}`);
    }
  } catch (error) {
    print(`${harness.id}: could not be asked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function markdownBelow(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|toml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
