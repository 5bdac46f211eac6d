import { type Completion, completeQuery } from '../../core/search/query/complete-query.ts';
import { PROBLEM_VALUES } from '../../core/search/query/problem-values.ts';
import type { Term } from '../../core/search/query/query.ts';
import type { Search } from '../../core/search/search.ts';
import { memoLast } from '../../kit/memo.ts';
import { focusedField } from '../model/focused-field.ts';
import type { Model } from '../model/model.ts';
import { type TextField, textField } from '../model/text-field.ts';
import { searchFor } from './known-sets.ts';

/** What the search line suggests to go on with: only while one types there, with the cursor at the end. */
export function completionOf(model: Model): Completion | null {
  const field = focusedField(model);
  if (field !== model.browse.query || field.cursor < field.text.length) return null;
  return completion(searchFor(model, field.text), field.text);
}

/** The search line with the suggestion taken, if the key asks for that and there is one. */
export function completedBy(model: Model, key: string): TextField | null {
  const suggested = ACCEPTING.has(key) ? completionOf(model) : null;
  return suggested && textField(model.browse.query.text + suggested.rest);
}

/** Keys that go to the right, where there is nothing to go to. */
const ACCEPTING: ReadonlySet<string> = new Set(['right', 'ctrl+f']);

const completion = memoLast((search: Search, text: string) =>
  completeQuery(text, search.values, PROBLEM_VALUES, (beginning, isQuery) => nameFrom(search, beginning, isQuery)),
);

/** As many of the first hits may have the name that a query begins: those begun come first. */
const FIRST = 8;

function nameFrom(search: Search, beginning: string, isQuery: boolean): string | null {
  if (isQuery) {
    // What is on the screen is found already.
    const asked = beginning.toLowerCase();
    const hits = search.search(beginning).slice(0, FIRST);
    return hits.find(({ definition }) => definition.name.toLowerCase().startsWith(asked))?.definition.name ?? null;
  }
  const term: Term = { filter: null, kind: 'prefix', text: beginning, open: true, negated: false };
  return search.search({ groups: [[term]] }).at(0)?.definition.name ?? null;
}
