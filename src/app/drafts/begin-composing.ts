import { isEmptyDraft } from '../../core/draft/draft.ts';
import { draftLabel } from '../../core/draft/draft-label.ts';
import { whereLabel } from '../../core/library/where-label.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { markedOrCurrent } from '../browse/browse-results.ts';
import { newestWords } from '../browse/update-browse.ts';
import { withCompose } from '../compose/with-draft.ts';
import type { Action } from '../model/actions.ts';
import { definitionById, ingredients } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { clamped } from '../model/scrolling.ts';
import { withNewDraft, withShelved } from './update-drafts.ts';

/** At most this many are composed from: more would leave the topics no room. */
const MAX_COLUMNS = 8;

/** What can be done with other agents than those of the draft in hand. */
export const BEGIN_ANSWERS = ['add', 'new'] as const;

type BeginAction = Extract<Action, { type: 'composeOpened' | 'beginAnswered' | 'beginMoved' | 'beginTaken' }>;

/** Update for the way to composing: with the draft in hand, or where other agents were chosen, with whichever the user says. Pure. */
export function updateBeginning(model: Model, action: BeginAction): Model {
  const { dialog } = model;
  switch (action.type) {
    case 'composeOpened':
      return opened(model);
    case 'beginAnswered':
      return dialog?.kind === 'begin' ? answered({ ...model, dialog: null }, dialog.ids, action.answer) : model;
    case 'beginMoved':
      if (dialog?.kind !== 'begin') return model;
      return {
        ...model,
        dialog: { ...dialog, answer: clamped(dialog.answer + action.direction, 0, BEGIN_ANSWERS.length - 1) },
      };
    case 'beginTaken':
      if (dialog?.kind !== 'begin') return model;
      return answered({ ...model, dialog: null }, dialog.ids, BEGIN_ANSWERS[dialog.answer] ?? 'add');
  }
}

/** The agents that would join the draft in hand. */
function newcomers(model: Model, ids: readonly string[]): readonly string[] {
  const known = draftIds(model);
  return ids.filter((id) => !known.includes(id));
}

/** Whether composing now goes on with the draft in hand: it has what is chosen, and maybe more. */
export function goesOnWithDraft(model: Model): boolean {
  return !isEmptyDraft(model.draft.present) && newcomers(model, chosenIds(model)).length === 0;
}

/**
 * Composing from what is chosen. A choice that holds all the draft has something of goes on with it; of one that does
 * not, nobody knows whether it is meant for that draft.
 */
function opened(model: Model): Model {
  const chosen = chosenIds(model);
  if (isEmptyDraft(model.draft.present)) return composing(model, chosen, chosen.length);
  const others = newcomers(model, chosen);
  const isOfDraft = others.length === 0 || ingredients(model).every(({ id }) => chosen.includes(id));
  return isOfDraft ? joined(model, chosen) : { ...model, dialog: { kind: 'begin', ids: chosen, answer: 0 } };
}

function answered(model: Model, chosen: readonly string[], answer: (typeof BEGIN_ANSWERS)[number]): Model {
  return answer === 'add' ? joined(model, chosen) : composing(withNewDraft(withShelved(model)), chosen, chosen.length);
}

/** What is chosen behind the agents of the draft: the number of an agent never changes. */
function joined(model: Model, chosen: readonly string[]): Model {
  const others = newcomers(model, chosen);
  const next = composing(model, [...draftIds(model), ...others], others.length);
  if (others.length === 0 || next.notice !== model.notice || !isBegun(model)) return next;
  return noted(next, `Added to the draft: ${others.map((id) => labelIn(next, id)).join(', ')}`);
}

/** Which agents the draft is composed from, in the order of their numbers. */
function draftIds(model: Model): readonly string[] {
  const parts = ingredients(model).map(({ id }) => id);
  if (!isBegun(model)) {
    const chosen = chosenIds(model);
    // Taken while reading or comparing: nobody has seen a number in the draft.
    return parts.every((id) => chosen.includes(id)) ? chosen : parts;
  }
  const shown = model.compose.ids;
  const begun = shown.length > 0 && parts.every((id) => shown.includes(id)) ? shown : model.draft.present.from;
  return [...new Set([...begun, ...parts])];
}

/** Whether the draft was on the compose screen, where its agents have numbers. */
const isBegun = ({ draft }: Model): boolean => draft.present.from.length > 0;

/** @param count How many of them were chosen now. */
function composing(model: Model, all: readonly string[], count: number): Model {
  const before = all.slice(0, all.length - count);
  const room = Math.max(0, MAX_COLUMNS - before.length);
  // Of those chosen now the newest; who is of the draft keeps his number.
  const ids = [...before.slice(0, MAX_COLUMNS), ...all.slice(before.length).slice(Math.max(0, count - room))];
  const isSame = ids.join() === model.compose.ids.join();
  const next = isSame ? model : withCompose(model, { ids, row: 0, column: 0, line: 0, pane: 'topics' });
  const shown: Model = { ...next, trail: [...model.trail, 'compose'] };
  if (all.length <= MAX_COLUMNS) return shown;
  return noted(shown, newestWords(room, count), 'plain');
}

/** What is compared, else what is marked, else what is read; without a draft what is under the cursor. */
function chosenIds(model: Model): readonly string[] {
  if (model.trail.includes('compare')) return model.compare.ids;
  if (model.browse.marked.length > 0) return model.browse.marked;
  if (model.trail.includes('reader')) return [model.reader.id];
  return isEmptyDraft(model.draft.present) ? markedOrCurrent(model).map(({ id }) => id) : [];
}

/** An agent by the number it has among those composed from, its name, and where it comes from. */
function labelIn(model: Model, id: string): string {
  const definition = definitionById(model, id);
  const number = model.compose.ids.indexOf(id) + 1;
  const where = definition ? ` · ${whereLabel(model.library.definitions, definition)}` : '';
  return visibleText(`${number > 0 ? `${number} ` : ''}${definition?.name ?? id}${where}`);
}

/** What the question is about: the draft in hand, and each agent that is not of it. */
export function beginWords(model: Model, ids: readonly string[]): readonly string[] {
  const { picks } = model.draft.present;
  return [
    `In hand: ${draftLabel(model.draft.present)}, ${counted(picks.length, 'section')} taken`,
    ...newcomers(model, ids).map((id) => `Not of it: ${labelIn(model, id)}`),
  ];
}
