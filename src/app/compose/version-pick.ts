import { withPick } from '../../core/compose/arrange-draft.ts';
import { type Draft, type Pick, pickOf } from '../../core/draft/draft.ts';
import { sectionLabel } from '../../core/sections/section-text.ts';
import { isOpening } from '../../core/union/topic-tree.ts';
import { unite } from '../../core/union/unite.ts';
import { type Model, screenOf } from '../model/model.ts';
import type { Candidate } from './compose-topics.ts';

/**
 * What taking a version of a topic takes: the section with all inside it, but of the title over a whole document only what
 * is right under it. Reading, all that stands under a title is meant.
 */
export function versionPick(model: Model, { definition, section }: Candidate): Pick {
  const isWhole = screenOf(model) === 'reader' || section.sections.length === 0 || !isOpening(definition, section);
  if (isWhole) return pickOf(definition, section);
  const versions = [{ definition, section }];
  return unite({ title: sectionLabel(section), versions, isOpening: true, children: [] });
}

/** The draft with a version of a topic that is not in it, or not all of it. */
export function withVersion(draft: Draft, pick: Pick): Draft {
  return pick.kind === 'section' ? withPick(draft, pick) : { ...draft, picks: [...draft.picks, pick] };
}
