import { remembered } from '../../kit/memo.ts';
import type { Passage } from '../passages/passage.ts';
import { readPassage } from '../passages/read-passage.ts';
import { areOpposed, relationOf, shareOf } from '../passages/relation.ts';
import type { PassageKind } from '../sections/passage.ts';

/** What two passages are compared by. */
export interface PassageProfile {
  readonly kind: PassageKind;
  /** Its words without bullet, markup, case and punctuation; the text itself where it has none, or is code or a table. */
  readonly saying: string;
  /** What it is about, each once: who says the same has one of them. */
  readonly terms: readonly string[];
  readonly passage: Passage;
}

/** The share of what a wording says that another must say to stand for it. */
const COVERED = 0.7;
/** Terms that weigh less are in nearly every passage. */
const TELLING = 0.5;

/** @param text A passage as it stands in the file. */
export function passageProfile(kind: PassageKind, text: string): PassageProfile {
  const passage = readPassage(text);
  return { kind, saying: passage.saying, terms: tellingTerms(passage), passage };
}

const tellingTerms = remembered(({ weights, title }: Passage): readonly string[] => {
  const telling = [...weights].flatMap(([term, weight]) => (weight >= TELLING || title.has(term) ? [term] : []));
  return telling.length > 0 ? telling : [...weights.keys()];
});

/** Whether two passages are the same words. */
export function isSameSaying(a: PassageProfile, b: PassageProfile): boolean {
  return a.kind === b.kind && a.saying === b.saying;
}

/**
 * How well one passage can stand for another: the share of what the other says that it says, or 0 where that is not
 * enough, or where the two are not alike. No passage stands for one of another kind, or for one that it contradicts.
 */
export function coverage(covering: PassageProfile, covered: PassageProfile): number {
  if (covering.kind !== covered.kind) return 0;
  if (isTitleOf(covered.passage, covering.passage)) return 1;
  const { kind } = relationOf(covering.passage, covered.passage);
  if (kind === 'conflict') return 0;
  if (isHeldBy(covered, covering)) return 1;
  if (kind !== 'alike' && kind !== 'same') return 0;
  const share = shareOf(covering.passage, covered.passage);
  return share >= COVERED ? share : 0;
}

/** What goes on to say more of the same. */
const GOES_ON =
  /^(?:with|including|using|via|through|across|based on|such as|identifying|and|for|in|of|to|by|from|on)(?![\p{L}\p{N}])/iu;
/** Words by which it holds only here or there, or not: of the languages that prompts are written in. */
const LIMITING = new Set(
  (
    'only unless except when if until but not no never without instead rather cannot forbidden ' +
    'nur nicht kein keine keinen nie niemals ohne außer wenn falls statt verboten ' +
    'ne pas jamais sans sauf si quand seulement uniquement interdit ' +
    'no nunca sin salvo excepto cuando solo sólo prohibido não nem sem exceto quando somente apenas proibido ' +
    'не нет никогда без кроме если только нельзя запрещено'
  ).split(' '),
);
/** The same where words are not parted: 禁止, 不, 只, なければ, 만. */
const LIMITING_SIGNS = /[只仅僅禁不勿别別除无無非]|ない|なければ|のみ|だけ|만|않|없|제외|금지/u;

function limits(words: string): boolean {
  return words.split(/[^\p{L}]+/u).some((word) => LIMITING.has(word)) || LIMITING_SIGNS.test(words);
}

/** So many telling terms that all come again are no coincidence; of so many one may be another. */
const ENOUGH = 3;
const MANY = 5;
/** In another topic it takes more. */
const ENOUGH_ELSEWHERE = 4;

/**
 * Whether an item is the beginning of another that goes on, or all of it is among what the other says.
 *
 * @param isElsewhere Whether the other speaks of another topic.
 */
export function isHeldBy(covered: PassageProfile, covering: PassageProfile, isElsewhere = false): boolean {
  return isAmong(covered, covering, isElsewhere) && !areOpposed(covered.passage, covering.passage);
}

function isAmong(covered: PassageProfile, covering: PassageProfile, isElsewhere: boolean): boolean {
  if (covered.kind !== 'item' || covering.kind !== 'item' || covered.passage.numbers.length > 0) return false;
  const [words, more] = [covered.saying, covering.saying];
  const length = words.split(' ').length;
  const rest = more.startsWith(`${words} `) ? more.slice(words.length + 1) : '';
  const isBegun = rest !== '' && !limits(rest) && (length > 2 || (length === 2 && GOES_ON.test(rest)));
  if (isBegun && (!isElsewhere || length >= ENOUGH_ELSEWHERE)) return true;
  // What holds under a condition says it by the order of its words too.
  if (limits(words) || limits(more)) return false;
  const telling = [...covered.passage.weights].filter(([, weight]) => weight >= TELLING);
  const lacking = telling.filter(([term]) => !covering.passage.weights.has(term)).length;
  const isEnough = telling.length >= (isElsewhere ? ENOUGH_ELSEWHERE : ENOUGH);
  if (!isEnough || lacking === 0) return isEnough;
  return lacking === 1 && telling.length >= MANY && covering.passage.weight > covered.passage.weight;
}

/** Whether one is nothing but the bold title that the other begins with. */
function isTitleOf({ isTitleAlone, weights }: Passage, { title }: Passage): boolean {
  return isTitleAlone && weights.size === title.size && [...title].every((term) => weights.has(term));
}

/** Whether not both of two passages can be followed. */
export function isConflict(a: PassageProfile, b: PassageProfile): boolean {
  return a.kind === b.kind && relationOf(a.passage, b.passage).kind === 'conflict';
}
