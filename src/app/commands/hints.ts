import { sectionLabel } from '../../core/sections/section-text.ts';
import { countText } from '../../text/count-text.ts';
import { markedOrCurrent } from '../browse/browse-results.ts';
import { doubtsIn } from '../compose/doubts.ts';
import { joiningHere } from '../compose/joining.ts';
import { accountOfTopic, listedEntries } from '../compose/ledger-list.ts';
import { short } from '../compose/passage-words.ts';
import { isTakenHere } from '../compose/toggle-pick.ts';
import { type NextTaking, nextTaking } from '../compose/update-union.ts';
import { hasOwnWords } from '../compose/update-wording.ts';
import { goesOnWithDraft } from '../drafts/begin-composing.ts';
import { isLookStepNewest, nextUndo } from '../drafts/undo-list.ts';
import type { BindingId } from '../keys/bindings.ts';
import { keyOf } from '../keys/key-of.ts';
import { COMPOSE_PANES } from '../model/compose-state.ts';
import { findOf } from '../model/focused-field.ts';
import type { Model } from '../model/model.ts';
import { readerText } from '../reader/reader-text.ts';
import { formChoices } from '../save/form-choices.ts';

/** The word of a binding for the footer, as things stand; `null` where it is not worth one. */
export function hintOf(model: Model, { id, hint }: { readonly id: BindingId; readonly hint?: string }): string | null {
  const own = HINTS[id];
  return own ? own(model) : (hint ?? null);
}

/** What a binding does, as things stand: with how many, where that is known. */
export function titleOf(model: Model, { id, title }: { readonly id: BindingId; readonly title: string }): string {
  return TITLES[id]?.(model) ?? title;
}

type Hint = (model: Model) => string | null;

const markedWords =
  (word: string): Hint =>
  (model) =>
    model.browse.marked.length > 1 ? `${word} ${markedOrCurrent(model).length}` : word;

const TAKINGS: Readonly<Record<Exclude<NextTaking, null>, string>> = {
  all: 'take all',
  merged: 'merge',
  one: 'only this one',
};

/** Cells of an act that undoing names. */
const ACT = 20;

/** Narrower screens have room for the word alone. */
const NAMES_ACT = 100;

const undoWords: Hint = (model) => {
  if (model.size.columns < NAMES_ACT) return 'undo';
  const act = isLookStepNewest(model) ? nextUndo(model)?.words : model.draft.past.at(-1)?.act;
  return `undo “${short(act ?? '', ACT)}”`;
};

const joinWords: Hint = (model) => {
  const waiting = joiningHere(model);
  return waiting === null ? 'join' : `join to “${short(sectionLabel(waiting.section), ACT)}”`;
};

const closeWords: Hint = (model) => (hasOwnWords(model) ? 'discard the words' : 'close');

/** Which topics come next. */
const NEXT_ROWS = {
  all: 'topics of several',
  shared: 'topics of one',
  alone: 'topics in conflict',
  conflict: 'all topics',
} as const;

/** Of those that say more than a word that never changes: with how many, or what exactly. */
const HINTS: { readonly [Id in BindingId]?: Hint } = {
  'list.compare': markedWords('compare'),
  'list.compose': (model) => (goesOnWithDraft(model) ? 'go on composing' : markedWords('compose')(model)),
  'list.clear-marks': ({ browse, tour }) => {
    if (browse.isMarkedOnly) return 'list all';
    if (browse.marked.length === 0)
      return tour !== null && browse.query.text === '' ? 'close the tour' : 'clear search';
    return `clear ${browse.marked.length === 1 ? 'the mark' : `${countText(browse.marked.length)} marks`}`;
  },
  'reader.next': (model) => (findOf(model) ? null : 'section'),
  'compare.next': (model) => (findOf(model) ? null : 'topic'),
  'compare.back': (model) => (findOf(model) ? 'stop finding' : 'back'),
  'reader.fold': (model) => {
    const id = readerText(model)?.outline[model.reader.section]?.section?.id;
    return id !== undefined && model.reader.folded.includes(id) ? 'unfold' : 'fold';
  },
  'reader.back': (model) => (findOf(model) ? 'stop finding' : 'back'),
  'save.choose': (model) => `choices ${formChoices(model).length}`,
  'compose.pane': ({ compose }) =>
    COMPOSE_PANES[(COMPOSE_PANES.indexOf(compose.pane) + 1) % COMPOSE_PANES.length] ?? null,
  'compose.pick': (model) => (isTakenHere(model) ? 'leave out' : 'take'),
  'compose.versions': (model) => TAKINGS[nextTaking(model) ?? 'all'],
  'compose.unite-all': (model) => (model.draft.present.picks.length === 0 ? 'merge all' : null),
  'compose.doubt': (model) => `to decide ${countText(doubtsIn(model.draft.present.picks).length)}`,
  'compose.ledger': (model) => {
    const count = model.draft.present.picks.length === 0 ? 0 : accountOfTopic(model).leftOut;
    return count === 0 ? null : `left out here ${count}`;
  },
  'compose.join': joinWords,
  'compare.join': joinWords,
  'compose.undo': undoWords,
  'ledger.undo': undoWords,
  'ledger.all': ({ ledger }) => (ledger.scope === 'all' ? 'this topic' : 'all topics'),
  'ledger.view': ({ ledger }) => (ledger.withKept ? 'left out only' : 'kept too'),
  'ledger.take': (model) => (listedEntries(model)[model.ledger.cursor]?.state === 'kept' ? 'leave it out' : 'take it'),
  'compare.rows': ({ compare }) => NEXT_ROWS[compare.rows],
  'compare.matrix': ({ compare }) => (compare.isMatrix ? 'texts' : 'table'),
  'compare.fold': ({ compare }) => (compare.isFolded ? 'unfold' : 'fold'),
  'compare.compose': ({ compare }) => `compose ${compare.ids.length}`,
  'rename.close': closeWords,
  'reword.close': closeWords,
  'name.close': closeWords,
  'new.close': closeWords,
  'everywhere.palette': ({ dialog }) => (dialog === null ? 'commands' : null),
  'search.list': (model) => {
    const inList = { ...model, browse: { ...model.browse, focus: 'list' as const } };
    return model.browse.marked.length > 1
      ? `list: ${keyOf(inList, 'list.compare')} compare, ${keyOf(inList, 'list.compose')} compose ${model.browse.marked.length}`
      : 'list';
  },
  // With nothing to clear it does what the key before does.
  'search.leave': ({ browse }) => (browse.query.text === '' ? null : 'clear search'),
};

const ofMarked =
  (verb: string): Hint =>
  (model) =>
    model.browse.marked.length > 1 ? `${verb} the ${markedOrCurrent(model).length} marked` : null;

const TITLES: { readonly [Id in BindingId]?: Hint } = {
  'list.compare': ofMarked('Compare'),
  'list.compose': ofMarked('Compose from'),
  'reader.compose': ofMarked('Compose from'),
  'list.clear-marks': ({ browse }) =>
    browse.marked.length > 1 ? `Clear the ${countText(browse.marked.length)} marks` : null,
};
