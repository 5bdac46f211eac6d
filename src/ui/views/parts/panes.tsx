import { Fragment, memo, type ReactNode } from 'react';
import type { VersionStop } from '../../../app/model/compose-state.ts';
import { GAP } from '../../../app/model/layout.ts';
import type { Size } from '../../../app/model/model.ts';
import { countText } from '../../../text/count-text.ts';
import { cutLine, lineText, lineWidth, type Span, type StyledLine, sliceSpans } from '../../../text/styled-text.ts';
import { cells, textWidth } from '../../../text/text-cells.ts';
import type { Paint } from '../../paint.ts';
import { Box } from './box.ts';
import { Pane, span } from './frame.tsx';

/** A pane with its title in the rule over it. */
export interface FramedPane extends Size {
  /** What it is called in the code; one of its name on a screen. */
  readonly name: string;
  readonly title: readonly Span[];
  /** Where one is in it, at the right end of the rule: `12–31 of 118`. */
  readonly position?: string;
  /** Cells before a divider inside of it, which begins at its rule. */
  readonly crossing?: number;
  /** Whether the keys go there. */
  readonly focused: boolean;
  /** From the top of the pane; those that do not fit are not shown. */
  readonly lines: readonly StyledLine[];
  /** For each line where the cursor goes on a click, where the view alone knows. */
  readonly stops?: readonly (VersionStop | undefined)[];
  /** What is drawn in place of the lines, where something is typed. */
  readonly content?: ReactNode;
}

/** The panes of a screen: side by side, or one above the other. Those without columns or rows are not there. */
export interface PaneSet {
  readonly direction: 'row' | 'column';
  readonly panes: readonly FramedPane[];
  /** What the legend says behind the signs. */
  readonly legend?: readonly Span[];
  /** What texts are compared with, for the legend of the signs that compare; shorter ones for where there is little room. */
  readonly against?: readonly string[];
}

interface PanesProps extends PaneSet {
  readonly paint: Paint;
  /** Whether there is room for the rule over the first pane. */
  readonly roomy: boolean;
}

/** Panes with rules over and between them. */
export function Panes({ paint, roomy, direction, panes }: PanesProps): ReactNode {
  const shown = panes.filter(({ columns, rows }) => columns > 0 && rows > 0);
  const rules = direction === 'row' ? [crossedRule(shown)] : shown.map((pane) => crossedRule([pane]));
  const width = shown.reduce((sum, { columns }) => sum + columns, 0) + (shown.length - 1) * GAP;
  const parts = shown.map((pane, at) => (
    <Fragment key={pane.name}>
      {at > 0 && direction === 'row' && <Divider paint={paint} rows={pane.rows} />}
      {direction === 'column' && (at > 0 || roomy) && (
        <Pane paint={paint} lines={rules.slice(at, at + 1)} columns={pane.columns} rows={1} />
      )}
      {pane.content ?? <Pane paint={paint} lines={pane.lines} columns={pane.columns} rows={pane.rows} />}
    </Fragment>
  ));
  if (direction === 'column') return <Box flexDirection="column">{parts}</Box>;
  return (
    <Box flexDirection="column">
      {roomy && <Pane paint={paint} lines={rules} columns={width} rows={1} />}
      <Box>{parts}</Box>
    </Box>
  );
}

/** The names of the signs on the screen: in panes, or in the lines of a box. */
export function signsIn(
  panes: readonly (Pick<FramedPane, 'lines'> & Partial<Pick<FramedPane, 'columns' | 'rows'>>)[],
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { columns, rows, lines } of panes) {
    if (columns === 0) continue;
    for (const { spans } of lines.slice(0, rows)) for (const { sign } of spans) if (sign !== undefined) names.add(sign);
  }
  return names;
}

/** Panes side by side, the last one to the edge of the screen. */
export function sideBySide(panes: readonly FramedPane[], columns: number): PaneSet {
  const before = panes.slice(0, -1).reduce((sum, pane) => sum + pane.columns + GAP, 0);
  return {
    direction: 'row',
    panes: panes.map((pane, at) => (at === panes.length - 1 ? { ...pane, columns: columns - before } : pane)),
  };
}

/** Where a pane of so many lines stands, from `top` on; nothing for one that is empty. */
export function positionWords(top: number, rows: number, count: number | string): string {
  if (count === 0) return '';
  const last = typeof count === 'number' ? Math.min(top + rows, count) : top + rows;
  return linesShown(top + 1, last, count);
}

/** The same of lines that are numbered otherwise than the rows on the screen. */
export function linesShown(first: number, last: number, count: number | string): string {
  return `${countText(first)}–${countText(last)} of ${typeof count === 'number' ? countText(count) : count}`;
}

const Divider = memo(function Divider({ paint, rows }: { readonly paint: Paint; readonly rows: number }): ReactNode {
  return <Pane paint={paint} lines={Array.from({ length: rows }, () => DIVIDER)} columns={GAP} rows={rows} />;
});

const DIVIDER: StyledLine = { spans: [{ text: ' │ ', role: 'muted' }] };

/** Whether the terminal's cursor has a place in some lines. */
export function hasCursor(lines: readonly StyledLine[]): boolean {
  return lines.some(({ spans }) => spans.some(({ tone }) => tone !== undefined && tone !== 'resting-cursor'));
}

/** A title with the terminal's cursor, where what is under it has no row that the keys act on. */
export function withCursor(title: readonly Span[]): readonly Span[] {
  return title.map((one, at) => (at === 0 ? { ...one, tone: 'here' } : one));
}

/** The rule over panes that stand side by side, crossed where the dividers begin. */
function crossedRule(panes: readonly FramedPane[]): StyledLine {
  const parts = panes.map(({ columns, title, position = '', focused, lines }, at) =>
    titledRule(columns, focused && !hasCursor(lines) ? withCursor(title) : title, position, {
      focused,
      lead: at === 0 ? '─ ' : ' ',
      tail: at === panes.length - 1 ? ' ─' : ' ',
    }),
  );
  const rule = { spans: parts.flatMap((spans, at) => (at === 0 ? spans : [span('─┬─', 'muted'), ...spans])) };
  const [only] = panes;
  return panes.length === 1 && only?.crossing !== undefined ? crossedAt(rule, only.crossing) : rule;
}

/** The rule with a crossing at a cell, unless words stand there. */
function crossedAt(rule: StyledLine, at: number): StyledLine {
  const text = lineText(rule);
  const cell = [...cells(text)].find(({ start }) => textWidth(text.slice(0, start)) === at);
  if (!cell || text.slice(cell.start, cell.start + 1) !== '─') return rule;
  return {
    spans: [
      ...sliceSpans(rule.spans, 0, cell.start),
      span('┬', 'muted'),
      ...sliceSpans(rule.spans, cell.start + 1, text.length),
    ],
  };
}

interface TitledRule {
  readonly focused: boolean;
  /** Before the title, and after the position: where the rule goes on, its end belongs to the crossing. */
  readonly lead: '─ ' | ' ';
  readonly tail: ' ─' | ' ';
}

/** A thin rule of a width with a title at its left and a position at its right; the position gives way first. */
export function titledRule(
  columns: number,
  title: readonly Span[],
  position: string,
  { focused, lead, tail }: TitledRule,
): readonly Span[] {
  const end = position === '' ? [] : [span(` ${position}`, 'muted'), span(tail, 'muted')];
  const most = Math.max(0, columns - lead.length - 1);
  const room = most - lineWidth({ spans: end });
  const isNarrow = room < Math.min(12, lineWidth({ spans: title }));
  const shown = cutLine({ spans: title }, isNarrow ? most : room).spans;
  // A title that ends in its rule goes on in it.
  const isRule = shown.at(-1)?.text.endsWith('─');
  const after = isRule ? span('─', 'muted') : span(' ');
  const start = title.length === 0 ? [] : [span(lead, 'muted'), ...toned(shown, focused), after];
  const rest = columns - lineWidth({ spans: start }) - (isNarrow ? 0 : lineWidth({ spans: end }));
  return [...start, span('─'.repeat(Math.max(0, rest)), 'muted'), ...(isNarrow ? [] : end)];
}

/** The first words of a title say which pane has the focus. */
function toned(title: readonly Span[], focused: boolean): readonly Span[] {
  return title.map((one, at) => (at === 0 && one.role === 'text' && focused ? { ...one, role: 'heading' } : one));
}
