import type { Source } from '../core/definition/agent-definition.ts';
import type { FileProblem } from '../core/definition/file-problem.ts';
import { addedSources } from '../core/library/added-source.ts';
import { isBundled } from '../core/library/library.ts';
import type { SettingsValues } from '../ports/settings.ts';
import { visibleText } from '../text/visible-text.ts';
import type { CommandContext } from './command-context.ts';
import { usageError } from './usage-error.ts';

/**
 * The sources a command looks in: those of `--source`, or else the default ones and those the user added, without what
 * comes with the program where the user wants none of it.
 */
export async function sourcesOf(context: CommandContext, folders: readonly string[]): Promise<readonly Source[]> {
  await tellSettings(context, folders);
  return knownSources(context, folders);
}

/** Tell what is wrong in the settings, where they say where to look. */
export async function tellSettings(context: CommandContext, folders: readonly string[]): Promise<void> {
  if (folders.length === 0) for (const problem of (await context.readSettings()).problems) context.tell(`${problem}\n`);
}

/** The same, where what is wrong in the settings is told elsewhere. */
export async function knownSources(context: CommandContext, folders: readonly string[]): Promise<readonly Source[]> {
  if (folders.length > 0) return addedSources(folders.map(context.absolute));
  const { values } = await context.readSettings();
  return allSources(context, values).filter((source) => values.bundled || !isBundled(source));
}

/** The folders that `AGENTS_SOURCE` names, as `--source` would; parted as those of `PATH` are. */
export function sourcesGiven({ environment, pathSeparator }: Pick<CommandContext, 'environment' | 'pathSeparator'>) {
  return (environment.AGENTS_SOURCE ?? '').split(pathSeparator).filter((folder) => folder !== '');
}

/** The default sources and those the user added. */
export function allSources(context: CommandContext, { sources }: Pick<SettingsValues, 'sources'>): readonly Source[] {
  return [...context.defaultSources(), ...addedSources(sources)];
}

/**
 * Tell what could not be read.
 *
 * @throws A usage error if a folder named with `--source` cannot be read at all.
 */
export function tellProblems(
  context: CommandContext,
  folders: readonly string[],
  { problems }: { readonly problems: readonly FileProblem[] },
): void {
  const named = new Set(folders.map(context.absolute));
  for (const { path, reason } of problems) {
    const line = `${visibleText(context.shown(path))}: ${reason}`;
    if (named.has(path)) throw usageError(line);
    context.tell(`${line}\n`);
  }
}

/** Without what the user has hidden; of folders named with `--source` everything is listed. */
export async function notHidden<Row extends { readonly id: string }>(
  context: CommandContext,
  folders: readonly string[],
  rows: readonly Row[],
): Promise<readonly Row[]> {
  if (folders.length > 0) return rows;
  const hidden = new Set((await context.readSettings()).values.hidden);
  return rows.filter(({ id }) => !hidden.has(id));
}
