import { visibleText } from '../../text/visible-text.ts';
import type { ComparedTopic } from './comparison-topics.ts';
import { beginning, onOneLine, padded, SIGNS, versionsOf, widest, withLead, wordingLines } from './page-lines.ts';

/**
 * What definitions say that cannot be followed together, all in one place: each with its topic and with what either says.
 *
 * @param count How many definitions there are.
 * @param width Cells. No line is wider.
 * @returns None where nothing is in conflict.
 */
export function conflictLines(topics: readonly ComparedTopic[], count: number, width: number): readonly string[] {
  const conflicts = topics.flatMap(({ title, statements }) =>
    statements
      .filter(({ kind }) => kind === 'conflict')
      .map((statement) => ({
        title: visibleText(onOneLine(title)),
        statement,
        versions: versionsOf(statement, count),
      })),
  );
  if (conflicts.length === 0) return [];
  const label = Math.min(widest(conflicts.map(({ title }) => title)), Math.floor(width / LABEL_SHARE));
  const who = widest(conflicts.flatMap(({ versions }) => versions.map(([columns]) => columns)));
  return [
    'Conflicts',
    ...conflicts.flatMap(({ title, statement, versions }) =>
      versions.flatMap(([columns, wording], index) => {
        const name = padded(index === 0 ? beginning(title, label) : '', label);
        const lead = `  ${index === 0 ? SIGNS.conflict : ' '} ${name}  ${columns.padEnd(who)}  `;
        return withLead(lead, width, (room) => wordingLines(statement, wording, room));
      }),
    ),
  ];
}

/** What a title takes of the width at most: a third. */
const LABEL_SHARE = 3;
