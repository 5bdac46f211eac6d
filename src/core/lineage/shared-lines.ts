import { compareText } from '../../kit/compare-text.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import { twinSearch } from '../twins/find-twins.ts';
import { sayingLines } from './saying-lines.ts';

/** A line that several definitions have. */
export interface SharedLine {
  /** As the first of them has it. */
  readonly text: string;
  /** One for each text that it stands in: of copies the one that is the most complete. */
  readonly in: readonly AgentDefinition[];
}

/**
 * Find the lines that stand in several definitions. Copies and near copies of one text count once.
 *
 * @param definitions With unique ids, in any order: the result does not depend on it.
 * @param least In how many a line stands at least.
 * @returns Those that stand in most first, then in the order of their words. Yields between small steps.
 */
export function* sharedLineSearch(
  definitions: readonly AgentDefinition[],
  least: number,
): Generator<undefined, readonly SharedLine[]> {
  const inOrder = yield* mostCompleteFirst(definitions);
  const byKey = new Map<string, { readonly text: string; readonly in: Map<string, AgentDefinition> }>();
  for (const { definition, original } of inOrder) {
    for (const { text, key } of sayingLines(definition.body)) {
      const known = byKey.get(key);
      if (!known) byKey.set(key, { text, in: new Map([[original, definition]]) });
      else if (!known.in.has(original)) known.in.set(original, definition);
    }
    yield;
  }
  return [...byKey.values()]
    .filter((line) => line.in.size >= least)
    .map((line) => ({ text: line.text, in: [...line.in.values()].sort((a, b) => compareText(a.path, b.path)) }))
    .sort((a, b) => b.in.length - a.in.length || compareText(a.text, b.text));
}

/** A definition, and the id of the one that stands for it and its copies. */
interface Copy {
  readonly definition: AgentDefinition;
  readonly original: string;
}

function* mostCompleteFirst(definitions: readonly AgentDefinition[]): Generator<undefined, readonly Copy[]> {
  const places = new Map<string, { readonly original: string; readonly at: number }>();
  for (const { kind, definitions: ids } of yield* twinSearch(definitions)) {
    // Near groups come behind exact ones, and hold all of the exact ones they include.
    if (kind !== 'contained') for (const [at, id] of ids.entries()) places.set(id, { original: ids[0] ?? id, at });
  }
  return definitions
    .map((definition) => ({ definition, original: definition.id, at: 0, ...places.get(definition.id) }))
    .sort((a, b) => a.at - b.at || compareText(a.definition.path, b.definition.path));
}
