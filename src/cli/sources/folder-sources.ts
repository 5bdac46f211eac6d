import { addAll } from '../../kit/long-lists.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';

/** The source that comes with the program, as `agents source` lists it. It can only be hidden. */
export const BUNDLED = 'bundled';

/** List or hide what comes with the program; the problem in words, or `null`. */
export async function listBundled(context: CommandContext, isListed: boolean): Promise<string | null> {
  const settings = await context.openSettings();
  const problem = await settings.change('bundled', () => isListed);
  const words = isListed
    ? 'listed, after all others'
    : `hidden; ${context.program} source add ${BUNDLED} brings them back`;
  if (problem === null) context.tell(`The bundled agents are ${words}\n`);
  return problem;
}

/** Look in folders from now on; the problem in words, or `null`. */
export async function addFolders(context: CommandContext, folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    const listed = await context.files.list(folder, []);
    if (listed.kind === 'failed') return `${visibleText(context.shown(folder))}: ${listed.reason}`;
  }
  const settings = await context.openSettings();
  return settings.change('sources', (sources) => [...new Set([...sources, ...folders])]);
}

/** Look in folders no more, in all of them or none; the problem in words, or `null`. */
export async function removeFolders(context: CommandContext, folders: readonly string[]): Promise<string | null> {
  const unknown: string[] = [];
  const settings = await context.openSettings();
  const problem = await settings.change('sources', (sources) => {
    addAll(
      unknown,
      folders.filter((folder) => !sources.includes(folder)),
    );
    return unknown.length > 0 ? sources : sources.filter((one) => !folders.includes(one));
  });
  const [first] = unknown;
  if (problem !== null || first === undefined) return problem;
  return `${visibleText(context.shown(first))} is not among the added sources`;
}
