import fc, { type Arbitrary } from 'fast-check';
import { SEQUENCES, yamlQuoted } from '../support/hostile/hostile-controls.ts';

/** Pieces that mean something to one of our scanners. */
const MARKS: readonly string[] = [
  ...['#', '##', '######', '# ', '## A', '- ', '* ', '+ ', '1. ', '1) ', '• ', '> ', '>', '    ', '\t', '   '],
  ...[
    '```',
    '````',
    '~~~',
    '```md',
    '```js',
    '<!--',
    '-->',
    '<!-- x -->',
    '<!-- agents-lint-ignore ',
    'color/case -->',
    '<role>',
    '</role>',
    '<a-b c="d">',
    '</a-b>',
  ],
  ...['**', '*', '__', '_', '`', '``', '[', ']', '](', ')', '![', '\\', '|', '|-|-|', '---', '***', '___', '===', ':'],
  ...[
    '：',
    '**Bold:**',
    'Do this:',
    '**A**: b',
    '- **A**: b',
    '- [ ] ',
    '**A:** b',
    '**A.** b',
    'A: b',
    '✅ ',
    '– ',
    'http://a.b/c',
    '<http://a>',
    '&amp;',
    '\uFEFF',
    '{',
    '}',
  ],
];

/** Pieces of frontmatter. */
const FIELDS: readonly string[] = [
  ...[
    'name: a',
    'description: b: c',
    'description: "x',
    "description: 'x",
    'tools: Read, Bash(git diff:*)',
    'tools: []',
  ],
  ...[
    'tools:\n  - Read',
    'model: 4.10',
    'color: RED',
    '__proto__: x',
    'constructor: y',
    'a: &a [*a]',
    'b: *a',
    '<<: *a',
  ],
  ...[
    'c: !!js/function x',
    'd: |\n  e',
    'f: >-\n  g',
    '# comment',
    '? k\n: v',
    'h: [[[',
    'i: {j: {k:',
    'l: 1e999',
    '- m',
  ],
  ...[
    'description: <example>\nuser: "a: b"\n</example>',
    'x: "\\e[31m"',
    ': n',
    '"": o',
    'name: b',
    '%YAML 1.2',
    '...',
  ],
];

const LINE_ENDS = ['\n', '\n', '\n', '\n\n', '\r\n', '\r', '\u0085', '\u2028'];
const FENCES = ['---', '---', '---', '----', '--- ', ' ---', '---js', '--- js', '---yaml', '---toml', ''];

const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(...Object.values(SEQUENCES)).map((sequence) => sequence.slice(0, 80)),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
);

const piece = fc.oneof(
  { arbitrary: fc.constantFrom(...MARKS), weight: 6 },
  { arbitrary: fc.constantFrom('word', 'Security', 'the', 'a b c', 'Regel', '规则'), weight: 4 },
  { arbitrary: fc.constantFrom(...LINE_ENDS), weight: 5 },
  { arbitrary: strange, weight: 2 },
  // Repetition is what makes a scanner slow or deep.
  {
    arbitrary: fc
      .tuple(fc.constantFrom(...MARKS), fc.integer({ min: 2, max: 300 }))
      .map(([mark, times]) => mark.repeat(times)),
    weight: 1,
  },
);

/** A body made of what the section grammar and the renderer look for, and of what nobody should look at. */
export const hostileBody: Arbitrary<string> = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));

const field = fc.oneof(
  { arbitrary: fc.constantFrom(...FIELDS), weight: 5 },
  { arbitrary: strange.map((text) => `name: ${yamlQuoted(text)}`), weight: 1 },
  { arbitrary: strange, weight: 1 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('[', '{a: ', '- ', '? ', '!!str '), fc.integer({ min: 1, max: 400 }))
      .map(([open, times]) => `z: ${open.repeat(times)}`),
    weight: 1,
  },
);

/** A whole file: frontmatter that is hardly any, and a body. */
export const hostileFile: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '', '\uFEFF', '\n', 'Text.\n'),
    fc.constantFrom(...FENCES),
    fc.array(field, { maxLength: 8 }),
    fc.constantFrom(...FENCES),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    hostileBody,
  )
  .map(([lead, open, fields, close, end, body]) => lead + [open, ...fields, close, body].join(end));
