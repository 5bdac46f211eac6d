import { LINT_CODES } from '../core/lint/lint-codes.ts';
import { SEVERITIES } from '../core/lint/lint-definition.ts';
import { memoLast } from '../core/memo.ts';
import { type Completion, completeQuery } from '../core/search/complete-query.ts';
import { NONE } from '../core/search/definition-facets.ts';
import type { Search } from '../core/search.ts';
import type { Action } from './actions.ts';
import { queryOf, searchOver } from './browse-results.ts';
import { type Step, step } from './effects.ts';
import { focusedField } from './focused-field.ts';
import type { Model } from './model.ts';
import { replacedWith, type TextField } from './text-field.ts';
import { followingCurrent } from './update-browse.ts';

/** Ask for the work that the query needs, or give up the work for what was asked before. */
export function withSearchAsked(before: Model, { model, effects }: Step): Step {
  const { definitions } = model.library;
  const query = queryOf(model);
  if (definitions === before.library.definitions && query === queryOf(before)) return step(model, ...effects);
  if (searchOver(definitions).isReady(query)) {
    if (model.browse.work === null) return step(model, ...effects);
    return step({ ...model, browse: { ...model.browse, work: null } }, ...effects);
  }
  const worked = model.browse.worked + 1;
  const work = { job: worked, kind: 'indexing', share: 0 } as const;
  const next = { ...model, browse: { ...model.browse, work, worked } };
  return step(next, ...effects, { type: 'workOnSearch', job: worked, definitions, query });
}

/** What the work has found so far is shown; work that nobody waits for any more says nothing. */
export function searchWorked(model: Model, { job, work }: Extract<Action, { type: 'searchWorked' }>): Model {
  if (model.browse.work?.job !== job) return model;
  const browse = { ...model.browse, worked: model.browse.worked + 1, work: work === null ? null : { ...work, job } };
  return followingCurrent(model, { ...model, browse });
}

/** What the search line suggests to go on with: only while one types there, with the cursor at the end. */
export function completionOf(model: Model): Completion | null {
  const field = focusedField(model);
  if (field !== model.browse.query || field.cursor < field.text.length) return null;
  return completion(searchOver(model.library.definitions), field.text);
}

/** The search line with the suggestion taken, if the key asks for that and there is one. */
export function completedBy(model: Model, key: string): TextField | null {
  const suggested = ACCEPTING.has(key) ? completionOf(model) : null;
  return suggested && replacedWith(model.browse.query, model.browse.query.text + suggested.rest);
}

/** Keys that go to the right, where there is nothing to go to. */
const ACCEPTING: ReadonlySet<string> = new Set(['right', 'ctrl+f']);

const completion = memoLast((search: Search, text: string) => completeQuery(text, search.values, PROBLEMS));

const CODES = Object.keys(LINT_CODES);
const PROBLEMS = [...SEVERITIES, NONE, ...CODES.map((code) => code.slice(code.indexOf('/') + 1)), ...CODES];
