import type { LedgerEntry } from '../../core/compose/ledger.ts';
import { differingWords, withWordsIn, wordsOnLines } from '../../core/rendering/differing-words.ts';
import { memoLast } from '../../kit/memo.ts';
import { joinColumns, type Span, type StyledLine } from '../../text/styled-text.ts';
import { evenLead, wrapSpans } from '../../text/wrap-spans.ts';
import { GAP, ledgerLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { clamped } from '../model/scrolling.ts';
import { listedEntries } from './ledger-list.ts';
import { passageWords } from './passage-words.ts';

/** What the pane under the list of what is left out shows of the entry under the cursor. */
export interface PassageWindow {
  readonly lines: readonly StyledLine[];
  /** First line on the screen. */
  readonly top: number;
  /** How many lines there are in all. */
  readonly count: number;
  /** Cells before the divider to what stands instead; `null` where that stands below. */
  readonly divider: number | null;
}

/** The entry under the cursor whole, as far as it is on the screen; `null` where the list is empty. */
export function passageWindow(model: Model): PassageWindow | null {
  const entry = listedEntries(model)[model.ledger.cursor];
  if (!entry) return null;
  const { columns, rows } = ledgerLayout(model).second;
  const all = wholeLines(entry, columns);
  const top = clamped(model.ledger.scroll, 0, Math.max(0, all.length - rows));
  const divider = columns >= WIDE ? besideWidth(columns) + 1 : null;
  return { lines: all.slice(top, top + rows), top, count: all.length, divider };
}

/** That pane scrolled, the cursor of the list where it was. */
export function passageScrolled(
  model: Model,
  { unit, direction }: { readonly unit: 'line' | 'page'; readonly direction: -1 | 1 },
): Model {
  const window = passageWindow(model);
  if (!window) return model;
  const { rows } = ledgerLayout(model).second;
  const by = unit === 'line' ? 1 : Math.max(1, rows - 1);
  const scroll = clamped(window.top + direction * by, 0, Math.max(0, window.count - rows));
  return { ...model, ledger: { ...model.ledger, scroll } };
}

const span = (text: string, role: Span['role'] = 'text'): Span => ({ text, role });

/** From so many columns on what stands instead has room beside it. */
const WIDE = 100;
/** Cells of each, side by side. */
const besideWidth = (columns: number): number => Math.floor((columns - GAP) / 2);
/** Blanks at either edge. */
const EDGE = span(' ');

const wrapped = (spans: readonly Span[], room: number, head: readonly Span[] = []): readonly StyledLine[] =>
  wrapSpans(spans, room - 1, { ...evenLead([EDGE]), first: [EDGE, ...head] });

/**
 * What stands instead; of nearly the same the words that differ are set off.
 *
 * @param head What it begins with on its first line.
 */
function standingLines(
  passage: LedgerEntry['passage'],
  by: string,
  state: LedgerEntry['state'],
  room: number,
  head: readonly Span[] = [],
): readonly StyledLine[] {
  const words = passageWords({ kind: passage.kind, text: by });
  if (state !== 'merged') return wrapped(words, room, head);
  const own = wrapped(passageWords(passage), room);
  const others = wrapped(words, room, head);
  return withWordsIn(others, differingWords(wordsOnLines(own), wordsOnLines(others)).added, 'added');
}

/** A passage whole, and what stands instead of it: beside it or, where there is no room, under it. */
const wholeLines = memoLast(({ passage, state, line, by }: LedgerEntry, columns: number): readonly StyledLine[] => {
  const isWide = columns >= WIDE;
  const width = isWide ? besideWidth(columns) : columns;
  const whole = wrapped(passageWords(passage), width);
  const head =
    state === 'kept'
      ? `It stands on line ${line} of the result`
      : line === null
        ? 'Nothing in the result says it'
        : `Instead, line ${line} of the result:`;
  const room = isWide ? columns - width - GAP : columns;
  const headLines = wrapped([span(head, 'muted')], room);
  if (!isWide) {
    // Where there are few rows, the line that says that something stands instead says what, too.
    const below = by === null ? headLines : standingLines(passage, by, state, room, [span(`${head} `, 'marker')]);
    return [...whole, ...below];
  }
  const right = by === null ? headLines : [...headLines, ...standingLines(passage, by, state, room)];
  const height = Math.max(whole.length, right.length);
  const filled = (lines: readonly StyledLine[]) => [
    ...lines,
    ...Array.from({ length: height - lines.length }, (): StyledLine => ({ spans: [] })),
  ];
  return joinColumns(
    [
      { lines: filled(whole), width },
      { lines: filled(right), width: room },
    ],
    span(' │ ', 'muted'),
  );
});
