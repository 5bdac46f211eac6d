import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { type NamedResolution, resolveAll } from '../../core/library/resolution.ts';
import { budgetWords, loadedBySome } from '../../core/tokens/definition-tokens.ts';
import { shellWords } from '../../kit/shell-words.ts';
import type { MachineFacts } from '../../ports/machine.ts';
import { counted } from '../../text/count-text.ts';
import type { CommandContext } from '../command-context.ts';
import { isTaken } from '../keeping/own-definitions.ts';
import { sourcesOf } from '../known-sources.ts';
import { openTree } from '../open-library.ts';
import { type Check, fail, ok, warn } from './check.ts';
import { completionCheck } from './completion-check.ts';
import { installedChecks, journalCheck, repositoryChecks } from './kept-checks.ts';

/** All that is looked at, in the order in which it is told. */
export async function allChecks(context: CommandContext): Promise<readonly Check[]> {
  const machine = await context.openMachine();
  const facts = machine.facts(context.program);
  const { values } = await context.readSettings();
  return [
    ok('program', `${context.program} ${context.version} on Node ${facts.node}`),
    pathCheck(context, facts),
    ...terminalChecks(context),
    ...(await settingsChecks(context)),
    ...facts.folders.map((folder) => folderCheck(context, folder)),
    spaceCheck(context, facts),
    clipboardCheck(facts),
    await completionCheck(context),
    facts.git === null
      ? warn('git', 'git is not installed', 'install git, to compare with what agents said before')
      : ok('git', facts.git),
    commandCheck('editor', values.editor, machine.find, 'set $VISUAL, or the setting editor'),
    commandCheck('pager', values.pager, machine.find, 'set $PAGER, or the setting pager'),
    ...(await sourceChecks(context)),
    ...(await repositoryChecks(context)),
    ...(await installedChecks(context)),
    await journalCheck(context),
    ...(await libraryChecks(context)),
    ...(await keptChecks(context)),
    facts.crash === null
      ? ok('crashes', 'none')
      : warn(
          'crashes',
          `the last on ${facts.crash.at}`,
          `read ${context.shown(facts.crash.path)}, report it, and remove the file`,
        ),
  ];
}

function pathCheck({ program, shown }: CommandContext, { named, self }: MachineFacts): Check {
  const [first] = named;
  if (first === undefined) return ok('path', `${program} is not among the programs that shells find by name`);
  if (first === self) return ok('path', `${program} is ${shown(self)}`);
  return warn(
    'path',
    `a shell runs ${shown(first)}, which is another file than this`,
    'put the folder of this one first in PATH',
  );
}

function terminalChecks({ columns, rows, canDraw, environment }: CommandContext): readonly Check[] {
  const { LC_ALL, LC_CTYPE, LANG, TERM = '', COLORTERM = '' } = environment;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((one) => (one ?? '') !== '') ?? '';
  const size = columns === null ? 'standard output is none' : `${columns}×${rows ?? '?'}`;
  const isSmall = columns !== null && (columns < 80 || (rows ?? 24) < 24);
  return [
    canDraw
      ? isSmall
        ? warn('terminal', `${size}, ${TERM}`, 'make it 80×24 or larger')
        : ok('terminal', [size, TERM, COLORTERM].filter((one) => one !== '').join(', '))
      : warn('terminal', `TERM=${TERM} draws nothing`, 'set TERM, or use --linear'),
    /utf-?8/i.test(locale)
      ? ok('locale', locale)
      : warn(
          'locale',
          locale === '' ? 'none is set' : `${locale} is not UTF-8`,
          'set LANG to one that ends in .UTF-8, or signs to ascii',
        ),
  ];
}

async function settingsChecks(context: CommandContext): Promise<readonly Check[]> {
  const { problems, values, placeOf, isBroken } = await context.readSettings();
  const { ownKeys } = await context.openKeys();
  const all = [...problems, ...ownKeys(values.keys, placeOf).problems];
  const file = context.settingsFile === null ? 'nowhere' : context.shown(context.settingsFile);
  if (all.length === 0) return [ok('settings', file)];
  const fix = `${context.program} config edit`;
  return all.map((problem) => (isBroken ? fail : warn)('settings', problem, fix));
}

function folderCheck({ shown }: CommandContext, { what, path, state }: MachineFacts['folders'][number]): Check {
  const name = `${what} folder`;
  if (path === null) return fail(name, 'there is no home folder', 'set HOME to an absolute path');
  if (state === 'refused') return fail(name, `nothing can be written in ${shown(path)}`, 'change its rights');
  return ok(name, state === 'absent' ? `${shown(path)}, not there yet` : shown(path));
}

/** With less than this a journal of undo has no room, and a repository may have none. */
const LITTLE = 100 * 1024 * 1024;
const NOTHING = 1024 * 1024;

function spaceCheck({ shown }: CommandContext, { folders }: MachineFacts): Check {
  const known = folders.flatMap(({ path, free }) => (path === null || free === null ? [] : [{ path, free }]));
  const [least] = known.sort((a, b) => a.free - b.free);
  if (least === undefined) return ok('space', 'nobody tells how much is free');
  const words = `${Math.floor(least.free / 1024 / 1024)} MB are free where ${shown(least.path)} lies`;
  if (least.free < NOTHING) return fail('space', words, 'make room: nothing can be written');
  return least.free < LITTLE ? warn('space', words, 'make room: undo keeps up to 50 MB') : ok('space', words);
}

function clipboardCheck({ clipboard, clipboardLacks }: MachineFacts): Check {
  const terminal = 'OSC 52: the terminal gets it, and does not say whether it took it';
  if (clipboard !== null) return ok('clipboard', clipboard);
  const [lacking] = clipboardLacks;
  return lacking === undefined
    ? ok('clipboard', terminal)
    : warn('clipboard', terminal, `install ${clipboardLacks.join(' or ')}, to know that it arrived`);
}

function commandCheck(check: string, line: string, find: (command: string) => string | null, fix: string): Check {
  const [command] = shellWords(line.trim()) ?? [];
  if (command === undefined) return warn(check, 'none is set', fix);
  return find(command) === null ? warn(check, `${command} is not installed`, fix) : ok(check, line.trim());
}

async function sourceChecks(context: CommandContext): Promise<readonly Check[]> {
  const sources = await sourcesOf({ ...context, tell: () => {} }, []);
  const added = sources.filter(({ scope, folder }) => scope === 'added' && !isTaken(context, folder));
  const checks = await Promise.all(
    added.map(async ({ id, folder }) => {
      const listed = await context.files.list(folder, [], false);
      const name = context.shown(folder);
      return listed.kind === 'failed'
        ? fail('source', `${id}, ${name}: ${listed.reason}`, `${context.program} source remove ${name}`)
        : ok('source', `${id}, ${name}`);
    }),
  );
  return checks.length === 0 ? [ok('sources', 'no folders are added')] : checks;
}

async function libraryChecks(context: CommandContext): Promise<readonly Check[]> {
  const { tree, library } = await openTree({ ...context, tell: () => {} }, []);
  const added = new Set((await sourcesOf({ ...context, tell: () => {} }, [])).map(({ folder }) => folder));
  const unread = library.problems.filter(({ path }) => !added.has(path));
  const files = unread.map(({ path, reason }) =>
    warn('file', `${context.shown(path)}: ${reason}`, 'put it right, or take it away'),
  );
  return [
    ...files,
    ...harnessChecks(resolveAll(tree, library.definitions), context.program),
    ok('tokens', budgetWords(loadedBySome(library.definitions)).split('\n')[0] ?? ''),
  ];
}

/** For each harness how many files it loads, passes over for another, and does not load at all. */
function harnessChecks(names: readonly NamedResolution[], program: string): readonly Check[] {
  const all = names.flatMap(({ harnesses }) => harnesses);
  return [...new Set(all.map(({ harness }) => harness))].map((id) => {
    const own = all.filter(({ harness }) => harness === id);
    const loaded = own.filter(({ winner }) => winner !== null).length;
    const shadowed = new Set(own.flatMap((one) => one.shadowed.map(({ path }) => path))).size;
    const refused = new Set(own.flatMap((one) => one.notLoaded.map(({ path }) => path))).size;
    const words = `${counted(loaded, 'agent')} loaded, ${shadowed} shadowed, ${refused} not loaded`;
    const { title } = harnessFormat(id);
    return refused === 0 ? ok(title, words) : warn(title, words, `${program} which --all tells why`);
  });
}

/** What is kept of agents made here. */
async function keptChecks(context: CommandContext): Promise<readonly Check[]> {
  const { recipes, problems } = await (await context.openRecipes()).list();
  const read = await Promise.all(recipes.map(({ recipe }) => context.files.read(recipe.target)));
  const gone = read.filter(({ kind }) => kind === 'failed').length;
  const kept = await (await context.openDrafts()).list();
  return [
    gone === 0
      ? ok('recipes', counted(recipes.length, 'recipe'))
      : warn('recipes', `${counted(gone, 'recipe')} whose file is gone`, `${context.program} status tells which`),
    ...problems.map((problem) => warn('recipes', problem, 'put it right, or take it away')),
    ok('drafts', counted(kept.drafts.length, 'draft')),
    ...kept.problems.map((problem) => warn('drafts', problem, 'put it right, or take it away')),
  ];
}
