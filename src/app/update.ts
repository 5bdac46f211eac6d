import { isEmptyDraft } from '../core/draft/draft.ts';
import { currentDefinition } from './browse/browse-results.ts';
import { composedFound, withComposedAsked, withComposedOutdated } from './browse/composed-asked.ts';
import { withNextPreviewAsked } from './browse/preview-window.ts';
import { keepingQuery, queriesFound, queryRecalled } from './browse/recent-queries.ts';
import { updateBrowse, withCursor } from './browse/update-browse.ts';
import { updateCalls } from './browse/update-calls.ts';
import { editing, updateFiles } from './browse/update-files.ts';
import { updateNewAgent } from './browse/update-new-agent.ts';
import { updateRename } from './browse/update-rename.ts';
import { rivalsMarked, updateRivals, withRivalsOutdated } from './browse/update-rivals.ts';
import { searchWorked, withSearchAsked } from './browse/update-search.ts';
import { updateTwins, withTwinsOutdated } from './browse/update-twins.ts';
import { quitting } from './commands/quit.ts';
import { withRowInView } from './commands/row-text.ts';
import { withSettingsNews } from './commands/settings-news.ts';
import { chosenCommand, helpTurned, withDialogClosed, withDialogOpened } from './commands/update-dialog.ts';
import {
  dividerDragged,
  dividersEvened,
  lookChosen,
  previewPlaced,
  redivided,
  shareChanged,
} from './commands/update-look.ts';
import { problemVisited } from './commands/update-problems.ts';
import { columnsTakenBack, isColumnsStepNewest, updateColumns } from './compare/columns.ts';
import { rowsJudged, withRowsAsked } from './compare/judged-rows.ts';
import { topicsAligned, withTopicsAsked } from './compare/topics-asked.ts';
import {
  differenceChanged,
  foldToggled,
  matrixToggled,
  nextConflictShown,
  otherRowsChosen,
} from './compare/update-compare.ts';
import { withTopicFollowed } from './compose/result-topic.ts';
import { updateCompose } from './compose/update-compose.ts';
import { updateLedger } from './compose/update-ledger.ts';
import { updateRows } from './compose/update-rows.ts';
import { updateWording, wordingLeft } from './compose/update-wording.ts';
import { updateBeginning } from './drafts/begin-composing.ts';
import { isLookStepNewest, listUndone } from './drafts/undo-list.ts';
import { updateDrafts } from './drafts/update-drafts.ts';
import { updateFilter } from './drafts/update-filter.ts';
import { updateFind } from './find/update-find.ts';
import { keyOf } from './keys/key-of.ts';
import type { Action } from './model/actions.ts';
import { isWording } from './model/dialog.ts';
import { type Effect, type Step, step } from './model/effects.ts';
import { definitionById } from './model/known-definitions.ts';
import { type Model, screenOf } from './model/model.ts';
import { copiedWords, noted } from './model/notice.ts';
import { actOfClick, clicked, dragged, titleClicked, wheeled } from './pointer.ts';
import { outlineToggled, sectionFolded } from './reader/update-reader.ts';
import { updateComposed } from './recompose/update-made-from.ts';
import { updateLanding } from './save/landing.ts';
import { updateSave } from './save/update-save.ts';
import { updateTrial } from './save/update-trial.ts';
import { typed } from './update-field.ts';
import { moved, previewScrolled, readOn, turned, wentBack } from './update-position.ts';

/**
 * The one place the model changes: what happened in, the next state and the work for outside out. Pure.
 *
 * Whatever changes the draft, the draft is kept; whatever needs topics that take long to line up, the screen comes first.
 */
export function update(model: Model, action: Action): Step {
  const { model: reached, effects } = withNextPreviewAsked(
    model,
    withRowsAsked(withSearchAsked(model, withComposedAsked(withTopicsAsked(updated(model, action))))),
  );
  const next = withTopicFollowed(model, reached);
  const draft = next.draft.present;
  const { id } = next.kept;
  if (id !== model.kept.id && !isEmptyDraft(draft)) return step(next, ...effects, { type: 'openDraft', id, draft });
  // Another draft has been opened, and is kept already; a new one is kept from its first change on.
  if (draft === model.draft.present || id !== model.kept.id) return step(next, ...effects);
  return step(next, ...effects, isEmptyDraft(draft) ? { type: 'removeDraft', id } : { type: 'keepDraft', id, draft });
}

function updated(before: Model, action: Action): Step {
  const model = PASSIVE.has(action.type) || before.notice === null ? before : { ...before, notice: null };
  switch (action.type) {
    case 'started':
      return step(withSettingsNews(model), { type: 'readDrafts' }, { type: 'readLibrary' });

    case 'changesUnseen':
      return step(
        noted(
          model,
          `Not all changes on disk are noticed: ${action.reason}; ${keyOf(model, 'list.reload')} finds them`,
          'plain',
        ),
      );

    case 'topicsAligned':
      return step(topicsAligned(model, action));

    case 'rowsJudged':
      return step(rowsJudged(model, action.definitions));

    case 'searchWorked':
      return step(searchWorked(model, action));

    case 'resized':
      return step(withCursor({ ...model, size: action.size }, model.browse.cursor));

    case 'moved':
      return step(moved(model, action));

    case 'clicked': {
      const next = clicked(model, action);
      const act = actOfClick(next, action);
      return act ? updated(next, act) : step(next);
    }

    case 'titleClicked':
      return step(titleClicked(model, action.pane));

    case 'dragged':
      return step(dragged(model, action));

    case 'wheeled':
      return step(wheeled(model, action, moved));

    case 'topicChanged':
    case 'paneChanged':
    case 'viewChanged':
      return step(turned(model, action));

    case 'differenceChanged':
      return step(differenceChanged(model, action.direction));

    case 'nextConflictShown':
      return step(nextConflictShown(model));

    case 'matrixToggled':
      return step(matrixToggled(model));

    case 'otherRowsChosen':
      return step(otherRowsChosen(model));

    case 'filterOpened':
    case 'filterDone':
    case 'filterLeft':
      return step(updateFilter(model, action));

    case 'findOpened':
    case 'findDone':
    case 'findLeft':
    case 'hitChanged':
      return step(updateFind(model, action));

    case 'baseChanged':
    case 'columnAdded':
    case 'columnDropped':
    case 'columnsPassed':
      return step(updateColumns(model, action));

    case 'foldToggled':
      return step(screenOf(model) === 'reader' ? sectionFolded(model) : foldToggled(model));

    case 'outlineToggled':
      return step(outlineToggled(model));

    case 'fieldTyped':
    case 'fieldEdited':
      return step(typed(model, action));

    case 'helpOpened':
    case 'paletteOpened':
    case 'columnBoxOpened':
    case 'problemsOpened':
    case 'sourcesOpened':
    case 'newsOpened':
      return step(withDialogOpened(model, action));

    case 'dialogClosed':
      return step(isWording(model.dialog) ? wordingLeft(model, model.dialog, true) : withDialogClosed(model));

    case 'helpTurned':
      return step(helpTurned(model));

    case 'problemVisited':
      return step(problemVisited(model));

    case 'commandChosen': {
      const chosen = chosenCommand(model);
      if (!chosen) return step(model);
      const { binding, refusal } = chosen;
      // Commands are those of the screen, what help tells of is of the box that it was asked for in.
      const closed = model.dialog?.kind === 'help' ? withDialogClosed(model) : { ...model, dialog: null };
      if (binding === null || refusal !== null) return updated(closed, { type: 'keyRefused', reason: refusal ?? '' });
      const recent = [binding.id, ...model.recent.filter((id) => id !== binding.id)];
      return updated({ ...closed, recent }, binding.action);
    }

    case 'wentBack':
      return cameBack(model);

    case 'editorRequested':
      return step(model, ...onDefinition(model, ({ path }) => editing(model, path)));

    case 'editorClosed':
      if (action.problem !== null) return step(noted(model, action.problem, 'bad'));
      return step(model, { type: 'readLibrary' });

    case 'copyRequested':
      return step(
        model,
        ...onDefinition(model, ({ body, name }) => ({ type: 'copyText', text: body, what: `the prompt of ${name}` })),
      );

    case 'textCopied':
      return step(noted(model, copiedWords(action.what, action.copied)));

    case 'keyRefused':
      return step(noted(model, action.reason, 'plain'));

    case 'problemFound':
      return step(noted(model, action.reason, 'bad'));

    case 'quitRequested':
      return quitting(model);

    case 'suspendRequested':
      return step(model, { type: 'suspend' });

    case 'redrawRequested':
      return step(model, { type: 'redraw' });

    case 'tellRequested':
      return step(model, { type: 'tell', what: action.what });

    case 'readOnRequested':
      return readOn(model);

    case 'previewMoved':
      return step(previewScrolled(model, action));

    case 'libraryRead':
      return withRivalsOutdated(
        withTwinsOutdated(withComposedOutdated(updateBrowse(rowsJudged(model, action.judged ?? []), action))),
      );

    case 'composedFound':
      return step(composedFound(model, action));

    case 'twinsRequested':
    case 'twinsFound':
      return updateTwins(model, action);

    case 'trialRequested':
    case 'trialEnded':
      return updateTrial(model, action);

    case 'callsAsked':
    case 'callsCounted':
      return updateCalls(model, action);

    case 'rivalsOpened':
    case 'rivalsFound': {
      const { model: next, effects } = updateRivals(model, action);
      return step(withRowInView(next), ...effects);
    }

    case 'rivalsListed':
    case 'rivalsCompared':
      return updateRivals(model, action);

    case 'rivalsComposed':
      return updated(rivalsMarked(model), { type: 'composeOpened' });

    case 'queryRecalled':
      return queryRecalled(model);

    case 'queriesFound':
      return step(queriesFound(model, action));

    case 'listFocused':
    case 'searchLeft':
    case 'definitionMarked':
      return keepingQuery(model, updateBrowse(model, action));

    case 'searchFocused':
    case 'marksCleared':
    case 'markedListed':
    case 'sortChanged':
    case 'readerOpened':
    case 'compareOpened':
    case 'reloadRequested':
    case 'bundledToggled':
      return updateBrowse(model, action);

    case 'composeOpened':
    case 'beginAnswered':
    case 'beginMoved':
    case 'beginTaken':
      return step(updateBeginning(model, action));

    case 'draftsFound':
    case 'draftKept':
    case 'draftsOpened':
    case 'draftChosen':
    case 'draftBegun':
    case 'draftDiscarded':
      return updateDrafts(model, action);

    case 'stepUndone':
      return stepUndone(model);

    case 'sectionHeldApart':
    case 'sectionJoined':
      return step(updateRows(model, action));

    case 'sectionPicked':
    case 'versionsTaken':
    case 'versionTurned':
    case 'doubtVisited':
    case 'topicsUnited':
    case 'pickMoved':
    case 'orderRestored':
    case 'levelChanged':
    case 'pickEditRequested':
    case 'pickEdited':
    case 'editDropped':
    case 'stepRedone':
      return updateCompose(model, action);

    case 'composedOpened':
    case 'composedChecked':
    case 'recomposeRequested':
    case 'recomposed':
    case 'conflictChanged':
    case 'versionChosen':
    case 'mergeFinished':
    case 'recomposeConfirmed':
    case 'recomposeWritten':
      return updateComposed(model, action);

    case 'renameOpened':
    case 'pickRenamed':
    case 'rewordOpened':
    case 'passageReworded':
      return updateWording(model, action);

    case 'ledgerOpened':
    case 'ledgerScopeChanged':
    case 'entryVisited':
      return step(updateLedger(model, action));

    case 'saveOpened':
    case 'fieldLeft':
    case 'fieldCompleted':
    case 'fieldRowMoved':
    case 'choicesOpened':
    case 'choiceMoved':
    case 'choiceTaken':
    case 'choicesLeft':
    case 'formUndone':
    case 'fileMoved':
    case 'saveRequested':
    case 'overwriteConfirmed':
    case 'otherNameWanted':
    case 'answerMoved':
    case 'answerGiven':
    case 'saveRefused':
    case 'saveFailed':
    case 'saveLedOut':
      return updateSave(model, action);

    case 'newAgentOpened':
    case 'newAgentTold':
      return updateNewAgent(model, action);

    case 'agentRenameOpened':
    case 'agentNamed':
    case 'agentRenameConfirmed':
      return updateRename(model, action);

    case 'removeRequested':
    case 'removeConfirmed':
    case 'duplicateRequested':
    case 'switchRequested':
    case 'filesChanged':
    case 'filesUndone':
      return updateFiles(model, action);

    case 'draftSaved':
    case 'saveUndone':
    case 'landingLeft':
    case 'savedReopened':
    case 'savedPathCopied':
    case 'anotherBegun':
    case 'saveUndoRequested':
    case 'saveUndoConfirmed':
      return updateLanding(model, action);

    case 'backgroundTold':
      return step({ ...model, look: { ...model.look, background: action.background } });

    case 'lookChosen':
      return lookChosen(model, action.look);

    case 'previewPlaced':
      return previewPlaced(model);

    case 'shareChanged':
      return shareChanged(model);

    case 'dividerDragged':
      return step(dividerDragged(model, action.divider, action.cells));

    case 'dividerLeft':
      return redivided(model, model.look.shares, action.before);

    case 'dividersEvened':
      return dividersEvened(model);

    case 'listUndone':
      return listUndone(model);
  }
}

/** Back along the trail; from a comparison of rivals to their box, where the next ones are. */
function cameBack(model: Model): Step {
  const back = wentBack(model);
  const isLeft = screenOf(model) === 'compare' && screenOf(back) !== 'compare';
  return isLeft && model.compare.isOfRivals ? updated(back, { type: 'rivalsOpened' }) : step(back);
}

/** Whatever was done last, of what is undone outside of the list. */
function stepUndone(model: Model): Step {
  if (isLookStepNewest(model)) return listUndone(model);
  if (isColumnsStepNewest(model)) return step(columnsTakenBack(model));
  return updateCompose(model, { type: 'stepUndone' });
}

/** What happens by itself leaves the news of the last key where it is. */
const PASSIVE: ReadonlySet<Action['type']> = new Set([
  'resized',
  'backgroundTold',
  'libraryRead',
  'twinsFound',
  'rivalsFound',
  'redrawRequested',
  'rowsJudged',
  'topicsAligned',
  'draftsFound',
  'draftKept',
  'composedChecked',
  'composedFound',
  'searchWorked',
]);

function onDefinition(
  model: Model,
  effect: (definition: { readonly path: string; readonly body: string; readonly name: string }) => Effect,
): readonly Effect[] {
  const definition = screenOf(model) === 'reader' ? definitionById(model, model.reader.id) : currentDefinition(model);
  return definition ? [effect(definition)] : [];
}
