import { bitsOf } from '../index/vocabulary.ts';
import type { Reading } from '../scoring/score-definitions.ts';
import type { SlotValues } from '../scoring/slot-values.ts';
import { IN_PROMPT } from '../scoring/weights.ts';
import { type DeepScan, type DeepScans, scanKey, YES } from './deep-scans.ts';
import { promptTerm } from './prompt-words.ts';

/** Where definitions are, and which of them are found already. */
interface PromptGround {
  /** The slot of each definition, by index. */
  readonly slots: Uint32Array;
  readonly scans: DeepScans;
  readonly isFound: (slot: number) => boolean;
}

/** A reading whose words are looked for in prompts too. */
export interface PromptReading {
  /** Its terms begin with those of the words. */
  readonly reading: Reading;
  readonly words: readonly string[];
}

/**
 * Definitions that have all words of a reading, some of them in the prompt alone, and were not found otherwise: by slot, best
 * those with the most words in name and description.
 */
export function promptHits(readings: readonly PromptReading[], { slots, scans, isFound }: PromptGround): SlotValues {
  const scores = new Map<number, number>();
  for (const { reading, words } of readings) {
    const looked = words.map((word) => scans.get(scanKey(promptTerm(word))));
    // Until somebody has looked, nothing is there to add.
    if (looked.every((scan) => scan === undefined)) continue;
    const shown = shownWords(reading, words.length);
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0;
      if (isFound(slot) || (reading.mask !== null && reading.mask[at] !== 1)) continue;
      const inText = shown.get(slot) ?? 0;
      if (!words.every((_, word) => ((inText >> word) & 1) === 1 || isInPrompt(looked[word], at))) continue;
      const score = (IN_PROMPT * (1 + bitsOf(inText))) / (1 + words.length);
      scores.set(slot, Math.max(score, scores.get(slot) ?? 0));
    }
  }
  return { slots: Uint32Array.from(scores.keys()), values: Float32Array.from(scores.values()) };
}

/** By slot: the words, one bit each, that name and description have. */
function shownWords({ terms }: Reading, count: number): ReadonlyMap<number, number> {
  const shown = new Map<number, number>();
  for (const [at, { found }] of terms.slice(0, count).entries())
    for (const slot of found.slots) shown.set(slot, (shown.get(slot) ?? 0) | (1 << at));
  return shown;
}

const isInPrompt = (scan: DeepScan | undefined, at: number): boolean =>
  scan !== undefined && at < scan.known && scan.verdicts[at] === YES;
