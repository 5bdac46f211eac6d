import type { Search, SearchHit, SearchHits } from '../../core/search/search.ts';
import { memoLast } from '../../kit/memo.ts';
import type { Model } from '../model/model.ts';

const found = memoLast((search: Search, query: string): SearchHits => search.search(query));

/** What the box that adds a column finds in the library; columns that are there already are among it. */
export function columnChoices({ library, dialog }: Pick<Model, 'library' | 'dialog'>): SearchHits {
  return found(library.search, dialog?.kind === 'column' ? dialog.query.text.trim() : '');
}

/** What the cursor of that box is on. */
export function chosenColumn(model: Model): SearchHit['definition'] | null {
  return model.dialog?.kind === 'column' ? (columnChoices(model).at(model.dialog.cursor)?.definition ?? null) : null;
}
