import { once } from '../../kit/once.ts';
import { wordsOf } from '../passages/terms.ts';

/**
 * The words of a title as `wordsOf` gives them, but for Chinese, Japanese and Thai the words themselves: in two or three of
 * them, pairs of characters over the bounds between words would be half of all. Korean has blanks.
 */
export function titleWords(title: string): readonly string[] {
  if (!uncut().test(title)) return wordsOf(title);
  return title.normalize('NFKC').split(runs()).flatMap(wordsOfRun);
}

/** Words that tell one title from another only where nothing else does: much of Japanese grammar is in hiragana. */
export function isGrammar(word: string): boolean {
  return word >= HIRAGANA && hiragana().test(word);
}

function wordsOfRun(run: string): readonly string[] {
  if (isHangul().test(run)) return [run];
  if (!uncut().test(run)) return wordsOf(run);
  return [...segmenter().segment(run)].map(({ segment }) => segment);
}

const UNCUT = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u30FC`;
const uncut = once(() => new RegExp(`[${UNCUT}]|${HANGUL}`, 'u'));
const HANGUL = String.raw`\p{Script=Hangul}`;
const isHangul = once(() => new RegExp(HANGUL, 'u'));
const runs = once(() => new RegExp(`([${UNCUT}]+|${HANGUL}+)`, 'u'));
/** The first of them; most words come before it. */
const HIRAGANA = '\u3041';
const hiragana = once(() => /^\p{Script=Hiragana}+$/u);

/** The platform's dictionary, read where such text is met. Chinese and Japanese share one. */
const segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }));
