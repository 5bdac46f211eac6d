import { remembered } from '../kit/memo.ts';
import { padLine, type Role, type Span, type StyledLine } from '../text/styled-text.ts';
import { visibleText } from '../text/visible-text.ts';

/**
 * Colours by purpose, as SGR parameters. Only the sixteen colours of the user's own palette are used, so that light
 * and dark terminals both read well: cyan is the accent, green, yellow and red mean good, doubtful and bad.
 */
const COLORED: Readonly<Record<Role, string>> = {
  text: '',
  strong: '1',
  emphasis: '3',
  code: '36',
  link: '4',
  heading: '1;36',
  subheading: '1',
  muted: '2',
  accent: '36',
  marker: '2',
  match: '1;36',
  success: '32',
  warning: '33',
  error: '31',
  added: '32',
  removed: '31',
  'added-word': '4;32',
  'removed-word': '4;31',
};

/** The same without colour, for NO_COLOR: weight, underline and signs still tell everything apart. */
const PLAIN: Readonly<Record<Role, string>> = {
  ...COLORED,
  code: '',
  heading: '1',
  accent: '1',
  match: '1;4',
  success: '1',
  warning: '1',
  error: '1',
  added: '4',
  removed: '9',
  'added-word': '4',
  'removed-word': '9',
};

/**
 * Before the caret of a text field, and before the row that the keys act on. They are styles that nothing here is painted
 * in and go wherever the cell after them goes; the frame stream takes them out and puts the terminal's cursor there.
 */
export const CURSOR_MARKS = { field: '\u001B[7m', row: '\u001B[5m' } as const;

/** Turns styled lines into what the terminal is sent. */
export type Paint = (line: StyledLine) => string;

/** @param colors False where the user wants none (NO_COLOR, see no-color.org). */
export function createPaint(colors: boolean): Paint {
  const codes = colors ? COLORED : PLAIN;
  return ({ spans }) => {
    const current = spans.findIndex(({ tone }) => tone === 'cursor');
    return spans.map((span, at) => (at === current ? CURSOR_MARKS.row : '') + paintSpan(span, codes)).join('');
  };
}

/** Paints everything alike and faintly: what lies under a dialog. */
export function createDimmedPaint(): Paint {
  return ({ spans }) => `\u001B[2m${spans.map(({ text }) => visibleText(text)).join('')}\u001B[0m`;
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
function paintSpan({ text, role, tone }: Span, codes: Readonly<Record<Role, string>>): string {
  const code = [tone === 'cursor' ? '1' : '', codes[role]].filter(Boolean).join(';');
  const mark = tone === 'caret' ? CURSOR_MARKS.field : '';
  const shown = visibleText(text);
  return code === '' && mark === '' && tone !== 'cursor'
    ? shown
    : `${mark}${code && `\u001B[${code}m`}${shown}\u001B[0m`;
}
