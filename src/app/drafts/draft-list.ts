import { composeBody } from '../../core/compose/compose.ts';
import { composedTokens } from '../../core/compose/composed-tokens.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { definitionsOf, isEmptyDraft } from '../../core/draft/draft.ts';
import type { KeptDraft } from '../../ports/drafts.ts';
import { counted } from '../../text/count-text.ts';
import type { Model } from '../model/model.ts';

/** Every draft that holds something, the present one first, then the newest. */
export function listedDrafts({ kept, draft }: Model): readonly KeptDraft[] {
  const { drafts, id, at } = kept;
  const present = { id, draft: draft.present, savedAt: at ?? 0 };
  const all = [present, ...drafts.filter((one) => one.id !== id)];
  return all.filter((one) => !isEmptyDraft(one.draft));
}

/** What a list shows of a draft. */
export interface DraftRow {
  readonly name: string;
  /** How much is in it, and from how many agents. */
  readonly size: string;
  /** When it was kept last. */
  readonly age: string;
}

/** @param now Milliseconds since the epoch. */
export function draftRow({ draft, savedAt }: KeptDraft, now: number): DraftRow {
  const agents = new Set(draft.picks.flatMap(definitionsOf)).size;
  const size = `${counted(draft.picks.length, 'pick')} from ${counted(agents, 'agent')}, ~${tokensOf(draft)} tokens`;
  return { name: draft.fields.name || 'new agent', size, age: savedAt === 0 ? 'now' : ageWords(now - savedAt) };
}

const tokens = new WeakMap<Draft, number>();

function tokensOf(draft: Draft): number {
  const known = tokens.get(draft) ?? composedTokens(composeBody(draft.picks));
  tokens.set(draft, known);
  return known;
}

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

/** The time of day, as `14:02`. */
export function clockTime(at: number): string {
  const date = new Date(at);
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
}
