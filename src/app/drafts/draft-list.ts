import { composeBody } from '../../core/compose/compose.ts';
import { composedTokens } from '../../core/compose/composed-tokens.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { definitionsOf, isEmptyDraft } from '../../core/draft/draft.ts';
import { draftLabel } from '../../core/draft/draft-label.ts';
import { remembered } from '../../kit/memo.ts';
import { counted, countText } from '../../text/count-text.ts';
import type { OtherDraft } from '../model/draft-state.ts';
import { passesFilter } from '../model/focused-field.ts';
import type { Model } from '../model/model.ts';

/** Every draft that holds something and passes the filter of their list, the present one first, then the newest. */
export function listedDrafts({ kept, draft, dialog }: Model): readonly OtherDraft[] {
  const filter = dialog?.kind === 'drafts' ? dialog.filter : null;
  const all = [{ id: kept.id, history: draft, savedAt: kept.at ?? 0 }, ...kept.drafts];
  return all.filter(
    ({ history: { present } }) => !isEmptyDraft(present) && (filter === null || passesFilter(filter, wordsOf(present))),
  );
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
export function draftRow({ history: { present: draft }, savedAt }: OtherDraft, now: number | null): DraftRow {
  const agents = new Set(draft.picks.flatMap(definitionsOf)).size;
  const { sections, tokens } = sizeOf(draft);
  const size = `${counted(sections, 'section')} from ${counted(agents, 'agent')}, ~${countText(tokens)} tokens`;
  const age = savedAt === 0 ? 'now' : now === null ? '' : ageWords(now - savedAt);
  return { name: draftLabel(draft), size, age };
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
