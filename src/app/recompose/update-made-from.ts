import { mergedText } from '../../core/merging/three-way.ts';
import type { Recomposition } from '../../usecases/recompose-definition.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action, Direction } from '../model/actions.ts';
import { type Step, step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { MERGE_SIDES, type MergeState } from '../model/recompose-state.ts';
import { clamped, movedIndex } from '../model/scrolling.ts';
import { shortPath } from '../model/short-path.ts';
import { withFilesStep } from '../model/undo-steps.ts';
import { changeLines } from './change-lines.ts';
import { currentAgent, listedAgents, madeFromLayout, openConflicts, SIDE_TITLES } from './made-from.ts';

type ComposedAction = Extract<
  Action,
  {
    type:
      | 'composedOpened'
      | 'composedChecked'
      | 'recomposeRequested'
      | 'recomposed'
      | 'conflictChanged'
      | 'versionChosen'
      | 'mergeFinished'
      | 'recomposeConfirmed'
      | 'recomposeWritten';
  }
>;

/** Update for the agents made here: what has changed since, and the update of them. Pure. */
export function updateComposed(model: Model, action: ComposedAction): Step {
  switch (action.type) {
    case 'composedOpened':
      return step(
        {
          ...model,
          composed: { agents: null, cursor: 0, scroll: 0, filter: null },
          trail: [...model.trail.filter((screen) => screen !== 'composed' && screen !== 'merge'), 'composed'],
        },
        { type: 'checkComposed' },
      );

    case 'composedChecked': {
      const [problem] = action.problems;
      const read = { ...model.composed, agents: action.agents };
      const cursor = clamped(read.cursor, 0, Math.max(0, listedAgents({ composed: read }).length - 1));
      const checked = { ...model, composed: { ...read, cursor, scroll: 0 } };
      return step(problem === undefined ? checked : noted(checked, problem, 'bad'));
    }

    case 'recomposeRequested': {
      const agent = currentAgent(model);
      return agent ? step(model, { type: 'recompose', path: agent.path }) : step(model);
    }

    case 'recomposed':
      return step(withResult(model, action.result));

    case 'conflictChanged':
      return step(withConflict(model, action.direction));

    case 'versionChosen':
      return step(withVersionChosen(model));

    case 'mergeFinished': {
      const text = model.merge && chosenText(model.merge);
      if (!model.merge || text === null) return step(model);
      return step({ ...model, dialog: { kind: 'recompose', file: model.merge.file, text, scroll: 0 } });
    }

    case 'recomposeConfirmed': {
      if (model.dialog?.kind !== 'recompose') return step(model);
      const { file, text } = model.dialog;
      return step({ ...model, dialog: null }, { type: 'writeRecomposed', file, text });
    }

    case 'recomposeWritten':
      return withWritten(model, action);
  }
}

/** The cursor moved through the agents made here. */
export function movedInComposed(model: Model, action: Extract<Action, { type: 'moved' }>): Model {
  const { rows } = madeFromLayout(model).first;
  const count = listedAgents(model).length;
  const cursor = Math.max(0, movedIndex(model.composed.cursor, action, count, rows));
  return { ...model, composed: { ...model.composed, cursor, scroll: 0 } };
}

/** What changed for the one under the cursor, scrolled. */
export function changesMoved(model: Model, action: Extract<Action, { type: 'previewMoved' }>): Model {
  const { rows } = madeFromLayout(model).second;
  const last = Math.max(0, changeLines(model).length - Math.max(1, rows));
  const by = action.unit === 'line' ? 1 : Math.max(1, rows - 1);
  const scroll = clamped(model.composed.scroll + action.direction * by, 0, last);
  return { ...model, composed: { ...model.composed, scroll } };
}

/** The column to the left or right. */
export function mergeSideChanged(model: Model, direction: Direction): Model {
  if (!model.merge) return model;
  const side = clamped(model.merge.side + direction, 0, MERGE_SIDES.length - 1);
  return { ...model, merge: { ...model.merge, side } };
}

function withResult(model: Model, result: Recomposition): Model {
  switch (result.kind) {
    case 'refused':
      return noted(model, result.reason, 'bad');
    case 'current':
      return noted(model, 'Up to date: what it is made from says the same', 'plain');
    case 'merged':
      return { ...model, dialog: { kind: 'recompose', file: result, text: mergedText(result.chunks), scroll: 0 } };
    case 'conflict': {
      const choices = result.chunks.flatMap(({ kind }) => (kind === 'conflict' ? [null] : []));
      const merge = { file: result, choices, conflict: 0, side: 0, scroll: null };
      return { ...model, merge, trail: [...model.trail, 'merge'] };
    }
  }
}

function withConflict(model: Model, direction: Direction): Model {
  if (!model.merge) return model;
  const conflict = clamped(model.merge.conflict + direction, 0, model.merge.choices.length - 1);
  return { ...model, merge: { ...model.merge, conflict, scroll: null } };
}

/** The version under the cursor decides its conflict, or no longer does; then on to the next open one. */
function withVersionChosen(model: Model): Model {
  const { merge } = model;
  const side = MERGE_SIDES[merge?.side ?? 0];
  if (!merge || !side) return model;
  const isTaken = merge.choices[merge.conflict] === side;
  const choices = merge.choices.map((choice, at) => (at === merge.conflict ? (isTaken ? null : side) : choice));
  const next = choices.findIndex((choice, at) => choice === null && at > merge.conflict);
  const conflict = isTaken || next < 0 ? merge.conflict : next;
  const scroll = conflict === merge.conflict ? merge.scroll : null;
  const decided = { ...model, merge: { ...merge, choices, conflict, scroll } };
  const words = isTaken ? 'To decide again' : `Takes ${SIDE_TITLES[side]}`;
  const open = openConflicts(decided.merge);
  if (open > 0) return noted(decided, `${words} · ${open} to decide`);
  return noted(decided, `All decided: ${keyOf(decided, 'merge.done')} shows the file`);
}

/** The merged text with every conflict decided; `null` while one is open. */
function chosenText({ file, choices }: MergeState): string | null {
  let conflict = -1;
  const texts = file.chunks.map((chunk) => {
    if (chunk.kind === 'stable') return chunk.text;
    conflict += 1;
    const side = choices[conflict];
    return side ? chunk[side] : null;
  });
  return texts.includes(null) ? null : texts.join('');
}

function withWritten(model: Model, { outcome, action }: Extract<ComposedAction, { type: 'recomposeWritten' }>): Step {
  if (outcome.kind !== 'written') {
    const reason = outcome.kind === 'failed' ? outcome.reason : 'it has changed on the disk meanwhile; try again';
    return step(noted(model, `Not written: ${reason}`, 'bad'));
  }
  const shown = (path: string) => shortPath(path, model.surroundings);
  const backup = outcome.backup === null ? '' : `, the old one kept as ${shown(outcome.backup)}`;
  const act = `update ${shown(outcome.path)}`;
  const undo = outcome.isUnchanged ? model.undo : withFilesStep(model.undo, act, action);
  const done: Model = { ...model, undo, merge: null, trail: model.trail.filter((screen) => screen !== 'merge') };
  const way = action === null ? '' : ` · ${keyOf(model, 'list.undo')} in the list undoes it`;
  const words = outcome.warning ?? `Written ${shown(outcome.path)}${backup}${way}`;
  return step(
    noted(done, words, outcome.warning === null ? 'good' : 'bad'),
    { type: 'checkComposed' },
    { type: 'readLibrary' },
  );
}
