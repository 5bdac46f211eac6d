import { composeBody } from '../../core/compose/compose.ts';
import { composedTokens } from '../../core/compose/composed-tokens.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { definitionsOf, isEmptyDraft } from '../../core/draft/draft.ts';
import { draftLabel } from '../../core/draft/draft-label.ts';
import { whereLabel } from '../../core/library/where-label.ts';
import { remembered } from '../../kit/memo.ts';
import { counted, countText } from '../../text/count-text.ts';
import type { OtherDraft } from '../model/draft-state.ts';
import { passesFilter } from '../model/focused-field.ts';
import { definitionById } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';

/** Every draft that holds something and passes the filter of their list, the present one first, then the newest. */
export function listedDrafts(model: Model): readonly OtherDraft[] {
  const { dialog } = model;
  const filter = dialog?.kind === 'drafts' ? dialog.filter : null;
  const all = heldDrafts(model);
  return filter === null ? all : all.filter(({ history: { present } }) => passesFilter(filter, wordsOf(present)));
}

function heldDrafts({ kept, draft }: Model): readonly OtherDraft[] {
  const all = [{ id: kept.id, history: draft, savedAt: kept.at ?? 0 }, ...kept.drafts];
  return all.filter(({ history: { present } }) => !isEmptyDraft(present));
}

/**
 * What a draft is called among all others: where its label is that of another, too, with what tells them apart: where its
 * first agent comes from, what was taken of it first, or which of them it is, counted from the oldest.
 */
export function draftName(model: Model, draft: OtherDraft): string {
  const label = draftLabel(draft.history.present);
  const namesakes = heldDrafts(model).filter(({ history }) => draftLabel(history.present) === label);
  if (namesakes.length < 2) return label;
  const at = namesakes.findIndex(({ id }) => id === draft.id);
  const numbers = namesakes.map((_, index) => `${namesakes.length - index}`);
  const telling = [originOf, firstTaken].map((pieceOf) => namesakes.map((one) => pieceOf(model, one)));
  const pieces = telling.find((all) => new Set(all).size === all.length) ?? numbers;
  return `${label} · ${pieces[at]}`;
}

function originOf(model: Model, { history: { present } }: OtherDraft): string {
  const [id] = present.picks.flatMap(definitionsOf);
  const definition = id === undefined ? null : definitionById(model, id);
  return definition ? whereLabel(model.library.definitions, definition) : '';
}

function firstTaken(_: Model, { history: { present } }: OtherDraft): string {
  return present.picks[0]?.title ?? '';
}

/** What a draft is found by: its label, the agents it is of, and what was taken. */
const wordsOf = remembered((draft: Draft): string => {
  const agents = draft.picks.flatMap((pick) =>
    (pick.kind === 'union' ? pick.passages : [pick]).map(({ agent }) => agent),
  );
  return [draftLabel(draft), ...new Set(agents), ...draft.picks.map(({ title }) => title)].join('\n');
});

/** What a list shows of a draft. */
export interface DraftRow {
  readonly name: string;
  /** How much is in it, and from how many agents. */
  readonly size: string;
  /** When it was kept last. */
  readonly age: string;
}

/** @param now Milliseconds since the epoch; `null` while it is not known, which leaves the age out. */
export function draftRow(model: Model, listed: OtherDraft, now: number | null): DraftRow {
  const { history, savedAt } = listed;
  const draft = history.present;
  const agents = new Set(draft.picks.flatMap(definitionsOf)).size;
  const { sections, tokens } = sizeOf(draft);
  const size = `${counted(sections, 'section')} from ${counted(agents, 'agent')}, ~${countText(tokens)} tokens`;
  const age = savedAt === 0 ? 'now' : now === null ? '' : ageWords(now - savedAt);
  return { name: draftName(model, listed), size, age };
}

const sizeOf = remembered(({ picks }: Draft): { readonly sections: number; readonly tokens: number } => {
  const body = composeBody(picks);
  return { sections: body.parts.length, tokens: composedTokens(body) };
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in the largest unit that makes at least one. */
function ageWords(milliseconds: number): string {
  const count = (unit: number, name: string) => `${counted(Math.floor(milliseconds / unit), name)} ago`;
  if (milliseconds < MINUTE) return 'just now';
  if (milliseconds < HOUR) return count(MINUTE, 'minute');
  return milliseconds < DAY ? count(HOUR, 'hour') : count(DAY, 'day');
}

/**
 * The time of day, as `14:02`.
 *
 * @param at Milliseconds since the epoch.
 * @param utcOffset How far the time of day is ahead of UTC, in minutes.
 */
export function clockTime(at: number, utcOffset: number): string {
  const minutes = Math.floor((at + utcOffset * MINUTE) / MINUTE);
  const ofDay = ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  return `${Math.floor(ofDay / 60)}:${String(ofDay % 60).padStart(2, '0')}`;
}

const MINUTES_A_DAY = DAY / MINUTE;
