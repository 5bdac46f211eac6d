import type { Change } from '../../core/claims/changes-between.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { ComparedField } from '../compare/compared-fields.ts';
import { fieldWords, onOneLine, plainLines, SIGNS, withLead } from '../compare/page-lines.ts';
import { claimLines, differenceWords, PAGE_WIDTH } from './claim-lines.ts';
import { changeWords, type SinceRevision } from './since-revision.ts';

/** The sign before each kind of change. */
const CHANGE_SIGNS = { conflict: SIGNS.conflict, gone: '-', near: SIGNS.near, added: SIGNS.unique } as const;

/**
 * What changed since a revision, one agent after the other: its file with what changed in numbers, its frontmatter, then
 * topic by topic what is in conflict with what was said, gone, in other words, and added.
 *
 * @param columns Width of the terminal, or `null` for none.
 * @param shown A path as people write it.
 */
export function sincePage(
  compared: readonly SinceRevision[],
  since: string,
  columns: number | null,
  shown: (path: string) => string,
): string {
  const width = columns ?? PAGE_WIDTH;
  const blocks = compared.map((one) => [
    ...plain('', `${shown(one.definition.path)} since ${since}: ${changeWords(one)}`, width),
    ...one.fields.flatMap((field) => fieldLines(field, width)),
    ...one.topics.flatMap(({ title, changes }) => [
      '',
      ...plain('', onOneLine(title), width),
      ...changes.flatMap((change) => changeLines(change, width)),
    ]),
  ]);
  // Those of which there is nothing to tell stand one below the other.
  const isShort = (at: number): boolean => (blocks[at]?.length ?? 0) <= 1;
  return blocks
    .map((lines, at) => {
      const gap = at > 0 && !(isShort(at) && isShort(at - 1)) ? '\n' : '';
      return gap + lines.map((line) => `${line}\n`).join('');
    })
    .join('');
}

function plain(lead: string, text: string, width: number): readonly string[] {
  return withLead(lead, width, (room) => plainLines(text, room));
}

function fieldLines({ name, words: [before = null, now = null] }: ComparedField, width: number): readonly string[] {
  return [
    ...plain(`  ${SIGNS.near} was  `, `${visibleText(name)} ${fieldWords(name, before)}`, width),
    ...plain('    now  ', `${visibleText(name)} ${fieldWords(name, now)}`, width),
  ];
}

function changeLines(change: Change, width: number): readonly string[] {
  const { kind, before, now } = change;
  const sign = CHANGE_SIGNS[kind];
  if (before === null || now === null) return claimLines(`  ${sign} `, (before ?? now)?.text ?? '', width);
  return [
    ...claimLines(`  ${sign} was  `, before.text, width),
    ...claimLines('    now  ', now.text, width),
    ...(kind === 'conflict' ? plain('    ', `(${differenceWords(change.differs, ', now ')})`, width) : []),
  ];
}
