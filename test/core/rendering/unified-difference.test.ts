import { applyPatch } from 'diff';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDifference } from '../../../src/core/rendering/unified-difference.ts';

test('is empty for a text and itself', () => {
  expect(unifiedDifference('a.md', 'x\n', 'x\n')).toBe('');
});

test('names the file and says where a final line end is missing', () => {
  expect(unifiedDifference('a.md', 'x\ny', 'x\nz\n')).toBe(
    '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n x\n-y\n\\ No newline at end of file\n+z\n',
  );
});

test('law: the patch turns the one text into the other', () => {
  const text = fc.array(fc.constantFrom('a\n', 'b\n', '\n', 'c'), { maxLength: 12 }).map((lines) => lines.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const patch = unifiedDifference('a.md', before, after);
      expect(patch === '' ? before : applyPatch(before, patch)).toBe(after);
    }),
  );
});

test('an absolute path stands behind a/ and b/ with one slash', () => {
  expect(unifiedDifference('/home/ann/smith.md', 'a\n', 'b\n')).toMatch(
    /^--- a\/home\/ann\/smith\.md\n\+\+\+ b\/home\//,
  );
});
