import type { Change } from '../../core/claims/changes-between.ts';
import { CHANGE_KINDS } from '../../core/claims/changes-between.ts';
import { inlineSpans } from '../../core/rendering/markdown-inline.ts';
import { spansText } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { markdownText } from '../compare/markdown-text.ts';
import { beginning, fieldWords, onOneLine } from '../compare/page-lines.ts';
import { differenceWords } from './claim-lines.ts';
import { changeWords, KIND_WORDS, type SinceRevision } from './since-revision.ts';

/** Cells that a claim may take. */
const MOST_CELLS = 300;

/**
 * What changed since a revision as Markdown for a pull request.
 *
 * @param shown A path as people write it.
 */
export function sinceMarkdown(
  compared: readonly SinceRevision[],
  since: string,
  shown: (path: string) => string,
): string {
  const blocks = compared.flatMap((one) => [
    `## ${markdownText(shown(one.definition.path))}`,
    `Since ${markdownText(since)}: ${changeWords(one)}.`,
    ...(one.fields.length > 0 ? [fieldTable(one)] : []),
    ...one.topics.flatMap(({ title, changes }) => [
      `### ${markdownText(title)}`,
      ...CHANGE_KINDS.flatMap((kind) => {
        const own = changes.filter((change) => change.kind === kind);
        const words = KIND_WORDS[kind];
        return own.length === 0
          ? []
          : [`${words.charAt(0).toUpperCase()}${words.slice(1)}:`, own.map(changeItem).join('\n')];
      }),
    ]),
  ]);
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function fieldTable({ fields }: SinceRevision): string {
  const rows = fields.map(({ name, words: [before = null, now = null] }) =>
    [name, fieldWords(name, before), fieldWords(name, now)].map(markdownText),
  );
  return [['Field', 'Was', 'Now'], ['---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function changeItem(change: Change): string {
  const { kind, before, now } = change;
  if (before === null || now === null) return `- ${textOf((before ?? now)?.text ?? '')}`;
  const difference = kind === 'conflict' ? ` (${markdownText(differenceWords(change.differs, ', now '))})` : '';
  return `- was: ${textOf(before.text)}\n  - now: ${textOf(now.text)}${difference}`;
}

function textOf(text: string): string {
  return markdownText(beginning(spansText(inlineSpans(visibleText(onOneLine(text)))), MOST_CELLS));
}
