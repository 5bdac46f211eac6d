import type { Passage } from '../passages/passage.ts';
import { areOpposed, relationOf, shareOf } from '../passages/relation.ts';
import { termsOf } from '../passages/terms.ts';
import { nameOf, saidBy } from '../union/grouping/list-items.ts';
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

/** In one list a reader takes two items for one said twice from this share of common terms on, and so many of them. */
const BESIDE = 0.45;
const COMMON = 2;
/** So much of what the one says must then be in the other, by how rare its words are in the whole. */
const SAID_BESIDE = 0.7;

/**
 * Whether an item of a list says so much of what another of the same list does that a reader sees one thing said twice, and
 * names nothing that the other does not: products, numbers and code are what a list is read for.
 *
 * @param rarityOf How much a term tells among all that stands.
 */
export function isSaidBeside(
  goes: StandingPassage,
  stays: StandingPassage,
  rarityOf: (term: string) => number,
): boolean {
  // What one definition says twice it says twice.
  if (goes.passage.definition === stays.passage.definition) return false;
  if (goes.pick !== stays.pick || goes.passage.kind !== 'item' || stays.passage.kind !== 'item') return false;
  const [one, other] = [goes.profile.passage, stays.profile.passage];
  if (one.weight > other.weight || !haveNumbersOf(one, other) || one.isVerbatim || one.isExample || other.isExample)
    return false;
  let [common, said, all] = [0, 0, 0];
  for (const term of goes.terms) {
    const weight = rarityOf(term) * (one.weights.get(term) ?? 1);
    all += weight;
    if (!stays.terms.has(term)) continue;
    common += 1;
    said += weight;
  }
  if (common < COMMON || said < SAID_BESIDE * all || areOpposed(one, other)) return false;
  // Of a few words all are in the other.
  const isAll = goes.terms.size === COMMON;
  if (!isAll && 2 * common < BESIDE * (goes.terms.size + stays.terms.size)) return false;
  return (
    !haveUnlikeTitles(goes, stays) && namesIn(goes.passage.text).every((name) => stays.passage.text.includes(name))
  );
}

/** Words that are written as names inside an item: `with HashiCorp Vault`, `the API`, `pprof` as code. */
function namesIn(text: string): readonly string[] {
  const inside = saidBy({ text })
    .replace(/^[*_]*\p{Lu}?\p{Ll}+(?![\p{L}\p{N}])/u, '')
    .replace(/[:.]\**\s+\p{Lu}/gu, ' ');
  return inside.match(/(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{N}.+#-]*|\p{Ll}+\p{Lu}[\p{L}\p{N}]*|`[^`\n]{1,60}`)/gu) ?? [];
}

function haveNumbersOf({ numbers }: Passage, other: Passage): boolean {
  return numbers.every(({ value }) => other.numbers.some((one) => one.value === value));
}

/** Two with names of their own are about one thing only where a word of these is common. */
function haveUnlikeTitles(one: StandingPassage, other: StandingPassage): boolean {
  const [title, otherTitle] = [titleOf(one), titleOf(other)];
  return title.size > 0 && otherTitle.size > 0 && ![...title].some((term) => otherTitle.has(term));
}

/** The terms of the name that an item begins with, bold or not. */
function titleOf({ passage, profile }: StandingPassage): ReadonlySet<string> {
  const { title } = profile.passage;
  return title.size > 0 ? title : new Set(termsOf(nameOf(passage)));
}

function haveOneTitle({ title }: Passage, other: Passage): boolean {
  return title.size > 0 && title.size === other.title.size && [...title].every((term) => other.title.has(term));
}
