import { renderToString } from 'ink';
import { describe, expect, test } from 'vitest';
import { createPaint } from '../../../src/ui/paint.ts';
import { AppScreen } from '../../../src/ui/views/app-screen.tsx';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

/** Lines painted for the frame after a key, with so many definitions. */
function paintedLines(count: number): number {
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`agent-${at}`, `---\ndescription: d\n---\n${'- point\n'.repeat(500)}`]),
  );
  const model = afterKeys(aModel({ library: libraryFrom(files), size: { columns: 200, rows: 60 } }), 'enter down');
  const paint = createPaint(false);
  let lines = 0;
  const counting: typeof paint = (line) => {
    lines += 1;
    return paint(line);
  };
  renderToString(<AppScreen model={model} paint={counting} onTyped={() => {}} />, { columns: 200 });
  return lines;
}

describe('a frame', () => {
  test('paints the rows on the screen, however many definitions and lines there are', () => {
    const few = paintedLines(100);
    expect(paintedLines(2_000)).toBe(few);
    // List, rule and preview side by side, and a few rows around them.
    expect(few).toBeLessThan(3 * 60);
  });
});
