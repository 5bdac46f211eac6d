import { tokensOf } from '../../core/tokens/definition-tokens.ts';
import { visibleText } from '../../text/visible-text.ts';
import { textColumns } from '../text-columns.ts';
import { type ComparedField, comparedFields, fieldVersions } from './compared-fields.ts';
import { type ComparedTopic, type Comparison, comparedTopics, folded, type TopicPart } from './comparison-topics.ts';
import { conflictLines } from './conflict-lines.ts';
import {
  alikeWords,
  columnWords,
  fieldWords,
  onOneLine,
  padded,
  partWords,
  plainLines,
  SIGNS,
  sameFieldWords,
  tokenWords,
  versionsOf,
  widest,
  withLead,
  wordingLines,
} from './page-lines.ts';

/** Where there is no terminal, lines are as long as most terminals are wide. */
const PAGE_WIDTH = 80;
/** Topics deeper than this are not moved further to the right. */
const DEEPEST = 4;

/**
 * A comparison as one section below the other: the definitions with their numbers, what is in conflict, the frontmatter,
 * the topics.
 *
 * @param columns Width of the terminal, or `null` for none.
 * @param shown A path as people write it.
 */
export function stackedPage(comparison: Comparison, columns: number | null, shown: (path: string) => string): string {
  const { definitions } = comparison;
  const width = columns ?? PAGE_WIDTH;
  const count = definitions.length;
  const heads = definitions.map((definition, column) => {
    const { name, scope, path } = definition;
    return [String(column + 1), name, scope, tokenWords(tokensOf(definition)), shown(path)].map(visibleText);
  });
  const topics = comparedTopics(comparison);
  const conflicts = conflictLines(topics, count, width);
  const lines = [
    ...(conflicts.length > 0 ? [...conflicts, ''] : []),
    ...fieldLines(comparedFields(definitions), count, width),
    ...topics.flatMap((topic) => ['', ...topicLines(topic, width)]),
  ];
  return `${textColumns(heads, columns)}\n${lines.map((line) => `${line}\n`).join('')}`;
}

function fieldLines(fields: readonly ComparedField[], count: number, width: number): readonly string[] {
  const same = fields.filter(({ isSame }) => isSame).map(({ name, words }) => sameFieldWords(name, words[0] ?? null));
  const different = fields.filter(({ isSame }) => !isSame);
  const label = widest(different.map(({ name }) => visibleText(name)));
  return [
    ...plainLead('', 'Frontmatter', width),
    ...(same.length > 0 ? plainLead('  = ', same.join(' · '), width) : []),
    ...different.flatMap((field) => {
      const versions = fieldVersions(field);
      const who = widest(versions.map((version) => columnWords(version.in, count)));
      return versions.flatMap((version, index) => {
        const name = padded(index === 0 ? visibleText(field.name) : '', label);
        const lead = `  ${index === 0 ? SIGNS.near : ' '} ${name}  ${columnWords(version.in, count).padEnd(who)}  `;
        return plainLead(lead, fieldWords(field.name, version.words), width);
      });
    }),
  ];
}

function plainLead(lead: string, text: string, width: number): readonly string[] {
  return withLead(lead, width, (room) => plainLines(text, room));
}

function topicLines({ title, depth, similarity, parts, statements }: ComparedTopic, width: number): readonly string[] {
  const indent = '  '.repeat(Math.min(depth, DEEPEST));
  const shown = folded(statements);
  const who = widest(shown.flatMap((statement) => versionsOf(statement, parts.length).map(([words]) => words)));
  return [
    ...plainLead(indent, titleWords(title, similarity), width),
    ...plainLead(`${indent}  `, coverWords(parts, title), width),
    ...shown.flatMap((statement) =>
      versionsOf(statement, parts.length).flatMap(([columns, wording], index) => {
        const lead = `${indent}  ${index === 0 ? SIGNS[statement.kind] : ' '} ${columns.padEnd(who)}  `;
        return withLead(lead, width, (room) => wordingLines(statement, wording, room));
      }),
    ),
  ];
}

function titleWords(title: string, similarity: number | null): string {
  return onOneLine(title) + (similarity === null ? '' : ` · ${alikeWords(similarity)}`);
}

/** Who covers a topic and how much they say, and who does not. */
function coverWords(parts: readonly (TopicPart | null)[], title: string): string {
  const having = parts.flatMap((part, column) => (part ? [`${column + 1} ${partWords(part, title)}`] : []));
  const lacking = parts.flatMap((part, column) => (part ? [] : [column + 1]));
  return [...having, ...(lacking.length > 0 ? [`not in ${lacking.join(', ')}`] : [])].join(' · ');
}
