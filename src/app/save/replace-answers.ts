import { keyOf } from '../keys/key-of.ts';
import type { Model } from '../model/model.ts';

/** The answers to whether a file is to be replaced, the safe one first. */
export const REPLACE_ANSWERS = ['keep', 'replace', 'rename'] as const;
type ReplaceAnswer = (typeof REPLACE_ANSWERS)[number];

/** An answer in words, with the key that gives it at once. */
export function answerWords(model: Model, answer: ReplaceAnswer): string {
  switch (answer) {
    case 'keep':
      return 'Keep the file';
    case 'replace':
      return `Replace it; a backup is kept (${keyOf(model, 'overwrite.confirm')})`;
    case 'rename':
      return `Another name (${keyOf(model, 'overwrite.rename')})`;
  }
}
