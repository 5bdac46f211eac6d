import type { Source } from '../../core/definition/agent-definition.ts';
import { budgetWords, loadedBySome } from '../../core/tokens/definition-tokens.ts';
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
  return change(context, action, folders.map(context.absolute));
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
  const settings = await context.openSettings();
  const { sources } = settings.read().values;
  for (const folder of folders) {
    const shown = visibleText(context.shown(folder));
    if (action === 'remove' && !sources.includes(folder))
      return failed(context, `${shown} is not among the added sources`);
    const listed = action === 'add' ? await context.files.list(folder, []) : null;
    if (listed?.kind === 'failed') return failed(context, `${shown}: ${listed.reason}`);
  }
  const next =
    action === 'add' ? [...new Set([...sources, ...folders])] : sources.filter((one) => !folders.includes(one));
  const problem = await settings.write('sources', next);
  return problem === null ? ExitCode.Done : failed(context, problem);
}

function failed(context: CommandContext, reason: string): number {
  context.tell(`${reason}\n`);
  return ExitCode.Failed;
}
