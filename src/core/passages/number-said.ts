import { type Bound, COUNTED_BY, LABELS, MULTIPLES, NUMBER_WORDS, UNITS, type Unit } from './number-words.ts';
import type { Token } from './plain-words.ts';

/** A number that a passage says. */
export interface NumberSaid {
  /** Equal for equal numbers: 120 seconds and 2 minutes. */
  readonly value: string;
  readonly amount: number;
  /** What it measures; empty where it counts or names something. */
  readonly dimension: string;
  readonly bound: Bound | null;
  /** The stretch of the passage it stands in. */
  readonly stretch: number;
  /** The term before it in its clause, and the one behind; empty where there is none. */
  readonly before: string;
  readonly noun: string;
  /** Whether it names one of several: `Python 3.8`. */
  readonly isVersion: boolean;
  /** As it is written, with what it counts. */
  readonly raw: string;
}

type Open = { -readonly [Key in keyof NumberSaid]: NumberSaid[Key] };

/** Words between `at least` and its number: `Limit the title to 60 characters`. */
const BOUND_REACH = 6;
/** Words between a number and `or more`. */
const BEHIND_REACH = 3;

/** Reads the numbers of a passage from its first word to its last. */
export class NumberReader {
  private readonly found: Open[] = [];
  private pending: { readonly bound: Bound; readonly at: number } | null = null;
  private before = '';
  /** A number whose noun has not come yet. */
  private open: Open | null = null;
  private lastEnd = -1;

  /** How many words a number at this place takes; 0 where there is none. */
  read(tokens: readonly Token[], at: number, stretch: number): number {
    const token = tokens[at];
    if (token?.kind === 'sign') return this.sign(token.text, at);
    if (!token || !isNumber(tokens, at)) return 0;
    if (isLabel(tokens[at - 1]?.text)) return 1;
    const isRange = token.isHyphened && tokens[at + 1]?.kind === 'number';
    const multiple = MULTIPLES.get(tokens[at + 1]?.text ?? '');
    const numberEnd = at + (isRange || multiple !== undefined ? 2 : 1);
    const { unit, length } = unitAt(tokens, numberEnd);
    const end = numberEnd + length;
    const amount = amountOf(token.text) * (multiple ?? 1) * (unit?.factor ?? 1);
    const bound = this.pending && at - this.pending.at <= BOUND_REACH ? this.pending.bound : null;
    const isVersion = this.before !== '' && !unit && token.kind === 'number' && bound === null;
    this.open = {
      value: comparableOf(token.text, amount, unit) + (isRange ? `-${tokens[at + 1]?.text}` : ''),
      amount,
      dimension: unit?.dimension ?? '',
      bound,
      stretch,
      before: this.before,
      noun: '',
      isVersion,
      raw: rawOf(tokens.slice(at, end), isRange),
    };
    this.found.push(this.open);
    if (unit) this.open = null;
    this.pending = null;
    this.lastEnd = end;
    this.before = '';
    return end - at;
  }

  /** `at least` before a number, or `or more` behind one. */
  bound(bound: Bound, at: number, words: readonly string[]): void {
    const last = this.found.at(-1);
    const isBehind = /^(?:or|and|以)$/.test(words[0] ?? '') && at - this.lastEnd <= BEHIND_REACH;
    if (last && isBehind) last.bound = bound;
    else this.pending = { bound, at };
    this.before = '';
  }

  mention(key: string, raw: string): void {
    if (this.open) {
      this.open.noun = key;
      this.open.raw += ` ${raw}`;
      this.open.isVersion = false;
    }
    this.open = null;
    this.before = key;
  }

  pause(): void {
    this.open = null;
    this.pending = null;
    this.before = '';
  }

  /** @param signs By stretch; more than three are at most three where they are denied. */
  result(signs: readonly (1 | -1)[]): readonly NumberSaid[] {
    return this.found.map((one) => {
      if (one.bound === null || signs[one.stretch] !== -1) return one;
      return { ...one, bound: one.bound === 'least' ? 'most' : 'least' };
    });
  }

  private sign(text: string, at: number): number {
    const last = this.found.at(-1);
    if (/^[<≤]/.test(text)) this.pending = { bound: 'most', at };
    else if (/^[>≥]/.test(text)) this.pending = { bound: 'least', at };
    else if (text === '+' && last && this.lastEnd === at) last.bound = 'least';
    return 1;
  }
}

/** Words that name nothing are no numbers: `one of them`, `no one`; a character is one before what it counts. */
function isNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind === 'number') return true;
  if (!NUMBER_WORDS.has(token.text)) return false;
  const next = tokens[at + 1];
  if (token.kind === 'character') return COUNTED_BY.has(next?.text ?? '');
  if (token.text !== 'one') return true;
  return next?.kind === 'word' && next.text !== 'of' && next.text !== 'another' && tokens[at - 1]?.text !== 'no';
}

function isLabel(word: string | undefined): boolean {
  return word !== undefined && (LABELS.has(word) || LABELS.has(word.replace(/s$/, '')));
}

function unitAt(tokens: readonly Token[], at: number): { readonly unit: Unit | undefined; readonly length: number } {
  const [first, second] = [tokens[at], tokens[at + 1]];
  const pair = UNITS.get(`${first?.text}${second?.text}`);
  if (pair && first?.kind === 'character') return { unit: pair, length: 2 };
  const unit = UNITS.get(first?.text ?? '');
  return { unit, length: unit ? 1 : 0 };
}

/** `1,000` is a thousand, `1,5` one and a half. */
function amountOf(text: string): number {
  const word = NUMBER_WORDS.get(text);
  if (word !== undefined) return word;
  return Number.parseFloat(text.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
}

/** `3.10` is not `3.1` where it is no measure. */
function comparableOf(text: string, amount: number, unit: Unit | undefined): string {
  return /[.,]/.test(text) && !unit ? text.replace(/^(\d+)[.,]0$/, '$1') : String(amount);
}

function rawOf(tokens: readonly Token[], isRange: boolean): string {
  const words = tokens.map(({ raw }) => raw);
  return (isRange ? [`${words[0]}-${words[1]}`, ...words.slice(2)] : words).join(' ').replace(/ (?=[%％])/, '');
}
