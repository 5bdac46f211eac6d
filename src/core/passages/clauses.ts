import type { Reach } from './negation-words.ts';
import type { Token } from './plain-words.ts';

/** First, second, or without an order. */
export type Turn = 0 | 1 | 2;

/** Where denying stretches begin and end while a passage is read from its first word to its last. */
export interface Clauses {
  /** The stretch that the next word stands in. */
  readonly stretch: () => number;
  /** Which of two that have an order the next term belongs to; 0 while there is none. */
  readonly turn: () => Turn;
  /** The same in the end, of a term by its place among all: those before the word that orders have no turn until then. */
  readonly finalTurn: (at: number, turn: Turn) => Turn;
  readonly signs: () => readonly (1 | -1)[];
  /** A negation; with what stands right before it. */
  readonly negate: (reach: Reach, before: Token | undefined) => void;
  /** A denied stretch for what stands before a word that denies it. */
  readonly denied: () => number;
  /** What is liked less begins. */
  readonly against: () => void;
  readonly order: (order: 'before' | 'after' | 'next') => void;
  /** A clause begins that no negation before it reaches. */
  readonly open: () => void;
  /** What is forbidden is told, by what means begins. */
  readonly means: () => void;
  /** Any other word. */
  readonly word: (text: string) => void;
  /** A term stands in the present stretch. */
  readonly mention: () => void;
  /** A sign that parts clauses; a comma does so only before what begins one. */
  readonly pause: (sign: string, isBeforeDirective: boolean) => void;
}

type StretchKind = 'plain' | 'behind' | 'next' | 'against';

/** Words that end what `without` reaches, and what may follow `and`: a clause of its own. */
const ENDS_NEXT = new Set(
  'for in on at to from and or when before after into during fur in auf para en pour dans и для в'.split(' '),
);
const BRACKETS = new Set('()[]（）');
const JOINS = new Set('and or but then , ; ( y o und oder e et ou и или'.split(' '));

export function createClauses(): Clauses {
  const signs: (1 | -1)[] = [1];
  const kinds: StretchKind[] = ['plain'];
  /** The first stretch of the clause. */
  let first = 0;
  let isDenied = false;
  let agrees = false;
  let hasTerms = false;
  let total = 0;
  let orders = 0;
  let turn: Turn = 0;
  let turns: readonly [before: Turn, behind: Turn] = [0, 0];
  /** Whether the order begins the passage, up to the next comma: `Before you push, run the tests`. */
  let isLeading = false;
  let turnsFrom = 0;

  const begin = (sign: 1 | -1, kind: StretchKind): void => {
    signs.push(sign);
    kinds.push(kind);
  };
  const current = () => signs.length - 1;
  const newClause = (): void => {
    if (hasTerms || signs[current()] !== 1) begin(1, 'plain');
    first = current();
    isDenied = false;
    agrees = false;
    hasTerms = false;
  };
  const affirmAll = (): void => {
    for (let at = first; at < signs.length; at += 1) if (kinds[at] !== 'against') signs[at] = 1;
    isDenied = false;
  };
  const turnAll = (): void => {
    if (kinds.slice(first).includes('next')) {
      affirmAll();
      return;
    }
    for (let at = first; at < signs.length; at += 1) signs[at] = signs[at] === 1 ? -1 : 1;
    isDenied = !isDenied;
  };
  const base = (): 1 | -1 => (isDenied ? -1 : 1);

  return {
    stretch: current,
    turn: () => turn,
    finalTurn(at, own) {
      if (orders !== 1) return 0;
      return at < turnsFrom ? turns[0] : own;
    },
    signs: () => signs,
    negate(reach, before) {
      if (reach === 'next') {
        if (isDenied) {
          affirmAll();
          begin(1, 'plain');
        } else begin(kinds[current()] === 'behind' ? 1 : -1, 'next');
        return;
      }
      if (before && JOINS.has(before.text) && hasTerms) newClause();
      if (reach === 'behind') {
        const sign = isDenied ? 1 : -1;
        begin(sign, 'behind');
        return;
      }
      if (reach === 'agreeing') {
        if (agrees) return;
        agrees = true;
      }
      turnAll();
    },
    denied() {
      begin(base() === 1 ? -1 : 1, 'next');
      begin(base(), 'plain');
      return current() - 1;
    },
    against() {
      begin(base() === 1 ? -1 : 1, 'against');
    },
    order(order) {
      orders += 1;
      // Not to commit before the tests have run is to run them first.
      const isTurned = order === 'before' && isDenied;
      turns = (order === 'after') === isTurned ? [1, 2] : [2, 1];
      if (isTurned) affirmAll();
      if (kinds[current()] === 'next') begin(base(), 'plain');
      isLeading = total === 0 && order !== 'next';
      turnsFrom = total;
      turn = turns[1];
    },
    open: newClause,
    means() {
      if (kinds[current()] === 'behind') begin(1, 'plain');
    },
    word(text) {
      if (kinds[current()] === 'next' && ENDS_NEXT.has(text)) begin(base(), 'plain');
    },
    mention() {
      hasTerms = true;
      total += 1;
    },
    pause(sign, isBeforeDirective) {
      if (isLeading) turn = turns[0];
      isLeading = false;
      // What stands in brackets is said like what is around them.
      if (BRACKETS.has(sign)) return;
      const kind = kinds[current()];
      if (sign !== ',' && sign !== '，' && sign !== '、') newClause();
      else if (kind === 'next' || kind === 'against') begin(base(), 'plain');
      else if (isBeforeDirective) newClause();
    },
  };
}
