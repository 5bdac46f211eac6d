import { isJudged } from '../../../app/compare/judged-rows.ts';
import type { JudgedRows } from '../../../app/model/browse-state.ts';
import type { Size } from '../../../app/model/model.ts';
import { type SignName, signSpan } from '../../../app/model/signs.ts';
import type { AgentDefinition } from '../../../core/definition/agent-definition.ts';
import { isOff } from '../../../core/definition/switched-off.ts';
import { descriptionStart } from '../../../core/library/description-start.ts';
import { whereLabel } from '../../../core/library/where-label.ts';
import { problemCount } from '../../../core/lint/lint-definition.ts';
import type { PromptPlace } from '../../../core/search/scoring/prompt-place.ts';
import type { SearchHit, SearchHits } from '../../../core/search/search.ts';
import { greatest } from '../../../kit/long-lists.ts';
import { remembered } from '../../../kit/memo.ts';
import { highlighted } from '../../../text/highlighted.ts';
import { cutLine, cutMiddle, padLine, type Span, type StyledLine, toneLine } from '../../../text/styled-text.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from '../parts/frame.tsx';

/** What the list shows. */
export interface DefinitionListState extends Size {
  readonly hits: Pick<SearchHits, 'length' | 'at' | 'slice'>;
  /** All definitions of the library, in its order. */
  readonly library: readonly AgentDefinition[];
  /** First hit on the screen. */
  readonly top: number;
  readonly cursor: number;
  readonly marked: ReadonlySet<string>;
  /** Ids of those that say the same as another, as far as is known. */
  readonly twins: ReadonlySet<string>;
  readonly judged: JudgedRows;
  /** What the last column has of an agent; left out for its model. */
  readonly last?: ((definition: AgentDefinition) => string) | undefined;
}

/** Cells of the columns of a row; 0 for one that is not there. */
interface RowLayout {
  readonly name: number;
  readonly description: number;
  readonly where: number;
  readonly model: number;
}

/** Columns of a row whose line is not made yet. */
const NOT_MADE = -1;
/** Cells for the cursor and the mark, before the name. */
const LEAD = 3;
/** Cells for a sign of trouble, after the name. */
const TROUBLE = 3;
const LONGEST = { name: 40, where: 20, model: 8 };
/** Cells of where it comes from that every list has. */
const LEAST_WHERE = 16;
/** The names' column grows by so many cells, so that it seldom changes while the list scrolls. */
const NAME_STEP = 4;
/** Below these widths of a list a column is left out; a description that has less room tells nothing. */
const LEAST = { description: 20, model: 60, where: 34 };

/** The list: one definition a line, of those that are on the screen. */
export function definitionListLines(state: DefinitionListState): readonly StyledLine[] {
  const visible = state.hits.slice(state.top, state.top + state.rows);
  const rows = visible.map((hit) => listedRow(state, hit));
  const layout = rowLayout(state.columns, rows);
  return visible.map((hit, index) => {
    const isCurrent = state.top + index === state.cursor;
    return rowLine(rows[index] ?? listedRow(state, hit), hit, state, layout, isCurrent);
  });
}

/** What a row was made of, and the row made last: a key changes two of a screen. */
interface ListedRow {
  library: readonly AgentDefinition[];
  twins: ReadonlySet<string>;
  /** Where it comes from, and the cells of that and of the name. */
  where: string;
  whereWidth: number;
  nameWidth: number;
  /** What the last column has of it. */
  last: string;
  layout: RowLayout;
  columns: number;
  isCurrent: boolean;
  isMarked: boolean;
  trouble: SignName | null;
  line: StyledLine;
}

/** Names and places get what the longest in view wants, the descriptions all that is left. */
function rowLayout(columns: number, rows: readonly ListedRow[]): RowLayout {
  const room = columns - LEAD;
  const longest = greatest(rows.map(({ whereWidth }) => whereWidth));
  const where = columns < LEAST.where ? 0 : Math.min(longestWhere(columns), longest);
  const model = columns < LEAST.model ? 0 : LONGEST.model;
  const right = (where > 0 ? where + 1 : 0) + (model > 0 ? model + 1 : 0);
  const widest = greatest(rows.map(({ nameWidth }) => nameWidth));
  const most = Math.min(LONGEST.name, Math.floor(columns * 0.45));
  const name = Math.min(Math.ceil(widest / NAME_STEP) * NAME_STEP, most);
  const description = room - name - TROUBLE - right;
  return description >= LEAST.description
    ? { name, description, where, model }
    : { name: room - TROUBLE - right, description: 0, where, model };
}

/** Cells for where it comes from: a fifth, with what tells its beginning from its end. */
function longestWhere(columns: number): number {
  return Math.max(LEAST_WHERE, Math.min(LONGEST.where, Math.floor(columns / 5)));
}

/** Where it comes from, unless another of its name is there in its place. */
function whereWords(
  library: readonly AgentDefinition[],
  twins: ReadonlySet<string>,
  definition: AgentDefinition,
): string {
  const where = visibleText(whereLabel(library, definition));
  if (definition.shadowedBy !== null) return `${where}, shadowed`;
  return twins.has(definition.id) ? `${where}, twin` : where;
}

interface RowWords {
  readonly where: string;
  readonly last: string;
}

/** What the last column has of an agent. */
function lastWords(definition: AgentDefinition, last: DefinitionListState['last']): string {
  return visibleText(last ? last(definition) : (definition.model ?? '–'));
}

const lastRow = remembered(
  (_: SearchHit): ListedRow => ({
    library: [],
    twins: new Set(),
    where: '',
    whereWidth: 0,
    nameWidth: 0,
    layout: { name: 0, description: 0, where: 0, model: 0 },
    last: '',
    columns: NOT_MADE,
    isCurrent: false,
    isMarked: false,
    trouble: null,
    line: { spans: [] },
  }),
);

/** A row with where it comes from. */
function listedRow({ library, twins }: DefinitionListState, hit: SearchHit): ListedRow {
  const row = lastRow(hit);
  if (row.library === library && row.twins === twins) return row;
  const where = whereWords(library, twins, hit.definition);
  if (row.where !== where || row.library.length === 0) {
    row.where = where;
    row.whereWidth = textWidth(where);
    row.nameWidth = textWidth(visibleText(hit.definition.name));
    row.columns = NOT_MADE;
  }
  row.library = library;
  row.twins = twins;
  return row;
}

function rowLine(
  row: ListedRow,
  hit: SearchHit,
  { columns, marked, judged, last }: DefinitionListState,
  layout: RowLayout,
  isCurrent: boolean,
): StyledLine {
  const isMarked = marked.has(hit.definition.id);
  const trouble = troubleSign(hit.definition, judged);
  const words = lastWords(hit.definition, last);
  const isSame =
    row.last === words &&
    row.columns === columns &&
    row.isCurrent === isCurrent &&
    row.isMarked === isMarked &&
    row.trouble === trouble &&
    isSameLayout(row.layout, layout);
  if (isSame) return row.line;
  row.line = newRowLine(hit, { current: isCurrent, isMarked }, layout, { where: row.where, last: words }, trouble);
  return Object.assign(row, { last: words, columns, layout, isCurrent, isMarked, trouble }).line;
}

function isSameLayout(one: RowLayout, other: RowLayout): boolean {
  return (
    one.name === other.name &&
    one.description === other.description &&
    one.where === other.where &&
    one.model === other.model
  );
}

function newRowLine(
  { definition, matches }: SearchHit,
  { current, isMarked }: { readonly current: boolean; readonly isMarked: boolean },
  layout: RowLayout,
  words: RowWords,
  trouble: SignName | null,
): StyledLine {
  const off = isOff(definition);
  const said = (spans: readonly Span[]): readonly Span[] => (off ? spans.map(dimmed) : spans);
  const spans: readonly Span[] = [
    span(current ? '❯' : ' ', 'accent'),
    isMarked ? signSpan('marked', ' ') : span('  '),
    ...said(cell(highlighted(definition.name, matches.name), layout.name)),
    span(' '),
    trouble === null ? span(' ') : signSpan(trouble),
    span(' '),
    ...said(
      cell(
        matches.prompt ? promptSpans(matches.prompt) : descriptionSpans(definition, matches.description),
        layout.description,
      ),
    ),
    ...parted([span(cutMiddle(words.where, layout.where), 'muted')], layout.where),
    ...parted([span(words.last, 'muted')], layout.model),
  ];
  const line: StyledLine = { spans };
  return current ? toneLine(line, 'cursor') : line;
}

/** What is not a match, of one that is off. */
const dimmed = (one: Span): Span => (one.role === 'text' ? { ...one, role: 'muted' } : one);

/** A column of a width; nothing for one that is not there. */
function cell(spans: readonly Span[], width: number): readonly Span[] {
  return width > 0 ? padLine(cutLine({ spans }, width), width).spans : [];
}

/** The same with a blank before it. */
function parted(spans: readonly Span[], width: number): readonly Span[] {
  return width > 0 ? [span(' '), ...cell(spans, width)] : [];
}

/** The description without what most begin with; of one that states none, what stands in for it, and that it does. */
function descriptionSpans(
  { kind, description, descriptionInferred }: AgentDefinition,
  matches: readonly (readonly [number, number])[],
): readonly Span[] {
  const shown = description.slice(0, LONGEST_SHOWN).replace(/[\r\n\t]/g, ' ');
  const words = description === '' ? [] : highlighted(shown, matches, descriptionStart(shown));
  const lack = description === '' ? 'no description' : descriptionInferred ? 'no description: ' : '';
  return [
    ...(kind === 'agent' ? [] : [span(`${kind}  `, 'muted')]),
    ...(lack === '' ? [] : [span(lack, 'muted')]),
    ...words,
  ];
}

/** The line of the prompt that has what was looked for, from shortly before it on. */
function promptSpans({ text, ranges }: PromptPlace): readonly Span[] {
  const [at = 0] = ranges[0] ?? [];
  const from = at <= BEFORE_MATCH ? 0 : text.indexOf(' ', at - BEFORE_MATCH) + 1;
  const shown = text.slice(0, from + LONGEST_SHOWN).replaceAll('\t', ' ');
  return [
    span(`in the prompt: ${from > 0 && from <= at ? '…' : ''}`, 'muted'),
    ...highlighted(shown, ranges, Math.min(from, at)),
  ];
}

/** Characters of a line of a prompt that are shown before what was looked for. */
const BEFORE_MATCH = 24;

/** Characters; no row has room for more. */
const LONGEST_SHOWN = 400;

/** That it is off comes before what is wrong with it: nothing loads it. */
function troubleSign(definition: AgentDefinition, judged: JudgedRows): SignName | null {
  if (isOff(definition)) return 'off';
  if (!isJudged(judged, definition)) return null;
  const { hasErrors, problems } = problemCount(definition);
  if (hasErrors) return 'error';
  return problems > 0 ? 'doubtful' : null;
}
