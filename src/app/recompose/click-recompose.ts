import type { Action } from '../model/actions.ts';
import type { Model } from '../model/model.ts';
import { MERGE_SIDES } from '../model/recompose-state.ts';
import { agentsTop, listedAgents } from './made-from.ts';
import { mergeWindow } from './merge-window.ts';

type Click = Extract<Action, { type: 'clicked' }>;

/** The agents made here after a click: the cursor is on the row. */
export function clickedInComposed(model: Model, { pane, row }: Click): Model {
  const index = agentsTop(model) + row;
  if (pane !== 'agents' || index >= listedAgents(model).length) return model;
  return { ...model, composed: { ...model.composed, cursor: index, scroll: 0 } };
}

/** A merge after a click: the keys are on the version, and on the conflict if it is one. */
export function clickedInMerge(model: Model, { pane, row }: Click): Model {
  const { merge } = model;
  const window = mergeWindow(model);
  if (!merge || !window || !isMergeSide(pane)) return model;
  const conflict = window.lines[window.top + row]?.conflict ?? -1;
  const side = MERGE_SIDES.indexOf(pane);
  // What was clicked stays where it is.
  const at = conflict < 0 ? {} : { conflict, scroll: window.top };
  return { ...model, merge: { ...merge, side, ...at } };
}

const isMergeSide = (pane: string): pane is (typeof MERGE_SIDES)[number] => MERGE_SIDES.some((one) => one === pane);
