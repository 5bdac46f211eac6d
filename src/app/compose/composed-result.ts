import { type ComposedBody, composeBody, writtenDraft } from '../../core/compose/compose.ts';
import { composedTokens } from '../../core/compose/composed-tokens.ts';
import { type Draft, isSamePassage, type PassageKey, type Pick } from '../../core/draft/draft.ts';
import type { WrittenDefinition } from '../../core/formats/converting/write-definition.ts';
import type { RenderedLine } from '../../core/rendering/markdown-lines.ts';
import { memoLast } from '../../kit/memo.ts';
import { cutLine } from '../../text/styled-text.ts';
import { renderedText } from '../model/rendered-text.ts';
import { signSpan } from '../model/signs.ts';
import { passageWords } from './passage-words.ts';

/** The picks put together: what the result pane shows and the header counts. */
export interface ComposedResult extends ComposedBody {
  readonly tokens: number;
  /** How many lines its text has. */
  readonly lines: number;
}

/** The body the picks make, composed once for as long as they stay the same. */
export const composedResult = memoLast((picks: readonly Pick[]): ComposedResult => {
  const body = composeBody(picks);
  return { ...body, tokens: composedTokens(body), lines: lineCount(body.text) };
});

/** The file a draft makes for its harness, and what could not be carried there. */
export function composedFile(draft: Draft): WrittenDefinition {
  return writtenDraft(draft, composedResult(draft.picks));
}

/** What one pick became, as its editor shows it. */
export function pickText(picks: readonly Pick[], index: number): string {
  const { text, parts } = composedResult(picks);
  const part = parts.find(({ pick }) => pick === picks[index]);
  return part ? `${text.slice(part.start, part.end)}\n` : '';
}

/** A line of the result, and where it comes from. */
export interface ResultLine {
  readonly line: RenderedLine;
  /** The line of the text of the result that it shows or begins with, from 1. */
  readonly number: number;
  /** Index of the pick; -1 between picks. */
  readonly pick: number;
  /** Index among the passages of the pick; `null` for a line of none. */
  readonly passage: number | null;
}

/**
 * The result as lines of a width, each with its pick and passage; a blank line parts the picks.
 *
 * @param held A passage of a union that is shown where it stood although it was left out.
 */
export const resultLines = memoLast(
  (picks: readonly Pick[], width: number, held: PassageKey | null): readonly ResultLine[] => {
    const { text, parts } = composedResult(picks);
    let above = 0;
    return parts.flatMap((part, index) => {
      const { pick, start, end } = part;
      const at = picks.indexOf(pick);
      const between = text.slice(parts[index - 1]?.end ?? 0, start);
      const continues = index > 0 && between === '\n';
      above += lineEnds(between);
      const first = above + 1;
      above += lineEnds(text.slice(start, end));
      const passageOf = passagesByLine(text, part);
      const standing = renderedText(text.slice(start, end), width, 'rendered').map((line) => ({
        line,
        number: first + line.source,
        pick: at,
        passage: passageOf(line.source),
      }));
      const lines = held === null ? standing : withHeld(standing, { pick, at, width }, held);
      return index === 0 || continues ? lines : [{ ...PARTING, number: first - 1 }, ...lines];
    });
  },
);

/** Lines of a pick with what was left out of it in its place. */
function withHeld(
  lines: readonly ResultLine[],
  { pick, at, width }: { readonly pick: Pick; readonly at: number; readonly width: number },
  held: PassageKey,
): readonly ResultLine[] {
  const passage = pick.kind === 'union' ? pick.passages.findIndex((one) => isSamePassage(one, held)) : -1;
  const out = pick.kind === 'union' ? pick.passages[passage] : undefined;
  if (!out) return lines;
  const next = lines.findIndex((one) => one.passage !== null && one.passage > passage);
  const place = next < 0 ? lines.length : next;
  const { spans } = cutLine({ spans: [signSpan('free', ' '), ...passageWords(out, 'muted')] }, width);
  const before = lines[place] ?? lines.at(-1);
  const line: ResultLine = {
    line: { spans, source: lines[place]?.line.source ?? 0 },
    number: before?.number ?? 1,
    pick: at,
    passage,
  };
  return [...lines.slice(0, place), line, ...lines.slice(place)];
}

const PARTING: Omit<ResultLine, 'number'> = { line: { spans: [], source: 0 }, pick: -1, passage: null };

/** How many lines a text has, whether the last one ends or not. */
export function lineCount(text: string): number {
  return lineEnds(text.replace(/\n$/, '')) + 1;
}

const lineEnds = (text: string): number => text.split('\n').length - 1;

/** A function for the passage that a 0-based line of a part belongs to. */
function passagesByLine(
  text: string,
  { start, end, stretches }: ComposedBody['parts'][number],
): (line: number) => number | null {
  if (stretches.length === 0) return () => null;
  const passages: (number | null)[] = [];
  let offset = start;
  let at = 0;
  for (const line of text.slice(start, end).split('\n')) {
    while (at + 1 < stretches.length && (stretches[at + 1]?.start ?? end) <= offset) at += 1;
    const stretch = stretches[at];
    passages.push(stretch && offset >= stretch.start && offset <= stretch.end ? stretch.passage : null);
    offset += line.length + 1;
  }
  return (line) => passages[line] ?? null;
}
