import { queryOf } from '../../src/app/browse/browse-results.ts';
import type { Action } from '../../src/app/model/actions.ts';
import type { Model } from '../../src/app/model/model.ts';
import { finish } from '../../src/kit/run-steps.ts';

/** What tells the app, once the keys rest, what only prompts have; `null` where it does not wait for that. */
export function promptsSearched(model: Model): Action | null {
  const { work } = model.browse;
  if (work?.kind !== 'prompt' || model.dialog !== null) return null;
  const search = finish(model.library.search.work(queryOf(model)));
  return { type: 'searchWorked', job: work.job, work: null, search };
}
