import { changesBetween } from '../../core/claims/changes-between.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { fileText } from '../../core/definition/file-text.ts';
import { unifiedDifference } from '../../core/rendering/unified-difference.ts';
import { tooMuchToCompare } from '../../core/topics/comparison-size.ts';
import { visibleText } from '../../text/visible-text.ts';
import { sincePage } from '../claims/since-page.ts';
import { comparedFields } from '../compare/compared-fields.ts';
import type { SourceChange } from './source-changes.ts';

/**
 * What an update would bring: of each agent what becomes of it, what it may do more and what is worse; of one that
 * changed what it says otherwise, by topic, and the difference to the byte.
 *
 * @param since The state before, as it is called.
 * @param columns Width of the terminal, or `null` for none.
 */
export function changePage(changes: readonly SourceChange[], since: string, columns: number | null): string {
  return changes
    .map(({ kind, name, path, before, now, widened, problems }) => {
      const from = kind === 'renamed' && before !== null ? ` (was ${before.name})` : '';
      const notes = [...widened.map((tool) => `+${tool}`), ...problems].join(', ');
      const head = visibleText(`${kind.padEnd(8)} ${name}${from}  ${path}${notes === '' ? '' : `  ${notes}`}`);
      const more =
        before !== null && now !== null && kind === 'changed' ? versions(before, now, path, since, columns) : '';
      return `${head}\n${more}`;
    })
    .join('');
}

function versions(
  before: AgentDefinition,
  now: AgentDefinition,
  path: string,
  since: string,
  columns: number | null,
): string {
  const difference = unifiedDifference(path, fileText(before), fileText(now)).split('\n').map(visibleText).join('\n');
  if (tooMuchToCompare([before, now]) !== null) return difference;
  const fields = comparedFields([before, now]).filter(({ isSame }) => !isSame);
  const meaning = { definition: now, isNew: false, fields, topics: changesBetween(before, now) };
  return `${sincePage([meaning], since, columns, () => path)}${difference}\n`;
}
