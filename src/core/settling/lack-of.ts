import type { Passage } from '../passages/passage.ts';
import { areOpposed, relationOf, shareOf } from '../passages/relation.ts';
import { termsOf } from '../passages/terms.ts';
import { isHeld, likenessOf, type StandingPassage } from './standing-passages.ts';

/** So much may be lacking in what stands for another: one word, or several that are in nearly every passage. */
export const LACKING = 1;
/** Of what is alike so much must be in common, or so much of the one be said by the other. */
const ALIKE = 0.75;
const SAID = 0.7;

/**
 * How much of what one passage says is neither in another nor in the titles over that, where a reader takes the two for one said
 * twice.
 *
 * @returns The weight of the words that are lacking, at most {@link LACKING} for two that are alike or have one title;
 *   infinite where the other cannot stand for it: they are in conflict, or it has numbers of its own.
 */
export function lackOf(goes: StandingPassage, stays: StandingPassage): number {
  const [one, other] = [goes.profile.passage, stays.profile.passage];
  if (isHeld(goes, stays)) return 0;
  const { kind } = relationOf(one, other);
  const said = shareOf(other, one);
  const isAlike = kind === 'same' || kind === 'alike';
  if (isAlike && (said >= SAID || likenessOf(goes, stays) >= ALIKE)) return 1 - said;
  if (said === 0 || areOpposed(one, other)) return Number.POSITIVE_INFINITY;
  const titles = new Set(termsOf(stays.passage.section.replace(/[-/]/g, ' ')));
  let lack = 0;
  for (const term of goes.terms) if (!stays.terms.has(term) && !titles.has(term)) lack += weightOf(one, term);
  return haveOneTitle(one, other) ? Math.min(LACKING, lack) : lack;
}

/** What a title says counts in full here: two texts with one title are read as one. */
function weightOf({ weights, title }: Passage, term: string): number {
  return title.has(term) ? 1 : (weights.get(term) ?? 1);
}

function haveOneTitle({ title }: Passage, other: Passage): boolean {
  return title.size > 0 && title.size === other.title.size && [...title].every((term) => other.title.has(term));
}
