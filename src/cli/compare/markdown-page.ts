import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { inlineSpans } from '../../core/rendering/markdown-inline.ts';
import { tokensOf } from '../../core/tokens/definition-tokens.ts';
import { spansText } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type ComparedField, comparedFields } from './compared-fields.ts';
import {
  type ComparedTopic,
  type Comparison,
  comparedTopics,
  conflictsIn,
  type Statement,
} from './comparison-topics.ts';
import { grouped } from './grouped.ts';
import { markdownText } from './markdown-text.ts';
import { alikeWords, beginning, conflictWords, fieldWords, NOT_STATED, onOneLine, tokenWords } from './page-lines.ts';

/** Cells that running text may take. */
const MOST_PROSE = 300;

/**
 * A comparison as Markdown for a pull request: a table of the definitions, one of their frontmatter, one of who says
 * how much of which topic, then topic by topic what is the same, nearly so, and in one alone.
 *
 * @param shown A path as people write it.
 */
export function markdownPage(comparison: Comparison, shown: (path: string) => string): string {
  const { definitions } = comparison;
  const names = definitions.map(({ name }, column) => `${column + 1} ${markdownText(name)}`);
  const topics = comparedTopics(comparison);
  const conflicts = conflictWords(conflictsIn(topics));
  const blocks = [
    `## ${definitions.length} agents compared`,
    definitionTable(definitions, names, shown),
    '### Frontmatter',
    fieldTable(comparedFields(definitions), names),
    '### Topics',
    ...(conflicts === '' ? [] : [conflicts]),
    topicTable(topics, names),
    ...topics.flatMap((topic) => topicBlocks(topic, names)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function definitionTable(
  definitions: readonly AgentDefinition[],
  names: readonly string[],
  shown: (path: string) => string,
): string {
  const rows = definitions.map((definition, column) => {
    const { scope, format, path } = definition;
    return [names[column] ?? '', `${scope}, ${format}`, markdownText(shown(path)), tokenWords(tokensOf(definition))];
  });
  return table(['Agent', 'Scope', 'File', 'Size'], rows);
}

function fieldTable(fields: readonly ComparedField[], names: readonly string[]): string {
  const rows = fields.map(({ name, words, isSame }) => [
    `${markdownText(name)}${isSame ? ' (same)' : ''}`,
    ...words.map((word) => markdownText(fieldWords(name, word))),
  ]);
  return table(['Field', ...names], rows);
}

function topicTable(topics: readonly ComparedTopic[], names: readonly string[]): string {
  const rows = topics.map(({ title, depth, parts, similarity }) => [
    `${'– '.repeat(depth)}${markdownText(title)}`,
    ...parts.map((part) => (part ? tokenWords(part.tokens) : NOT_STATED)),
    similarity === null ? '' : alikeWords(similarity),
  ]);
  return table(['Topic', ...names, 'Texts'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function topicBlocks({ title, statements }: ComparedTopic, names: readonly string[]): readonly string[] {
  if (statements.length === 0) return [];
  const groups = grouped(statements, ({ kind, in: columns }) => `${GROUP_WORDS[kind]} ${whoWords(columns, names)}:`);
  return [
    `#### ${markdownText(title)}`,
    ...[...groups].flatMap(([words, group]) => [words, group.flatMap(statementLines).join('\n')]),
  ];
}

const GROUP_WORDS = {
  conflict: 'Conflict between',
  same: 'The same in',
  near: 'In other words in',
  unique: 'Only in',
} as const;

function whoWords(columns: readonly number[], names: readonly string[]): string {
  if (columns.length > 1 && columns.length === names.length) return 'all';
  return columns.map((column) => names[column] ?? '').join(', ');
}

/** An item of a list, without its markup; what is said in other words with all versions. */
function statementLines(statement: Statement): readonly string[] {
  const [first = '', ...others] = statement.wordings.map((wording) => wordingText(statement, wording));
  if (statement.kind === 'same' || statement.kind === 'unique') return [`- ${first}`];
  const versions = [first, ...others].map((text, index) => `${(statement.in[index] ?? 0) + 1}: ${text}`);
  return versions.map((text, index) => (index === 0 ? `- ${text}` : `  - ${text}`));
}

function wordingText({ isProse }: Statement, wording: string): string {
  const text = spansText(inlineSpans(visibleText(onOneLine(wording))));
  return markdownText(isProse ? beginning(text, MOST_PROSE) : text);
}
