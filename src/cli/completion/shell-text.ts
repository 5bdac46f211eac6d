/** Shells that completion is there for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A word as it stands on a command line: what it says, and the quotation mark that is open at its end. */
interface TypedWord {
  readonly text: string;
  readonly quote: '' | "'" | '"';
  /** How much of the text Bash has behind it, and does not replace: up to the last sign that parts words for it. */
  readonly kept: number;
}

/** Quoted stretches, perhaps not closed; an escaped sign; blanks; what parts words for Bash alone; all else. */
const PIECES = /'[^']*'?|"(?:[^"\\]|\\.)*"?|\\.?|\s+|[:=]|[^\s'"\\:=]+/gs;

/** The words of a command line that is not finished, as Bash reads them; nothing in it is carried out. */
export function typedWords(line: string): readonly TypedWord[] {
  const words: TypedWord[] = [];
  let word: TypedWord | null = null;
  for (const [piece] of line.matchAll(PIECES)) {
    if (/^\s/.test(piece)) {
      if (word !== null) words.push(word);
      word = null;
      continue;
    }
    const begun: TypedWord = word ?? EMPTY;
    const text: string = begun.text + plainText(piece);
    word = { text, quote: openQuote(piece), kept: piece === ':' || piece === '=' ? text.length : begun.kept };
  }
  return [...words, word ?? EMPTY];
}

const EMPTY: TypedWord = { text: '', quote: '', kept: 0 };

function openQuote(piece: string): TypedWord['quote'] {
  const mark = piece.charAt(0);
  if (mark !== "'" && mark !== '"') return '';
  return piece.length > 1 && piece.endsWith(mark) ? '' : mark;
}

function plainText(piece: string): string {
  const mark = piece.charAt(0);
  if (mark === '\\') return piece.slice(1);
  if (mark !== "'" && mark !== '"') return piece;
  const inside = piece.slice(1, openQuote(piece) === '' ? -1 : undefined);
  return mark === "'" ? inside : inside.replace(/\\(["\\$`])/g, '$1');
}

/** What Bash is to put in place of a word, so that it is that text and nothing of it is carried out. */
export function bashText(text: string, { quote, kept }: TypedWord): string {
  const rest = text.slice(kept);
  if (quote === "'") return rest.replaceAll("'", "'\\''");
  if (quote === '"') return rest.replace(/["\\$`]/g, '\\$&');
  return rest.replace(/[\p{Cc}\p{Cf}]|[^\p{L}\p{N}\p{Cc}\p{Cf}_./:=@%+,-]/gu, (sign) =>
    /[\p{Cc}\p{Cf}]/u.test(sign) ? `$'${escaped(sign)}'` : `\\${sign}`,
  );
}

function escaped(sign: string): string {
  return [...new TextEncoder().encode(sign)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
