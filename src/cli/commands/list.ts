import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { definitionLines } from '../definition-lines.ts';
import { openLibrary } from '../open-library.ts';

/** Options of `agents list`. */
interface ListOptions {
  readonly source: readonly string[];
  readonly json: boolean;
}

/** `agents list`: every definition. What could not be read is told, and hides nothing else. */
export async function list(context: CommandContext, { source, json }: ListOptions): Promise<number> {
  const { definitions, problems } = await openLibrary(context, source);
  if (json) {
    const [{ definitionJson }, { jsonText }] = await Promise.all([
      import('../definition-json.ts'),
      import('../json-text.ts'),
    ]);
    context.printExact(jsonText(definitions.map(definitionJson), 2));
  } else context.print(definitionLines(definitions, context));
  if (definitions.length === 0 && problems.length === 0 && !json) {
    context.tell(`No agents found. Say where they are: ${context.program} list --source FOLDER\n`);
  }
  return ExitCode.Done;
}
