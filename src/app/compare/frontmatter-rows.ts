import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { grantsAll, grantsNone, INHERIT, toolsJson, toolWords } from '../../core/definition/tools.ts';
import { LEAST_ALIKE, wordsAlike } from '../../core/merging/words-alike.ts';
import { cutLine, lineWidth, type Role, type Span, type StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { signSpan } from '../model/signs.ts';
import { type Block, roomIn, SIGN_CELLS, withSign } from './difference-blocks.ts';

/** How the frontmatter is laid out. */
export interface FrontmatterLayout {
  /** Cells of each column. */
  readonly widths: readonly number[];
  /** Whether signs and marked words say how a value stands to that of the base. */
  readonly isMarked: boolean;
  /** What follows the `…` of a value that is folded; `null` where all are whole. */
  readonly folded: string | null;
}

/** Lines of a folded value: descriptions run to thousands of characters. */
const FOLDED_LINES = 3;

/** The fields of the frontmatter as they are compared: name and prompt apart, what is inherited said in words. */
export function statedFields({
  frontmatter,
  description,
  model,
  color,
  tools,
  body,
}: AgentDefinition): ReadonlyMap<string, string> {
  const known: readonly (readonly [string, string | null])[] = [
    ['description', description],
    ['model', model],
    ['color', color],
    ['tools', toolWords(tools)],
  ];
  const others = Object.entries(frontmatter)
    .filter(([name]) => name !== 'name' && !known.some(([own]) => own === name))
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const)
    // In TOML the prompt is a field too, and is compared by its topics.
    .filter(([, value]) => value.trim() !== body.trim());
  return new Map([...known, ...others].flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/**
 * The frontmatter of several definitions field by field, with a sign for how each value stands to that of the base, the
 * first: `=` the same, `~` different, `&` what the base does not state and several do, `–` not stated; what one alone
 * states has a `+`. Of tools, those that the base
 * does not grant are set off.
 */
export function frontmatterRows(definitions: readonly AgentDefinition[], layout: FrontmatterLayout): readonly Block[] {
  const values = definitions.map(statedFields);
  const names = [...new Set(values.flatMap((fields) => [...fields.keys()]))];
  return names.map((name) => {
    const row = values.map((fields) => fields.get(name) ?? null);
    return fieldRow(name, row, definitions, layout);
  });
}

function fieldRow(
  name: string,
  row: readonly (string | null)[],
  definitions: readonly AgentDefinition[],
  { widths, isMarked, folded }: FrontmatterLayout,
): Block {
  const [base = null] = row;
  const label: Span = { text: `${visibleText(name)} `, role: 'muted' };
  const wrapped = row.map((value, column) => {
    if (value === null) return null;
    const words =
      name === 'tools' && isMarked ? toolSpans(definitions, column) : [span(value.replace(/\s+/g, ' '), 'text')];
    return wrapSpans([label, ...words], roomIn(widths, column));
  });
  const isAlike = (column: number) => wordsAlike(base ?? '', row[column] ?? '') >= LEAST_ALIKE;
  const columns = wrapped.map((lines, column): readonly StyledLine[] => {
    if (!lines) return [{ spans: [signSpan('lacks', ' '), label] }];
    const isOnly = row.length > 1 && row.filter((value) => value !== null).length === 1;
    const sign = isOnly ? 'only' : base === null ? 'shared' : row[column] === base ? 'same' : 'alike';
    const hasSign = isMarked && (column > 0 || isOnly);
    const cut = folded === null ? lines : withFold(lines, roomIn(widths, column), folded);
    return withSign(cut, hasSign ? signSpan(sign, ' ') : { text: ' '.repeat(SIGN_CELLS), role: 'text' });
  });
  const isFolded = folded !== null && wrapped.some((lines) => (lines?.length ?? 0) > FOLDED_LINES);
  const marks = isMarked && name !== 'tools' ? { isAlike } : {};
  return { columns, isFolded, ...marks, isSame: isMarked && row.every((value) => value !== null && value === base) };
}

/** A few lines of a value, the last one with what shows the others. */
function withFold(lines: readonly StyledLine[], width: number, words: string): readonly StyledLine[] {
  const last = lines[FOLDED_LINES - 1];
  if (lines.length <= FOLDED_LINES || !last) return lines;
  const end: Span = { text: `… ${words}`, role: 'marker' };
  // Behind a whole word.
  const [kept = last] = wrapSpans(last.spans, Math.max(1, width - lineWidth({ spans: [end] }) - 1));
  const spans = [...kept.spans, span(' ', 'text')];
  return [...lines.slice(0, FOLDED_LINES - 1), cutLine({ spans: [...spans, end] }, width)];
}

/** The tools of one definition; those that the base does not grant are marked. */
function toolSpans(definitions: readonly AgentDefinition[], column: number): readonly Span[] {
  const { tools: own = INHERIT } = definitions[column] ?? {};
  if (grantsAll(own) || grantsNone(own)) return [span(toolWords(own), 'text')];
  const others = column > 0 ? definitions.slice(0, 1) : definitions.slice(1);
  const isAlone = (tool: string) => others.every(({ tools }) => !grantsAll(tools) && !toolsJson(tools)?.includes(tool));
  return (toolsJson(own) ?? []).flatMap((tool, index) => [
    ...(index > 0 ? [span(', ', 'muted')] : []),
    span(tool, isAlone(tool) && others.length > 0 ? (column > 0 ? 'added-word' : 'removed-word') : 'text'),
  ]);
}

const span = (text: string, role: Role): Span => ({ text: visibleText(text), role });
