import { remembered } from '../kit/memo.ts';
import { type Look, USUAL_LOOK } from '../text/appearance.ts';
import { padLine, type Span, type StyledLine } from '../text/styled-text.ts';
import { visibleText } from '../text/visible-text.ts';
import { asciiText } from './ascii-signs.ts';
import { styledWidth } from './ink/styled-row.ts';
import { blockText } from './ink/text-block.ts';
import { type Codes, type Colors, codesOf } from './theme.ts';

/**
 * Before the caret of a text field, and before the row that the keys act on. They are styles that nothing here is painted
 * in and go wherever the cell after them goes; the frame stream takes them out and puts the terminal's cursor there.
 */
export const CURSOR_MARKS = { field: '\u001B[7m', row: '\u001B[5m' } as const;

/** Turns styled lines into what the terminal is sent. */
export type Paint = (line: StyledLine) => string;

/** @param colors What there is to paint with; true for all there can be, false for none. */
export function createPaint(colors: Colors | boolean, look: Look = USUAL_LOOK): Paint {
  const codes = codesOf(look, typeof colors === 'boolean' ? { any: colors, all: colors } : colors);
  const shownOf = look.signs === 'ascii' ? asciiText : spanText;
  return ({ spans }) => paintSpans(spans, shownOf, codes);
}

/** Paints everything alike and faintly: what lies under a dialog. Where nothing is to be faint, it is plain. */
function createDimmedPaint({ theme, signs }: Look = USUAL_LOOK): Paint {
  const shownOf = signs === 'ascii' ? asciiText : spanText;
  const [start, end] = theme === 'high-contrast' ? ['', ''] : ['\u001B[2m', '\u001B[0m'];
  return ({ spans }) => `${start}${spans.map(shownOf).join('')}${end}`;
}

/** How a look is painted, under a dialog too; the same look gives the same functions, so that nothing is painted twice. */
export type Paints = (look: Look) => { readonly paint: Paint; readonly dimmed: Paint };

export function createPaints(colors: Colors): Paints {
  let last: { readonly look: Look; readonly paints: ReturnType<Paints> } | null = null;
  return (look) => {
    if (last === null || !isSameLook(last.look, look))
      last = { look, paints: { paint: createPaint(colors, look), dimmed: createDimmedPaint(look) } };
    return last.paints;
  };
}

function isSameLook(one: Look, other: Look): boolean {
  return (['theme', 'signs', 'colors', 'background'] as const).every((part) => one[part] === other[part]);
}

/** Lines as one block of exactly `height` rows, each exactly `width` cells. */
export function paintBlock(paint: Paint, lines: readonly StyledLine[], width: number, height: number): string {
  const rows: string[] = [];
  const widths: number[] = [];
  for (let row = 0; row < height; row += 1) {
    const { text, cells } = paintedRow(paint, lines[row] ?? EMPTY, width);
    rows.push(text);
    widths.push(cells);
  }
  return blockText(rows, widths);
}

interface PaintedRow {
  paint: Paint | null;
  width: number;
  text: string;
  /** What the text takes on the screen. */
  cells: number;
}

function paintedRow(paint: Paint, line: StyledLine, width: number): PaintedRow {
  const last = lastPainted(line);
  if (last.paint !== paint || last.width !== width) {
    last.paint = paint;
    last.width = width;
    last.text = paint(padLine(line, width));
    last.cells = styledWidth(last.text);
  }
  return last;
}

/** What a line was painted as last. Most of a frame are the lines of the frame before. */
const lastPainted = remembered((_: StyledLine): PaintedRow => ({ paint: null, width: 0, text: '', cells: 0 }));

const EMPTY: StyledLine = { spans: [] };

/**
 * The one place where text becomes cells: what passes here is printable, whoever wrote it. A style is said once for all
 * spans that have it, blanks between them included: a list that scrolls is mostly that.
 */
function paintSpans(spans: readonly Span[], shownOf: (span: Span) => string, codes: Codes): string {
  const current = spans.findIndex(({ tone }) => tone === 'cursor' || tone === 'here');
  let text = '';
  let open = '';
  let blanks = '';
  for (const [at, span] of spans.entries()) {
    const code = codeOf(span, codes);
    const mark = span.tone === 'caret' ? CURSOR_MARKS.field : at === current ? CURSOR_MARKS.row : '';
    const shown = shownOf(span);
    if (mark === '' && ONLY_BLANKS.test(shown) && !SEEN_ON_BLANKS.test(code)) {
      blanks += shown;
      continue;
    }
    const isSame = mark === '' && code === open && (blanks === '' || !SEEN_ON_BLANKS.test(code));
    text += isSame ? blanks : `${open && RESET}${blanks}${mark}${code && `\u001B[${code}m`}`;
    text += shown;
    blanks = '';
    // The caret's cell is one by itself.
    open = span.tone === 'caret' ? mark : code;
  }
  return text + (open && RESET) + blanks;
}

function codeOf({ role, tone }: Span, codes: Codes): string {
  return (tone === 'cursor' ? codes.current : tone === 'resting-cursor' ? codes.resting : codes.ordinary)[role];
}

const RESET = '\u001B[0m';
const ONLY_BLANKS = /^ *$/;

/** Styles that are seen where nothing is written: lines under or through it, a ground, and a ground turned round. */
const SEEN_ON_BLANKS = /(?:^|;)(?:[479]|4\d|10\d)(?:;|$)/;

const spanText = ({ text }: Span): string => visibleText(text);
