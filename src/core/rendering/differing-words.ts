import { diffArrays } from 'diff';
import { once } from '../../kit/once.ts';
import { type Role, type Span, type StyledLine, spansText } from '../../text/styled-text.ts';

/** The places of words in a text, counted from its first word. */
export type WordPlaces = ReadonlySet<number>;

/**
 * Beyond this many changes words are not put in order: Myers' algorithm takes the square of them, and what changed that
 * much is no longer read word by word.
 */
const MOST_CHANGES = 200;

/** The words of lines on the screen in their order, as they are told apart: whatever their case, without bullets and numbers of lists. */
export function wordsOnLines(lines: readonly StyledLine[]): readonly string[] {
  return lines.flatMap(({ spans }) =>
    [...spansText(spans.filter(isText)).matchAll(words())].map(([word]) => folded(word)),
  );
}

/**
 * Which words two texts do not have in common, in their order.
 *
 * @returns The places of words that only `before` has, and of those that only `after` has.
 */
export function differingWords(
  before: readonly string[],
  after: readonly string[],
): { readonly removed: WordPlaces; readonly added: WordPlaces } {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGES });
  if (!changes) return { removed: placesWithout(before, after), added: placesWithout(after, before) };
  const removed = new Set<number>();
  const added = new Set<number>();
  let at = { before: 0, after: 0 };
  for (const { value, added: isAdded, removed: isRemoved } of changes) {
    for (let nth = 0; nth < value.length; nth += 1) {
      if (isRemoved) removed.add(at.before + nth);
      if (isAdded) added.add(at.after + nth);
    }
    at = {
      before: at.before + (isAdded ? 0 : value.length),
      after: at.after + (isRemoved ? 0 : value.length),
    };
  }
  return { removed, added };
}

/** Lines with some of their words in another role; what stands between two such words on a line is theirs too. */
export function withWordsIn(lines: readonly StyledLine[], places: WordPlaces, role: Role): readonly StyledLine[] {
  if (places.size === 0) return lines;
  let word = -1;
  return lines.map((line) => {
    const ranges: Range[] = [];
    let last = -2;
    for (const { 0: text, index } of spansText(line.spans.filter(isText)).matchAll(words())) {
      word += 1;
      if (!places.has(word)) continue;
      const range = ranges.at(-1);
      const end = index + text.length;
      if (range && last === word - 1) range.end = end;
      else ranges.push({ start: index, end });
      last = word;
    }
    return ranges.length === 0 ? line : { ...line, spans: inRanges(line.spans, ranges, role) };
  });
}

/** A stretch of a line's text, in UTF-16 code units. */
interface Range {
  readonly start: number;
  end: number;
}

function inRanges(spans: readonly Span[], ranges: readonly Range[], role: Role): readonly Span[] {
  let offset = 0;
  let at = 0;
  return spans.flatMap((span): readonly Span[] => {
    if (!isText(span)) return [span];
    const parts: Span[] = [];
    const end = offset + span.text.length;
    let from = offset;
    for (let range = ranges[at]; range && range.start < end; range = ranges[at]) {
      const start = Math.max(range.start, from);
      const stop = Math.min(range.end, end);
      if (start > from) parts.push({ ...span, text: span.text.slice(from - offset, start - offset) });
      parts.push({ ...span, text: span.text.slice(start - offset, stop - offset), role });
      from = stop;
      if (range.end > end) break;
      at += 1;
    }
    if (from < end) parts.push({ ...span, text: span.text.slice(from - offset) });
    offset = end;
    return parts;
  });
}

/** Bullets, numbers of lists and signs are no words of the text. */
function isText({ role, sign }: Span): boolean {
  return role !== 'marker' && sign === undefined;
}

function placesWithout(words: readonly string[], others: readonly string[]): WordPlaces {
  const known = new Set(others);
  return new Set(words.flatMap((word, place) => (known.has(word) ? [] : [place])));
}

function folded(word: string): string {
  return word.toLowerCase().normalize('NFC');
}

/** A run of letters and digits; in scripts without spaces each character. */
const words = once(() => {
  const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}';
  const spaced = `(?![${unspaced}])`;
  return new RegExp(`[${unspaced}]\\p{M}*|${spaced}[\\p{L}\\p{N}](?:${spaced}[\\p{L}\\p{M}\\p{N}])*`, 'gu');
});
