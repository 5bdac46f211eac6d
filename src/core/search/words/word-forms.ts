import { stem } from 'porter2';

/**
 * What the forms of a word have in common: the stem of its American spelling. Words of other scripts, with digits, or of
 * three letters and fewer have no forms and are returned as they are.
 *
 * @param word Folded.
 */
export function formOf(word: string): string {
  if (!INFLECTED.test(word)) return word;
  const american = americanOf(word);
  return OF_ITS_OWN.exec(american)?.[0] ?? stem(american);
}

/**
 * What has the stem of a word of another meaning, as *international* that of *internal*; these are found among the words of
 * published agents.
 */
const OF_ITS_OWN =
  /^(?:accessib|accounting|authoriz|customer|engineer|internation|localiz|organic|personalit|responsiv|specification|tokeniz|universit)/;

/** A folded word in its American spelling. */
export function americanOf(word: string): string {
  return AMERICAN.reduce((text, [british, american]) => text.replace(british, american), word);
}

const INFLECTED = /^[a-z]{4,24}$/;

/** Ways of spelling, each only where it is surely the British one or does no harm on both sides. */
const AMERICAN: readonly (readonly [british: RegExp, american: string])[] = [
  [/(?<=[a-z]{3})is(?=(?:e|ed|er|ers|es|ing|able|ation|ations)$)/, 'iz'],
  [/(?<=[a-z]{2})ys(?=(?:e|ed|er|ers|es|ing)$)/, 'yz'],
  [/(?<=[a-z]{2})our(?=(?:s|ed|ing|al|ally|ist|ite|ful|less|able)?$)/, 'or'],
  [/(?<=[a-z]{2})ll(?=(?:ed|er|ers|ing|ation)$)/, 'l'],
  [/(?<=[a-z]{3}[^aeiou])re(?=s?$)/, 'er'],
  [/(?<=[a-z]{2}og)ue(?=s?$)/, ''],
  [/(?<=[a-z]{3}en)ce(?=s?$)/, 'se'],
];

/** A word shortened to its ends and the number of letters between: `k8s`, `a11y`. */
const NUMERONYM = /^([a-z])(\d{1,2})([a-z])$/;

/** Whether a word may be what a numeronym stands for; `null` for a query that is none. */
export function numeronymMatcher(query: string): ((word: string) => boolean) | null {
  const [, first = '', count = '', last = ''] = NUMERONYM.exec(query) ?? [];
  if (first === '') return null;
  const length = Number(count) + 2;
  if (length < MIN_NUMERONYM) return null;
  return (word) => word.length === length && word.startsWith(first) && word.endsWith(last) && PLAIN.test(word);
}

/** The numeronym of a word, `null` for one so short that nobody makes one. */
export function numeronymOf(word: string): string | null {
  return word.length >= MIN_NUMERONYM && PLAIN.test(word)
    ? `${word[0]}${word.length - 2}${word[word.length - 1]}`
    : null;
}

const PLAIN = /^[a-z]+$/;
const MIN_NUMERONYM = 7;
