import type { Model, Size } from '../../app/model/model.ts';
import { lineText, type StyledLine, spansText } from '../../text/styled-text.ts';
import { screenPanes } from '../views/app-screen.tsx';
import { headerLine } from '../views/parts/header.ts';
import type { FramedPane } from '../views/parts/panes.tsx';
import { placeLines } from './place-lines.ts';
import { joined, sentences, spokenLine, spokenWords } from './spoken.ts';

/** Rows of a screen on which what the keys are on is looked up: it is drawn for nobody, and has room for all around it. */
const ROWS = 60;

/** Any screen, told from its panes: where one is, and the row that the keys act on. */
export const paneLines = placeLines({
  arrival: (model) => [sentences(headerWords(model))],
  status: () => '',
  spot: (model) => `${focusedPane(model)?.name} ${currentWords(model).join('\n')}`,
  here: (model, since) => {
    const pane = focusedPane(model);
    if (!pane) return [];
    const isSame = since !== null && focusedPane(since.before)?.name === pane.name;
    return [...(isSame ? [] : [sentences(paneTitle(pane))]), ...currentWords(model)];
  },
  beside: (model) =>
    panesOf(model, model.size)
      .filter(({ focused, rows }) => !focused && rows > 0)
      .map(({ lines: [first] }) => (first ? spokenLine(first) : '') || 'blank')
      .slice(-1),
});

/** The first line of a screen. */
export function headerWords(model: Model): string {
  return spokenWords(spokenLine(headerLine(model, model.size.columns)));
}

/** The pane that the keys go to, with room for what is around the cursor. */
export function focusedPane(model: Model): FramedPane | undefined {
  return panesOf(model, { ...model.size, rows: ROWS }).find(({ focused }) => focused);
}

function panesOf(model: Model, size: Size): readonly FramedPane[] {
  // Nothing is painted: what fields hold is told by themselves.
  return screenPanes({ model: { ...model, size }, paint: lineText }).panes;
}

function paneTitle({ title, position = '' }: FramedPane): string {
  return joined([spokenWords(spansText(title).replace(/─+\d*/g, ' ').trim()), spokenWords(position)].filter(Boolean));
}

/** The lines that the cursor is on; of a text without one its first in sight. */
export function currentWords(model: Model): readonly string[] {
  const lines = focusedPane(model)?.lines ?? [];
  const here = currentLines(lines);
  const words = (here.length > 0 ? here : lines.slice(0, 1)).map(spokenLine).filter((text) => text !== '');
  return words.length > 0 ? words : lines.map(spokenLine).filter((text) => text !== '');
}

/** The line with the cursor before it, and those that go on with it; where there is none, those along the bar. */
export function currentLines(lines: readonly StyledLine[]): readonly StyledLine[] {
  const start = lines.findIndex((line) => isDrawn(line, '❯'));
  if (start < 0) return lines.filter((line) => isDrawn(line, '▎') || isOnGround(line));
  const end = lines.findIndex((line, at) => at > start && !isOnGround(line));
  return lines.slice(start, end < 0 ? lines.length : end);
}

const isDrawn = ({ spans }: StyledLine, sign: string): boolean => spans.some(({ text }) => text.trim() === sign);
const isOnGround = ({ spans }: StyledLine): boolean => spans.some(({ tone }) => tone === 'cursor');
