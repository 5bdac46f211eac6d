import { composeTopics } from '../../../app/compose/compose-topics.ts';
import { ledger, listedEntries } from '../../../app/compose/ledger-list.ts';
import { passageWords } from '../../../app/compose/passage-words.ts';
import { PASSAGE_SIGNS } from '../../../app/compose/pick-signs.ts';
import { ledgerLayout } from '../../../app/model/layout.ts';
import type { LedgerView, Model } from '../../../app/model/model.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { signSpan } from '../../../app/model/signs.ts';
import type { LedgerEntry } from '../../../core/compose/ledger.ts';
import type { PassageState } from '../../../core/draft/draft.ts';
import { whereLabel } from '../../../core/library/where-label.ts';
import { cutLine, lineWidth, padLine, type StyledLine, styledLine, toneLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { wrapSpans } from '../../../text/wrap-spans.ts';
import { span, spreadLine } from '../parts/frame.tsx';
import type { PaneSet } from '../parts/panes.tsx';

/** What became of everything the ingredients say: counts of each agent, then the passages one by one. */
export function ledgerPanes(model: Model): PaneSet {
  const { columns, countRows, rows } = ledgerLayout(model);
  const entries = listedEntries(model);
  const position = entries.length > 0 ? `${model.ledger.cursor + 1} of ${entries.length}` : '';
  const title = [span(LEDGER_TITLES[model.ledger.view])];
  const list = {
    name: 'entries',
    columns,
    rows,
    title,
    position,
    focused: true,
    lines: entryLines(model, columns, rows),
  };
  if (countRows === 0) return { direction: 'column', panes: [list] };
  const counts = { name: 'counts', columns, rows: countRows - 1, title: [span('Agents')], focused: false };
  return { direction: 'column', panes: [{ ...counts, lines: countLines(model, columns) }, list] };
}

const LEDGER_TITLES: Readonly<Record<LedgerView, string>> = {
  lost: 'Left out, and said by nobody else',
  topic: 'This topic',
  all: 'Everything',
};

const STATES: readonly PassageState[] = ['kept', 'merged', 'redundant', 'dropped'];

const STATE_WORDS: Readonly<Record<PassageState, string>> = {
  kept: 'kept',
  merged: 'merged',
  redundant: 'redundant',
  dropped: 'lost',
};

/** Cells of a count, with a sign before its heading where there is room. */
const COUNT = { wide: 13, narrow: 10 };
const WIDE = 100;

function countLines(model: Model, columns: number): readonly StyledLine[] {
  const { definitions } = composeTopics(model);
  const { counts } = ledger(model);
  const isWide = columns >= WIDE;
  const width = isWide ? COUNT.wide : COUNT.narrow;
  const nameWidth = Math.max(8, columns - width * 5 - 1);
  const head = [
    ...padLine(styledLine('   Titles, items, other text', 'muted'), nameWidth).spans,
    ...['all', ...STATES.map((state) => STATE_WORDS[state])].map((words) => span(words.padStart(width), 'muted')),
  ];
  const lines = definitions.map((definition, column): StyledLine => {
    const own = counts.get(definition.id);
    const name = [
      span(` ${column + 1} `, 'marker'),
      span(visibleText(definition.name)),
      span(visibleText(`  ${whereLabel(model.library.definitions, definition)}`), 'muted'),
    ];
    const numbers = [own?.total ?? 0, ...STATES.map((state) => own?.[state] ?? 0)];
    const cells = numbers.map((number, index) =>
      span(
        `${number}`.padStart(width),
        index === STATES.length && number > 0 ? 'warning' : number === 0 ? 'muted' : 'text',
      ),
    );
    return { spans: [...padLine(cutLine({ spans: name }, nameWidth), nameWidth).spans, ...cells] };
  });
  return [cutLine({ spans: head }, columns), ...lines.map((line) => cutLine(line, columns))];
}

const NOTHING: Readonly<Record<LedgerView, string>> = {
  lost: 'Nothing is lost: everything the agents say stands in the result.',
  topic: 'Nobody says anything of the topic under the cursor.',
  all: 'These agents say nothing.',
};

function entryLines(model: Model, columns: number, rows: number): readonly StyledLine[] {
  const entries = listedEntries(model);
  if (entries.length === 0) return wrapSpans([span(`  ${NOTHING[model.ledger.view]}`, 'muted')], columns);
  const top = scrolledTo(model.ledger.cursor, model.ledger.cursor - Math.floor(rows / 2), rows, entries.length);
  return entries.slice(top, top + rows).map((entry, index) => entryLine(model, entry, top + index, columns));
}

function entryLine(
  model: Model,
  { definition, passage, state, line, by }: LedgerEntry,
  index: number,
  columns: number,
): StyledLine {
  const isCurrent = index === model.ledger.cursor;
  const number = composeTopics(model).definitions.findIndex(({ id }) => id === definition.id) + 1;
  const left = [
    span(isCurrent ? '❯ ' : '  ', 'accent'),
    span(`${number} `, 'marker'),
    signSpan(PASSAGE_SIGNS[state], ' '),
    ...passageWords(passage, passage.kind === 'title' ? 'strong' : 'text'),
  ];
  const where = [span(state === 'dropped' ? 'lost' : `line ${line}`, 'muted')];
  const words =
    by === null ? where : [...where, span(': ', 'muted'), ...passageWords({ kind: 'item', text: by }, 'muted')];
  const room = Math.min(Math.floor(columns / 2), lineWidth({ spans: words }) + 1);
  const right = cutLine({ spans: words }, room);
  const row = spreadLine(cutLine({ spans: left }, columns - room - 2).spans, [...right.spans, span(' ')], columns);
  return isCurrent ? toneLine(row, 'cursor') : row;
}
