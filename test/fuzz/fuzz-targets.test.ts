import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkComposing,
  checkFixing,
  checkReading,
  checkRendering,
  checkScreen,
  FUZZ_TARGETS,
} from './fuzz-targets.ts';

// `npm run fuzz` goes on for as long as one likes; here each target is tried for a moment, so that none goes stale.
test.each(Object.entries(FUZZ_TARGETS))('fuzzing %s finds nothing', async (_name, target) => {
  await fc.assert(target(), { numRuns: 60 });
});

describe('what fuzzing found once', () => {
  test('a description with hundreds of blanks is written as YAML that we read ourselves', () => {
    checkComposing([`---\n---\n${' '.repeat(600)}#`, '---\n---\n'], []);
  });

  test.each([
    ['flags of nowhere', '🇦'.repeat(40), 1],
    ['numbers in black squares', '\u3248'.repeat(9), 1],
  ])('%s stay inside their rectangle', async (_name, text, width) => {
    await expect(checkScreen(text, width)).resolves.toBeUndefined();
    checkRendering(text, width);
  });
});

test.each([
  ['nothing', ''],
  ['a head alone', '---\n---\n'],
  ['prototype keys', '---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\n---\nx\n'],
])('%s is read and fixed like anything else', (_name, text) => {
  checkReading(text);
  checkFixing(text);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
