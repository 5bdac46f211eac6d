import type { AgentDefinition } from '../../definition/agent-definition.ts';
import { type FacetValue, valueMatcher } from './definition-facets.ts';
import { parseQuery } from './parse-query.ts';
import type { Term } from './query.ts';

/** Sets of definitions that no file says it is in: who searches knows them. On the search line they are values of `is:`. */
export const SET_NAMES = ['marked', 'composed'] as const;
export type SetName = (typeof SET_NAMES)[number];

/**
 * What is in each set; `null` for one that is not known yet, of which nothing is found, neither by its name nor by its
 * negation. One that is left out is no value of `is:`.
 */
export type DefinitionSets = { readonly [Name in SetName]?: ((definition: AgentDefinition) => boolean) | null };

/** The sets as values of `is:` beside those that files have: those that most have first, those not known yet last. */
export function withSetValues(
  values: readonly FacetValue[],
  sets: DefinitionSets,
  definitions: readonly AgentDefinition[],
): readonly FacetValue[] {
  const added = SET_NAMES.flatMap((label): readonly FacetValue[] => {
    const isIn = sets[label];
    if (isIn === undefined) return [];
    if (isIn === null) return [{ label, holders: null }];
    return [{ label, holders: definitions.flatMap((definition, at) => (isIn(definition) ? [at] : [])) }];
  });
  const countOf = ({ holders }: FacetValue): number => holders?.length ?? -1;
  return added.length === 0 ? values : [...values, ...added].sort((a, b) => countOf(b) - countOf(a));
}

/** Whether a query says something that may be the name of a set, in any term that `is:` stands before. */
export function asksForSets(text: string): boolean {
  return setTerms(text).length > 0;
}

/** Whether a query asks for a set, or for all others. */
export function asksForSet(text: string, name: SetName): boolean {
  return setTerms(text).some((term) => valueMatcher(term)(name));
}

/** Whether a query asks for those in a set, not for all others. */
export function wantsSet(text: string, name: SetName): boolean {
  return setTerms(text).some((term) => !term.negated && valueMatcher(term)(name));
}

function setTerms(text: string): readonly Term[] {
  if (!IS_FILTER.test(text)) return [];
  return parseQuery(text)
    .groups.flat()
    .filter(({ filter }) => filter === 'is');
}

/** What such a query has in it; most have not, and need not be read. */
const IS_FILTER = /is:/i;
