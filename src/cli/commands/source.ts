import type { Source } from '../../core/definition/agent-definition.ts';
import { budgetWords, loadedBySome } from '../../core/tokens/definition-tokens.ts';
import { addAll } from '../../kit/long-lists.ts';
import { visibleText } from '../../text/visible-text.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { sourcesOf } from '../open-library.ts';
import { textColumns } from '../text-columns.ts';
import { usageError } from '../usage-error.ts';

/** `agents source`: where definitions come from, and the folders the user added. */
export async function source(
  context: CommandContext,
  action: string,
  folders: readonly string[],
  { json }: { readonly json: boolean },
): Promise<number> {
  if (action === 'list' && folders.length === 0) return list(context, json);
  if (action !== 'add' && action !== 'remove')
    throw usageError(`source lists, adds or removes, not ${visibleText(action)}`);
  if (folders.length === 0) throw usageError(`Say which folder to ${action}`);
  const isAll = folders.every((folder) => folder === BUNDLED);
  if (isAll) return listBundled(context, action === 'add');
  if (folders.includes(BUNDLED)) throw usageError(`Say ${BUNDLED} alone, or ./${BUNDLED} for a folder of that name`);
  return change(context, action, folders.map(context.absolute));
}

/** The source that comes with the program, as `agents source` lists it. It can only be hidden. */
const BUNDLED = 'bundled';

async function listBundled(context: CommandContext, isListed: boolean): Promise<number> {
  const settings = await context.openSettings();
  const problem = await settings.change('bundled', () => isListed);
  if (problem !== null) return failed(context, problem);
  const words = isListed
    ? 'listed, after all others'
    : `hidden; ${context.program} source add ${BUNDLED} brings them back`;
  context.tell(`The bundled agents are ${words}\n`);
  return ExitCode.Done;
}

async function list(context: CommandContext, json: boolean): Promise<number> {
  const sources = await sourcesOf(context, []);
  if (json) {
    context.printExact(jsonText(sources.map(sourceJson), 2));
    return ExitCode.Done;
  }
  const rows = sources.map(({ id, scope, format, folder }) => [id, scope, format, context.shown(folder)]);
  const { definitions } = await readLibrary(context.files, sources);
  context.print(`${textColumns(rows, context.columns)}\n${budgetWords(loadedBySome(definitions))}\n`);
  return ExitCode.Done;
}

/** The shape is public: fields may be added, never renamed or removed. */
function sourceJson({ id, scope, format, folder }: Source): unknown {
  return { schema: 1, id, scope, format, folder };
}

async function change(context: CommandContext, action: 'add' | 'remove', folders: readonly string[]): Promise<number> {
  for (const folder of action === 'add' ? folders : []) {
    const listed = await context.files.list(folder, []);
    if (listed.kind === 'failed') return failed(context, `${visibleText(context.shown(folder))}: ${listed.reason}`);
  }
  const unknown: string[] = [];
  const settings = await context.openSettings();
  const problem = await settings.change('sources', (sources) => {
    if (action === 'add') return [...new Set([...sources, ...folders])];
    addAll(
      unknown,
      folders.filter((folder) => !sources.includes(folder)),
    );
    return unknown.length > 0 ? sources : sources.filter((one) => !folders.includes(one));
  });
  if (problem !== null) return failed(context, problem);
  const [first] = unknown;
  if (first === undefined) return ExitCode.Done;
  return failed(context, `${visibleText(context.shown(first))} is not among the added sources`);
}

function failed(context: CommandContext, reason: string): number {
  context.tell(`${reason}\n`);
  return ExitCode.Failed;
}
