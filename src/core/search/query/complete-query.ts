import { foldText } from '../words/fold-text.ts';
import { type Facet, type FacetValue, isFacet } from './definition-facets.ts';
import { filterNamed, lastTerm, type TypedTerm } from './parse-query.ts';
import { FILTERS } from './query.ts';

/** How a query may go on. */
export interface Completion {
  /** What to put behind it. */
  readonly rest: string;
  /** How many definitions have the value; `null` where nobody counts, or not yet. */
  readonly count: number | null;
}

/** A word this short begins too much to be taken for a filter. */
const MIN_FILTER = 2;
/** And this short, for a collection. */
const MIN_COLLECTION = 3;

/**
 * How the last term of a query may go on: a word that begins a filter becomes it (`mo`, `model:`), and what begins a
 * value of a filter becomes the one that most definitions have (`model:so`, `model:sonnet`). The beginning of a name, after
 * `^` or `name:`, becomes the first name that begins so; a query of one word does so too where it begins no filter, and a
 * word of any query becomes the collection that it begins.
 *
 * @param text The query up to the cursor, which stands at its end.
 * @param values The values of a facet, those that most have first.
 * @param problems Severities and codes, the most useful first.
 * @param nameFrom The first name with a beginning, `null` if there is none; of those that a query finds where it is one.
 * @returns `null` where there is nothing to suggest, as after a value that is complete.
 */
export function completeQuery(
  text: string,
  values: (facet: Facet) => readonly FacetValue[],
  problems: readonly string[],
  nameFrom: (beginning: string, isQuery: boolean) => string | null,
): Completion | null {
  const term = lastTerm(text);
  if (!term) return null;
  const filter = term.filter === null ? null : filterNamed(term.filter);
  if (filter === 'name' || (term.filter === null && term.isPrefix)) {
    return completeName(term, term.typed.trim() === '' ? null : nameFrom(term.typed, false));
  }
  if (term.filter === null) {
    if (term.isQuoted || term.typed.length < MIN_FILTER) return null;
    const isWhole = text.trimStart() === term.typed;
    return (
      completeFilter(term) ??
      (isWhole ? completeName(term, nameFrom(term.typed, true)) : null) ??
      (term.typed.length < MIN_COLLECTION ? null : completeCollection(term, values))
    );
  }
  if (filter === 'problem')
    return completeValue(
      term,
      problems.map((label) => ({ label, count: null })),
    );
  if (!isFacet(filter)) return null;
  return completeValue(
    term,
    values(filter).map(({ label, holders }) => ({ label, count: holders?.length ?? null })),
  );
}

const completeName = (term: TypedTerm, name: string | null): Completion | null =>
  completeValue(term, name === null ? [] : [{ label: name, count: null }]);

function completeCollection(term: TypedTerm, values: (facet: Facet) => readonly FacetValue[]): Completion | null {
  return completeValue(
    term,
    values('source').map(({ label, holders }) => ({ label, count: holders?.length ?? null })),
  );
}

function completeFilter({ typed }: TypedTerm): Completion | null {
  const lower = typed.toLowerCase();
  const filter = FILTERS.find((name) => name.startsWith(lower));
  return filter ? { rest: `${filter.slice(lower.length)}:`, count: null } : null;
}

interface Value {
  readonly label: string;
  readonly count: number | null;
}

function completeValue({ typed, isQuoted }: TypedTerm, values: readonly Value[]): Completion | null {
  const asked = foldText(typed);
  const fitting = values.filter(
    ({ label }) => foldText(label.slice(0, typed.length)) === asked && (isQuoted || !NEEDS_QUOTES.test(label)),
  );
  const [best] = fitting;
  if (!best || fitting.some(({ label }) => label.length === typed.length)) return null;
  return { rest: `${best.label.slice(typed.length)}${isQuoted ? '"' : ''}`, count: best.count };
}

/** A blank or a `|` would end the term, a quotation mark the value. */
const NEEDS_QUOTES = /[\s|"]/;
