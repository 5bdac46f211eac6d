import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { tokensOf } from '../../core/tokens/definition-tokens.ts';
import { type Column, cutLine, joinColumns, lineText, type StyledLine, styledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type ComparedField, comparedFields } from './compared-fields.ts';
import { type ComparedTopic, type Comparison, comparedTopics, folded, type Statement } from './comparison-topics.ts';
import { conflictLines } from './conflict-lines.ts';
import {
  alikeWords,
  fieldWords,
  NOT_STATED,
  onOneLine,
  partWords,
  plainLines,
  SIGNS,
  sameFieldWords,
  tokenWords,
  withLead,
  wordingLines,
} from './page-lines.ts';

/** How many definitions can be read side by side in a terminal of a width. */
export function mostColumns(width: number): number {
  if (width < 100) return 1;
  return width < 160 ? 3 : 4;
}

const SEPARATOR = { text: ' │ ', role: 'muted' } as const;

/** A line for each definition. */
type Cells = readonly (readonly string[])[];

/**
 * A comparison side by side, a column each: the definitions, below them what is in conflict, the frontmatter, the topics. What is the same or nearly
 * so stands on the same line in each.
 *
 * @param width Width of the terminal; no line is wider.
 * @param shown A path as people write it.
 */
export function columnPage(comparison: Comparison, width: number, shown: (path: string) => string): string {
  const { definitions } = comparison;
  const count = definitions.length;
  const room = Math.floor((width - (count - 1) * SEPARATOR.text.length) / count);
  const fields = comparedFields(definitions);
  const same = fields.filter(({ isSame }) => isSame).map(({ name, words }) => sameFieldWords(name, words[0] ?? null));
  const topics = comparedTopics(comparison);
  const conflicts = conflictLines(topics, count, width);
  const lines = [
    ...sideBySide(
      definitions.map((definition) => headLines(definition, room, shown)),
      room,
    ),
    Array.from({ length: count }, () => '─'.repeat(room)).join('─┼─'),
    ...(conflicts.length > 0 ? [...conflicts, ''] : []),
    ...(same.length > 0 ? withLead('= ', width, (left) => plainLines(same.join(' · '), left)) : []),
    ...fields.filter(({ isSame }) => !isSame).flatMap((field) => sideBySide(fieldCells(field, room), room)),
    ...topics.flatMap((topic) => ['', ...topicLines(topic, width, room)]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function headLines(definition: AgentDefinition, room: number, shown: (path: string) => string): readonly string[] {
  const { name, scope, format, path } = definition;
  const facts = `${scope} · ${format} · ${tokenWords(tokensOf(definition))}`;
  return [visibleText(name), ...texts(plainLines(facts, room)), ...texts(plainLines(shown(path), room))];
}

function sideBySide(cells: Cells, room: number): readonly string[] {
  const columns = cells.map((lines): Column => ({ lines: lines.map((line) => styledLine(line)), width: room }));
  return joinColumns(columns, SEPARATOR).map((line) => lineText(line).trimEnd());
}

function fieldCells({ name, values, words }: ComparedField, room: number): Cells {
  const isAlone = words.filter((word) => word !== null).length === 1;
  return words.map((word, column) => {
    const sign = word === null ? NOT_STATED : isAlone ? SIGNS.unique : SIGNS.near;
    const shown = name === 'tools' ? toolWords(values, column, word) : word;
    const text = word === null ? visibleText(name) : `${visibleText(name)} ${fieldWords(name, shown)}`;
    return withLead(`${sign} `, room, (left) => plainLines(text, left));
  });
}

/** The tools of one definition; those that no other grants have a plus sign. */
function toolWords(values: readonly unknown[], column: number, words: string | null): string | null {
  const own = values[column];
  if (!Array.isArray(own) || own.length === 0) return words;
  const others = values.filter((_, index) => index !== column);
  const isAlone = (tool: unknown) => others.every((other) => Array.isArray(other) && !other.includes(tool));
  return own.map((tool) => (isAlone(tool) ? `${SIGNS.unique}${tool}` : String(tool))).join(', ');
}

function topicLines(topic: ComparedTopic, width: number, room: number): readonly string[] {
  const { title, parts, statements } = topic;
  const shown = folded(statements);
  const heads = parts.map((part) => (part ? texts(plainLines(partWords(part, title), room)) : [NOT_STATED]));
  const shared = shown.filter(({ kind }) => kind !== 'unique');
  const alone = parts.map((_, column) =>
    shown.filter(({ kind, in: own }) => kind === 'unique' && own[0] === column).flatMap((one) => cellOf(one, 0, room)),
  );
  const rows = [
    heads,
    ...shared.map((statement) =>
      parts.map((_, column) => {
        const index = statement.in.indexOf(column);
        return index < 0 ? [] : cellOf(statement, index, room);
      }),
    ),
    alone,
  ];
  return [ruledTitle(topic, width), ...rows.flatMap((row) => sideBySide(row, room))];
}

function cellOf(statement: Statement, index: number, room: number): readonly string[] {
  const wording = statement.wordings[index] ?? statement.wordings[0] ?? '';
  return withLead(`${SIGNS[statement.kind]} `, room, (left) => wordingLines(statement, wording, left));
}

/** The title in a rule across the page, further to the right the deeper it stands. */
function ruledTitle({ title, similarity, depth }: ComparedTopic, width: number): string {
  const rule = '──'.repeat(Math.min(depth, 4) + 1);
  const alike = similarity === null ? '' : ` · ${alikeWords(similarity)}`;
  const words = styledLine(visibleText(onOneLine(title)));
  return `${rule} ${lineText(cutLine(words, width - rule.length - 1 - alike.length))}${alike}`;
}

function texts(lines: readonly StyledLine[]): readonly string[] {
  return lines.map(lineText);
}
