import { currentPickIndex, currentStop } from '../../../app/compose/compose-topics.ts';
import { type ResultLine, resultLines } from '../../../app/compose/composed-result.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import type { Model, Size } from '../../../app/model/model.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { isSamePassage, type Pick, type UnionPassage } from '../../../core/draft/draft.ts';
import { padLine, type StyledLine, styledLine } from '../../../text/styled-text.ts';
import { wrapSpans } from '../../../text/wrap-spans.ts';
import { span } from '../parts/frame.tsx';
import { positionWords } from '../parts/panes.tsx';

/** The result as it stands; at its right the numbers of the agents that each pick and passage came from. */
export function resultPaneText(model: Model, { columns, rows }: Size): ResultPaneText {
  const { compose, draft } = model;
  const { picks } = draft.present;
  const focused = compose.pane === 'result';
  if (columns === 0) return { lines: [], position: '' };
  if (picks.length === 0) return { lines: [{ spans: [] }, ...emptyWords(model, columns)], position: '' };
  const gutter = Math.min(7, Math.max(3, compose.ids.length + 1));
  const width = columns - gutter - 2;
  const lines = resultLines(picks, width);
  const isCurrent = currentLine(model);
  const start = Math.max(0, lines.findIndex(isCurrent));
  const top = scrolledTo(start, Math.max(0, start - Math.floor(rows / 3)), rows, lines.length);
  const visible = lines.slice(top, top + rows).map((one, index): StyledLine => {
    const before = lines[top + index - 1];
    const isStart = one.pick >= 0 && (before?.pick !== one.pick || before.passage !== one.passage);
    const bar = span(isCurrent(one) ? '▎ ' : '  ', focused ? 'accent' : 'muted');
    const origin = isStart ? originWords(picks, one, compose.ids, gutter - 1) : '';
    return { spans: [bar, ...padLine(one.line, width).spans, span(origin.padStart(gutter), 'marker')] };
  });
  return { lines: visible, position: positionWords(top, rows, lines.length) };
}

interface ResultPaneText {
  readonly lines: readonly StyledLine[];
  readonly position: string;
}

/** Whether a line is part of what the keys act on; outside of the result that is the pick of the version chosen. */
function currentLine(model: Model): (line: ResultLine) => boolean {
  const stop = currentStop(model);
  const index = currentPickIndex(model) ?? model.draft.present.picks.length - 1;
  return ({ pick, passage }) => pick === index && (stop?.passage == null || passage === stop.passage);
}

/** Numbers of the agents a line came from: of a passage all that say the same, of a pick its own. */
function originWords(
  picks: readonly Pick[],
  { pick: at, passage }: ResultLine,
  ids: readonly string[],
  width: number,
): string {
  const pick = picks[at];
  if (!pick || (pick.kind === 'union' && pick.edited === null && passage === null)) return '';
  const sources = pick.kind === 'section' ? [pick.definition] : unionSources(picks, pick.passages, passage);
  const numbers = sources.map((id) => ids.indexOf(id) + 1).filter((number) => number > 0);
  if (numbers.length === 0) return '·';
  const spaced = [...new Set(numbers)].sort((a, b) => a - b).join(' ');
  const words = spaced.length <= width ? spaced : spaced.replaceAll(' ', '');
  return pick.edited !== null || isReworded(pick, passage) ? `${words}*`.slice(-width) : words;
}

function unionSources(picks: readonly Pick[], passages: readonly UnionPassage[], at: number | null): readonly string[] {
  const own = at === null ? undefined : passages[at];
  if (!own) return [];
  const others = picks.flatMap((pick) => (pick.kind === 'union' ? pick.passages : []));
  return [own, ...others.filter(({ by }) => by !== null && isSamePassage(by, own))].map(({ definition }) => definition);
}

function isReworded(pick: Pick, passage: number | null): boolean {
  return pick.kind === 'union' && passage !== null && pick.passages[passage]?.edited != null;
}

function emptyWords(model: Model, columns: number): readonly StyledLine[] {
  const [pick, unite] = [keyOf(model, 'compose.pick'), keyOf(model, 'compose.unite-all')];
  const words = `Nothing picked yet. ${pick} takes the section under the cursor, ${unite} the union of all topics.`;
  return wrapSpans(styledLine(words, 'muted').spans, columns);
}
