import type { Source } from '../../core/definition/agent-definition.ts';
import { EMPTY_DRAFT } from '../../core/draft/draft.ts';
import { emptySearch } from '../../core/search/search.ts';
import type { Model, Size, Surroundings } from './model.ts';
import { untouchedForm } from './save-state.ts';
import { textField } from './text-field.ts';

/** The state the app starts in, before anything was read. */
export function firstModel(surroundings: Surroundings, size: Size, sources: readonly Source[]): Model {
  return {
    surroundings,
    size,
    look: { ...surroundings.appearance, background: null },
    trail: ['browse'],
    library: {
      sources,
      definitions: [],
      agents: [],
      others: [],
      hidden: surroundings.bundled ? null : [],
      search: emptySearch(surroundings.shortForms),
      problems: [],
      loading: true,
    },
    twins: { groups: null, wanted: null },
    rivals: { groups: null, cursor: 0 },
    browse: {
      query: textField(),
      focus: 'search',
      cursor: 0,
      top: 0,
      marked: [],
      isMarkedOnly: false,
      sort: 'match',
      work: null,
      jobs: 0,
      calls: null,
      judged: { recent: new Set(), before: new Set() },
      preview: { id: '', top: 0 },
      reloaded: null,
    },
    reader: { id: '', scroll: 0, section: 0, view: 'rendered', line: null, hasOutline: true, folded: [], find: null },
    compare: {
      all: [],
      ids: [],
      base: '',
      pane: 0,
      passed: 0,
      past: [],
      isFolded: true,
      scroll: 0,
      topic: 0,
      view: 'words',
      rows: 'all',
      isMatrix: false,
      conflict: -1,
      find: null,
    },
    compose: { ids: [], row: 0, column: 0, pane: 'topics', line: 0, stop: 0, held: null, resultTop: null },
    ledger: { scope: 'topic', withKept: false, cursor: 0, scroll: 0 },
    topics: { aligned: null, statistics: null, isAsked: false, joining: null },
    draft: { past: [], present: EMPTY_DRAFT, future: [] },
    kept: { id: `${surroundings.session}-1`, at: null, count: 1, isRead: false, drafts: [], utcOffset: 0 },
    save: untouchedForm(
      {
        name: textField(),
        description: textField(),
        model: textField(),
        tools: textField(),
        color: textField(),
        other: textField(),
        kind: textField('agent'),
        mentions: textField('keep'),
        harness: textField('claude'),
        folder: textField(surroundings.saveFolder),
      },
      'name',
    ),
    composed: { agents: null, cursor: 0, scroll: 0, filter: null },
    merge: null,
    dialog: null,
    recent: [],
    notice: null,
    news: [],
    landed: null,
    undo: [],
    tour: null,
  };
}
