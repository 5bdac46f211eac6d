import { type SharedLine, sharedLineSearch } from '../../core/lineage/shared-lines.ts';
import { finish } from '../../kit/run-steps.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { distinctIds } from '../find-targets.ts';
import { jsonText } from '../json-text.ts';
import { openLibrary } from '../open-library.ts';
import { usageError } from '../usage-error.ts';

/** Options of `agents shared`. */
interface SharedOptions {
  readonly source: readonly string[];
  /** In how many agents a line stands at least. */
  readonly min: number;
  readonly json: boolean;
}

/** `agents shared`: the lines that several agents have, copies counted once. That there are none is no failure. */
export async function shared(context: CommandContext, { source, min, json }: SharedOptions): Promise<number> {
  if (min < 2) throw usageError('--min is 2 at least: what stands in one agent is not shared');
  const { definitions } = await openLibrary(context, source);
  const lines = finish(sharedLineSearch(distinctIds(definitions), min), () =>
    context.progress(() => `Looking for shared lines in ${counted(definitions.length, 'agent')} …`),
  );
  if (json) context.printExact(jsonText(lines.map(sharedJson), 2));
  else if (lines.length > 0) context.print(lines.map((line) => sharedText(line, context)).join(''));
  else context.tell(`No line stands in ${min} agents\n`);
  return ExitCode.Done;
}

/** The shape is public: fields may be added, never renamed or removed. */
function sharedJson({ text, in: holders }: SharedLine): Readonly<Record<string, unknown>> {
  return { text, in: holders.map(({ path }) => path) };
}

/** Paths that are told of a line; JSON has all. */
const MOST_PATHS = 3;

function sharedText({ text, in: holders }: SharedLine, { shown }: CommandContext): string {
  const paths = holders.slice(0, MOST_PATHS).map(({ path }) => `      ${visibleText(shown(path))}\n`);
  const more = holders.length - paths.length;
  return [
    `${String(holders.length).padStart(4)}  ${visibleText(text)}\n`,
    ...paths,
    ...(more > 0 ? [`      and ${more} more\n`] : []),
  ].join('');
}
