import { keyOf } from '../keys/key-of.ts';
import type { Action } from '../model/actions.ts';
import { hasBoxOf, withBoxOf } from '../model/dialog.ts';
import { type Step, step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { landedDefinition } from './landed-first.ts';
import { withCompared, withMarkedListed } from './update-browse.ts';

type RivalsAction = Extract<Action, { type: 'rivalsOpened' | 'rivalsFound' | 'rivalsListed' | 'rivalsCompared' }>;

/**
 * Update for rivals. Pure.
 *
 * They are looked for when first asked for, as twins are, and the box is there meanwhile. It comes back where it was left, and after
 * saving at what was saved.
 */
export function updateRivals(model: Model, action: RivalsAction): Step {
  switch (action.type) {
    case 'rivalsOpened': {
      const { groups } = model.rivals;
      const cursor = ofSaved(model, groups) ?? model.rivals.cursor;
      const opened: Model = { ...model, dialog: { kind: 'rivals', scroll: 0, cursor } };
      return groups === null && !model.library.loading ? step(opened, sought(model)) : step(opened);
    }

    case 'rivalsFound': {
      const { definitions, groups } = action;
      // Another library has been read since.
      if (definitions !== model.library.agents) return step(model);
      const among = (cursor: number): number => Math.min(cursor, Math.max(0, groups.length - 1));
      const own = ofSaved(model, groups);
      const dialog = withBoxOf(model.dialog, 'rivals', (box) => ({ ...box, cursor: own ?? among(box.cursor) }));
      return step({ ...model, dialog, rivals: { groups, cursor: among(model.rivals.cursor) } });
    }

    case 'rivalsListed': {
      const listed = withMarkedListed(rivalsMarked(model), true);
      const others = chosenIds(model).length > 2 ? 'others' : 'other';
      const [remove, all] = [keyOf(listed, 'list.remove'), keyOf(listed, 'list.marked')];
      return step(noted(listed, `To keep one, ${remove} removes the ${others} · ${all} lists all again`, 'plain'));
    }

    case 'rivalsCompared': {
      const ids = chosenIds(model);
      if (ids.length === 0) return step(model);
      const compared = withCompared(rivalsMarked(model), ids);
      return step({ ...compared, compare: { ...compared.compare, isOfRivals: true } });
    }
  }
}

/** Among groups the first with the agent that was just saved: of it saving said whom it competes with. */
function ofSaved(model: Model, groups: Model['rivals']['groups']): number | null {
  const saved = landedDefinition(model);
  const at =
    saved === null ? -1 : (groups?.findIndex(({ members }) => members.some(({ id }) => id === saved.id)) ?? -1);
  return at < 0 ? null : at;
}

/** What reading the library leads to, and then: rivals known are no longer so, and those still looked at looked for again. */
export function withRivalsOutdated({ model, effects }: Step): Step {
  const outdated: Model = { ...model, rivals: { ...model.rivals, groups: null } };
  const isAwaited = hasBoxOf(model.dialog, 'rivals') && !model.library.loading;
  return step(outdated, ...effects, ...(isAwaited ? [sought(model)] : []));
}

/** The rivals under the cursor marked and nothing else, and the box closed; the marks of before are there to be brought back. */
export function rivalsMarked(model: Model): Model {
  const ids = chosenIds(model);
  if (model.dialog?.kind !== 'rivals' || ids.length === 0) return model;
  const { marked } = model.browse;
  const others = marked.filter((id) => !ids.includes(id));
  const words = 'Other marks cleared';
  const undo: Model['undo'] = others.length === 0 ? model.undo : [...model.undo, { kind: 'marks', words, marked }];
  const { cursor } = model.dialog;
  return {
    ...model,
    undo,
    dialog: null,
    rivals: { ...model.rivals, cursor },
    browse: { ...model.browse, marked: ids, lostMarks: [], focus: 'list' },
  };
}

function chosenIds({ dialog, rivals }: Model): readonly string[] {
  const group = dialog?.kind === 'rivals' ? rivals.groups?.[dialog.cursor] : undefined;
  return group?.members.map(({ id }) => id) ?? [];
}

const sought = ({ library }: Model) => ({ type: 'findRivals', definitions: library.agents }) as const;
