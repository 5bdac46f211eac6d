import type { AgentDefinition } from '../definition/agent-definition.ts';
import { byScopeThenName } from '../library/library.ts';
import type { DefinitionIndex } from './index/definition-index.ts';
import { NEW, sameDefinitions } from './index/same-definitions.ts';
import type { ShortFormTable } from './words/short-forms.ts';

/** Definitions in name order and their slots. */
export interface Slotted {
  readonly definitions: readonly AgentDefinition[];
  readonly slots: Uint32Array;
}

/** No definitions. */
export const NOTHING: Slotted = { definitions: [], slots: new Uint32Array(0) };
/** What all searches over one library share. */
export interface Ground extends Slotted {
  /** Grows with the libraries that come after; of it this library knows its first `size` slots. */
  readonly index: DefinitionIndex;
  readonly size: number;
  /** The index of the definition in each slot; -1 where it is gone. */
  readonly indexes: Int32Array;
  readonly shortForms: ShortFormTable;
}

/**
 * What searches over some definitions share, whatever order these are given in.
 *
 * @param before The library before, over the same index.
 */
export function groundOf(
  given: readonly AgentDefinition[],
  index: DefinitionIndex,
  before: Slotted,
  shortForms: ShortFormTable,
): Ground {
  const sameAsGiven = sameDefinitions(before.definitions, given);
  const definitions = inNameOrder(given, sameAsGiven);
  const same = definitions === given ? sameAsGiven : sameDefinitions(before.definitions, definitions);
  const slots = index.slotsOf(definitions, same, before.slots);
  const size = index.size();
  const indexes = new Int32Array(size).fill(-1);
  for (let at = 0; at < slots.length; at++) indexes[slots[at] ?? 0] = at;
  return { definitions, slots, index, size, indexes, shortForms };
}

/**
 * A library is in this order already; looking is quicker than sorting.
 *
 * @param same Where its definitions stood in a list in this order.
 */
function inNameOrder(definitions: readonly AgentDefinition[], same: Int32Array): readonly AgentDefinition[] {
  for (let at = 1; at < definitions.length; at++) {
    if (same[at] !== NEW && same[at - 1] !== NEW) continue;
    const [before, definition] = [definitions[at - 1], definitions[at]];
    if (before && definition && byScopeThenName(before, definition) > 0) return [...definitions].sort(byScopeThenName);
  }
  return definitions;
}
