import { type Draft, isEmptyDraft } from '../../core/draft/draft.ts';
import { draftLabel } from '../../core/draft/draft-label.ts';
import type { LostDraft } from '../../ports/drafts.ts';
import { visibleText } from '../../text/visible-text.ts';

/**
 * What is to be said of drafts once the app is gone from the screen, a line each: which are lost, and else that the one
 * that was worked on last is there the next time.
 *
 * @param program The name the program was called by.
 */
export function farewell(present: Draft, lost: readonly LostDraft[], program: string): readonly string[] {
  if (lost.length > 0)
    return lost.map(({ draft, reason }) => `${wordsOf(draft)} could not be kept and is gone: ${reason}`);
  return isEmptyDraft(present)
    ? []
    : [`${wordsOf(present)} is kept: ${program} opens it again, ${program} drafts lists all`];
}

function wordsOf(draft: Draft): string {
  const label = visibleText(draftLabel(draft));
  return draft.fields.name.trim() === '' ? `The ${label}` : `The draft ${label}`;
}
