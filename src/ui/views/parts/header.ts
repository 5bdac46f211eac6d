import { columnsInView } from '../../../app/compare/columns-in-view.ts';
import { comparisonGrid } from '../../../app/compare/comparison-grid.ts';
import { currentRows } from '../../../app/compose/compose-topics.ts';
import { composedResult } from '../../../app/compose/composed-result.ts';
import { accountOfAll, accountOfTopic } from '../../../app/compose/ledger-list.ts';
import { clockTime } from '../../../app/drafts/draft-list.ts';
import { places, placeWords } from '../../../app/find/places-found.ts';
import { findOf } from '../../../app/model/focused-field.ts';
import { frameLayout, mergeLayout } from '../../../app/model/layout.ts';
import { type Model, screenOf } from '../../../app/model/model.ts';
import { MERGE_SIDES } from '../../../app/model/recompose-state.ts';
import { shortPath } from '../../../app/model/short-path.ts';
import { readerText } from '../../../app/reader/reader-text.ts';
import { openConflicts } from '../../../app/recompose/made-from.ts';
import { isFolderKnown, takenBy } from '../../../app/save/taken-name.ts';
import { draftLabel } from '../../../core/draft/draft-label.ts';
import { whereLabel } from '../../../core/library/where-label.ts';
import { counted, countText } from '../../../text/count-text.ts';
import { cutLine, cutMiddle, lineText, lineWidth, type Span, type StyledLine } from '../../../text/styled-text.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { joinedFacts, opening, span, spreadLine } from './frame.tsx';
import { labelled } from './labelled.ts';
import { positionWords } from './panes.tsx';

/** The first line of every screen but the list: where one is, and the state of it. */
export function headerLine(model: Model, columns: number): StyledLine {
  const { title, left, right, facts = [] } = headerOf(model);
  const head = [span(` ${title}`, 'heading'), span('  ')];
  // A long name is cut where the state of it would have no room.
  const state = lineWidth({ spans: [...right, ...joinedFacts(facts.slice(-SURE_FACTS))] }) + STATE_GAP;
  const room = Math.max(LEAST_NAME, columns - lineWidth({ spans: head }) - state);
  const isLong = facts.length > 0 && lineWidth({ spans: left }) > room;
  const start = [...head, ...(isLong ? [span(cutMiddle(lineText({ spans: left }), room))] : left)];
  const roomForFacts = columns - lineWidth({ spans: start }) - 3;
  const fitting = facts
    .map((_, at) => joinedFacts(facts.slice(at)))
    .find((spans) => lineWidth({ spans }) <= roomForFacts);
  return cutLine(spreadLine(start, [...right, ...(fitting ?? []), span(' ')], columns), columns);
}

/** Cells that a name keeps, the facts that are said beside it however long it is, and the blanks around them. */
const [LEAST_NAME, SURE_FACTS, STATE_GAP] = [12, 2, 3];

interface Header {
  readonly title: string;
  readonly left: readonly Span[];
  readonly right: readonly Span[];
  /** Said at the right, as many of the last ones as there is room for. */
  readonly facts?: readonly Span[];
}

function headerOf(model: Model): Header {
  const screen = screenOf(model);
  switch (screen) {
    case 'reader':
      return readerHeader(model);
    case 'compare':
      return compareHeader(model);
    case 'compose':
      return {
        title: 'agents › compose',
        left: [span(visibleText(draftName(model)))],
        right: [],
        facts: composeFacts(model),
      };
    case 'ledger':
      return {
        title: 'agents › compose › left out',
        left: [span(model.ledger.scope === 'all' ? 'all topics' : visibleText(currentRows(model)[0]?.title ?? ''))],
        right: leftOutCounts(model),
      };
    case 'composed':
      return composedHeader(model);
    case 'merge':
      return mergeHeader(model);
    case 'save':
      return saveHeader(model);
    case 'browse':
      return { title: 'agents', left: [], right: [] };
  }
}

function composedHeader({ composed }: Model): Header {
  const count = composed.agents?.length ?? 0;
  const changed =
    composed.agents?.filter(({ states }) => states.some((state) => state.endsWith('changed'))).length ?? 0;
  const words = count === 0 ? '' : `${counted(count, 'agent')} made here · ${changed} to update`;
  return { title: 'agents › update', left: [], right: [span(words, 'muted')] };
}

/** What is saved, and what saving would do as far as that is known. */
function saveHeader(model: Model): Header {
  const isNamed = model.save.fields.name.text.trim() !== '';
  const becomes = !isNamed ? '' : takenBy(model) ? 'replaces a file · ' : isFolderKnown(model) ? 'a new file · ' : '';
  const { tokens } = composedResult(model.draft.present.picks);
  return {
    title: 'agents › compose › save',
    left: [span(visibleText(model.save.fields.name.text))],
    right: [span(model.save.saving ? 'saving …' : `${becomes}~${countText(tokens)} tokens`, 'muted')],
  };
}

function mergeHeader({ merge, surroundings, size }: Model): Header {
  if (!merge) return { title: 'agents › update', left: [], right: [] };
  const open = openConflicts(merge);
  const { shown } = mergeLayout(size);
  const versions = shown < MERGE_SIDES.length ? `${shown} of ${MERGE_SIDES.length} versions · ` : '';
  const place = `${versions}conflict ${merge.conflict + 1} of ${merge.choices.length} · `;
  const title = 'agents › update';
  const left = visibleText(shortPath(merge.file.path, surroundings));
  return {
    title,
    left: [span(cutMiddle(left, size.columns - title.length - place.length - 'all decided'.length - 7))],
    right: [
      span(place, 'muted'),
      span(open === 0 ? 'all decided' : `${open} to decide`, open === 0 ? 'success' : 'warning'),
    ],
  };
}

function readerHeader(model: Model): Header {
  const title = 'agents › read';
  const text = readerText(model);
  if (!text) return { title, left: [], right: [] };
  const { marked } = model.browse;
  // As many of the last ones as there is room for beside the name.
  const facts = [
    ...(marked.length > 0 ? [opening('list.marked', `${countText(marked.length)} marked`)] : []),
    ...[
      model.reader.view,
      `line ${countText(model.reader.scroll + 1)} of ${countText(text.lines.length)}`,
      ...foundWords(model),
    ].map((words) => span(words, 'muted')),
  ];
  const { name } = text.definition;
  const label = whereLabel(model.library.definitions, text.definition);
  const sure = lineWidth({ spans: joinedFacts(facts.slice(-SURE_FACTS)) });
  const room = model.size.columns - textWidth(title) - sure - STATE_GAP - 4;
  const hasLabel = room >= 2 * LEAST_NAME;
  const left = hasLabel
    ? labelled(visibleText(name), visibleText(label), room)
    : [span(cutMiddle(visibleText(name), Math.max(LEAST_NAME, room)))];
  return { title, left, right: [], facts };
}

function foundWords(model: Model): readonly string[] {
  const find = findOf(model);
  return find ? [`“${visibleText(find.words.text.trim())}” ${placeWords(find.hit, places(model).length)}`] : [];
}

/** Which topics are shown, where not all are. */
const ROWS = { shared: 'of several', alone: 'of one alone', conflict: 'in conflict' } as const;

function compareHeader(model: Model): Header {
  const { columns, bodyHeight } = frameLayout(model.size);
  const { topics, lack, lines, conflicts, count } = comparisonGrid(model);
  const { topic: at, isMatrix, view, scroll, rows } = model.compare;
  const chosen = rows === 'all' ? [] : [opening('compare.rows', ROWS[rows])];
  if (isMatrix) {
    const total =
      rows === 'all' ? counted(topics.length, 'topic') : `${topics.length - 1} of ${counted(count, 'topic')}`;
    const parts = [...foundWords(model), total].map((words) => span(words, 'muted'));
    return { title: 'agents › compare › table', left: [], right: joinedFacts([...parts, ...chosen]) };
  }
  const topic = topics[at];
  const place = lack === null && topic ? opening('compare.matrix', `topic ${at + 1} of ${topics.length}`) : span('');
  const shown = lines.length > bodyHeight ? positionWords(scroll, bodyHeight, lines.length) : '';
  // Where there is no room for all, the view that is the usual one goes without saying.
  const viewed = columns >= 100 || view !== 'words' ? view : '';
  const title = 'agents › compare';
  const opposed = conflicts.length > 0 ? counted(conflicts.length, 'conflict') : '';
  const plain = [opposed, columnWords(model), shown, viewed].map((words) => span(words, 'muted'));
  const parts = [...foundWords(model).map((words) => span(words, 'muted')), place, ...chosen, ...plain].filter(
    ({ text }) => text !== '',
  );
  const room = columns - title.length - 5;
  // So much of the topic is worth more than the last of them.
  const name = Math.min(LEAST_NAME, textWidth(visibleText(topic?.title ?? ''))) + 2;
  while (parts.length > 1 && lineWidth({ spans: joinedFacts(parts) }) > room - name) parts.pop();
  const right = joinedFacts(parts);
  // The topic gives way before what tells where one is.
  const left = cutLine({ spans: [span(visibleText(topic?.title ?? ''))] }, room - lineWidth({ spans: right }) - 2);
  return { title, left: left.spans, right };
}

function keptFact({ kept, draft }: Model): readonly Span[] {
  if (kept.at === null || draft.present.picks.length === 0) return [];
  return [opening('everywhere.drafts', `kept at ${clockTime(kept.at, kept.utcOffset)}`)];
}

/** What the draft is called; where there is little room, what is in one without a name is told by the screen below. */
function draftName({ draft, size }: Model): string {
  return size.columns >= 100 ? draftLabel(draft.present) : draft.present.fields.name.trim() || 'draft';
}

/** How much stands in the result. */
function composeFacts(model: Model): readonly Span[] {
  const { picks } = model.draft.present;
  const { parts, tokens } = composedResult(picks);
  if (parts.length === 0) return [];
  const size = [
    counted(parts.length, 'section'),
    counted(accountOfAll(model).kept, 'passage'),
    `~${countText(tokens)} tokens`,
  ];
  return [...size.map((words) => span(words, 'muted')), ...keptFact(model)];
}

function leftOutCounts(model: Model): readonly Span[] {
  const all = `${countText(accountOfAll(model).leftOut)} in all`;
  if (model.ledger.scope === 'all') return [span(all, 'muted')];
  const here = `${countText(accountOfTopic(model).leftOut)} here`;
  return joinedFacts([span(here, 'muted'), opening('ledger.all', all)]);
}

/** How many columns are on the screen, where not all are. */
function columnWords(model: Model): string {
  const count = model.compare.ids.length;
  const shown = columnsInView(model).length;
  return shown < count ? `${shown} of ${count} columns` : '';
}
