import { remembered } from '../kit/memo.ts';
import { type Look, USUAL_LOOK } from '../text/appearance.ts';
import { padLine, type Span, type StyledLine } from '../text/styled-text.ts';
import { visibleText } from '../text/visible-text.ts';
import { asciiText } from './ascii-signs.ts';
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
  return ({ spans }) => {
    const current = spans.findIndex(({ tone }) => tone === 'cursor');
    return spans.map((span, at) => (at === current ? CURSOR_MARKS.row : '') + paintSpan(span, shownOf, codes)).join('');
  };
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
  for (let row = 0; row < height; row += 1) rows.push(paintedRow(paint, lines[row] ?? EMPTY, width));
  return rows.join('\n');
}

function paintedRow(paint: Paint, line: StyledLine, width: number): string {
  const last = lastPainted(line);
  if (last.paint !== paint || last.width !== width) {
    last.paint = paint;
    last.width = width;
    last.text = paint(padLine(line, width));
  }
  return last.text;
}

/** What a line was painted as last. Most of a frame are the lines of the frame before. */
const lastPainted = remembered((_: StyledLine): { paint: Paint | null; width: number; text: string } => ({
  paint: null,
  width: 0,
  text: '',
}));

const EMPTY: StyledLine = { spans: [] };

/** The one place where text becomes cells: what passes here is printable, whoever wrote it. */
function paintSpan(span: Span, shownOf: (span: Span) => string, codes: Codes): string {
  const { role, tone } = span;
  const code = (tone === 'cursor' ? codes.current : tone === 'resting-cursor' ? codes.resting : codes.ordinary)[role];
  const mark = tone === 'caret' ? CURSOR_MARKS.field : '';
  const shown = shownOf(span);
  return code === '' && mark === '' ? shown : `${mark}${code && `\u001B[${code}m`}${shown}\u001B[0m`;
}

const spanText = ({ text }: Span): string => visibleText(text);
