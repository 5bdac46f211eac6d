import { between, type Difference } from './difference.ts';
import type { Mention, Passage } from './passage.ts';

/** Less than half a word turned may be any verb that carries a statement. */
const SUBSTANTIAL = 0.5;

type Sign = -1 | 0 | 1;

/** By each term, with its pole or which of a few it is, its sign: 0 where it stands under both. */
function signsOf(passage: Passage, turning: ReadonlySet<string>): ReadonlyMap<string, Sign> {
  const stretchSigns: (1 | -1)[] = [...passage.signs];
  const turned = new Set<string>();
  for (const { meaning, key, stretch } of passage.mentions) {
    if (meaning?.pole !== -1 || !turning.has(key)) continue;
    // A word that is said twice in a stretch turns it once.
    const place = `${stretch} ${key}`;
    if (!turned.has(place)) stretchSigns[stretch] = stretchSigns[stretch] === 1 ? -1 : 1;
    turned.add(place);
  }
  const signs = new Map<string, Sign>();
  for (const { key, stretch, meaning } of passage.mentions) {
    const name = meaning && !turning.has(key) ? `${key} ${meaning.choice ?? meaning.pole}` : key;
    const sign = stretchSigns[stretch] ?? 1;
    const known = signs.get(name);
    signs.set(name, known === undefined || known === sign ? sign : 0);
  }
  return signs;
}

/** Pairs of opposites of which the two passages have not the same sides: what one says under them is turned. */
export function turningPairs(a: Passage, b: Passage): ReadonlySet<string> {
  const sides = polesOf(b);
  return new Set([...polesOf(a)].flatMap(([key, own]) => (own !== 0 && sides.get(key) === -own ? [key] : [])));
}

/** By pair of opposites the sum of the poles it is said with: 0 for both. */
function polesOf({ mentions }: Passage): ReadonlyMap<string, number> {
  const poles = new Map<string, number>();
  for (const { key, meaning } of mentions) {
    if (!meaning || meaning.pole === 0) continue;
    const known = poles.get(key);
    poles.set(key, known === undefined || known === meaning.pole ? meaning.pole : 0);
  }
  return poles;
}

/**
 * What one affirms and the other denies.
 *
 * @returns `'incomparable'` where it looks so and cannot be told.
 */
export function signsDiffer(a: Passage, b: Passage): Difference | 'incomparable' | null {
  const turning = turningPairs(a, b);
  if (a.isPlain && b.isPlain && turning.size === 0) return null;
  const { turned, weight, keptWeight, balance } = turnedTerms(a, b, turning);
  if (turned.size === 0 || (weight < SUBSTANTIAL && keptWeight > 0)) return null;
  if (a.language !== b.language) return 'incomparable';
  const poles = polesThatDiffer(a, b, turning);
  if (poles) return poles;
  if (a.prefers && b.prefers) return { kind: 'preference', one: likedOf(a, turned), other: likedOf(b, turned) };
  const [affirming, denying] = balance > 0 ? [a, b] : [b, a];
  // What a clause denies it denies whole; of what `without` reaches more can be affirmed.
  const isWhole = weight >= keptWeight || denying.denial?.isOfNext === true;
  if (!isWhole || (balance !== 0 && !isDenied(affirming, denying))) return 'incomparable';
  return { kind: 'negation', one: a.denial?.raw ?? '', other: b.denial?.raw ?? '' };
}

/** The terms that one affirms and the other denies, how much they weigh, and on whose side more are affirmed. */
function turnedTerms(a: Passage, b: Passage, turning: ReadonlySet<string>) {
  const others = signsOf(b, turning);
  const turned = new Set<string>();
  let weight = 0;
  let keptWeight = 0;
  let balance = 0;
  for (const [name, sign] of signsOf(a, turning)) {
    const product = sign * (others.get(name) ?? 0);
    if (product > 0) keptWeight += weightOf(a, name);
    if (product >= 0) continue;
    turned.add(name);
    weight += weightOf(a, name);
    balance += sign;
  }
  return { turned, weight, keptWeight, balance };
}

function weightOf({ weights }: Passage, name: string): number {
  return weights.get(name) ?? weights.get(name.slice(0, name.lastIndexOf(' '))) ?? 0;
}

/**
 * Whether what one affirms is what the other denies. Who names a thing, or looks for it, does not say that it may be; and
 * the denial may be of less.
 */
function isDenied(affirming: Passage, denying: Passage): boolean {
  const isTold = affirming.isStatement || [denying.denial?.next, denying.firstWord].includes(affirming.firstWord);
  return isTold && !affirming.isSeeking && !isNarrower(denying, affirming);
}

/** Whether what is denied is less than what is affirmed: request bodies may not be logged while every request is. */
function isNarrower(denying: Passage, affirming: Passage): boolean {
  for (const [key, weight] of denying.weights) if (weight >= 1 && !affirming.weights.has(key)) return true;
  return false;
}

function polesThatDiffer(a: Passage, b: Passage, turning: ReadonlySet<string>): Difference | null {
  for (const one of a.mentions) {
    if (!one.meaning || !turning.has(one.key)) continue;
    const opposite = b.mentions.find(({ key, meaning }) => key === one.key && meaning?.pole !== one.meaning?.pole);
    if (opposite) return between('opposite', one, opposite);
  }
  return null;
}

/** What is affirmed of what the two turn round, as it is written. */
function likedOf({ mentions, signs }: Passage, turned: ReadonlySet<string>): string {
  const isTurned = ({ key, meaning }: Mention) =>
    turned.has(key) || (meaning !== null && turned.has(`${key} ${meaning.choice ?? meaning.pole}`));
  return mentions.find((mention) => isTurned(mention) && signs[mention.stretch] === 1)?.raw ?? '';
}
