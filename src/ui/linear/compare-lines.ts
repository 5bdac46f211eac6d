import { columnLabel } from '../../app/compare/columns.ts';
import { comparedTopics } from '../../app/compare/compared-topics.ts';
import { comparisonGrid } from '../../app/compare/comparison-grid.ts';
import { topicRows } from '../../app/compare/topic-rows.ts';
import { PICK_SIGNS } from '../../app/compose/pick-signs.ts';
import { places, placeWords } from '../../app/find/places-found.ts';
import type { Model } from '../../app/model/model.ts';
import type { FindState } from '../../app/model/reader-state.ts';
import { signWords } from '../../app/model/signs.ts';
import { pickState } from '../../core/compose/arrange-draft.ts';
import { alikeShare, wordsAlike } from '../../core/merging/words-alike.ts';
import { sectionPart } from '../../core/sections/definition-part.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { isLineMove, type PlaceLines, placeLines } from './place-lines.ts';
import { NOTHING_TYPED } from './reader-lines.ts';
import { joined, sentences, spokenLine, spokenWords } from './spoken.ts';

/** Agents compared: a topic, in one column after the other. */
export const compareLines: PlaceLines = placeLines({
  arrival: (model) => {
    const { definitions } = comparedTopics(model);
    return [
      `Comparing ${counted(definitions.length, 'agent')}.`,
      ...definitions.map((_, column) => columnWords(model, column)),
    ];
  },
  status: (model) => {
    const { topics, lack } = comparedTopics(model);
    return sentences(
      lack ?? counted(topics.length, 'topic'),
      model.compare.view === 'words' ? '' : `View: ${model.compare.view}`,
    );
  },
  spot: ({ compare }) =>
    [
      compare.topic,
      compare.pane,
      compare.scroll,
      compare.view,
      compare.isFolded,
      compare.base,
      ...compare.ids,
      compare.find?.words.text,
      compare.find?.hit,
      compare.find?.isTyped,
    ].join(' '),
  here: (model, since) => {
    const { topic, pane, scroll, find } = model.compare;
    const old = since?.before.compare;
    if (find && (find.hit !== old?.find?.hit || find.words.text !== old.find.words.text || find.isTyped))
      return placeFound(model, find);
    // Topics that take long to line up come after the columns.
    const isThere = since !== null && comparedTopics(since.before).lack === comparedTopics(model).lack;
    const isSameTopic = isThere && old?.topic === topic;
    const isSameColumn = isSameTopic && old?.pane === pane;
    const heading = isSameTopic ? '' : sentences(topicWords(model), ...standings(model));
    const name = isSameColumn ? '' : columnName(model, pane);
    const head = sentences(heading, name);
    const lines = isLineMove(since)
      ? [cellWords(model, scroll, pane) || otherWords(model, scroll)]
      : topicLines(model, pane);
    return [...(head === '' ? [] : [head]), ...lines];
  },
  whole: (model) => [
    topicWords(model),
    ...comparedTopics(model).definitions.flatMap((_, column) => [
      sentences(columnName(model, column)),
      ...topicLines(model, column),
    ]),
  ],
});

/** The table of topics: a topic in numbers. */
export const tableLines: PlaceLines = placeLines({
  arrival: (model) => [
    'Table of topics.',
    ...comparedTopics(model).definitions.map((_, column) => columnWords(model, column)),
  ],
  status: (model) => {
    const { topics, lack } = comparedTopics(model);
    return sentences(lack ?? counted(topics.length, 'topic'));
  },
  spot: ({ compare: { topic, pane, base, ids, rows, find } }) =>
    [topic, pane, base, ...ids, rows, find?.words.text, find?.hit, find?.isTyped].join(' '),
  here: (model, since) => {
    const { topic, pane, find } = model.compare;
    const old = since?.before.compare.find;
    if (find && (find.hit !== old?.hit || find.words.text !== old.words.text || find.isTyped))
      return placeFound(model, find);
    const isSameTopic = since !== null && since.before.compare.topic === topic;
    if (isSameTopic) return [sentences(`${columnName(model, pane)}: ${amountWords(model, pane)}`)];
    const row = topicRows(model)[topic];
    const amounts = comparedTopics(model).numbers.map(
      (number, column) => `${number}${column === pane ? ', here' : ''}: ${amountWords(model, column)}`,
    );
    return [sentences(topicWords(model), ...amounts, row?.most ? `Most says ${row.most}` : '')];
  },
});

/** An agent, and how it stands to the base. */
function columnWords(model: Model, column: number): string {
  const { definitions } = comparedTopics(model);
  const definition = definitions[column];
  if (!definition) return '';
  const share =
    column === 0 ? 'the base' : `${alikeShare(wordsAlike(definitions[0]?.body ?? '', definition.body))} alike`;
  return sentences(joined([spokenWords(columnLabel(model, definition)), share]));
}

function columnName(model: Model, column: number): string {
  const definition = comparedTopics(model).definitions[column];
  return definition ? spokenWords(columnLabel(model, definition)) + (column === 0 ? ', the base' : '') : '';
}

function topicWords(model: Model): string {
  const { topics } = comparedTopics(model);
  const { topic: at } = model.compare;
  const topic = topics[at];
  if (!topic) return '';
  const alike = topicRows(model)[at]?.alike ?? null;
  const share = alike === null ? [] : [`${alikeShare(alike)} alike`];
  const also = topic.goesOn ? 'also ' : '';
  return sentences(joined([`Topic ${at + 1} of ${topics.length}: ${also}${visibleText(topic.title)}`, ...share]));
}

/** What a column says of the topic: each line with how it stands to the base. */
function topicLines(model: Model, column: number): readonly string[] {
  const { topics, definitions, lines } = comparisonGrid(model);
  const { topic } = model.compare;
  const section = topics[topic]?.cells[column];
  const state = section
    ? pickState(model.draft.present, definitions[column]?.id ?? '', sectionPart(section.id))
    : 'free';
  const words = lines.flatMap((line, at) => (line.topic === topic ? [cellWords(model, at, column)] : []));
  return [
    ...(state === 'free' ? [] : [sentences(signWords(PICK_SIGNS[state]))]),
    ...words.filter((line) => line !== ''),
  ];
}

/** A line of a column; of what it lacks, what the base says there. */
function cellWords(model: Model, at: number, column: number): string {
  const cells = comparisonGrid(model).lines[at]?.marked() ?? [];
  const cell = cells[column];
  if (!cell) return '';
  const words = spokenLine(cell);
  const isLacking = column > 0 && cell.spans.some(({ sign }) => sign === 'lacks');
  const ofBase = cells[0]?.spans.filter(({ sign }) => sign === undefined) ?? [];
  const base = isLacking ? spokenLine({ spans: ofBase }) : '';
  return base === '' ? words : `${signWords('lacks')}: ${base}`;
}

/** Where one is among the places found, whose column it is, and what stands there. */
function placeFound(model: Model, { words, hit }: FindState): readonly string[] {
  if (words.text.trim() === '') return [NOTHING_TYPED];
  const found = places(model);
  const place = found[hit]?.[0];
  const inTexts = place ? `: ${columnName(model, place.column)}, ${cellWords(model, place.line, place.column)}` : '';
  const there = place && model.compare.isMatrix ? `: ${topicWords(model)}` : inTexts;
  return [`${placeWords(hit, found.length)}${there}`];
}

/** What the others say on a line on which the column says nothing. */
function otherWords(model: Model, at: number): string {
  const { numbers } = comparedTopics(model);
  const said = numbers.flatMap((number, column) => {
    const words = cellWords(model, at, column);
    return words === '' ? [] : [`${number}, ${words}`];
  });
  return said.join('; ') || 'blank';
}

/** How many lines of the other columns are the same, alike, only there or lacking. */
function standings(model: Model): readonly string[] {
  const { numbers, lines } = comparisonGrid(model);
  const { topic, pane } = model.compare;
  return numbers.flatMap((number, column) => {
    if (column === 0 || column === pane) return [];
    const counts = new Map<string, number>();
    for (const line of lines) {
      for (const { sign } of line.topic === topic ? (line.cells[column]?.spans ?? []) : [])
        if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    const words = [...counts].map(([sign, count]) => `${count} ${signWords(sign)}`);
    return words.length > 0 ? [`In ${number}: ${words.join(', ')}`] : [];
  });
}

function amountWords(model: Model, column: number): string {
  const { topic: at } = model.compare;
  const { topics, definitions } = comparedTopics(model);
  const amount = topicRows(model)[at]?.amounts[column];
  const section = topics[at]?.cells[column];
  const state = section
    ? pickState(model.draft.present, definitions[column]?.id ?? '', sectionPart(section.id))
    : 'free';
  const taken = state === 'free' ? [] : [signWords(PICK_SIGNS[state])];
  return joined([amount ? counted(amount.count, amount.unit) : signWords('lacks'), ...taken]);
}
