import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { Severity } from '../../core/definition/diagnostic.ts';
import { toolWords } from '../../core/definition/tools.ts';
import { lintDefinition } from '../../core/lint/lint-definition.ts';
import { tokensOf } from '../../core/tokens/definition-tokens.ts';
import { greatest } from '../../kit/long-lists.ts';
import { counted, countText } from '../../text/count-text.ts';
import type { Role, Span, StyledLine } from '../../text/styled-text.ts';
import { textWidth } from '../../text/text-cells.ts';
import { visibleText } from '../../text/visible-text.ts';
import { breakSpans, evenLead, type Lead, wrapSpans } from '../../text/wrap-spans.ts';
import { type SignName, signSpan } from '../model/signs.ts';

/** The column of field names is not made wider than this; longer ones run into it. */
const LONGEST_NAME = 16;

const BLANK: StyledLine = { spans: [] };

/**
 * All that a file says besides its prompt: every field of its frontmatter whole, also those no harness knows; what it is
 * in numbers, where it lies, and what is wrong with it, each with its place.
 *
 * @param path As it is shown.
 * @param width Cells of a line, at least 1.
 */
export function aboutLines(definition: AgentDefinition, path: string, width: number): readonly StyledLine[] {
  const fields = fieldsOf(definition);
  const column = Math.min(LONGEST_NAME, greatest(fields.map(([name]) => textWidth(name)))) + 2;
  return [
    ...fields.flatMap(([name, value]) => fieldLines(name, value, column, width)),
    ...wrapSpans([{ text: visibleText(factWords(definition)), role: 'muted' }], width),
    ...wrapSpans([{ text: visibleText(path), role: 'muted' }], width),
    ...problemLines(definition, width),
  ];
}

/** Names and values as text; what stands in for a name or a description that is not stated comes first, and says so. */
function fieldsOf(definition: AgentDefinition): readonly (readonly [name: string, value: string])[] {
  const { frontmatter, name, nameInferred, description, descriptionInferred } = definition;
  return [
    ...(nameInferred ? [['name', `${name} (not stated: the name of the file)`] as const] : []),
    ...(descriptionInferred ? [['description', `not stated; it begins: ${description}`] as const] : []),
    ...Object.entries(frontmatter).map(([field, value]) => [visibleText(field), valueText(value)] as const),
  ];
}

/** A value as a person reads it: lists of words on a line, maps with a line for each of their fields. */
function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.map(String).join(', ');
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

function fieldLines(name: string, value: string, column: number, width: number): readonly StyledLine[] {
  const label: Span = { text: name + ' '.repeat(Math.max(1, column - textWidth(name))), role: 'strong' };
  const indent: Span = { text: ' '.repeat(column), role: 'text' };
  const paragraphs = value.trimEnd().split(/\r\n?|\n/);
  return paragraphs.flatMap((paragraph, at): readonly StyledLine[] => {
    const lead: Lead = at === 0 ? { first: [label], rest: [indent] } : evenLead([indent]);
    const text = visibleText(paragraph);
    // What is indented keeps its shape.
    const layOut = text.startsWith(' ') ? breakSpans : wrapSpans;
    return layOut([{ text, role: 'text' }], width, lead);
  });
}

function factWords(definition: AgentDefinition): string {
  const { kind, model, tools, format, body, bodyLine } = definition;
  const lines = bodyLine - 1 + body.trimEnd().split('\n').length;
  const stated = model === null ? ['model not stated'] : [];
  return [
    ...stated,
    toolWords(tools),
    `~${countText(tokensOf(definition))} tokens`,
    counted(lines, 'line'),
    kind === 'agent' ? format : kind,
  ].join(' · ');
}

const LOOKS: Readonly<Record<Severity, { readonly role: Role; readonly sign: SignName | null }>> = {
  error: { role: 'error', sign: 'error' },
  warning: { role: 'warning', sign: 'doubtful' },
  info: { role: 'muted', sign: null },
};

function problemLines(definition: AgentDefinition, width: number): readonly StyledLine[] {
  const problems = lintDefinition(definition).map(({ severity, line, column, message }) => {
    const { role, sign } = LOOKS[severity];
    const place: Span = { text: `${line}:${column} `, role: 'muted' };
    const lead: Lead = {
      first: [sign === null ? { text: '  ', role } : signSpan(sign, ' '), place],
      rest: [{ text: ' '.repeat(2 + place.text.length), role }],
    };
    return wrapSpans([{ text: visibleText(message), role }], width, lead);
  });
  return problems.length === 0 ? [] : [BLANK, ...problems.flat()];
}
