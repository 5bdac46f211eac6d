import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { grantsAll, grantsNone, INHERIT, toolsJson, toolWords } from '../../core/definition/tools.ts';
import type { Role, Span, StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { firstLines, wrapSpans } from '../../text/wrap-spans.ts';

/** A frontmatter field of several definitions: for each a cell of lines. */
export type FrontmatterRow = readonly (readonly StyledLine[])[];

/** Lines a value may take: descriptions run to thousands of characters. */
const MOST_LINES = 3;

/**
 * The frontmatter of several definitions field by field, with a sign for how each value stands to the others: `=` the
 * same everywhere, `~` different, `+` stated by this one alone, `–` not stated. Of tools, those granted by one
 * alone are set off.
 *
 * @param width Cells of a column.
 */
export function frontmatterRows(definitions: readonly AgentDefinition[], width: number): readonly FrontmatterRow[] {
  const values = definitions.map(statedFields);
  const names = [...new Set(values.flatMap((fields) => [...fields.keys()]))];
  return names.map((name) => {
    const row = values.map((fields) => fields.get(name) ?? null);
    return row.map((value, column) => cellLines(name, value, row, definitions, column, width));
  });
}

/** The fields as a person compares them: name apart, what is inherited said in words. */
function statedFields({ frontmatter, description, model, color, tools }: AgentDefinition): ReadonlyMap<string, string> {
  const known: readonly (readonly [string, string | null])[] = [
    ['description', description],
    ['model', model],
    ['color', color],
    ['tools', toolWords(tools)],
  ];
  const others = Object.entries(frontmatter)
    .filter(([name]) => name !== 'name' && !known.some(([own]) => own === name))
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const);
  return new Map([...known, ...others].flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

function cellLines(
  name: string,
  value: string | null,
  row: readonly (string | null)[],
  definitions: readonly AgentDefinition[],
  column: number,
  width: number,
): readonly StyledLine[] {
  if (value === null) return [{ spans: [{ text: `– ${visibleText(name)}`, role: 'muted' }] }];
  const [sign, role] = signOf(value, row);
  const lead = { first: [{ text: `${sign} `, role }], rest: [{ text: '  ', role }] };
  const label: Span = { text: `${visibleText(name)} `, role: 'muted' };
  const words = name === 'tools' ? toolSpans(definitions, column) : [span(value.replace(/\s+/g, ' '), 'text')];
  return firstLines(wrapSpans([label, ...words], width, lead), width, MOST_LINES);
}

function signOf(value: string, row: readonly (string | null)[]): readonly [sign: string, role: Role] {
  if (row.every((other) => other === value)) return ['=', 'muted'];
  return row.filter((other) => other !== null).length === 1 ? ['+', 'success'] : ['~', 'warning'];
}

/** The tools of one definition; those that only it grants are marked. */
function toolSpans(definitions: readonly AgentDefinition[], column: number): readonly Span[] {
  const { tools: own = INHERIT } = definitions[column] ?? {};
  if (grantsAll(own) || grantsNone(own)) return [span(toolWords(own), 'text')];
  const others = definitions.filter((_, index) => index !== column).map(({ tools }) => tools);
  const isAlone = (tool: string) => others.every((other) => !grantsAll(other) && !toolsJson(other)?.includes(tool));
  return (toolsJson(own) ?? []).flatMap((tool, index) => [
    ...(index > 0 ? [span(', ', 'muted')] : []),
    isAlone(tool) ? span(`+${tool}`, 'success') : span(tool, 'text'),
  ]);
}

const span = (text: string, role: Role): Span => ({ text: visibleText(text), role });
