/** Names up to this length may differ in one letter, longer ones in two. */
const SHORT = 5;
/** Longer words are not compared. */
const MAX_LENGTH = 40;

/** The same name, were it not for capitals, hyphens and underscores; `null` if there is none. */
export function sameLetters(name: string, known: readonly string[]): string | null {
  const letters = lettersOf(name);
  return known.find((other) => lettersOf(other) === letters) ?? null;
}

/**
 * The known name that was most likely meant: one that differs in a letter or two, swapped neighbours counting once
 * (optimal string alignment distance).
 *
 * @returns `null` if none is that near, or the name is too long to be a slip.
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  if (name.length > MAX_LENGTH) return null;
  const word = name.toLowerCase();
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const other of known) {
    const limit = Math.min(name.length, other.length) <= SHORT ? 1 : 2;
    if (Math.abs(name.length - other.length) > limit) continue;
    const distance = distanceOf(word, other.toLowerCase());
    if (distance <= limit && (best === null || distance < best.distance)) best = { name: other, distance };
  }
  return best?.name ?? null;
}

/** The known name that differs least, however much: of names with a slash also one whose second part it is. */
export function nearestOf(name: string, known: readonly string[]): string {
  const word = name.slice(0, MAX_LENGTH).toLowerCase();
  const distances = known.map((other) => {
    const parts = [other, ...other.split('/').slice(1)];
    return Math.min(...parts.map((part) => distanceOf(word, part.toLowerCase())));
  });
  return known[distances.indexOf(Math.min(...distances))] ?? '';
}

/**
 * Names that were meant by one that there is not, the likeliest first: the same letters, a slip or two, the beginning, or a
 * word that both have. What is asked for on the command line is held against all there is by this one rule.
 *
 * @param known What there is; of a name with slashes its last part counts too.
 * @param most How many are told.
 */
export function meantNames(name: string, known: readonly string[], most = 3): readonly string[] {
  if (name.length > MAX_LENGTH) return [];
  const found = [...new Set(known)].flatMap((other) => {
    const last = other.slice(other.lastIndexOf('/') + 1);
    const rank = Math.min(rankOf(name, other), last === other ? UNLIKE : rankOf(name, last));
    return rank === UNLIKE ? [] : [{ other, rank }];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ other }) => other);
}

const UNLIKE = Number.POSITIVE_INFINITY;

/** How unlike a name is to one that there is; by far for most. */
function rankOf(name: string, other: string): number {
  const [word, known] = [lettersOf(name), lettersOf(other)];
  if (word === known) return 0;
  if (nearestName(word, [known]) !== null) return distanceOf(word, known);
  // The beginning, or another ending, as of `complete` and `completion`.
  if (word.length > 1 && known.startsWith(word.slice(0, Math.max(5, Math.ceil(known.length * 0.6))))) return 3;
  const words = wordsOf(name);
  return wordsOf(other).some((one) => words.some((mine) => one === mine || nearestName(mine, [one]) !== null))
    ? 4
    : UNLIKE;
}

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

const lettersOf = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');

function distanceOf(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a.charAt(row - 1) === b.charAt(column - 1);
      const isSwapped =
        row > 1 && a.charAt(row - 1) === b.charAt(column - 2) && a.charAt(row - 2) === b.charAt(column - 1);
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
