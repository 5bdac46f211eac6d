import type { SignSet, Theme } from '../../text/appearance.ts';
import { countText } from '../../text/count-text.ts';
import { currentDefinition, markedOrCurrent } from '../browse/browse-results.ts';
import { hasOwn } from '../browse/listed-definitions.ts';
import { notCopied, notOwnFile, notSwitched } from '../browse/update-files.ts';
import { notRenamed } from '../browse/update-rename.ts';
import { isColumnsStepNewest } from '../compare/columns.ts';
import { candidate, composeTopics, currentPickIndex, currentStop } from '../compose/compose-topics.ts';
import { doubtsIn } from '../compose/doubts.ts';
import { whyNotApart, whyNotJoined } from '../compose/joining.ts';
import { draftInOrder } from '../compose/pick-places.ts';
import { turnHere } from '../compose/turn-version.ts';
import { hasOwnWords, wordingKeys } from '../compose/update-wording.ts';
import { isLookStepNewest, nextUndo } from '../drafts/undo-list.ts';
import type { Binding } from '../keys/binding.ts';
import type { BindingId } from '../keys/bindings.ts';
import { keyOf } from '../keys/key-of.ts';
import { keyContext } from '../keys/keymap.ts';
import { isWording } from '../model/dialog.ts';
import { filterOf, findOf } from '../model/focused-field.ts';
import { OUTLINED } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { readerText } from '../reader/reader-text.ts';
import { currentAgent, openConflicts } from '../recompose/made-from.ts';
import { formChoices } from '../save/form-choices.ts';
import {
  allColumns,
  allInView,
  isBase,
  noColumnHere,
  noConflict,
  nothingFolded,
  onlyTexts,
  onlyTwo,
} from './compare-refusals.ts';
import { dividersOf } from './dividers.ts';
import {
  allChangesInView,
  allShown,
  noMoreOfFile,
  noPreview,
  nowhereToGo,
  onlyConflict,
  onlyEntry,
  onlyTopic,
  type Refusal,
  rowCount,
  unless,
  wholeMerge,
  wholePassage,
  wholeResult,
} from './movement-refusals.ts';
import { ownProblems } from './problem-rows.ts';

/** Why a command does nothing right now, or `null` if it works. */
export function refusalOf(model: Model, { id, action }: Binding<BindingId>): string | null {
  return REFUSALS[id]?.(model) ?? (action.type === 'moved' ? nowhereToGo(model) : null);
}

const noDefinition: Refusal = (model) => unless(currentDefinition(model) !== null, 'No agent here');

/** What comes with the program or a plugin is opened to be read. */
const notEdited: Refusal = (model) =>
  model.library.sources.some(({ id, isTaken }) => isTaken && id === currentDefinition(model)?.source)
    ? notOwnFile(model)
    : null;

const notTwo: Refusal = (model) => {
  if (markedOrCurrent(model).length >= 2) return null;
  const isSearching = keyContext(model) === 'search';
  const keys = isSearching
    ? keyOf(model, 'search.mark')
    : `${keyOf(model, 'list.mark-next')} or ${keyOf(model, 'list.mark')}`;
  return `Mark two or more to compare: ${keys}`;
};

const nothingElse: Refusal = (model) =>
  unless(model.library.hidden !== null || hasOwn(model), 'There are no other agents to list');

/** What is opened from a box takes its place or covers it: words that are not kept are neither lost nor forgotten for that. */
const wordsFirst: Refusal = (model) => {
  const { dialog } = model;
  return isWording(dialog) && hasOwnWords(model) ? `The words come first: ${wordingKeys(model, dialog)}` : null;
};

const noRow: Refusal = (model) => unless(rowCount(model) !== 0, 'Nothing here');
const noAgent: Refusal = (model) =>
  noDefinition(model) ?? unless(currentDefinition(model)?.kind === 'agent', 'Only agents can be tried');
const noRivals: Refusal = ({ rivals }) => unless((rivals.groups?.length ?? 0) > 0, 'No rivals');
const noProblem: Refusal = (model) => unless(ownProblems(model).length > 0, 'No problems');
const nothingToNarrow: Refusal = (model) =>
  unless(filterOf(model) !== null || (rowCount(model) ?? 0) > 1, 'Too few to narrow down');
/** While topics are lined up beside the keys, that is said. */
const noTopics: Refusal = (model) => {
  const { topics, lack } = composeTopics(model);
  return unless(topics.length > 0, lack ?? 'No sections here');
};
const noMarks: Refusal = ({ browse }) => unless(browse.marked.length > 0, 'Nothing is marked');
// On the tour it leaves.
const nothingToClear: Refusal = ({ browse, tour }) =>
  unless(
    tour !== null || browse.marked.length > 0 || browse.query.text !== '',
    'Nothing is marked, and nothing searched for',
  );
const notTyped: Refusal = ({ dialog }) =>
  unless(dialog?.kind !== 'help' || dialog.query.text !== '', 'Type what to look for');

const noSection: Refusal = (model) => {
  const entry = readerText(model)?.outline[model.reader.section];
  return unless(entry?.section != null, `No section of the prompt: ${keyOf(model, 'reader.next')} goes to the next`);
};

const noOutline: Refusal = ({ size }) => unless(size.columns >= OUTLINED, `An outline takes ${OUTLINED} columns`);

const noFind =
  (id: 'reader.find' | 'compare.find'): Refusal =>
  (model) =>
    unless(findOf(model) !== null, `Nothing is searched for: ${keyOf(model, id)} finds in the text`);
const nothingToBringBack: Refusal = (model) => unless(nextUndo(model) !== null, 'Nothing to undo here');
const notUndoable: Refusal = (model) =>
  model.landed?.saved === null
    ? unless(nextUndo(model) !== null, 'A save that went through a pipe cannot be undone')
    : nothingToBringBack(model);
const noChoices: Refusal = (model) => unless(formChoices(model).length > 0, 'Nothing to choose from here');
const nothingTyped: Refusal = ({ save }) => unless(save.past.length > 0, 'Nothing to undo in the form');
const nothingToTake: Refusal = (model) => unless(candidate(model) !== null, 'Nothing to take here');
const nothingPastInCompare: Refusal = (model) => (isColumnsStepNewest(model) ? null : nothingPast(model));

const nothingOther: Refusal = (model) => unless(turnHere(model) !== null, 'Nothing was left out for this');
const nothingToDecide: Refusal = (model) => unless(doubtsIn(model.draft.present.picks).length > 0, 'Nothing to decide');
const noPick: Refusal = (model) =>
  unless(currentPickIndex(model) !== null, `It is not taken yet: ${keyOf(model, 'compose.pick')} takes it`);

const noEdit: Refusal = (model) => {
  const pick = model.draft.present.picks[currentPickIndex(model) ?? -1];
  return unless(pick?.edited != null, 'Nothing was edited here');
};

const noPicks: Refusal = (model) =>
  unless(model.draft.present.picks.length > 0, `Nothing is taken yet: ${keyOf(model, 'compose.pick')} takes a section`);

const nothingHere: Refusal = (model) =>
  noTopics(model) ?? unless(candidate(model) !== null || currentStop(model) !== null, 'Nothing to take here');

const noColumn: Refusal = ({ compose }) =>
  compose.pane === 'result'
    ? 'The result has no columns'
    : unless(compose.ids.length > 1, 'There is only one agent here');

const nothingPast: Refusal = (model) =>
  unless(model.draft.past.length > 0 || isLookStepNewest(model), 'Nothing to undo');

const themeIs =
  (theme: Theme): Refusal =>
  ({ look }) =>
    unless(look.theme !== theme, 'It is so already');
const signsAre =
  (signs: SignSet): Refusal =>
  ({ look }) =>
    unless(look.signs !== signs, 'They are so already');

const nothingUndone: Refusal = ({ draft }) => unless(draft.future.length > 0, 'Nothing to redo');

const nothingComposed: Refusal = (model) => {
  if (model.composed.agents === null) return 'Still looking at what they are made from';
  return unless(currentAgent(model) !== null, 'Nothing was made here yet');
};
const undecided: Refusal = (model) => {
  const open = model.merge ? openConflicts(model.merge) : 0;
  const words = open === 1 ? '1 conflict is' : `${countText(open)} conflicts are`;
  return unless(open === 0, `${words} open: ${keyOf(model, 'merge.take')} takes a version`);
};

const nothingDrawn: Refusal = ({ surroundings }) => unless(!surroundings.linear, 'Nothing is drawn here');
const onePane: Refusal = (model) =>
  nothingDrawn(model) ?? unless(dividersOf(model).length > 0, 'There is only one pane on the screen');

const REFUSALS: { readonly [Id in BindingId]?: Refusal } = {
  'everywhere.help': wordsFirst,
  'everywhere.palette': wordsFirst,
  'everywhere.problems': wordsFirst,
  'everywhere.composed': wordsFirst,
  'everywhere.drafts': wordsFirst,
  'everywhere.news': wordsFirst,
  'everywhere.sources': wordsFirst,
  'everywhere.bundled': nothingElse,
  'everywhere.theme-auto': themeIs('auto'),
  'everywhere.theme-dark': themeIs('dark'),
  'everywhere.theme-light': themeIs('light'),
  'everywhere.theme-high-contrast': themeIs('high-contrast'),
  'everywhere.theme-ansi': themeIs('ansi'),
  'everywhere.signs-unicode': signsAre('unicode'),
  'everywhere.signs-ascii': signsAre('ascii'),
  'list.undo': nothingToBringBack,
  'drafts.undo': nothingToBringBack,
  'landed.undo': notUndoable,
  'save.choose': noChoices,
  'save.undo': nothingTyped,
  'save.file-up': noMoreOfFile,
  'save.file-down': noMoreOfFile,
  'choices.file-up': noMoreOfFile,
  'choices.file-down': noMoreOfFile,
  'search.preview-up': noPreview,
  'search.preview-down': noPreview,
  'list.preview-up': noPreview,
  'list.preview-down': noPreview,
  'list.clear-marks': nothingToClear,
  'list.marked': noMarks,
  'list.preview-place': nothingDrawn,
  'list.share': onePane,
  'reader.share': onePane,
  'compare.share': onePane,
  'compose.share': onePane,
  'composed.share': onePane,
  'merge.share': onePane,
  'ledger.share': onePane,
  'save.share': onePane,
  'reader.next': onlyEntry,
  'reader.previous': onlyEntry,
  'reader.pick': noSection,
  'reader.fold': noSection,
  'reader.outline': noOutline,
  'reader.previous-hit': noFind('reader.find'),
  'compare.previous-hit': noFind('compare.find'),
  'compose.pick': nothingHere,
  'compose.result-up': wholeResult,
  'compose.result-down': wholeResult,
  'compose.left': noColumn,
  'compose.right': noColumn,
  'compare.next': onlyTopic,
  'compare.previous': onlyTopic,
  'merge.next': onlyConflict,
  'merge.previous': onlyConflict,
  'compare.pick': nothingToTake,
  'compare.apart': whyNotApart,
  'compare.join': whyNotJoined,
  'compare.base': isBase,
  'compare.add': allColumns,
  'compare.drop': onlyTwo,
  'column.add': noColumnHere,
  'compare.view': onlyTexts,
  'compare.fold': nothingFolded,
  'compare.next-conflict': noConflict,
  'compare.columns-left': allInView,
  'compare.columns-right': allInView,
  'compare.undo': nothingPastInCompare,
  'compose.apart': whyNotApart,
  'compose.join': whyNotJoined,
  'compose.versions': noTopics,
  'compose.unite-all': noTopics,
  'ledger.take': noRow,
  'ledger.turn': nothingOther,
  'compose.turn': nothingOther,
  'compose.doubt': nothingToDecide,
  'ledger.visit': noRow,
  'drafts.filter': nothingToNarrow,
  'composed.filter': nothingToNarrow,
  'problems.visit': noProblem,
  'rivals.list': noRivals,
  'rivals.compare': noRivals,
  'rivals.compose': noRivals,
  'drafts.open': noRow,
  'drafts.discard': noRow,
  'help.run': notTyped,
  'help.up': allShown,
  'help.down': allShown,
  'search.mark': noDefinition,
  'search.mark-back': noDefinition,
  'list.mark': noDefinition,
  'list.mark-next': noDefinition,
  'list.mark-previous': noDefinition,
  'list.read': noDefinition,
  'list.compare': notTwo,
  'list.twins': noDefinition,
  'list.rivals': noDefinition,
  'list.try': noAgent,
  'compose.try': noPicks,
  'list.compose': noDefinition,
  'list.edit': (model) => noDefinition(model) ?? notEdited(model),
  'list.remove': notOwnFile,
  'list.rename': notRenamed,
  'list.switch': notSwitched,
  'reader.switch': notSwitched,
  'list.duplicate': notCopied,
  'list.copy': noDefinition,
  'compose.save': noPicks,
  'compose.order': (model) => unless(draftInOrder(model) !== model.draft.present, 'It is in the order of the topics'),
  'compose.move-down': noPick,
  'compose.move-up': noPick,
  'compose.undo': nothingPast,
  'compose.redo': nothingUndone,
  'compose.rename': noPick,
  'compose.reword': noPick,
  'compose.edit': noPick,
  'compose.drop-edit': noEdit,
  'compose.weaker': noPick,
  'compose.stronger': noPick,
  'ledger.undo': nothingPast,
  'ledger.redo': nothingUndone,
  'composed.recompose': nothingComposed,
  'ledger.passage-up': wholePassage,
  'ledger.passage-down': wholePassage,
  'merge.conflict-up': wholeMerge,
  'merge.conflict-down': wholeMerge,
  'composed.changes-up': allChangesInView,
  'composed.changes-down': allChangesInView,
  'merge.done': undecided,
};
