import { isJudged } from '../../../app/compare/judged-rows.ts';
import type { JudgedRows, Size } from '../../../app/model/model.ts';
import type { AgentDefinition } from '../../../core/definition/agent-definition.ts';
import { lintDefinition } from '../../../core/lint/lint-definition.ts';
import type { SearchHit, SearchHits } from '../../../core/search/search.ts';
import { greatest } from '../../../kit/long-lists.ts';
import { remembered } from '../../../kit/memo.ts';
import { cutLine, lineWidth, padLine, type Span, type StyledLine, toneLine } from '../../../text/styled-text.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from '../parts/frame.tsx';

/** What the list shows. */
export interface DefinitionListState extends Size {
  readonly hits: Pick<SearchHits, 'length' | 'at' | 'slice'>;
  /** First hit on the screen. */
  readonly top: number;
  readonly cursor: number;
  readonly focused: boolean;
  readonly marked: ReadonlySet<string>;
  /** Ids of those that say the same as another, as far as is known. */
  readonly twins: ReadonlySet<string>;
  readonly judged: JudgedRows;
}

const MODEL_CELLS = 8;
/** A longer name of a source is cut. */
const SOURCE_LIMIT = 16;
/** Below these widths the model and the origin are left out. */
const MODEL_WIDTH = 44;
const ORIGIN_WIDTH = 34;

/** The list: one definition a line, of those that are on the screen. */
export function definitionListLines(state: DefinitionListState): readonly StyledLine[] {
  const visible = state.hits.slice(state.top, state.top + state.rows);
  const widths = visible.map(({ definition }) => textWidth(visibleText(definition.origin)));
  const originCells = Math.min(SOURCE_LIMIT, greatest(widths));
  return visible.map((hit, index) => {
    const trouble = troubleSign(hit.definition, state.judged);
    return rowLine(state, hit, state.top + index === state.cursor, originCells, trouble);
  });
}

/** The row made last of a hit, with what it was made of: a key changes two of a screen. */
const lastRow = remembered((_: SearchHit): { of: string; line: StyledLine } => ({ of: '', line: { spans: [] } }));

function rowLine(
  state: DefinitionListState,
  hit: SearchHit,
  current: boolean,
  originCells: number,
  trouble: Span,
): StyledLine {
  const { columns, focused, marked, twins } = state;
  const { id } = hit.definition;
  const of = [columns, originCells, current, focused, marked.has(id), twins.has(id), trouble.text, trouble.role].join();
  const last = lastRow(hit);
  if (last.of !== of) {
    last.of = of;
    last.line = newRowLine(state, hit, current, originCells, trouble);
  }
  return last.line;
}

function newRowLine(
  { columns, focused, marked, twins }: DefinitionListState,
  hit: SearchHit,
  current: boolean,
  originCells: number,
  trouble: Span,
): StyledLine {
  const { definition } = hit;
  const right = rowEnd(definition, twins.has(definition.id), columns, originCells, trouble);
  const pointer = span(current ? '❯' : ' ', focused ? 'accent' : 'muted');
  const mark = span(marked.has(definition.id) ? '✓ ' : '  ', 'accent');
  const name = highlighted(definition.name, hit.matches.name);
  const room = columns - lineWidth({ spans: right }) - 4;
  const left = padLine(cutLine({ spans: name }, room), room);
  const line: StyledLine = { spans: [pointer, mark, ...left.spans, span(' '), ...right] };
  return current ? toneLine(line, focused ? 'cursor' : 'resting-cursor') : line;
}

/** What is at the end of a row: a sign of trouble, where it comes from, its model. */
function rowEnd(
  definition: AgentDefinition,
  hasTwin: boolean,
  columns: number,
  originCells: number,
  trouble: Span,
): readonly Span[] {
  if (columns < ORIGIN_WIDTH) return [trouble];
  if (hasTwin && !definition.shadowedBy) {
    return [span('twin ', 'muted'), ...rowEnd(definition, false, columns, originCells, trouble)];
  }
  const source = padLine({ spans: [span(visibleText(definition.origin), 'muted')] }, originCells);
  if (columns < MODEL_WIDTH) return [trouble, ...source.spans];
  const model = padLine({ spans: [span(visibleText(definition.model ?? '–'), 'muted')] }, MODEL_CELLS);
  return [trouble, ...source.spans, span('  '), ...model.spans];
}

const NO_TROUBLE = span('  ');

function troubleSign(definition: AgentDefinition, judged: JudgedRows): Span {
  if (definition.shadowedBy) return span('shadowed ', 'warning');
  if (!isJudged(judged, definition)) return NO_TROUBLE;
  const diagnostics = lintDefinition(definition);
  if (diagnostics.some(({ severity }) => severity === 'error')) return span('! ', 'error');
  return diagnostics.some(({ severity }) => severity === 'warning') ? span('! ', 'warning') : NO_TROUBLE;
}

/** A text with the places a query matched set off. */
export function highlighted(text: string, ranges: readonly (readonly [number, number])[]): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) spans.push(span(visibleText(text.slice(at, start))));
    spans.push(span(visibleText(text.slice(start, end)), 'match'));
    at = end;
  }
  if (at < text.length) spans.push(span(visibleText(text.slice(at))));
  return spans;
}
