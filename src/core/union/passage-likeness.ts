import { memoTexts } from '../../kit/memo.ts';
import { termsOf, wordsOf } from '../passages/terms.ts';
import { itemTextStart, titleRunEnd } from '../sections/line-shapes.ts';
import type { PassageKind } from '../sections/passage.ts';
import { titleKey } from '../topics/topic-items.ts';

/** What two passages are compared by. */
export interface PassageProfile {
  readonly kind: PassageKind;
  /** Its words without bullet, markup, case and punctuation; the text itself where it has none, or is code or a table. */
  readonly saying: string;
  /** Its stemmed terms, each once. */
  readonly terms: ReadonlySet<string>;
  /** What the bold words it begins with are about, in alphabetical order; empty where there are none. */
  readonly title: string;
  /** Its numbers, and whether it forbids: what turns the meaning of otherwise equal words. */
  readonly turns: string;
  /** Code and tables say something else with every sign that differs. */
  readonly isVerbatim: boolean;
}

/** The share of a wording's terms that another must have to stand for it. */
const COVERED = 0.7;
/** The share of all terms that both must have (Dice's coefficient): a long item does not stand for a word it mentions. */
const ALIKE = 0.5;
/** The same for passages whose bold titles are about the same. */
const COVERED_UNDER_ONE_TITLE = 0.6;
const ALIKE_UNDER_ONE_TITLE = 0.4;

/** @param text A passage as it stands in the file. */
export function passageProfile(kind: PassageKind, text: string): PassageProfile {
  return { kind, ...wordingOf(text) };
}

/** The passages of a large composition: each stands in an ingredient and in what is composed, which changes key by key. */
const REMEMBERED = 4_096;

const wordingOf = memoTexts(REMEMBERED, (text): Omit<PassageProfile, 'kind'> => {
  const trimmed = text.trim();
  const said = trimmed.slice(itemTextStart(trimmed));
  const bold = said.slice(0, titleRunEnd(said));
  const isVerbatim = VERBATIM.test(text);
  const words = isVerbatim ? '' : wordsOf(said).join(' ');
  return {
    saying: words === '' ? said : `${words} ${numbersOf(said).join(' ')}`.trimEnd(),
    terms: new Set(termsOf(said)),
    title: titleKey(bold),
    turns: [...numbersOf(said).sort(), NEGATION.test(said) ? 'not' : ''].join(' '),
    isVerbatim,
  };
});

const VERBATIM = /^[ \t]*(?:`{3}|~{3}|\|)/m;
const NEGATION =
  /(?<!\p{L})(?:not|no|never|without|avoid|don['’]?t|cannot|can['’]?t|не|без|никогда|不|别|禁止)(?!\p{Ll})/iu;

function numbersOf(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/g) ?? [];
}

/** Whether two passages are the same words. */
export function isSameSaying(a: PassageProfile, b: PassageProfile): boolean {
  return a.kind === b.kind && a.saying === b.saying;
}

/**
 * How well one passage can stand for another: the share of the other's stemmed terms that it has, or 0 where that is not
 * enough, or where both have too little in common for their length. No passage stands for one of another kind, with other
 * numbers in it, or that forbids where it does not; none for code or a table.
 */
export function coverage(covering: PassageProfile, covered: PassageProfile): number {
  if (covering.isVerbatim || covered.isVerbatim) return 0;
  if (covering.kind !== covered.kind || covering.turns !== covered.turns) return 0;
  const [one, other] = [covering.terms.size, covered.terms.size];
  if (one === 0 || other === 0) return 0;
  const common = commonCount(covering.terms, covered.terms);
  const isSameTitle = covering.title !== '' && covering.title === covered.title;
  const alike = (2 * common) / (one + other);
  if (alike < (isSameTitle ? ALIKE_UNDER_ONE_TITLE : ALIKE)) return 0;
  const share = common / other;
  return share >= (isSameTitle ? COVERED_UNDER_ONE_TITLE : COVERED) ? share : 0;
}

function commonCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const term of small) if (large.has(term)) common += 1;
  return common;
}
