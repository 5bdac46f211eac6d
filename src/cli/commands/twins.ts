import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { findRepeats, type Repeat } from '../../core/twins/find-repeats.ts';
import { type TwinGroup, twinSearch } from '../../core/twins/find-twins.ts';
import { NEAR } from '../../core/twins/near-clusters.ts';
import { groupsOf } from '../../core/twins/twins-of.ts';
import { finish } from '../../kit/run-steps.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { distinctIds, findTargets } from '../find-targets.ts';
import { jsonText } from '../json-text.ts';
import { openLibrary } from '../open-library.ts';
import { type PathOptions, printPaths, wantsPaths } from '../pipes/path-list.ts';
import { textColumns } from '../text-columns.ts';
import { usageError } from '../usage-error.ts';

/** Options of `agents twins`. */
interface TwinsOptions extends PathOptions {
  readonly source: readonly string[];
  readonly json: boolean;
  /** How alike they are at least, from 0 to 1; left out for as alike as makes twins. */
  readonly threshold?: number;
  /** Fail if one of those named repeats another. */
  readonly check: boolean;
}

/**
 * `agents twins`: groups of definitions that say the same, those of what is named if anything is. That there are some is
 * an answer, not a failure, unless it is checked that there are none.
 */
export async function twins(
  context: CommandContext,
  targets: readonly string[],
  options: TwinsOptions,
): Promise<number> {
  const { source, json, threshold, check } = options;
  const isPaths = wantsPaths(options, json);
  if (threshold !== undefined && threshold < NEAR)
    throw usageError(`--threshold is ${NEAR} at least: what is less alike is no twin`);
  const { definitions, given, isWhole } = await readTargets(context, source, targets);
  const found = finish(twinSearch(definitions, threshold), () =>
    context.progress(() => `Looking for twins among ${counted(definitions.length, 'agent')} …`),
  );
  if (check) {
    const repeats = [...findRepeats(definitions, found, given, threshold)].sort(byPath);
    if (json) context.printExact(jsonText({ schema: 1, repeats: repeats.map(repeatJson) }, 2));
    else if (isPaths)
      printPaths(
        context,
        repeats.map(({ definition }) => definition.path),
        options,
      );
    else context.print(repeats.map((repeat) => repeatLine(repeat, context)).join(''));
    if (repeats.length === 0 && !json && !isPaths) context.tell('No twins\n');
    return repeats.length === 0 && isWhole ? ExitCode.Done : ExitCode.Failed;
  }
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  const groups = groupsWith(found, targets.length === 0 ? null : given).map((group): ShownGroup => {
    return { ...group, members: group.definitions.flatMap((id) => byId.get(id) ?? []) };
  });
  if (json) context.printExact(jsonText({ schema: 1, groups: groups.map(groupJson) }, 2));
  else if (isPaths)
    printPaths(
      context,
      groups.flatMap(({ members }) => members.map(({ path }) => path)),
      options,
    );
  else context.print(groupLines(groups, context));
  if (groups.length === 0 && !json && !isPaths) context.tell('No twins\n');
  return isWhole ? ExitCode.Done : ExitCode.Failed;
}

interface Asked {
  /** All that can be twins of each other. */
  readonly definitions: readonly AgentDefinition[];
  /** Ids of those that are asked about. */
  readonly given: ReadonlySet<string>;
  /** Whether all that was named could be found and read. */
  readonly isWhole: boolean;
}

/** What is named, all if nothing is, among all that there is. */
async function readTargets(
  context: CommandContext,
  source: readonly string[],
  targets: readonly string[],
): Promise<Asked> {
  const { definitions } = await openLibrary(context, source);
  if (targets.length === 0) return { definitions, given: new Set(definitions.map(({ id }) => id)), isWhole: true };
  const named = await findTargets(context, source, targets);
  for (const problem of named.unresolved) context.tell(`${problem}\n`);
  for (const { path, reason } of named.unread) context.tell(`${visibleText(context.shown(path))}: ${reason}\n`);
  const paths = new Set(named.definitions.map(({ path }) => path));
  const known = new Set(definitions.map(({ path }) => path));
  const all = distinctIds([...definitions, ...named.definitions.filter(({ path }) => !known.has(path))]);
  return {
    definitions: all,
    given: new Set(all.flatMap(({ id, path }) => (paths.has(path) ? [id] : []))),
    isWhole: named.unresolved.length === 0 && named.unread.length === 0,
  };
}

/** The groups that say something of definitions; of all if none are given. */
function groupsWith(groups: readonly TwinGroup[], given: ReadonlySet<string> | null): readonly TwinGroup[] {
  if (given === null) return groups;
  const told = new Set([...given].flatMap((id) => groupsOf(groups, id)));
  return groups.filter((group) => told.has(group));
}

function byPath(a: Repeat, b: Repeat): number {
  return a.definition.path < b.definition.path ? -1 : 1;
}

/** As compilers write it, so that editors and continuous integration find the file. */
function repeatLine({ definition, other, kind, similarity }: Repeat, { shown }: CommandContext): string {
  const measure = { exact: 'alike', near: 'alike', inside: 'of it are there', holds: 'of that are here' }[kind];
  const words = `repeats ${shown(other.path)} (${Math.floor(similarity * 100)} % ${measure})`;
  return `${visibleText(`${shown(definition.path)}:1: ${words}`)}\n`;
}

/** The shape is public: fields may be added, never renamed or removed. */
function repeatJson({ definition, other, kind, similarity }: Repeat): Readonly<Record<string, unknown>> {
  return { kind, similarity: rounded(similarity), definition: reference(definition), repeats: reference(other) };
}

const reference = ({ id, name, path }: AgentDefinition) => ({ id, name, path });

const rounded = (similarity: number): number => Math.round(similarity * 1e4) / 1e4;

interface ShownGroup extends TwinGroup {
  readonly members: readonly AgentDefinition[];
}

/** The shape is public: fields may be added, never renamed or removed. */
function groupJson({ kind, similarity, sameFile, members }: ShownGroup): Readonly<Record<string, unknown>> {
  return { kind, similarity: rounded(similarity), sameFile, definitions: members.map(reference) };
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
