import { withPassageShifted, withPickEdited, withPickLevel, withPickMoved } from '../../core/compose/arrange-draft.ts';
import type { Pick } from '../../core/draft/draft.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action, Direction } from '../model/actions.ts';
import { COMPOSE_PANES } from '../model/compose-state.ts';
import { type Step, step } from '../model/effects.ts';
import { composeLayout } from '../model/layout.ts';
import { type Model, screenOf } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { clamped, movedIndex } from '../model/scrolling.ts';
import { composeTopics, currentPickIndex, currentStop, versionPassages } from './compose-topics.ts';
import { pickText } from './composed-result.ts';
import { withDoubtVisited } from './doubts.ts';
import { redone, undone } from './draft-history.ts';
import { nameOf, shortWords } from './passage-words.ts';
import { draftInOrder } from './pick-places.ts';
import { resultStops, stoppedPassage } from './result-stops.ts';
import { withStopAtTopic } from './result-topic.ts';
import { withRowsFollowed } from './rows-followed.ts';
import { withPickToggled } from './toggle-pick.ts';
import { withVersionTurned } from './turn-version.ts';
import { withEntryToggled } from './update-ledger.ts';
import { withAllUnited, withVersionsTaken } from './update-union.ts';
import { withAct, withCompose, withHistory, withStopOn } from './with-draft.ts';

type ComposeAction = Extract<
  Action,
  {
    type:
      | 'sectionPicked'
      | 'versionsTaken'
      | 'versionTurned'
      | 'doubtVisited'
      | 'topicsUnited'
      | 'pickMoved'
      | 'orderRestored'
      | 'levelChanged'
      | 'pickEditRequested'
      | 'pickEdited'
      | 'editDropped'
      | 'stepUndone'
      | 'stepRedone';
  }
>;

/** Update for the draft: taking sections and arranging them. Every change is one undoable step. Pure. */
export function updateCompose(model: Model, action: ComposeAction): Step {
  const { present } = model.draft;
  const index = currentPickIndex(model);
  switch (action.type) {
    case 'sectionPicked':
      return step(screenOf(model) === 'ledger' ? withEntryToggled(model) : withPickToggled(model));

    case 'versionsTaken':
      return step(withStopAtTopic(withStopKept(model, withVersionsTaken(model))));

    case 'versionTurned':
      return step(withVersionTurned(model));

    case 'doubtVisited':
      return step(withDoubtVisited(model));

    case 'topicsUnited':
      return step(withStopAtTopic(withAllUnited(model)));

    case 'pickMoved':
      return step(withMoved(model, action.direction));

    case 'orderRestored': {
      const ordered = draftInOrder(model);
      if (ordered === present) return step(noted(model, 'It is in the order of the topics', 'plain'));
      return step(
        withAct(model, ordered, { act: 'put in the order of the topics', news: 'In the order of the topics' }),
      );
    }

    case 'levelChanged':
      return step(index === null ? model : withLevelChanged(model, index, action.direction));

    case 'pickEditRequested': {
      const pick = present.picks[index ?? -1];
      if (index === null || !pick) return step(model);
      return step(model, { type: 'editPick', pick: index, title: pick.title, text: pickText(present.picks, index) });
    }

    case 'pickEdited': {
      const { pick, text } = action;
      const isUnchanged = text.trim() === pickText(present.picks, pick).trim();
      if (isUnchanged) return step(model);
      const edited = withPickEdited(present, pick, text);
      return step(withAct(model, edited, namedAct('Edited', 'edit', present.picks[pick])));
    }

    case 'editDropped': {
      if (index === null) return step(model);
      const own = withPickEdited(present, index, null);
      return step(withAct(model, own, namedAct('Edit taken back', 'take back the edit of', present.picks[index])));
    }

    case 'stepUndone':
      return step(withStepUndone(model));

    case 'stepRedone':
      return step(withStepRedone(model));
  }
}

/** The cursor of the result on the passage that it was on, if that still stands. */
function withStopKept(before: Model, next: Model): Model {
  if (next.compose.pane !== 'result') return next;
  const stop = currentStop(before);
  const passage = stop && stoppedPassage(before.draft.present.picks, stop);
  return passage === null ? next : withStopOn(next, passage);
}

/** The cursor moved in the pane that has the focus. */
export function movedInCompose(model: Model, action: Extract<Action, { type: 'moved' }>): Model {
  const { compose, draft } = model;
  const page = composeLayout(model).rows - 2;
  switch (compose.pane) {
    case 'result': {
      const count = resultStops(draft.present.picks, null).length;
      // Behind what is held stands what took its place.
      const from = compose.stop - (compose.held !== null && action.direction > 0 ? 1 : 0);
      return withCompose(model, { stop: Math.max(0, movedIndex(from, action, count, page)) });
    }
    case 'topics': {
      const row = movedIndex(compose.row, action, composeTopics(model).topics.length, page);
      return withCompose(model, { row, column: nearestColumn(model, row), line: 0 });
    }
    case 'versions': {
      const count = versionPassages(model).length + 1;
      return withCompose(model, { line: movedIndex(compose.line, action, count, page) });
    }
  }
}

/** The agent to the left or right; in the result there is none, so the keys do nothing there. */
export function composeColumnChanged(model: Model, direction: Direction): Model {
  if (model.compose.pane === 'result') return model;
  const column = clamped(model.compose.column + direction, 0, model.compose.ids.length - 1);
  return withCompose(model, { column, line: 0 });
}

/** The next or previous pane, round about. */
export function composePaneChanged(model: Model, direction: Direction): Model {
  const count = COMPOSE_PANES.length;
  const index = (COMPOSE_PANES.indexOf(model.compose.pane) + direction + count) % count;
  return withStopAtTopic(withCompose(model, { pane: COMPOSE_PANES[index] ?? 'topics' }));
}

function withMoved(model: Model, direction: Direction): Model {
  const { present } = model.draft;
  const passage = stoppedPassage(present.picks, currentStop(model));
  const index = currentPickIndex(model);
  const way = direction < 0 ? 'up' : 'down';
  if (passage) {
    const shifted = withPassageShifted(present, passage, direction);
    if (shifted === present) return noted(model, `It cannot go further ${way}`, 'plain');
    const words = shortWords(passage);
    return withStopOn(withAct(model, shifted, { act: `move ${words}`, news: `Moved ${way}: ${words}` }), passage);
  }
  const pick = present.picks[index ?? -1];
  if (index === null || !pick) return model;
  const arranged = withPickMoved(present, index, direction);
  if (arranged === present) return noted(model, `It cannot go further ${way}`, 'plain');
  const moved = withAct(model, arranged, namedAct(`Moved ${way}`, 'move', pick));
  const last = moved.draft.present.picks.length - 1;
  const at = clamped(index + direction, 0, last);
  const stop = resultStops(moved.draft.present.picks, null).findIndex((one) => one.pick === at && one.passage === null);
  return model.compose.pane === 'result' ? withCompose(moved, { stop }) : moved;
}

/** An act on a pick, which is called by its title. */
function namedAct(done: string, act: string, pick: Pick | undefined): { readonly act: string; readonly news: string } {
  const name = pick ? nameOf(pick) : '';
  return { act: `${act} ${name}`, news: `${done}: ${name}` };
}

function withStepUndone(model: Model): Model {
  const act = model.draft.past.at(-1)?.act;
  if (act === undefined) return model;
  const next = withRowsFollowed(model, withHistory(model, undone(model.draft)));
  return noted(next, `Undone: ${act} · ${keyOf(next, redoOf(next))} does it again`);
}

function withStepRedone(model: Model): Model {
  const [first] = model.draft.future;
  if (!first) return model;
  const next = withRowsFollowed(model, withHistory(model, redone(model.draft)));
  return noted(next, `Redone: ${first.act} · ${keyOf(next, undoOf(next))} takes it back`);
}

const redoOf = (model: Model) => (screenOf(model) === 'ledger' ? 'ledger.redo' : 'compose.redo');
const undoOf = (model: Model) => (screenOf(model) === 'ledger' ? 'ledger.undo' : 'compose.undo');

/** Levels a pick can be given, from as it is by itself to the weakest heading. */
const LEVELS = [null, 1, 2, 3, 4, 5, 6] as const;

function withLevelChanged(model: Model, index: number, direction: Direction): Model {
  const { present } = model.draft;
  const pick = present.picks[index];
  if (!pick) return model;
  const at = (LEVELS as readonly (number | null)[]).indexOf(pick.level);
  // The first step away from what it is by itself is the level that picks start with.
  const level = pick.level === null ? 2 : (LEVELS[clamped(at + direction, 0, LEVELS.length - 1)] ?? null);
  const words = level === null ? 'its title stands as it fits' : `a heading of level ${level}`;
  const news = `${nameOf(pick)}: ${words}`;
  return withAct(model, withPickLevel(present, index, level), { act: `change the level of ${nameOf(pick)}`, news });
}

/** On another row the cursor stays with its agent, if that has the topic; else it goes to the nearest that does. */
function nearestColumn(model: Model, row: number): number {
  const { column } = model.compose;
  const cells = composeTopics(model).topics[row]?.cells ?? [];
  const columns = cells.flatMap((section, at) => (section ? [at] : []));
  return columns.reduce(
    (best, other) => (Math.abs(other - column) < Math.abs(best - column) ? other : best),
    columns[0] ?? column,
  );
}
