import { composeTopics, currentStop } from '../../../app/compose/compose-topics.ts';
import { composedResult, type ResultLine } from '../../../app/compose/composed-result.ts';
import { BAR, GUTTER, resultWindow } from '../../../app/compose/result-window.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import type { Model, Size } from '../../../app/model/model.ts';
import { isSamePassage, type Pick, type UnionPassage } from '../../../core/draft/draft.ts';
import { labelAmong } from '../../../core/library/label-among.ts';
import { countText } from '../../../text/count-text.ts';
import { padLine, type Span, type StyledLine, styledLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { evenLead, wrapSpans } from '../../../text/wrap-spans.ts';
import { span } from '../parts/frame.tsx';
import { linesShown } from '../parts/panes.tsx';

/** The result as it stands; at its right the number of the agent that says it, or how many do. */
export function resultPaneText(model: Model, { columns, rows }: Size): ResultPaneText {
  const { compose, draft } = model;
  const { picks } = draft.present;
  const focused = compose.pane === 'result';
  if (columns === 0) return { lines: [], position: '', legend: [] };
  if (picks.length === 0) return { lines: waysToBegin(model, columns), position: '', legend: [] };
  const width = columns - GUTTER - BAR;
  const { lines, top, start, isCurrent } = resultWindow(model);
  const visible = lines.slice(top, top + rows).map((one, index): StyledLine => {
    const before = lines[top + index - 1];
    const isPassage = picks[one.pick]?.kind === 'union' && before?.passage !== one.passage;
    const isStart = one.pick >= 0 && (before?.pick !== one.pick || isPassage);
    const isHere = focused && top + index === start && isCurrent(one);
    const bar = isHere ? HERE : span(isCurrent(one) ? '▎ ' : '  ', focused ? 'accent' : 'muted');
    const origin = isStart ? originWords(picks, one, compose.ids) : '';
    return { spans: [bar, ...padLine(one.line, width).spans, span(origin.padStart(GUTTER), 'marker')] };
  });
  // Of the text, as the file and the list of what is left out number its lines: not of rows on the screen.
  const { lines: count } = composedResult(picks);
  const end = top + rows < lines.length ? (lines[top + rows - 1]?.number ?? 1) : count;
  const place = `line ${countText(lines[start]?.number ?? 1)} of ${countText(count)}`;
  const position = compose.resultTop === null ? place : linesShown(lines[top]?.number ?? 1, end, count);
  return { lines: visible, position, legend: currentStop(model) ? whoSays(model, lines[start]) : [] };
}

const HERE: Span = { ...span('❯ ', 'accent'), tone: 'here' };

interface ResultPaneText {
  readonly lines: readonly StyledLine[];
  readonly position: string;
  /** Who says what the cursor is on. */
  readonly legend: readonly Span[];
}

/** `2× said by 1 backend-architect, 3 api-designer`. */
function whoSays(model: Model, line: ResultLine | undefined): readonly Span[] {
  if (!line) return [];
  const numbers = numbersOf(model.draft.present.picks, line, model.compose.ids);
  const { definitions } = composeTopics(model);
  const names = numbers.flatMap((number) => {
    const definition = definitions.find(({ id }) => id === model.compose.ids[number - 1]);
    return definition ? `${number} ${labelAmong(definition, definitions)}` : [];
  });
  if (names.length === 0) return [];
  const lead = names.length > 1 ? `${names.length}× said by ` : 'said by ';
  return [span('  '), span(visibleText(lead + names.join(', ')), 'muted')];
}

function originWords(picks: readonly Pick[], line: ResultLine, ids: readonly string[]): string {
  const pick = picks[line.pick];
  if (!pick || (pick.kind === 'union' && pick.edited === null && line.passage === null)) return '';
  const numbers = numbersOf(picks, line, ids);
  const [first] = numbers;
  const words = first === undefined ? '·' : numbers.length > 1 ? `${numbers.length}×` : `${first}`;
  return pick.edited !== null || isReworded(pick, line.passage) ? `${words}*` : words;
}

/** Numbers of the agents a line came from: of a passage all that say the same, of a section its own. */
function numbersOf(
  picks: readonly Pick[],
  { pick: at, passage }: ResultLine,
  ids: readonly string[],
): readonly number[] {
  const pick = picks[at];
  if (!pick) return [];
  const sources = pick.kind === 'section' ? [pick.definition] : unionSources(picks, pick.passages, passage);
  const numbers = sources.map((id) => ids.indexOf(id) + 1).filter((number) => number > 0);
  return [...new Set(numbers)].sort((a, b) => a - b);
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

/** How to begin, while nothing is taken. */
function waysToBegin(model: Model, columns: number): readonly StyledLine[] {
  const ways = [
    [keyOf(model, 'compose.pick'), 'takes what the cursor is on'],
    [keyOf(model, 'compose.versions'), 'takes every version of the topic, then merges them'],
    [keyOf(model, 'compose.unite-all'), 'merges the versions of every topic'],
  ] as const;
  const lines = ways.flatMap(([key, words]) =>
    wrapSpans([span(key, 'strong'), span(` ${words}`, 'muted')], columns - 1, evenLead([span(' ')])),
  );
  return [{ spans: [] }, styledLine(' Nothing taken yet', 'muted'), { spans: [] }, ...lines];
}
