import { renderToString } from 'ink';
import { describe, expect, test } from 'vitest';
import { createPaint } from '../../../src/ui/paint.ts';
import { AppScreen } from '../../../src/ui/views/app-screen.tsx';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

/** Lines painted for the frames after keys, one after the other, with so many definitions. */
function paintedLines(count: number, ...keys: readonly string[]): readonly number[] {
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`agent-${at}`, `---\ndescription: d\n---\n${'- point\n'.repeat(500)}`]),
  );
  const paint = createPaint(false);
  let lines = 0;
  const counting: typeof paint = (line) => {
    lines += 1;
    return paint(line);
  };
  let model = aModel({ library: libraryFrom(files), size: { columns: 200, rows: 60 } });
  return keys.map((key) => {
    model = afterKeys(model, key);
    lines = 0;
    renderToString(<AppScreen model={model} paint={counting} dimmed={counting} />, { columns: 200 });
    return lines;
  });
}

describe('a frame', () => {
  test('paints the rows on the screen, however many definitions and lines there are', () => {
    const few = paintedLines(100, 'enter down');
    expect(paintedLines(2_000, 'enter down')).toEqual(few);
    // List, rule and preview side by side, and a few rows around them.
    expect(few[0]).toBeLessThan(3 * 60);
  });

  test('paints what a key changed: two rows of the list, the preview and a few rows around them', () => {
    const [, next] = paintedLines(100, 'enter', 'down');
    expect(next).toBeLessThan(60 + 12);
  });
});
