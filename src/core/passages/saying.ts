import { once } from '../../kit/once.ts';
import { wordsOf } from './terms.ts';

/**
 * What a text says, for telling whether another says the same: its words, whatever their case, punctuation and markup,
 * and the numbers and signs among them, which are no words but make another rule: `at most 5` and `at most 50`, `C#` and
 * `C++`. Of a text without any of these, the text.
 */
export function sayingOf(text: string): string {
  const rest = text.match(numbersAndSigns()) ?? [];
  return [wordsOf(text).join(' '), ...rest].join('\n').trim() || text.trim();
}

const numbersAndSigns = once(() => /\p{N}+|[+#<>=%]+/gu);
