import { once } from '../../kit/once.ts';
import { STOP_WORDS } from '../passages/stop-words.ts';
import { termOf } from '../passages/terms.ts';
import { EMPTY_WORDS, WEAK_BEGINNINGS, WEAK_WORDS } from './filling-words.ts';
import { OCCASION, OCCASIONS, OUTPUT, OUTPUT_ENDINGS, PURPOSES, ROLE, WHOLE_TITLES } from './purpose-words.ts';
import { isGrammar, titleWords } from './title-words.ts';

/** A term of a title and what kind of word it is. */
export interface TitleTerm {
  /** A stem; a purpose begins with `@`, which no stem does. */
  readonly term: string;
  readonly kind: 'subject' | 'weak' | 'purpose';
}

/**
 * What a title says, word by word: what the section is about, and what it is for.
 *
 * Words for the same purpose become one term: `Core competencies`, `Your expertise includes` and `Capabilities` are
 * `@expertise`; `Review Workflow` and `Review Process` are `review` and `@process`. Words that only fill a title are left
 * out, unless there are no others.
 *
 * @param title A section's title, or any text. Of a whole paragraph only the beginning counts.
 * @returns Each term once.
 */
export function titleTerms(title: string): readonly TitleTerm[] {
  const words = titleWords(title.slice(0, LONGEST_TITLE).replace(/[_-]/g, ' '));
  const whole =
    purposesOfWholeTitles().get(words.filter((word) => !isFiller(word)).join(' ')) ??
    purposesOfWholeTitles().get(words.join(' '));
  if (whole) return (whole === '@role' ? ROLE : [whole]).map((term) => ({ term, kind: 'purpose' }));
  const terms = new Map<string, TitleTerm>();
  const add = (term: TitleTerm) => terms.set(term.term, terms.get(term.term) ?? term);
  for (const word of withPurposes(words)) {
    if (word.startsWith('@')) add({ term: word, kind: 'purpose' });
    else if (!isFiller(word)) add({ term: termOf(word), kind: isWeak(word) ? 'weak' : 'subject' });
  }
  if (terms.size === 0) for (const word of words) add({ term: termOf(word), kind: 'subject' });
  return [...terms.values()];
}

/** Announcing lines can be paragraphs; what follows the first words is text rather than title. */
const LONGEST_TITLE = 120;

function isFiller(word: string): boolean {
  return STOP_WORDS.has(word) || EMPTY_WORDS.has(word) || isGrammar(word);
}

function isWeak(word: string): boolean {
  if (WEAK_WORDS.has(word)) return true;
  if (word < CYRILLIC) return false;
  for (let end = 5; end <= Math.min(word.length, LONGEST_BEGINNING); end += 1)
    if (WEAK_BEGINNINGS.has(word.slice(0, end))) return true;
  return false;
}

/** The first letter of the alphabets after Latin and Greek. */
const CYRILLIC = '\u0400';
const LONGEST_BEGINNING = 10;

const purposesOfWholeTitles = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      WHOLE_TITLES.flatMap(([purpose, titles]) =>
        titles.map((title) => [titleWords(title).join(' '), `@${purpose}`] as const),
      ),
    ),
);

interface Phrase {
  readonly words: readonly string[];
  readonly purpose: string;
}

/** By their first word the phrases that state a purpose, the longest first. */
const phrasesByFirstWord = once((): ReadonlyMap<string, readonly Phrase[]> => {
  const phrases = PURPOSES.flatMap(([purpose, texts]) =>
    texts.map((text) => ({ words: titleWords(text), purpose: `@${purpose}` })),
  ).sort((a, b) => b.words.length - a.words.length);
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase.words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
});

/** The words, with those that state a purpose or an occasion replaced by it. */
function withPurposes(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  const [first = ''] = words;
  const phrases = phrasesByFirstWord();
  for (let at = 0; at < words.length; ) {
    const phrase = phrases.get(words[at] ?? '')?.find((one) => one.words.every((word, of) => words[at + of] === word));
    found.push(phrase?.purpose ?? words[at] ?? '');
    at += phrase?.words.length ?? 1;
  }
  if (words.length < 2 || !OCCASIONS.has(first) || found[0] !== first) return found;
  // `For each finding, provide`: what follows is to be handed over, on whatever occasion.
  if (OUTPUT_ENDINGS.has(words.at(-1) ?? '')) return [...found.slice(1, -1), OUTPUT];
  return [OCCASION, ...found.slice(1)];
}
