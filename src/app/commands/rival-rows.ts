import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { whereLabel } from '../../core/library/where-label.ts';
import { termOf, wordsOf } from '../../core/passages/terms.ts';
import { type Rivals, wayOut } from '../../core/rivals/find-rivals.ts';
import { promptsAlike } from '../../core/rivals/prompts-alike.ts';
import { withoutExamples } from '../../core/rivals/routing-profile.ts';
import { addAll } from '../../kit/long-lists.ts';
import { memoLast } from '../../kit/memo.ts';
import { counted } from '../../text/count-text.ts';
import {
  cutLine,
  cutLines,
  cutMiddle,
  type Span,
  type StyledLine,
  styledLine,
  toneLine,
} from '../../text/styled-text.ts';
import { textWidth } from '../../text/text-cells.ts';
import { visibleText } from '../../text/visible-text.ts';
import { evenLead, wrapSpans } from '../../text/wrap-spans.ts';
import { isSomeLoaded, neverLoaded } from '../browse/loaded-rivals.ts';
import { dialogLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { clamped } from '../model/scrolling.ts';
import { shortPath } from '../model/short-path.ts';
import type { RowText } from './problem-rows.ts';

const WAYS_OUT = {
  drop: 'nearly the same: keep one',
  compare: 'merge them, or keep one',
  sharpen: 'say in a description what it is not for, or merge them',
} as const;

/** What the box has room for. */
interface Room {
  readonly width: number;
  readonly rows: number;
}

/**
 * All rivals as lines of a width: a line for each group, and of the one under the cursor what each is for, what all say and
 * the way out.
 */
export function rivalText(model: Model, cursor: number, width: number): RowText {
  const { rivals, library } = model;
  if (rivals.groups === null) return { lines: [styledLine('Looking for rivals …', 'muted')], rows: [] };
  const { rows } = dialogLayout(model.size, 'text');
  return rivalRows(rivals.groups, library, model.surroundings, cursor, width, rows);
}

const rivalRows = memoLast(
  (
    groups: readonly Rivals[],
    library: Model['library'],
    surroundings: Model['surroundings'],
    cursor: number,
    width: number,
    rows: number,
  ): RowText => {
    const lines = [...headLines(groups, library.agents, width)];
    const places: (readonly [number, number])[] = [];
    for (const [at, group] of groups.entries()) {
      const isCurrent = at === cursor;
      const row = [
        groupLine(group, library.definitions, isCurrent, width),
        ...(isCurrent ? detailLines(group, surroundings, { width, rows }) : []),
      ];
      places.push([lines.length, lines.length + row.length]);
      addAll(lines, row);
    }
    return { lines, rows: places };
  },
);

/** How many there are, what the number before each is, and who is not among them. */
function headLines(
  groups: readonly Rivals[],
  agents: readonly AgentDefinition[],
  width: number,
): readonly StyledLine[] {
  const as = isSomeLoaded(agents) ? ' loaded together' : ', as if all here were loaded';
  const head =
    groups.length === 0
      ? `No rivals among the agents${as}`
      : `${counted(groups.length, 'group')}${as} · %: how much they compete for one request`;
  const hidden = neverLoaded(agents);
  const never = `${counted(hidden, 'agent')} never loaded: is:unloaded finds ${hidden === 1 ? 'it' : 'them'}`;
  return [head, ...(hidden > 0 ? [never] : [])].flatMap((text) => wrapSpans([{ text, role: 'muted' }], width));
}

function groupLine(
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
    { spans: [{ text: isCurrent ? '❯ ' : '  ', role: 'accent' }, { text: `${share}  `, role: 'muted' }, ...names] },
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

function detailLines(group: Rivals, surroundings: Model['surroundings'], room: Room): readonly StyledLine[] {
  const { members, shared } = group;
  return [
    ...members.flatMap((member, at) => [
      nameLine(member, surroundings, room.width),
      ...saidLines(member, members.slice(0, at), shared, room, descriptionRows(members.length, room)),
    ]),
    ...factLines(members.length > 2 ? 'all say' : 'both say', shared.join(', ') || 'little in the same words', room),
    ...factLines('prompts', `${promptsAlike(members)} · ${WAYS_OUT[wayOut(group)]}`, room),
  ];
}

/** Lines for each description: together with the names of the agents half of the box, and not more than one reads. */
function descriptionRows(agents: number, { rows }: Room): number {
  return clamped(Math.floor((rows / 2 - FACT_ROWS) / agents) - 1, 1, 3);
}

/** The line of the group, and those of what all say and of the prompts. */
const FACT_ROWS = 3;

/** An agent by its name and where it lies. */
function nameLine({ name, path }: AgentDefinition, surroundings: Model['surroundings'], width: number): StyledLine {
  const label = `${visibleText(name)}  `;
  const room = width - INDENT.text.length - textWidth(label);
  const place = cutMiddle(visibleText(shortPath(path, surroundings)), room);
  return cutLine({ spans: [INDENT, { text: label, role: 'text' }, { text: place, role: 'muted' }] }, width);
}

/** What an agent is for, with the words set off that all of the group say; of what was said above that it is the same. */
function saidLines(
  { description }: AgentDefinition,
  above: readonly AgentDefinition[],
  shared: readonly string[],
  { width }: Room,
  most: number,
): readonly StyledLine[] {
  const said = visibleText(withoutExamples(description).replace(/\s+/g, ' ').trim());
  const same = above.find((one) => one.description === description);
  const instead = same ? `Word for word the description of ${visibleText(same.name)}` : null;
  const remark = said === '' ? 'No description' : instead;
  const words: readonly Span[] = remark === null ? withTermsSetOff(said, shared) : [{ text: remark, role: 'muted' }];
  return cutLines(wrapSpans(words, width, evenLead([INDENT, { text: '  ', role: 'text' }])), most, width);
}

/** A text with the words set off that some words are forms of. */
function withTermsSetOff(text: string, words: readonly string[]): readonly Span[] {
  const terms = new Set(words.flatMap(wordsOf).map(termOf));
  return text.split(WORDS).map((piece): Span => {
    const own = wordsOf(piece).map(termOf);
    return { text: piece, role: own.length > 0 && own.every((term) => terms.has(term)) ? 'strong' : 'text' };
  });
}

/** Words, split off with what is between them. */
const WORDS = /([\p{L}\p{N}]+)/u;

function factLines(lead: string, words: string, { width }: Room): readonly StyledLine[] {
  return wrapSpans(
    [
      { text: `${lead}  `, role: 'muted' },
      { text: visibleText(words), role: 'text' },
    ],
    width,
    { first: [INDENT], rest: [INDENT, { text: '  ', role: 'text' }] },
  );
}

const INDENT: Span = { text: ' '.repeat(9), role: 'text' };
