import { plainWordsOf } from '../words/fold-text.ts';
import type { Query, Term } from './query.ts';

/** A query sorted by what it does. */
export interface QueryPlan {
  /** Groups that only choose; each by at least one of its terms. */
  readonly filters: readonly (readonly Term[])[];
  /** What is left to score, one list for each way to take one alternative of every group; at least one list. */
  readonly readings: readonly (readonly Term[])[];
  /** Whether the query asks for something that cannot be found, such as a word without letters, and nothing else. */
  readonly isVain: boolean;
}

/** `a|b c|d …` has as many readings as there are combinations; more than this are not looked at. */
const MAX_READINGS = 32;
/** A query is words, not a text; what is pasted beyond this does not count. */
const MAX_TERMS = 16;

/** Sort the groups of a query. */
export function planQuery({ groups }: Query): QueryPlan {
  let room = MAX_TERMS;
  const used = groups.flatMap((group) => {
    const terms = group.filter(isFindable).slice(0, room);
    room -= terms.length;
    return terms.length > 0 ? [terms] : [];
  });
  return {
    filters: used.filter((group) => !group.some(isScored)),
    readings: used.filter((group) => group.some(isScored)).reduce(withGroup, [[]]),
    isVain: groups.length > 0 && used.length === 0,
  };
}

function withGroup(readings: readonly (readonly Term[])[], group: readonly Term[]): readonly (readonly Term[])[] {
  return readings.flatMap((reading) => group.map((term) => [...reading, term])).slice(0, MAX_READINGS);
}

/** Whether a term says how well a definition fits, not only whether. */
export function isScored(term: Term): boolean {
  return isText(term) && !term.negated;
}

/** Whether a term is about the words of name or description. */
function isText({ filter }: Term): boolean {
  return filter === null || filter === 'name' || filter === 'desc';
}

/** Whether a term is spelled roughly, and not a condition. */
export function isRough({ filter, kind, negated }: Term): boolean {
  return filter === null && kind === 'fuzzy' && !negated;
}

const isFindable = (term: Term): boolean => !isText(term) || plainWordsOf(term.text).length > 0;
