import fc from 'fast-check';
import { expect, test } from 'vitest';
import inkMeasureText from '../../../node_modules/ink/build/measure-text.js';
import inkSanitizeAnsi from '../../../node_modules/ink/build/sanitize-ansi.js';
import measureText from '../../../src/ui/ink/measure-text.ts';
import sanitizeAnsi from '../../../src/ui/ink/sanitize-ansi.ts';
import widestLine from '../../../src/ui/ink/widest-line.ts';

/** What `paint.ts` writes: text that is safe to show, with styles. */
const painted = fc
  .array(
    fc.constantFrom('a', ' ', '\n', '日本', 'é', '😀', '한', '\u001B[1m', '\u001B[22m', '\u001B[38;5;12m', '\u001B[0m'),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

test('what stands in for the measures of Ink measures the same', () => {
  fc.assert(
    fc.property(painted, (text) => {
      const measured = inkMeasureText(text);
      expect(measureText(text)).toEqual(measured);
      expect(widestLine(text)).toBe(measured.width);
    }),
  );
});

test('what stands in for the cleaning of Ink leaves styles, and takes what moves the cursor', () => {
  fc.assert(
    fc.property(painted, (text) => {
      expect(sanitizeAnsi(text)).toBe(inkSanitizeAnsi(text));
    }),
  );
  // Ink takes the whole sequence; without its beginning it is text.
  expect(sanitizeAnsi('a\u001B[2Jb\u009B3;4Hc\u001B[1md')).toBe('a[2Jb3;4Hc\u001B[1md');
});
