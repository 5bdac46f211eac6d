import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { didYouMean } from '../guide/usage-hint.ts';
import { allSources, sourcesOf } from '../known-sources.ts';
import { usageError } from '../usage-error.ts';

/** Options of `agents tui`. */
interface TuiOptions {
  readonly linear: boolean;
  readonly source: readonly string[];
  /** Which commands there are, for whoever mistyped one. */
  readonly commands?: readonly string[];
}

/** `agents tui`, which is also `agents` alone: the interactive app. */
export async function tui(
  context: CommandContext,
  paths: readonly string[],
  { linear, source, commands = [] }: TuiOptions,
): Promise<number> {
  const folders = [...source, ...paths];
  for (const folder of folders) {
    // Only whether it can be read: the app lists it while it is on the screen.
    const listed = await context.files.list(context.absolute(folder), [], false);
    if (listed.kind === 'files') continue;
    const shown = visibleText(folder);
    const isCommand = paths.includes(folder) && !/[/\\.]/.test(folder);
    const meant = didYouMean(COMMAND_WORDS[folder] ?? folder, commands);
    throw usageError(isCommand ? `${shown} is neither a command nor a folder${meant}` : `${shown}: ${listed.reason}`);
  }
  const others = ['list', 'search', 'show'].map((command) => `${context.program} ${command}`);
  const instead = `${others.slice(0, -1).join(', ')} or ${others.at(-1)}`;
  if (!context.interactive) throw usageError(`The interactive app needs a terminal; without one use ${instead}`);
  // Which of them are listed can be changed while the app runs; what is wrong in the settings, it tells itself.
  const { values } = await context.readSettings();
  const isLinear = linear || context.isReadAloud || values.linear;
  if (!context.canDraw && !isLinear)
    throw usageError(
      `This terminal draws no screens (TERM=dumb); use ${context.program} --linear, ${instead}, or set TERM`,
    );
  const named = folders.length > 0 ? await sourcesOf(context, folders) : null;
  // Of folders that are named everything is listed.
  const hidden = named === null ? values.hidden : [];
  return context.runTui(() => named ?? allSources(context, values), hidden, isLinear);
}

/** What commands are called elsewhere. */
const COMMAND_WORDS: Readonly<Record<string, string>> = {
  add: 'import',
  cat: 'show',
  check: 'lint',
  configure: 'config',
  cp: 'copy',
  create: 'new',
  delete: 'remove',
  find: 'search',
  fix: 'lint',
  get: 'show',
  grep: 'search',
  merge: 'compose',
  mv: 'move',
  off: 'disable',
  on: 'enable',
  open: 'tui',
  rm: 'remove',
  set: 'config',
  settings: 'config',
  validate: 'lint',
  view: 'show',
};
