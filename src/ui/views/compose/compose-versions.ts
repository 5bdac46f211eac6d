import { cellState, passageState } from '../../../app/compose/cell-state.ts';
import {
  type Candidate,
  composeTopics,
  currentTopic,
  currentVersions,
  versionPassages,
} from '../../../app/compose/compose-topics.ts';
import { accountOfTopic, accountOfVersion } from '../../../app/compose/ledger-list.ts';
import { passageWords } from '../../../app/compose/passage-words.ts';
import { PASSAGE_SIGNS, PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import type { VersionStop } from '../../../app/model/compose-state.ts';
import type { Model, Size } from '../../../app/model/model.ts';
import { renderedText } from '../../../app/model/rendered-text.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { signSpan } from '../../../app/model/signs.ts';
import { type PickState, unitedPassage } from '../../../core/compose/arrange-draft.ts';
import type { Section } from '../../../core/definition/agent-definition.ts';
import type { Passage } from '../../../core/sections/passage.ts';
import { sectionLabel, sectionText } from '../../../core/sections/section-text.ts';
import { cutLine, type Span, type StyledLine, styledLine, toneLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { wrapSpans } from '../../../text/wrap-spans.ts';
import { span, spreadLine } from '../parts/frame.tsx';

const BLANK: StyledLine = { spans: [] };
/** Under the cursor of the versions, where their signs begin. */
const INDENT = span('  ');

/**
 * What each agent says of the topic under the cursor: a line each, then the version the keys act on, as text or, while
 * the pane has the focus or the version is part of a union, passage by passage with what became of each.
 */
export function versionsPaneLines(model: Model, { columns, rows }: Size): readonly VersionLine[] {
  const topic = currentTopic(model);
  if (!topic) return [];
  const versions = topic.cells.flatMap((section, column) =>
    section ? [{ ...versionLine(model, section, column, columns), stop: { column, line: 0 } }] : [],
  );
  const head = [...versions, ...accountLines(model, columns), BLANK];
  return [...head, ...versionText(model, { columns, rows: Math.max(0, rows - head.length) })];
}

/** A line, and where the cursor goes on a click on it. */
interface VersionLine extends StyledLine {
  readonly stop?: VersionStop;
}

function versionText(model: Model, { columns, rows }: Size): readonly VersionLine[] {
  const section = currentTopic(model)?.cells[model.compose.column];
  if (!section) return [styledLine(`  ${agentName(model)} says nothing of this`, 'muted')];
  const state = sectionState(model, section);
  if (model.compose.pane !== 'versions' && state !== 'united' && state !== 'part') {
    const lines = renderedText(sectionText(section), columns - INDENT.text.length, 'rendered').slice(0, rows);
    return lines.map(({ spans }) => ({ spans: [INDENT, ...spans] }));
  }
  const { column } = model.compose;
  const blocks = versionPassages(model).map((passage, index) =>
    passageLines(model, passage, index + 1, columns).map((line) => ({ ...line, stop: { column, line: index + 1 } })),
  );
  const cursor = blocks.slice(0, Math.max(0, model.compose.line - 1)).flat().length;
  const lines = blocks.flat();
  const top = scrolledTo(cursor, Math.max(0, cursor - Math.floor(rows / 3)), rows, lines.length);
  return lines.slice(top, top + rows);
}

/** A passage with its sign; one that something else stands for says what. */
function passageLines(model: Model, passage: Passage, line: number, columns: number): readonly StyledLine[] {
  const definition = composeTopics(model).definitions[model.compose.column];
  const isCurrent = model.compose.pane === 'versions' && model.compose.line === line;
  const { picks } = model.draft.present;
  const key = { definition: definition?.id ?? '', section: passage.section, index: passage.index };
  const united = unitedPassage(picks, key);
  const state = definition ? passageState(model.draft.present, definition, passage) : 'free';
  const lead: Span[] = [
    span(isCurrent ? '❯ ' : '  ', 'accent'),
    signSpan(state === 'free' ? 'free' : PASSAGE_SIGNS[state], ' '),
  ];
  const isGone = state !== 'free' && state !== 'kept';
  const words = passageWords(passage, isGone ? 'muted' : 'text');
  const lines = wrapSpans(words, columns, { first: lead, rest: [span('    ')] });
  const by = isGone && united?.by ? unitedPassage(picks, united.by) : null;
  const reason = by
    ? [cutLine({ spans: [span('    instead: ', 'muted'), ...passageWords(by, 'muted')] }, columns)]
    : [];
  return (isCurrent ? [...lines, ...reason] : lines).map((one) => (isCurrent ? toneLine(one, 'cursor') : one));
}

/** How much of the topic stands in the result, where something is taken of it. */
function accountLines(model: Model, columns: number): readonly StyledLine[] {
  const { kept, leftOut } = accountOfTopic(model);
  const states = currentVersions(model).map(({ definition, section }) =>
    cellState(model.draft.present, definition, section),
  );
  if (states.every((state) => state === 'free')) return [];
  const rest = leftOut > 0 ? `${leftOut} left out (${keyOf(model, 'compose.ledger')})` : 'nothing left out';
  const lead = states.includes('united') ? [INDENT, signSpan('merged', ' ')] : [INDENT];
  return wrapSpans([span(`${kept} kept, ${rest}`, 'muted')], columns, { first: lead, rest: [span('    ')] });
}

function versionLine(model: Model, section: Section, column: number, columns: number): StyledLine {
  const definition = composeTopics(model).definitions[column];
  const state = sectionState(model, section, column);
  const current = column === model.compose.column;
  const isFocused = model.compose.pane === 'versions' && model.compose.line === 0;
  const left = [
    span(current && isFocused ? '❯ ' : '  ', 'accent'),
    signSpan(PICK_SIGNS[state], ' '),
    span(`${column + 1} `, 'marker'),
    span(visibleText(sectionLabel(section))),
  ];
  const size = definition ? sizeWords(model, { definition, section }, state) : '';
  const line = spreadLine(cutLine({ spans: left }, columns - size.length - 2).spans, [span(size, 'muted')], columns);
  return current ? toneLine(line, isFocused ? 'cursor' : 'resting-cursor') : line;
}

function sectionState(model: Model, section: Section, column = model.compose.column) {
  const definition = composeTopics(model).definitions[column];
  return definition ? cellState(model.draft.present, definition, section) : 'free';
}

/** How many passages there are to a version; of one that is partly taken, how many stand. */
function sizeWords(model: Model, { definition, section }: Candidate, state: PickState): string {
  const { kept, leftOut } = accountOfVersion(model, definition, section);
  const total = kept + leftOut;
  return state === 'part' || state === 'united' ? `${kept} of ${total}` : `${total}`;
}

function agentName(model: Model): string {
  return visibleText(composeTopics(model).definitions[model.compose.column]?.name ?? 'This agent');
}
