import type { Action } from '../model/actions.ts';
import type { RecalledQueries } from '../model/browse-state.ts';
import { type Step, step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { textField } from '../model/text-field.ts';
import { queryOf, resultsOf } from './browse-results.ts';

/** The search before the one in the line; at first those that were kept are asked for. */
export function queryRecalled(model: Model): Step {
  const { recalled, query } = model.browse;
  // What was typed since begins anew.
  if (recalled === null || recalled.queries[recalled.at] !== query.text) return step(model, { type: 'readQueries' });
  const at = recalled.at + 1;
  return step(at < recalled.queries.length ? withRecalled(model, { ...recalled, at }) : withTyped(model, recalled));
}

/** Those that were kept are there: the latest one that holds what is typed goes into the line. */
export function queriesFound(model: Model, { queries }: Extract<Action, { type: 'queriesFound' }>): Model {
  const { query, focus } = model.browse;
  if (focus !== 'search') return model;
  const typed = query.text.trim().toLowerCase();
  const fitting = queries.filter((one) => one !== query.text.trim() && one.toLowerCase().includes(typed));
  if (fitting.length === 0)
    return noted(model, typed === '' ? 'Nothing was searched for before' : 'No earlier search holds this', 'plain');
  return withRecalled(model, { typed: query, queries: fitting, at: 0 });
}

function withRecalled(model: Model, recalled: RecalledQueries): Model {
  const query = textField(recalled.queries[recalled.at] ?? '');
  return { ...model, browse: { ...model.browse, query, recalled, cursor: 0, top: 0 } };
}

function withTyped(model: Model, { typed }: RecalledQueries): Model {
  return { ...model, browse: { ...model.browse, query: typed, recalled: null, cursor: 0, top: 0 } };
}

/** A step on from the search line, with what was searched for there kept, where it found something. */
export function keepingQuery(before: Model, { model, effects }: Step): Step {
  const query = queryOf(before);
  const isKept = before.browse.focus === 'search' && query !== '' && resultsOf(before).length > 0;
  return { model, effects: isKept ? [...effects, { type: 'keepQuery', query }] : effects };
}
