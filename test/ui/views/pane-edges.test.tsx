import { expect, test } from 'vitest';
import type { Model } from '../../../src/app/model/model.ts';
import { lineText, padLine } from '../../../src/text/styled-text.ts';
import { createPaint } from '../../../src/ui/paint.ts';
import { screenPanes } from '../../../src/ui/views/app-screen.tsx';
import { aModel, libraryFrom, THREE_AGENTS } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

/** Agents whose words fill every line they are given. */
const WORDY = Object.fromEntries(
  Object.entries(THREE_AGENTS).map(([name, text]) => [
    name,
    `${text}\n## Habits\n\n${'words '.repeat(400)}\n\n- ${'x'.repeat(900)}\n\n\`\`\`\n${'code '.repeat(300)}\n\`\`\`\n`,
  ]),
);
const WAYS = [
  ['', 'the list'],
  ['/ "a"', 'the list while one types'],
  ['/ "zzzz"', 'nothing found'],
  ['enter', 'the reader'],
  ['enter v', 'the source'],
  ['tab tab d', 'the comparison'],
  ['tab tab d v', 'the comparison without words set off'],
  ['tab tab d m', 'the table'],
  ['tab tab c', 'composing'],
  ['tab tab c M', 'a draft'],
  ['tab tab c M tab', 'its versions'],
  ['tab tab c M tab tab', 'its result'],
  ['tab tab c m x', 'what is left out'],
  ['tab tab c M ctrl+s', 'the form'],
  ['C', 'what was made here'],
] as const;
const SIZES = [
  [40, 20],
  [80, 24],
  [120, 36],
  [200, 60],
] as const;

/** The cell of a row that stands at the edge of the screen, of each pane that goes there. */
function cellsAtEdges(
  model: Model,
): readonly { readonly pane: string; readonly left: string; readonly right: string }[] {
  const { direction, panes } = screenPanes({ model, paint: createPaint(false) });
  const shown = panes.filter(({ columns, rows }) => columns > 0 && rows > 0);
  return shown.flatMap(({ name, columns, rows, lines }, at) => {
    const isFirst = direction === 'column' || at === 0;
    const isLast = direction === 'column' || at === shown.length - 1;
    return lines.slice(0, rows).map((line) => {
      const text = lineText(padLine(line, columns));
      return {
        pane: `${name}: ${text}`,
        left: isFirst ? (text[0] ?? '') : ' ',
        right: isLast ? (text.at(-1) ?? '') : ' ',
      };
    });
  });
}

test.each(WAYS)('after “%s”, on the screen of %s, no text touches the edge of the screen', (keys) => {
  for (const [columns, rows] of SIZES) {
    const model = afterKeys(aModel({ library: libraryFrom(WORDY), size: { columns, rows } }), keys);
    for (const { pane, left, right } of cellsAtEdges(model)) {
      // The cursor's sign stands in the first cell, as does a bar along what it is on.
      expect({ columns, pane, left, right }).toMatchObject({ left: expect.stringMatching(/^[ ❯▎]$/), right: ' ' });
    }
  }
});
