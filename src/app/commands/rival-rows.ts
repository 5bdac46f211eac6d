import { whereLabel } from '../../core/library/where-label.ts';
import { type Rivals, wayOut } from '../../core/rivals/find-rivals.ts';
import { addAll } from '../../kit/long-lists.ts';
import { memoLast } from '../../kit/memo.ts';
import { counted } from '../../text/count-text.ts';
import { cutLine, type Span, type StyledLine, styledLine, toneLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { isSomeLoaded } from '../browse/loaded-rivals.ts';
import type { Model } from '../model/model.ts';
import type { RowText } from './problem-rows.ts';

const WAYS_OUT = {
  drop: 'the prompts are nearly the same: keep one',
  compare: 'merge them, or keep one',
  sharpen: 'say in a description what it is not for, or merge them',
} as const;

/**
 * All rivals as lines of a width: a line for each group, and of the one under the cursor what they share and what sets each
 * apart.
 */
export function rivalText(model: Model, cursor: number, width: number): RowText {
  const { rivals, library } = model;
  if (rivals.groups === null) return { lines: [styledLine('Looking for rivals …', 'muted')], rows: [] };
  const as = isSomeLoaded(library.agents) ? 'that are loaded together' : 'here, as if all were loaded';
  const count = counted(rivals.groups.length, 'group');
  const head = rivals.groups.length === 0 ? `No rivals among the agents ${as}` : `${count} among the agents ${as}`;
  return rows(rivals.groups, library.definitions, cursor, width, head);
}

const rows = memoLast(
  (
    groups: readonly Rivals[],
    library: Model['library']['definitions'],
    cursor: number,
    width: number,
    head: string,
  ): RowText => {
    const lines: StyledLine[] = [...wrapSpans([{ text: head, role: 'muted' }], width)];
    const places: (readonly [number, number])[] = [];
    for (const [at, group] of groups.entries()) {
      const isCurrent = at === cursor;
      const row = [
        headLine(group, library, isCurrent, width),
        ...(isCurrent ? detailLines(group, library, width) : []),
      ];
      places.push([lines.length, lines.length + row.length]);
      addAll(lines, row);
    }
    return { lines, rows: places };
  },
);

function headLine(
  group: Rivals,
  library: Model['library']['definitions'],
  isCurrent: boolean,
  width: number,
): StyledLine {
  const share = `${Math.round(group.score * 100)} %`.padStart(5);
  const names = group.members.flatMap((member, at): readonly Span[] => [
    ...(at > 0 ? [{ text: ' × ', role: 'muted' as const }] : []),
    { text: labelIn(group, library, member), role: isCurrent ? 'strong' : 'text' },
  ]);
  const line = cutLine(
    { spans: [{ text: isCurrent ? '❯' : ' ', role: 'accent' }, { text: `${share}  `, role: 'muted' }, ...names] },
    width,
  );
  return isCurrent ? toneLine(line, 'cursor') : line;
}

/** Its name, and where it is from if another of the group has it too. */
function labelIn(
  { members }: Rivals,
  library: Model['library']['definitions'],
  member: Rivals['members'][number],
): string {
  const isAlone = members.filter(({ name }) => name === member.name).length === 1;
  return visibleText(isAlone ? member.name : `${member.name} ${whereLabel(library, member)}`);
}

function detailLines(group: Rivals, library: Model['library']['definitions'], width: number): readonly StyledLine[] {
  const { members, shared, apart, prompts } = group;
  const alone = members.map((member) => ({
    label: labelIn(group, library, member),
    words: apart.get(member.id) ?? [],
  }));
  const facts: readonly (readonly [string, string])[] = [
    [members.length > 2 ? 'all say' : 'both say', shared.join(', ') || 'little in the same words'],
    ...alone.map(({ label, words }) => [`only ${label}`, words.join(', ') || 'nothing of its own'] as const),
    ['prompts', `${Math.round(prompts * 100)} % alike · ${WAYS_OUT[wayOut(group)]}`],
  ];
  return facts.flatMap(([lead, words]) =>
    wrapSpans(
      [
        { text: `${lead}  `, role: 'muted' },
        { text: visibleText(words), role: 'text' },
      ],
      width,
      { first: [INDENT], rest: [INDENT, { text: '  ', role: 'text' }] },
    ),
  );
}

const INDENT: Span = { text: '        ', role: 'text' };
