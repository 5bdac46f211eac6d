import type { Gap, TopicWithGaps } from '../../core/claims/gaps.ts';
import { labelAmong } from '../../core/library/label-among.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { beginning, onOneLine, plainLines, SIGNS, withLead } from '../compare/page-lines.ts';
import { textColumns } from '../text-columns.ts';
import { claimLines, differenceWords, PAGE_WIDTH } from './claim-lines.ts';
import type { FoundGaps } from './found-gaps.ts';

/** Of many others, what only one says is a matter of taste; of each topic so much of it is shown. */
const SHOWN_ALONE = 3;
const MANY = 3;
/** Cells that a title may take: some are whole sentences. */
const MOST_TITLE = 60;

/**
 * What others say that an agent does not: who they are, with their numbers, then topic by topic how many speak of it, and
 * each gap with how many say it, in the best wording, and where that stands.
 *
 * @param columns Width of the terminal, or `null` for none.
 * @param shown A path as people write it.
 */
export function gapsPage(found: FoundGaps, columns: number | null, shown: (path: string) => string): string {
  const width = columns ?? PAGE_WIDTH;
  const { definition, others, topics } = found;
  const name = labelAmong(definition, [definition, ...others.map((one) => one.definition)]);
  const isSearched = others.some(({ likeness }) => likeness !== null);
  const heads = others.map(({ definition: other, likeness }, at) => {
    const percent = likeness === null ? [] : [`${Math.floor(likeness * 100)}%`];
    return [String(at + 1), other.name, ...percent, shown(other.path)].map(visibleText);
  });
  const count = topics.reduce((sum, { gaps }) => sum + gaps.length, 0);
  const words = count === 0 ? `${name} says all that they say` : `${counted(count, 'thing')} that ${name} does not say`;
  const lines = [
    ...plain('', words, width),
    ...topics.flatMap((topic) => ['', ...topicLines(topic, found, name, width)]),
  ];
  const head = plain('', isSearched ? `For the same job as ${name}:` : `Beside ${name}:`, width);
  return `${head.map((line) => `${line}\n`).join('')}${textColumns(heads, columns)}${lines.map((line) => `${line}\n`).join('')}`;
}

function plain(lead: string, text: string, width: number): readonly string[] {
  return withLead(lead, width, (room) => plainLines(text, room));
}

function topicLines(
  { title, others, isSpokenOf, gaps }: TopicWithGaps,
  found: FoundGaps,
  name: string,
  width: number,
): readonly string[] {
  const total = found.others.length;
  const isFolded = total >= MANY;
  const alone = gaps.filter(({ sayings, against }) => isFolded && sayings.length === 1 && against === null);
  const folded = new Set(alone.length > SHOWN_ALONE + 1 ? alone.slice(SHOWN_ALONE) : []);
  const who = `${others} of ${total} speak of it${isSpokenOf ? '' : `, ${name} does not`}`;
  return [
    ...plain('', `${beginning(onOneLine(title), MOST_TITLE)} · ${who}`, width),
    ...gaps.filter((gap) => !folded.has(gap)).flatMap((gap) => gapLines(gap, found, name, width)),
    ...(folded.size > 0 ? plain('  ', `… ${folded.size} more that one says alone`, width) : []),
  ];
}

function gapLines({ best, sayings, against }: Gap, { others }: FoundGaps, name: string, width: number) {
  const numberOf = new Map(others.map(({ definition }, at) => [definition, at + 1]));
  const lead = `  ${against ? SIGNS.conflict : SIGNS.unique} ${sayings.length} of ${others.length}  `;
  const indent = ' '.repeat(lead.length);
  const also = sayings.filter((saying) => saying.definition !== best.definition);
  const where = [
    `${numberOf.get(best.definition)}, line ${best.claim.passage.line}`,
    ...(also.length > 0 ? [`also ${also.map(({ definition }) => numberOf.get(definition)).join(', ')}`] : []),
  ];
  return [
    ...claimLines(lead, best.claim.text, width),
    ...plain(indent, `(${where.join('; ')})`, width),
    ...(against
      ? [
          ...claimLines(`${indent}${visibleText(name)}: `, against.claim.text, width),
          ...plain(indent, `(${differenceWords(against.differs, ', there ')})`, width),
        ]
      : []),
  ];
}
