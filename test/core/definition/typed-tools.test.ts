import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitTools } from '../../../src/core/definition/tool-list.ts';
import { INHERIT, NO_TOOLS, toolList } from '../../../src/core/definition/tools.ts';
import { toolsText, typedTools } from '../../../src/core/definition/typed-tools.ts';

describe('tools as they are typed', () => {
  test.each([
    ['', INHERIT],
    ['  ', INHERIT],
    ['*', INHERIT],
    ['Read, *', INHERIT],
    ['none', NO_TOOLS],
    [' None ', NO_TOOLS],
    ['[]', NO_TOOLS],
    ['[ ]', NO_TOOLS],
    [', ,', NO_TOOLS],
    ['[none]', toolList(['none'])],
    ['none, Read', toolList(['none', 'Read'])],
    ['Read, Bash(a, b)', toolList(['Read', 'Bash(a, b)'])],
  ])('%j is %j', (text, expected) => {
    expect(typedTools(text)).toEqual(expected);
  });

  test('law: tools are read back from their text', () => {
    const word = fc.stringMatching(/^[A-Za-z_][\w/:*-]{0,8}(?:\([^()[\]"'\n]{0,6}\))?$/);
    const tools = fc.oneof(
      fc.constantFrom(INHERIT, NO_TOOLS, toolList(['none']), toolList(['None']), toolList(['inherit'])),
      fc.array(word, { maxLength: 4 }).map((items) => toolList(splitTools(items.join(',')))),
    );
    fc.assert(
      fc.property(tools, (one) => {
        expect(typedTools(toolsText(one))).toEqual(one);
      }),
    );
  });
});
