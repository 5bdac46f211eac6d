import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { fileText } from '../../core/definition/file-text.ts';
import { grantsAll } from '../../core/definition/tools.ts';
import { lintDefinition } from '../../core/lint/lint-definition.ts';

/** What became of an agent of a source between two states of it. */
export interface SourceChange {
  readonly kind: 'added' | 'removed' | 'renamed' | 'changed';
  readonly name: string;
  /** In the repository, as it is now; of one that is gone as it was. */
  readonly path: string;
  /** Of one that was renamed its path before. */
  readonly from?: string;
  readonly before: AgentDefinition | null;
  readonly now: AgentDefinition | null;
  /** Tools that it may use now and might not before. */
  readonly widened: readonly string[];
  /** What is worse than it was, in a few words each: errors, hidden characters, another model. */
  readonly problems: readonly string[];
}

/**
 * What changed between two states of a source, by path: what has the body that another one had is renamed. Pure.
 *
 * @param before Agents by their paths in the repository.
 */
export function sourceChanges(
  before: ReadonlyMap<string, AgentDefinition>,
  now: ReadonlyMap<string, AgentDefinition>,
): readonly SourceChange[] {
  const gone = new Map([...before].filter(([path]) => !now.has(path)));
  const goneByBody = new Map([...gone].map(([path, one]) => [one.body, path]));
  const changes: SourceChange[] = [];
  for (const [path, one] of now) {
    const old = before.get(path);
    const from = old === undefined ? goneByBody.get(one.body) : undefined;
    const moved = from === undefined ? undefined : gone.get(from);
    if (old !== undefined && fileText(old) !== fileText(one)) changes.push(change('changed', path, old, one));
    else if (old === undefined && moved !== undefined && from !== undefined) {
      changes.push({ ...change('renamed', path, moved, one), from });
      gone.delete(from);
    } else if (old === undefined) changes.push(change('added', path, null, one));
  }
  for (const [path, one] of gone) changes.push(change('removed', path, one, null));
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function change(
  kind: SourceChange['kind'],
  path: string,
  before: AgentDefinition | null,
  now: AgentDefinition | null,
): SourceChange {
  const name = (now ?? before)?.name ?? '';
  if (now === null) return { kind, name, path, before, now, widened: [], problems: [] };
  return { kind, name, path, before, now, widened: widened(before, now), problems: worse(before, now) };
}

/** Of a new agent nothing is widened: all of it is new. */
function widened(before: AgentDefinition | null, now: AgentDefinition): readonly string[] {
  if (before === null || grantsAll(before.tools)) return [];
  if (grantsAll(now.tools)) return ['all tools'];
  const had = before.tools.kind === 'list' ? before.tools.tools : [];
  return now.tools.kind === 'list' ? now.tools.tools.filter((tool) => !had.includes(tool)) : [];
}

function worse(before: AgentDefinition | null, now: AgentDefinition): readonly string[] {
  const had = new Set(before === null ? [] : lintDefinition(before).map(({ code }) => code));
  const codes = lintDefinition(now)
    .filter(({ code, severity }) => !had.has(code) && (severity === 'error' || code.startsWith('hidden/')))
    .map(({ code }) => code);
  const model =
    before !== null && before.model !== now.model ? [`model ${before.model ?? '-'} => ${now.model ?? '-'}`] : [];
  return [...model, ...new Set(codes)];
}
