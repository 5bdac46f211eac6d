import { once } from '../../kit/once.ts';

/** A word, number or sign of a passage, in the order they stand in. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign' | 'character' | 'break';
  /** Lower case and without accents, as `wordsOf` folds. */
  readonly text: string;
  /** As it stands in the passage. */
  readonly raw: string;
  /** Whether it is one word with the next, by a hyphen. */
  readonly isHyphened: boolean;
}

/**
 * The words of a passage with what parts them: clauses end at a break. Markup and link targets are left out. Chinese and
 * Japanese give their characters one by one, words in katakana stay whole; a number that is part of a name is a word.
 * Linear in the length.
 */
export function plainWords(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const plain = text.replace(LINK_TARGET, ']');
  const pattern = ASCII.test(plain) ? ASCII_TOKEN : anyToken();
  pattern.lastIndex = 0;
  let lastEnd = -1;
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const [raw] = match;
    const { index } = match;
    const end = index + raw.length;
    const isHyphened = plain.charAt(end) === '-' && isPartOfWord(plain.charAt(end + 1));
    const kind = kindOf(raw);
    if (kind === 'word') pushWord(tokens, raw, isHyphened);
    else if (kind === 'number' && isPartOfName(plain, index, end, tokens.at(-1), lastEnd)) {
      tokens.push({ kind: 'word', text: raw, raw, isHyphened });
    } else tokens.push({ kind, text: raw.trim() || ' ', raw, isHyphened });
    lastEnd = end;
  }
  return tokens;
}

const LINK_TARGET = /\]\([^()\s]*\)/g;

/** A full stop, colon or dash ends a clause only before white space: `node.js`, `10:30`. */
const ASCII_TOKEN =
  /\d+(?:[.,]\d+)*|[cCfF](?:\+\+|#)(?![A-Za-z0-9])|[A-Za-z](?:[A-Za-z0-9]|'(?=[A-Za-z]))*|[<>]=?|[%+]|[;,!?()[\]\n]|[.:](?=\s|$|\*)|-(?=\s)/g;
const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}`;
const KANA = String.raw`\p{Script=Katakana}\u30FC`;
const anyToken = once(() => {
  const letter = `(?![${CJK}${KANA}])[\\p{L}\\p{M}]`;
  return new RegExp(
    [
      String.raw`\d+(?:[.,]\d+)*`,
      `[${CJK}]`,
      String.raw`[cCfF](?:\+\+|#)(?![\p{L}\p{N}])`,
      `[${KANA}]+`,
      String.raw`(?:${letter})(?:${letter}|[0-9]|['\u2019\u02bc](?=\p{L}))*`,
      '[<>\u2264\u2265]=?|[%\uff05+]',
      String.raw`[;,!?()[\]\n\u3002\uff0c\u3001\uff1b\uff1a\uff01\uff1f\uff08\uff09\u2014\u2013]|[.:](?=\s|$|\*)|-(?=\s)`,
    ].join('|'),
    'gu',
  );
});

const BREAKS = /^[;,!?()[\]\n。，、；：！？（）—–.:-]/;
const SIGNS = /^[<>≤≥%％+]/;
const character = once(() => new RegExp(`^[${CJK}]$`, 'u'));

function kindOf(raw: string): Token['kind'] {
  const code = raw.charCodeAt(0);
  if (code >= 48 && code <= 57) return 'number';
  if (SIGNS.test(raw)) return 'sign';
  if (BREAKS.test(raw)) return 'break';
  return code >= 0x2e80 && character().test(raw) ? 'character' : 'word';
}

function isPartOfWord(sign: string): boolean {
  return sign !== '' && /[\p{L}\p{N}]/u.test(sign);
}

/** `PLAN-01`, `#111111`, `file.ts:42`, `2nd-level`, but not `3-5`. */
function isPartOfName(text: string, start: number, end: number, last: Token | undefined, lastEnd: number): boolean {
  const isRange = last?.kind === 'number' && lastEnd === start - 1;
  if (!isRange && /[\p{L}\p{N}#_/:.-]/u.test(text.charAt(start - 1))) return true;
  return /[_/-]/.test(text.charAt(end)) && /[\p{L}_]/u.test(text.charAt(end + 1));
}

/** A word, or the words that are written as one: `don't`, `l'état`, `python3`. */
function pushWord(tokens: Token[], raw: string, isHyphened: boolean): void {
  const word = (text: string, shown = text) => ({ kind: 'word', text, raw: shown, isHyphened: false }) as const;
  const folded = foldedWord(raw);
  const apostrophe = folded.search(/['’ʼ]/);
  if (apostrophe < 0) {
    const digits = /^(\p{L}{2,})(\d+)$/u.exec(folded);
    if (digits) {
      const [, letters = '', number = ''] = digits;
      tokens.push(word(letters), { kind: 'number', text: number, raw: number, isHyphened });
    } else tokens.push({ kind: 'word', text: folded, raw, isHyphened });
    return;
  }
  const before = folded.slice(0, apostrophe);
  const behind = folded.slice(apostrophe + 1);
  if (behind === 't') tokens.push(word(`${before}t`, raw));
  // An article, or half of a negation whose other half follows: `n'ajoute jamais`.
  else if (apostrophe <= 2 && behind.length > 2) tokens.push(word(behind));
  else if (before !== '') tokens.push(word(before));
}

function foldedWord(raw: string): string {
  const lower = raw.toLowerCase().slice(0, LONGEST_WORD);
  return ASCII.test(lower) ? lower : lower.normalize('NFKD').replace(marks(), '$1').normalize('NFC');
}

const ASCII = /^[\0-\x7f]*$/;
const LONGEST_WORD = 40;
const marks = once(() => /(\p{Script=Latin})\p{Mn}+/gu);
