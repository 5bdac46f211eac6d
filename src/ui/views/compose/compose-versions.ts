import { composeTopics, currentTopic, currentVersions, versionPassages } from '../../../app/compose/compose-topics.ts';
import { passageWords } from '../../../app/compose/passage-words.ts';
import { PASSAGE_SIGNS, PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import type { Model, Size } from '../../../app/model/model.ts';
import { renderedText } from '../../../app/model/rendered-text.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { signSpan } from '../../../app/model/signs.ts';
import { isPickOf, pickState, unitedPassage } from '../../../core/compose/arrange-draft.ts';
import type { Section } from '../../../core/definition/agent-definition.ts';
import type { PassageState } from '../../../core/draft/draft.ts';
import { passagePart, sectionPart } from '../../../core/sections/definition-part.ts';
import type { Passage } from '../../../core/sections/passage.ts';
import { flattenSections, sectionLabel, sectionText } from '../../../core/sections/section-text.ts';
import { unionSize } from '../../../core/union/arrange-union.ts';
import { counted } from '../../../text/count-text.ts';
import { cutLine, type Span, type StyledLine, styledLine, toneLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { wrapSpans } from '../../../text/wrap-spans.ts';
import { span, spreadLine } from '../parts/frame.tsx';

const BLANK: StyledLine = { spans: [] };

/**
 * What each agent says of the topic under the cursor: a line each, then the version the keys act on, as text or, while
 * the pane has the focus or the version is part of a union, passage by passage with what became of each.
 */
export function versionsPaneLines(model: Model, { columns, rows }: Size): readonly StyledLine[] {
  const topic = currentTopic(model);
  if (!topic) return [];
  const versions = topic.cells.flatMap((section, column) =>
    section ? [versionLine(model, section, column, columns)] : [],
  );
  const head = [...versions, ...unionLines(model, columns), BLANK];
  return [...head, ...versionText(model, { columns, rows: Math.max(0, rows - head.length) })];
}

function versionText(model: Model, { columns, rows }: Size): readonly StyledLine[] {
  const section = currentTopic(model)?.cells[model.compose.column];
  if (!section) return [styledLine(`${agentName(model)} says nothing of this`, 'muted')];
  const isUnited = sectionState(model, section) === 'united';
  if (model.compose.pane !== 'versions' && !isUnited) {
    return renderedText(sectionText(section), columns, 'rendered').slice(0, rows);
  }
  const blocks = versionPassages(model).map((passage, index) => passageLines(model, passage, index + 1, columns));
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
  const isPicked = united === null && pickState(model.draft.present, key.definition, passagePart(passage)) !== 'free';
  const state: PassageState | null = united?.state ?? (isPicked ? 'kept' : null);
  const lead: Span[] = [
    span(isCurrent ? '❯ ' : '  ', 'accent'),
    state ? signSpan(PASSAGE_SIGNS[state], ' ') : span('  '),
  ];
  const isGone = state !== null && state !== 'kept';
  const words = passageWords(passage, isGone ? 'muted' : 'text');
  const lines = wrapSpans(words, columns, { first: lead, rest: [span('    ')] });
  const by = united?.by ? unitedPassage(picks, united.by) : null;
  const reason = by ? [cutLine({ spans: [span('    ← ', 'muted'), ...passageWords(by, 'muted')] }, columns)] : [];
  return (isCurrent ? [...lines, ...reason] : lines).map((one) => (isCurrent ? toneLine(one, 'cursor') : one));
}

/** How much of the versions the union holds, where they are one. */
function unionLines(model: Model, columns: number): readonly StyledLine[] {
  const versions = currentVersions(model);
  const union = model.draft.present.picks.find(
    (pick) =>
      pick.kind === 'union' && versions.some(({ definition, section }) => isPickOf(pick, definition.id, section.id)),
  );
  if (union?.kind !== 'union') return [];
  const { kept, leftOut } = unionSize([union]);
  const words = `union: ${kept} kept${leftOut > 0 ? `, ${leftOut} left out (${keyOf(model, 'compose.ledger')} shows them)` : ', nothing left out'}`;
  return wrapSpans([signSpan('merged', ' '), span(words, 'muted')], columns);
}

function versionLine(model: Model, section: Section, column: number, columns: number): StyledLine {
  const state = sectionState(model, section, column);
  const current = column === model.compose.column;
  const isFocused = model.compose.pane === 'versions' && model.compose.line === 0;
  const left = [
    span(current ? '❯ ' : '  ', isFocused ? 'accent' : 'muted'),
    signSpan(PICK_SIGNS[state], ' '),
    span(`${column + 1} `, 'marker'),
    span(visibleText(sectionLabel(section))),
  ];
  const size = sizeWords(section);
  const line = spreadLine(cutLine({ spans: left }, columns - size.length - 2).spans, [span(size, 'muted')], columns);
  return current ? toneLine(line, 'cursor') : line;
}

function sectionState(model: Model, section: Section, column = model.compose.column) {
  const definition = composeTopics(model).definitions[column];
  return definition ? pickState(model.draft.present, definition.id, sectionPart(section.id)) : 'free';
}

/** How much there is to a section: its items where it has some, else its lines. */
function sizeWords(section: Section): string {
  const items = flattenSections([section]).reduce(
    (sum, { items: plain, kind }) => sum + plain.length + (kind === 'item' ? 1 : 0),
    0,
  );
  if (items > 0) return counted(items, 'item');
  return counted(sectionText(section).trim().split('\n').length, 'line');
}

function agentName(model: Model): string {
  return visibleText(composeTopics(model).definitions[model.compose.column]?.name ?? 'This agent');
}
