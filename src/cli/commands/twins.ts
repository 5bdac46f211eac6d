import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { findTwins, type TwinGroup } from '../../core/twins/find-twins.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { openLibrary } from '../open-library.ts';
import { textColumns } from '../text-columns.ts';

/** Options of `agents twins`. */
interface TwinsOptions {
  readonly source: readonly string[];
  readonly json: boolean;
}

/** `agents twins`: groups of definitions that say the same. That there are some is an answer, not a failure. */
export async function twins(context: CommandContext, { source, json }: TwinsOptions): Promise<number> {
  const { definitions } = await openLibrary(context, source);
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  const groups = findTwins(definitions).map((group): ShownGroup => {
    return { ...group, members: group.definitions.flatMap((id) => byId.get(id) ?? []) };
  });
  if (json) context.printExact(jsonText({ schema: 1, groups: groups.map(groupJson) }, 2));
  else context.print(groupLines(groups, context));
  if (groups.length === 0 && !json) context.tell('No twins\n');
  return ExitCode.Done;
}

interface ShownGroup extends TwinGroup {
  readonly members: readonly AgentDefinition[];
}

/** The shape is public: fields may be added, never renamed or removed. */
function groupJson({ kind, similarity, sameFile, members }: ShownGroup): Readonly<Record<string, unknown>> {
  const definitions = members.map(({ id, name, path }) => ({ id, name, path }));
  return { kind, similarity: Math.round(similarity * 1e4) / 1e4, sameFile, definitions };
}

/** One line for each definition, the first of a group with what the group is. */
function groupLines(groups: readonly ShownGroup[], context: CommandContext): string {
  const rows = groups.flatMap((group) =>
    group.members.map(({ name, scope, path }, at) => {
      const [kind, percent] = at === 0 ? [kindWords(group), percentOf(group.similarity)] : [restWords(group), ''];
      return [kind, percent, name, scope, context.shown(path)].map(visibleText);
    }),
  );
  return textColumns(rows, context.columns);
}

function kindWords({ kind, sameFile }: TwinGroup): string {
  if (kind === 'contained') return 'contains';
  if (sameFile) return 'same file';
  return kind === 'exact' ? 'the same' : 'nearly';
}

function restWords({ kind }: TwinGroup): string {
  return kind === 'contained' ? '  this' : '';
}

/** Rounded down, so that only what is all there shows as 100 %. */
function percentOf(similarity: number): string {
  return `${Math.floor(similarity * 100)}%`.padStart(4);
}
