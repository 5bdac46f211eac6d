import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allPassages, passageId } from '../../../src/core/sections/passages-of.ts';
import { splitSections } from '../../../src/core/sections/split-sections.ts';

const shape = (body: string) =>
  allPassages(splitSections(body)).map(({ kind, section, text }) => `${kind} ${section} ${JSON.stringify(text)}`);

describe('the passages of a section', () => {
  test.each([
    ['nothing', '', []],
    ['blank lines', '\n \n', []],
    ['a paragraph', 'a\nb\n\nc\n', ['text preamble "a\\nb"', 'text preamble "c"']],
    ['a title over items', '## A\n- x\n- y\n', ['title a "## A"', 'item a "- x"', 'item a "- y"']],
    ['text that runs into a list', '## A\nIt is so.\n- y\n', ['title a "## A"', 'text a "It is so."', 'item a "- y"']],
    [
      'an item that runs on',
      '- x\nruns on\n  more\n\n  later\n\nnot\n',
      ['item preamble "- x\\nruns on\\n  more\\n\\n  later"', 'text preamble "not"'],
    ],
    ['a list in a plain item', '- x\n  - y\n- z\n', ['item preamble "- x\\n  - y"', 'item preamble "- z"']],
    [
      'a list in an item section',
      '- **A**:\n  - x\n    more\n  - y\n',
      ['item a "- **A**:"', 'item a "  - x\\n    more"', 'item a "  - y"'],
    ],
    [
      'code with blank lines',
      'x\n```\n- a\n\n# b\n```\ny\n',
      ['text preamble "x"', 'text preamble "```\\n- a\\n\\n# b\\n```"', 'text preamble "y"'],
    ],
    [
      'code inside an item',
      '- x\n  ```\n  a\n\n  ```\n- y\n',
      ['item preamble "- x\\n  ```\\n  a\\n\\n  ```"', 'item preamble "- y"'],
    ],
    ['rules', 'a\n\n---\n\nb\n', ['text preamble "a"', 'text preamble "b"']],
    ['a tag', '<role>\nx\n</role>\n', ['title role "<role>"', 'text role "x"']],
    [
      'a tag around sections',
      '<role>\n## A\nx\n</role>\n',
      ['title role "<role>"', 'title role/a "## A"', 'text role/a "x"'],
    ],
    ['a table', '| a |\n| - |\n| 1 |\n', ['text preamble "| a |\\n| - |\\n| 1 |"']],
    [
      'a title of two lines',
      'A line that is full, so that it goes on below\nb:\n- x\n',
      [
        'title a-line-that-is-full-so-that-it-goes-on-below-b "A line that is full, so that it goes on below\\nb:"',
        'item a-line-that-is-full-so-that-it-goes-on-below-b "- x"',
      ],
    ],
    ['Windows line ends', '## A\r\n- x\r\n', ['title a "## A"', 'item a "- x"']],
  ])('of %s', (_, body, expected) => {
    expect(shape(body)).toEqual(expected);
  });

  test('know their line in the file and their name', () => {
    const passages = allPassages(splitSections('\n\nHi.\n\n## A\n\n- x\n- y\n', 4));
    expect(passages.map((passage) => `${passage.line} ${passageId(passage)}`)).toEqual([
      '6 preamble:1',
      '8 a:0',
      '10 a:1',
      '11 a:2',
    ]);
  });
});

const LINES = [
  '## A',
  '- x',
  '  - y',
  '1. **B**: z',
  'words',
  '  more',
  '```',
  '# c',
  '<t>',
  '</t>',
  '---',
  'Lead:',
  '**C**',
  '| d |',
  '> e',
  '',
  '',
];
const aBody = fc
  .array(fc.constantFrom(...LINES), { maxLength: 24 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

describe('laws of passages', () => {
  test('every line that says something is in exactly one passage, but for rules and closing tags', () => {
    fc.assert(
      fc.property(aBody, (body) => {
        const lines = (text: string) => text.split('\n').map((line) => line.trimEnd());
        const own = allPassages(splitSections(body)).flatMap(({ text }) => lines(text));
        const said = (all: readonly string[]) => all.filter((line) => !['', '---', '</t>'].includes(line));
        expect(said(own)).toEqual(said(lines(body)));
      }),
      { numRuns: 500 },
    );
  });

  test('each stands on the line it says', () => {
    fc.assert(
      fc.property(aBody, (body) => {
        const lines = body.split('\n');
        for (const { line, text } of allPassages(splitSections(body))) {
          expect(lines[line - 1]?.trimEnd()).toBe(text.split('\n', 1)[0]?.trimEnd());
        }
      }),
    );
  });
});
