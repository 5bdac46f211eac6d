import type { Search, SearchHit, SearchHits } from '../../core/search/search.ts';
import { memoLast } from '../../kit/memo.ts';
import { searchFor } from '../browse/known-sets.ts';
import type { Model } from '../model/model.ts';

const found = memoLast((search: Search, query: string): SearchHits => search.search(query));

/** What the box that adds a column finds in the library; columns that are there already are among it. */
export function columnChoices(model: Pick<Model, 'library' | 'browse' | 'dialog'>): SearchHits {
  const query = model.dialog?.kind === 'column' ? model.dialog.query.text.trim() : '';
  return found(searchFor(model, query), query);
}

/** What the cursor of that box is on. */
export function chosenColumn(model: Model): SearchHit['definition'] | null {
  return model.dialog?.kind === 'column' ? (columnChoices(model).at(model.dialog.cursor)?.definition ?? null) : null;
}
