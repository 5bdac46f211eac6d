import { countText } from '../../../text/count-text.ts';
import { SEVERITIES } from '../../lint/lint-definition.ts';
import { nearestName } from '../../naming/nearest-name.ts';
import { type Facet, type FacetValue, isFacet, valueMatcher } from './definition-facets.ts';
import { filterNamed, parseQuery } from './parse-query.ts';
import { PROBLEM_VALUES } from './problem-values.ts';
import { FILTERS, type Term } from './query.ts';

/** What in a query can find nothing, whatever the rest of it says. */
export type QueryFault =
  /** A word before a colon that is no filter; the filter that was most likely meant, if one was. */
  | { readonly kind: 'filter'; readonly name: string; readonly meant: string | null }
  /** A value that no definition has, as in `tool:Baash`; those that may have been meant, at most three. */
  | {
      readonly kind: 'value';
      readonly filter: string;
      readonly text: string;
      /** Whether the value was mistyped; else the others are those that most have. */
      readonly isSlip: boolean;
      readonly others: readonly { readonly label: string; readonly count: number | null }[];
    };

/**
 * What in a query can find nothing: filters that are none, and values that no definition has. What is excluded is no
 * fault, nor is a word with a colon at its end, as in a text.
 *
 * @param values The values of a facet, those that most have first.
 */
export function queryFaults(text: string, values: (facet: Facet) => readonly FacetValue[]): readonly QueryFault[] {
  if (!text.includes(':')) return [];
  return parseQuery(text)
    .groups.flat()
    .flatMap((term) => filterFault(term) ?? valueFault(term, values) ?? []);
}

function filterFault({ filter, text, kind }: Term): QueryFault | null {
  const name = filter === null && kind === 'fuzzy' ? NAMED.exec(text)?.groups?.name : undefined;
  if (name === undefined || filterNamed(name) !== null) return null;
  const meant = nearestName(name, FILTERS);
  return { kind: 'filter', name, meant };
}

/** A name with a value behind it; an address has slashes there. */
const NAMED = /^(?<name>[a-z]+):(?!\/)\S/iu;

function valueFault(term: Term, values: (facet: Facet) => readonly FacetValue[]): QueryFault | null {
  const { filter, text, negated } = term;
  if (negated) return null;
  if (filter === 'problem') {
    const matches = valueMatcher(term);
    const isKnown = [...PROBLEM_VALUES, ...SEVERITIES].some(matches);
    return isKnown ? null : faultOf(filter, text, PROBLEM_VALUES, () => null);
  }
  if (!isFacet(filter)) return null;
  const known = values(filter);
  const matches = valueMatcher(term);
  if (known.length === 0 || known.some(({ label }) => matches(label))) return null;
  return faultOf(
    filter,
    text,
    known.map(({ label }) => label),
    (name) => countOf(name, known),
  );
}

/** Values that may be told at once. */
const MOST_TOLD = 3;

function faultOf(
  filter: string,
  text: string,
  labels: readonly string[],
  countOfName: (name: string) => number | null,
): QueryFault {
  const slip = nearestName(text, [...labels, ...new Set(labels.flatMap((label) => label.split(BETWEEN_WORDS)))]);
  const others = (slip === null ? labels.slice(0, MOST_TOLD) : [slip])
    .map((label) => ({ label, count: countOfName(label) }))
    // Who mistyped is told what it was; a set with nothing in it is no use to anybody else.
    .filter(({ count }) => slip !== null || count !== 0);
  return { kind: 'value', filter, text, isSlip: slip !== null, others };
}

/** A filter finds the words in a value too. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;

function countOf(text: string, values: readonly FacetValue[]): number | null {
  const matches = valueMatcher({ text, kind: 'exact', open: false });
  const holders = values.filter(({ label }) => matches(label)).map((value) => value.holders);
  return holders.includes(null) ? null : new Set(holders.flatMap((some) => some ?? [])).size;
}

/** What a fault is and what may have been meant, in a sentence. Not safe to show: it holds what was typed. */
export function faultWords(fault: QueryFault): string {
  if (fault.kind === 'filter') {
    const { name, meant } = fault;
    const all = `There are ${FILTERS.slice(0, -1).join(', ')} and ${FILTERS.at(-1)}`;
    return `There is no filter “${name}:”. ${meant === null ? `${all}.` : `Was ${meant}: meant?`}`;
  }
  const { filter, text, isSlip, others } = fault;
  const said = others.map(({ label, count }) => {
    const value = /[\s|"]/.test(label) ? `"${label}"` : label;
    return `${filter}:${value}${count === null ? '' : ` (${countText(count)})`}`;
  });
  return `Nothing has “${filter}:${text}”. ${isSlip ? `Was ${said[0]} meant?` : `There is ${said.join(', ')}.`}`;
}
