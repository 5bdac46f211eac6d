import { expect, test } from 'vitest';
import { osc52Clipboard } from '../../src/adapters/osc52-clipboard.ts';

test('hands a text to the terminal as base64, so that nothing in it is a sequence', () => {
  const written: string[] = [];
  osc52Clipboard({ write: (data) => written.push(data) }).copy('Ä\u0007\u001b]0;x\n');
  expect(written).toEqual([`\u001b]52;c;${btoa('\u00c3\u0084\u0007\u001b]0;x\n')}\u0007`]);
});
