import { composeTopics, currentTopic } from '../../../app/compose/compose-topics.ts';
import { entriesWindow, listedEntries } from '../../../app/compose/ledger-list.ts';
import { type PassageWindow, passageWindow } from '../../../app/compose/passage-window.ts';
import { passageWords } from '../../../app/compose/passage-words.ts';
import { PASSAGE_SIGNS } from '../../../app/compose/pick-signs.ts';
import { ledgerLayout } from '../../../app/model/layout.ts';
import type { Model } from '../../../app/model/model.ts';
import { signSpan } from '../../../app/model/signs.ts';
import type { LedgerEntry } from '../../../core/compose/ledger.ts';
import { whereLabel } from '../../../core/library/where-label.ts';
import { countText } from '../../../text/count-text.ts';
import { cutLine, type Span, type StyledLine, toneLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { evenLead, wrapSpans } from '../../../text/wrap-spans.ts';
import { span, spreadLine } from '../parts/frame.tsx';
import { type FramedPane, type PaneSet, positionWords } from '../parts/panes.tsx';

/** What is not in the result, and what stands instead: a line each, the one under the cursor whole below. */
export function ledgerPanes(model: Model): PaneSet {
  const { first, second } = ledgerLayout(model);
  const entries = listedEntries(model);
  // With nothing to show whole no rule parts nothing from nothing.
  const rowsBelow = entries.length > 0 || second.rows === 0 ? 0 : second.rows + 1;
  const { cursor, withKept } = model.ledger;
  const list: FramedPane = {
    name: 'entries',
    columns: first.columns,
    rows: first.rows + rowsBelow,
    title: [span(withKept ? `${scopeWords(model)}, kept and left out` : `Left out of ${scopeWords(model)}`)],
    position: entries.length > 0 ? `${countText(cursor + 1)} of ${countText(entries.length)}` : '',
    focused: true,
    lines: entryLines(model, entries, first.columns),
  };
  const entry = entries[cursor];
  const whole = passageWindow(model);
  const below: FramedPane = {
    name: 'whole',
    ...second,
    rows: rowsBelow > 0 ? 0 : second.rows,
    title: entry ? entryTitle(model, entry) : [],
    focused: false,
    position:
      whole && whole.count > whole.lines.length ? positionWords(whole.top, whole.lines.length, whole.count) : '',
    lines: whole ? withDivider(whole, second.rows) : [],
    ...(whole?.divider == null ? {} : { crossing: whole.divider }),
  };
  return { direction: 'column', panes: [list, below] };
}

/** The lines with the divider between them down to the end of the pane. */
function withDivider({ lines, divider }: PassageWindow, rows: number): readonly StyledLine[] {
  if (divider === null) return lines;
  const below: StyledLine = { spans: [span(' '.repeat(divider)), span('│', 'muted')] };
  return [...lines, ...Array.from({ length: Math.max(0, rows - lines.length) }, () => below)];
}

function scopeWords(model: Model): string {
  const topic = model.ledger.scope === 'topic' ? currentTopic(model) : null;
  return topic ? visibleText(topic.title) : 'all topics';
}

function entryLines(model: Model, entries: readonly LedgerEntry[], columns: number): readonly StyledLine[] {
  if (entries.length === 0)
    return wrapSpans([span(`Nothing left out of ${scopeWords(model)}`, 'muted')], columns - 1, evenLead([span('  ')]));
  const { top, rows } = entriesWindow(model);
  return entries.slice(top, top + rows).map((entry, index) => entryLine(model, entry, top + index, columns));
}

function entryLine(
  model: Model,
  { definition, passage, state, line }: LedgerEntry,
  index: number,
  columns: number,
): StyledLine {
  const isCurrent = index === model.ledger.cursor;
  const left = [
    span(isCurrent ? '❯ ' : '  ', 'accent'),
    signSpan(PASSAGE_SIGNS[state], ' '),
    span(`${numberOf(model, definition.id)}  `, 'marker'),
    ...passageWords(passage),
  ];
  const words = STANDING_WORDS[state](line);
  const row = spreadLine(
    cutLine({ spans: left }, columns - words.length - 3).spans,
    [span(`${words} `, 'muted')],
    columns,
  );
  return isCurrent ? toneLine(row, 'cursor') : row;
}

const STANDING_WORDS: Readonly<Record<LedgerEntry['state'], (line: number | null) => string>> = {
  kept: (line) => `kept, result line ${line}`,
  merged: (line) => `nearly as result line ${line}`,
  redundant: (line) => `same as result line ${line}`,
  conflict: (line) => `against result line ${line}`,
  dropped: () => 'said nowhere else',
};

function numberOf(model: Model, id: string): number {
  return composeTopics(model).definitions.findIndex((one) => one.id === id) + 1;
}

function entryTitle(model: Model, { definition, passage }: LedgerEntry): readonly Span[] {
  const where = whereLabel(model.library.definitions, definition);
  return [
    span(`${numberOf(model, definition.id)} ${visibleText(definition.name)}`),
    span(visibleText(` · ${where}, line ${passage.line}`), 'muted'),
  ];
}
