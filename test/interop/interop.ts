import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Agreement, agreements, comparedWith } from './agreement.ts';
import { ask, install } from './ask-harness.ts';
import { interopPage } from './interop-page.ts';
import { PINNED, type PinnedHarness, pinnedVersion } from './pinned-harnesses.ts';
import { type RecordedFigures, realFileAgreement } from './real-files.ts';
import { askAbout, type RecordedVerdicts } from './verdicts.ts';

/**
 * Ask the real harnesses, offline, which agents they load, and print how often we say the same.
 *
 * `npm run interop -- [--record] [--only HARNESS,…]`: the odd files and contested trees. `--record` writes what they said
 * to `verdicts.json`, which the unit tests hold us to, and the page about it.
 *
 * `npm run interop -- [--record] [--held-out] [--only HARNESS,…] FOLDER`: every definition of a folder instead. Of
 * strangers' files only the figures are written, to `real-figures.json`; `--held-out` for files that no rule was made by.
 *
 * Harnesses are installed into `AGENTS_INTEROP`, or a folder of the user's cache; Linux only, for `unshare`.
 */
const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1]?.split(',') : undefined;
const folder = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--only')[0];
const root = process.env.AGENTS_INTEROP ?? join(homedir(), '.cache/agents-interop');
const askers = join(here, 'ask');
const scratch = mkdtempSync(join(tmpdir(), 'interop-'));
const day = new Date().toISOString().slice(0, 10);
const verdictsPath = join(here, 'verdicts.json');
const figuresPath = join(here, 'real-figures.json');
const said = JSON.parse(readFileSync(verdictsPath, 'utf8')) as RecordedVerdicts;
const figures = JSON.parse(readFileSync(figuresPath, 'utf8')) as RecordedFigures;
const print = (text: string): boolean => process.stdout.write(`${text}\n`);

if (process.platform !== 'linux') {
  process.stderr.write('npm run interop cuts programs off from the network with unshare, which only Linux has\n');
  process.exit(2);
}
mkdirSync(root, { recursive: true });
for (const harness of PINNED) if (only === undefined || only.includes(harness.id)) await hold(harness);
if (args.includes('--record')) {
  writeFileSync(verdictsPath, `${JSON.stringify(said, null, 1)}\n`);
  writeFileSync(figuresPath, `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(join(here, '../../docs/interop.md'), interopPage(await comparedWith(said, scratch), figures));
}
rmSync(scratch, { recursive: true, force: true });

async function hold(harness: PinnedHarness): Promise<void> {
  const problem = install(root, harness);
  if (problem !== null) {
    print(`${harness.id}: could not be installed: ${problem}`);
    return;
  }
  try {
    if (folder === undefined) await holdToVerdicts(harness);
    else holdToFiles(harness, markdownBelow(resolve(folder)));
  } catch (error) {
    print(`${harness.id}: could not be asked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function holdToVerdicts(harness: PinnedHarness): Promise<void> {
  const verdicts = askAbout(root, askers, harness, scratch, day);
  said[harness.id] = verdicts;
  tell(harness, await agreements(harness.id, verdicts, scratch));
}

function holdToFiles(harness: PinnedHarness, files: readonly string[]): void {
  const found = realFileAgreement(harness, files, scratch, (home, projects) =>
    ask(root, askers, harness, home, projects, scratch),
  );
  tell(harness, found);
  const figure = ({ asked, agreed }: Agreement) => ({ asked, agreed });
  const one = {
    version: pinnedVersion(harness),
    date: day,
    loaded: figure(found.loaded),
    names: figure(found.names),
  };
  figures[harness.id] = { ...figures[harness.id], [args.includes('--held-out') ? 'heldOut' : 'known']: one };
}

function tell(harness: PinnedHarness, found: object): void {
  for (const [question, { asked, agreed, disagreements }] of Object.entries<Agreement>({ ...found })) {
    print(`${harness.id} ${question}: ${agreed} of ${asked}`);
    for (const one of disagreements) print(`  ${one}`);
  }
}

function markdownBelow(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|mdc|markdown|toml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
