import type { Argument, Command, Option } from 'commander';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { FORMATS } from '../../core/definition/agent-definition.ts';
import { resolveReference } from '../../core/search/reference.ts';
import { flattenSections } from '../../core/sections/section-text.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import { settingNamed, settingNames } from '../../ports/setting-table.ts';
import { keptLibrary, keptNames } from '../../usecases/kept-library.ts';
import type { CommandContext } from '../command-context.ts';
import { actionsOf, commandNamed, namesOfCommand, programOf, wordsOf } from '../command-words.ts';
import { CONFIG_ACTIONS } from '../config/config.ts';
import { TOPICS } from '../help/topics.ts';
import { sourcesGiven, sourcesOf } from '../known-sources.ts';
import { BUNDLED } from '../sources/folder-sources.ts';
import { lockedSources } from '../sources/locked-sources.ts';
import { SHELLS } from './shell-text.ts';

/** What a word can become. */
export interface Candidates {
  readonly words: readonly string[];
  /** Whether a file may stand there too. */
  readonly files: boolean;
}

const NOTHING: Candidates = { words: [], files: false };
const FILES: Candidates = { words: [], files: true };
const these = (words: readonly string[], files = false): Candidates => ({ words, files });

/**
 * What the last of some words can become, by the commands there are.
 *
 * @param program With every command.
 * @param words Behind the program's name; the last, perhaps empty, is being typed.
 */
export async function candidates(
  context: CommandContext,
  program: Command,
  words: readonly string[],
): Promise<Candidates> {
  const before = words.slice(0, -1);
  const typed = words.at(-1) ?? '';
  const { command, commandAt } = commandIn(program, before);
  const options = [...(command?.options ?? []), ...program.options].filter(({ hidden }) => !hidden);
  const isBehind = before.includes('--');
  const previous = isBehind ? undefined : options.find((one) => isOption(one, before.at(-1)) && one.required);
  const inside = { context, program, command, before, sources: sourceFolders(context, before) };
  if (previous !== undefined) return valuesOf(inside, previous);
  const [, long, value] = /^(--[\w-]+)=(.*)$/s.exec(typed) ?? [];
  const assigned = isBehind ? undefined : options.find((one) => one.long === long);
  if (assigned !== undefined && value !== undefined) {
    const found = await valuesOf(inside, assigned);
    return these(found.words.map((one) => `${long}=${one}`));
  }
  if (typed.startsWith('-') && !isBehind)
    return these([...options.flatMap(({ long: name }) => name ?? []), '--help'].filter((one) => !before.includes(one)));
  if (command === undefined) return these(actionsOf(program).flatMap(namesOfCommand), true);
  if (command.commands.length > 0) return these(actionsOf(command).map((one) => one.name()));
  const given = before
    .slice(commandAt + 1)
    .filter((word, at, all) => !word.startsWith('-') && !takesValue(command, all[at - 1]));
  const argument = command.registeredArguments[Math.min(given.length, command.registeredArguments.length - 1)];
  const isFull = given.length >= command.registeredArguments.length && argument?.variadic !== true;
  return argument === undefined || isFull ? NOTHING : argumentWords(inside, command, argument, given, typed);
}

interface Inside {
  readonly context: CommandContext;
  readonly program: Command;
  readonly command: Command | undefined;
  readonly before: readonly string[];
  /** What `--source` names. */
  readonly sources: readonly string[];
}

/** The command that is named, or the action of one, and where; what is an option's value names none. */
function commandIn(
  parent: Command,
  words: readonly string[],
): { readonly command: Command | undefined; readonly commandAt: number } {
  const at = words.findIndex((word, place) => commandNamed(parent, word) && !takesValue(parent, words[place - 1]));
  const command = commandNamed(parent, words[at]);
  if (command === undefined) return { command, commandAt: -1 };
  const action = commandIn(command, words.slice(at + 1));
  return action.command === undefined
    ? { command, commandAt: at }
    : { ...action, commandAt: at + 1 + action.commandAt };
}

const isOption = ({ long, short }: Option, word: string | undefined): boolean =>
  word !== undefined && (word === long || word === short);

function takesValue(command: Command, word: string | undefined): boolean {
  const all = [...command.options, ...programOf(command).options];
  return all.some((option) => option.required && isOption(option, word));
}

function sourceFolders(context: CommandContext, before: readonly string[]): readonly string[] {
  const named = before.flatMap((word, at) =>
    word.startsWith('--source=') ? [word.slice(9)] : before[at - 1] === '--source' ? [word] : [],
  );
  return named.length > 0 ? named : sourcesGiven(context);
}

async function valuesOf(inside: Inside, { long, argChoices }: Option): Promise<Candidates> {
  if (argChoices !== undefined) return these(argChoices);
  switch (long) {
    case '--to':
      return these([...FORMATS, 'all']);
    case '--section': {
      const definitions = await definitionsOf(inside);
      const named = inside.before.map((word) => resolveReference(definitions, word));
      return these(named.flatMap((one) => (one.kind === 'found' ? sectionIds(one.found) : [])));
    }
    case '--with':
      return these(
        (await sourcesOf(quiet(inside.context), inside.sources)).map(({ id }) => id),
        true,
      );
    case '--together':
    case '--apart':
      return these(await picks(inside, ''));
    case '--source':
    case '--output':
    case '--recipe':
    case '--stdin-path':
    case '--in':
      return FILES;
    default:
      return NOTHING;
  }
}

/** Nothing is told while somebody types. */
const quiet = (context: CommandContext): CommandContext => ({ ...context, tell: () => {} });

async function definitionsOf({ context, sources }: Inside): Promise<readonly AgentDefinition[]> {
  const known = await sourcesOf(quiet(context), sources);
  const library = await keptLibrary(context.files, known, await context.openLibraryStore());
  library.settle();
  return library.definitions;
}

async function namesOfAgents({ context, sources }: Inside): Promise<readonly string[]> {
  return keptNames(context.files, await sourcesOf(quiet(context), sources), await context.openLibraryStore());
}

const sectionIds = (definition: AgentDefinition): readonly string[] =>
  flattenSections(sectionsOf(definition)).map(({ id }) => id);

/** `REF#section`: agents first, and behind a `#` the sections of that one. */
async function picks(inside: Inside, typed: string): Promise<readonly string[]> {
  const at = typed.lastIndexOf('#');
  if (at < 0) return (await namesOfAgents(inside)).map((name) => `${name}#`);
  const definitions = await definitionsOf(inside);
  const reference = typed.slice(0, at);
  const found = resolveReference(definitions, reference);
  return found.kind === 'found' ? ['*', ...sectionIds(found.found)].map((id) => `${reference}#${id}`) : [];
}

/** By what an argument is called, which is the same wherever it means the same. */
async function argumentWords(
  inside: Inside,
  command: Command,
  argument: Argument,
  given: readonly string[],
  typed: string,
): Promise<Candidates> {
  const meant = `${wordsOf(command)} ${argument.name()}`;
  const fixed = FIXED[meant];
  if (fixed !== undefined) return these(fixed);
  const commands = actionsOf(inside.program).map((one) => one.name());
  switch (meant) {
    case 'help topic': {
      const [first] = given;
      const helped = commandNamed(inside.program, first);
      if (first !== undefined) return these(helped === undefined ? [] : actionsOf(helped).map((one) => one.name()));
      return these([...commands, ...Object.keys(TOPICS)]);
    }
    case 'schema command':
      return these(commands);
    case 'source update name':
      return these((await lockedSources(quiet(inside.context))).map(({ name }) => name));
    case 'source remove source':
      return these(await removableSources(quiet(inside.context)), true);
    case 'config words':
      return these(await configWords(inside, given));
    case 'drafts ids':
      return these((await (await inside.context.openDrafts()).list()).drafts.map(({ id }) => id));
    case 'rename name':
    case 'search query':
      return NOTHING;
  }
  if (argument.name() === 'section') return these(await picks(inside, typed), true);
  if (REFERENCES.has(argument.name())) return these(await namesOfAgents(inside), true);
  return FILES;
}

const REFERENCES: ReadonlySet<string> = new Set(['ref', 'others', 'target', 'name']);

const FIXED: Readonly<Record<string, readonly string[]>> = {
  'drafts action': ['list', 'show', 'discard'],
  'config action': CONFIG_ACTIONS,
  'completion shell': SHELLS,
};

/** What `agents source remove` takes away: repositories by name, folders as they are written here. */
async function removableSources(context: CommandContext): Promise<readonly string[]> {
  const folders = (await context.readSettings()).values.sources.map(context.shown);
  return [...(await lockedSources(context)).map(({ name }) => name), ...folders, BUNDLED];
}

async function configWords({ context }: Inside, given: readonly string[]): Promise<readonly string[]> {
  const [action = '', name] = given;
  if (!['get', 'set', 'unset'].includes(action)) return [];
  if (name === undefined) {
    const { BINDING_NAMES } = await context.openKeys();
    return [...settingNames(), ...BINDING_NAMES.map((one) => `keys.${one}`)];
  }
  const setting = settingNamed(name);
  return action === 'set' && setting !== null && given.length === 2 ? (setting.key.shape.choices ?? []) : [];
}
