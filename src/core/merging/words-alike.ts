import { memoTexts } from '../../kit/memo.ts';
import { wordCounts, wordLikeness } from './word-likeness.ts';

/** Below this share of common words two texts differ in so much that to set it off word by word is a jumble, and no help. */
export const LEAST_ALIKE = 0.3;

/** How much of their words two texts have in common, 0 to 1: the one number for it on the screens that compare. */
export function wordsAlike(one: string, other: string): number {
  return one === other ? 1 : wordLikeness(counted(one), counted(other));
}

/** How much two texts are alike, as the screens say it: all of it only where it is. */
export function alikeShare(share: number): string {
  return `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100} %`;
}

const counted = memoTexts(256, wordCounts);
