import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../../src/core/definition/agent-definition.ts';
import { flattenSections } from '../../../src/core/sections/section-text.ts';
import { splitSections } from '../../../src/core/sections/split-sections.ts';

/** One line per section: two spaces for each section around it, kind, level and title, or the text of one without. */
function outline(body: string): readonly string[] {
  const rows = (sections: readonly Section[], indent: string): readonly string[] =>
    sections.flatMap(({ kind, level, title, raw, sections: inner }) => [
      `${indent}${kind} ${title === '' ? JSON.stringify(raw) : `${level} ${title}`}`,
      ...rows(inner, `${indent}  `),
    ]);
  return rows(splitSections(body), '');
}

const ids = (body: string) => flattenSections(splitSections(body)).map(({ id }) => id);
const itemsOf = (body: string, id: string) =>
  flattenSections(splitSections(body)).find((section) => section.id === id)?.items;

describe('openers', () => {
  test.each([
    ['nothing', '', []],
    ['blank lines', '\n\n', ['preamble "\\n\\n"']],
    ['plain text', 'Be brief.\n', ['preamble "Be brief.\\n"']],
    ['a rule alone', '---\n', ['preamble "---\\n"']],
    ['headings', 'Hi\n# A\n## B\n# C', ['preamble "Hi\\n"', 'heading 1 A', '  heading 2 B', 'heading 1 C']],
    ['a heading three spaces in', '   ## A', ['heading 2 A']],
    ['a heading four spaces in', '    ## A', ['preamble "    ## A"']],
    ['a heading in a quote', '> # A', ['preamble "> # A"']],
    ['underlined text', 'A\n===\n', ['preamble "A\\n===\\n"']],
    ['a skipped level', '# A\n### B\n## C', ['heading 1 A', '  heading 3 B', '  heading 2 C']],
    ['headings in code', '```\n# A\n```\n', ['preamble "```\\n# A\\n```\\n"']],
    ['headings in a comment', '<!--\n# A\n-->\n# B', ['preamble "<!--\\n# A\\n-->\\n"', 'heading 1 B']],
    ['a bold line', '**A:**\ntext', ['bold 7 A']],
    ['a bold line four spaces in', '    **A**', ['preamble "    **A**"']],
    ['a bold line under a heading', '## A\n**B**\n', ['heading 2 A', '  bold 7 B']],
    ['a bold line inside a paragraph', 'text\n**A**\n', ['preamble "text\\n**A**\\n"']],
    ['a lead-in over a list', 'You will:\n- a', ['lead-in 8 You will']],
    ['a lead-in over a list further down', 'You will:\n\n1. a', ['lead-in 8 You will']],
    ['a lead-in over code', 'Run:\n\n```sh\nls\n```', ['lead-in 8 Run']],
    ['a lead-in over a table', 'Rate:\n| a |\n', ['lead-in 8 Rate']],
    ['a lead-in over a quote', 'Say：\n> a\n', ['lead-in 8 Say']],
    ['a colon over a paragraph', 'Note:\nall of it', ['preamble "Note:\\nall of it"']],
    ['a short line over a list', 'Focus areas\n- a', ['lead-in 8 Focus areas']],
    ['a sentence over a list', 'Read this.\n- a', ['preamble "Read this.\\n- a"']],
    ['a short line over code', 'Example\n```\na\n```', ['preamble "Example\\n```\\na\\n```"']],
    ['a tag pair', '<role>\ntext\n</role>\n', ['tag 0 role']],
    ['a tag without its end', '<role>\ntext\n', ['preamble "<role>\\ntext\\n"']],
    ['bold items', '- **A**: x\n- **B**: y', ['item 9 A', 'item 9 B']],
    ['an item that is code by its indentation', 'Text.\n\n    - **A**: x', ['preamble "Text.\\n\\n    - **A**: x"']],
  ])('%s', (_name, body, expected) => {
    expect(outline(body)).toEqual(expected);
  });
});

describe('nesting', () => {
  test('weaker openers nest in stronger ones', () => {
    expect(outline('# T\n\n**B**\n\nYou will:\n- **I**: x\n\n**C**\n')).toEqual([
      'heading 1 T',
      '  bold 7 B',
      '    lead-in 8 You will',
      '      item 9 I',
      '  bold 7 C',
    ]);
  });

  test.each([2, 3, 4])('items nest by %i columns, with plain text around them', (columns) => {
    const pad = ' '.repeat(columns);
    const body = `1. **A**: x\n${pad}- **B**: y\n${pad}- **C**: z\n2. **D**: w\n`;
    expect(outline(body)).toEqual(['item 9 A', '  item 10 B', '  item 10 C', 'item 9 D']);
  });

  test('one column further in is the same list', () => {
    expect(outline('- **A**: x\n - **B**: y\n')).toEqual(['item 9 A', 'item 9 B']);
  });

  test('blank lines between items end no list', () => {
    const body = '1. **A**: x\n\n   - y\n\n   more\n\n2. **B**: z\n';
    expect(outline(body)).toEqual(['item 9 A', 'item 9 B']);
  });

  test('text of an item behind items inside it is an untitled section of it', () => {
    const body = '1. **A**: x\n   - **B**: y\n\n   more\n2. **C**: z\n';
    expect(outline(body)).toEqual(['item 9 A', '  item 10 B', '  untitled "   more\\n"', 'item 9 C']);
  });

  test('a bold item inside a plain one is text of it', () => {
    expect(outline('- a\n  - **B**: x\n- c\n')).toEqual(['preamble "- a\\n  - **B**: x\\n- c\\n"']);
  });

  test('plain items behind bold ones stay together', () => {
    expect(outline('## L\n- **A**: x\n- b\n- c\n')).toEqual(['heading 2 L', '  item 9 A', '  untitled "- b\\n- c\\n"']);
  });

  test('sections inside a tag nest in it and end with it', () => {
    expect(outline('<role>\n## A\nx\n</role>\n\n<rules>\ny\n</rules>\n')).toEqual([
      'tag 0 role',
      '  heading 2 A',
      '  untitled "</role>\\n\\n"',
      'tag 0 rules',
    ]);
  });

  test('tags nest in tags', () => {
    expect(outline('<a1>\n<b1>\nx\n</b1>\ny\n</a1>\n')).toEqual([
      'tag 0 a1',
      '  tag 0 b1',
      '  untitled "y\\n"',
      '  untitled "</a1>\\n"',
    ]);
  });

  test('a tag ends headings above it, but not the only title of a document', () => {
    const tag = '<role>\nx\n</role>\n';
    expect(outline(`## A\n${tag}`)).toEqual(['heading 2 A', 'tag 0 role']);
    expect(outline(`# A\n${tag}`)).toEqual(['heading 1 A', '  tag 0 role']);
    expect(outline(`${tag}# A\n${tag}`)).toEqual(['tag 0 role', 'heading 1 A', 'tag 0 role']);
    expect(outline(`# A\n${tag}# B\n`)).toEqual(['heading 1 A', 'tag 0 role', 'heading 1 B']);
  });
});

describe('extent', () => {
  test.each([
    ['bold', '**Rules:**'],
    ['lead-in', 'Rules:'],
  ])('a %s section that opens with a list ends at the first paragraph behind it', (kind, marker) => {
    const level = kind === 'bold' ? 7 : 8;
    expect(outline(`${marker}\n- a\n\nBe kind.\n\nBe brief.\n`)).toEqual([
      `${kind} ${level} Rules`,
      'untitled "Be kind.\\n\\nBe brief.\\n"',
    ]);
  });

  test('the paragraph belongs to the section around', () => {
    expect(outline('## H\n\nRules:\n- a\n\nBe kind.\n## I\n')).toEqual([
      'heading 2 H',
      '  lead-in 8 Rules',
      '  untitled "Be kind.\\n"',
      'heading 2 I',
    ]);
  });

  test('a table behind the list stays in the section', () => {
    expect(outline('**Rules:**\n- a\n\n| b |\n\nBe kind.\n')).toEqual(['bold 7 Rules', 'untitled "Be kind.\\n"']);
  });

  test('code behind the list stays in the section', () => {
    expect(outline('**Rules:**\n- a\n\n```\nb\n```\n\nBe kind.\n')).toEqual(['bold 7 Rules', 'untitled "Be kind.\\n"']);
  });

  test('a bold section that opens with a paragraph keeps its paragraphs', () => {
    expect(outline('**Rules**\n\nFirst.\n\n- a\n\nLast.\n')).toEqual(['bold 7 Rules']);
  });

  test('a lead-in behind the list is a section beside the bold one', () => {
    expect(outline('**Rules:**\n- a\n\nYou will:\n- b\n')).toEqual(['bold 7 Rules', 'lead-in 8 You will']);
  });

  test('an item ends with its list', () => {
    expect(outline('## H\n- **A**: x\n  y\nz\n\nText.\n')).toEqual([
      'heading 2 H',
      '  item 9 A',
      '  untitled "Text.\\n"',
    ]);
  });

  test('a rule ends a list and stays with what is above it', () => {
    expect(outline('- **A**: x\n\n---\n\nText.\n')).toEqual(['item 9 A', 'untitled "Text.\\n"']);
  });

  test('code right under an item belongs to it', () => {
    expect(outline('1. **A**:\n```\nx\n```\n2. **B**: y\n')).toEqual(['item 9 A', 'item 9 B']);
  });

  test('a comment ends nothing', () => {
    expect(outline('- **A**: x\n\n<!-- note -->\n\n- **B**: y\n')).toEqual(['item 9 A', 'item 9 B']);
  });

  test('text behind a tag is no part of it', () => {
    expect(outline('<role>\nx\n</role>\n\nText.\n')).toEqual(['tag 0 role', 'untitled "Text.\\n"']);
    expect(outline('<role>\nx\n</role>\n<!-- y -->\n')).toEqual(['tag 0 role', 'untitled "<!-- y -->\\n"']);
  });

  test('blank lines above the first marker belong to it', () => {
    expect(splitSections('\n\n# A\n')).toMatchObject([{ kind: 'heading', raw: '\n\n# A\n', line: 3 }]);
  });
});

describe('ids', () => {
  test.each([
    ['are paths of titles', '# Core\n## API Design\n', ['core', 'core/api-design']],
    [
      'name what has no title',
      'Hi\n\nRules:\n- a\n\nMid.\n## B\n- **C**: x\n\nEnd.',
      ['preamble', 'rules', 'untitled', 'b', 'b/c', 'b/closing'],
    ],
    ['number repeated titles', '## Rules\n## Rules\n### A\n', ['rules', 'rules-2', 'rules-2/a']],
    ['are the same in other scripts', '**核心领域：**\n- **安全**：x\n', ['核心领域', '核心领域/安全']],
    ['exist without letters', '## 🚀\n## 🎉\n', ['section', 'section-2']],
  ])('%s', (_name, body, expected) => {
    expect(ids(body)).toEqual(expected);
  });

  test('stay when other sections come, go or change', () => {
    const before = ids('## A\nx\n## B\n- **C**: y\n');
    const after = ids('Intro.\n\n## Z\n## A\nother\n### New\n## B\n- **D**: z\n- **C**: w\n');
    expect(after).toEqual(expect.arrayContaining([...before]));
  });
});

describe('lines', () => {
  test('count from the line the body starts on, whatever ends them', () => {
    const sections = flattenSections(splitSections('Hi\r\n\r\n## A\r## B\n- **C**\n', 10));
    expect(sections.map(({ line }) => line)).toEqual([10, 12, 13, 14]);
  });
});

describe('items', () => {
  test.each([
    ['without bullets', '## A\n- a\n* b\n1. c\n2) d\n', ['a', 'b', 'c', 'd']],
    ['with what is nested in them', '## A\n- a\n  more\n\n  - b\n- c\n', ['a\n  more\n\n  - b', 'c']],
    ['without their boxes', '## A\n- [ ] a\n- [x] b\n', ['a', 'b']],
    ['with lazy continuations', '## A\n- a\nb\n\nText.\n', ['a\nb']],
    ['with code', '## A\n- a\n  ```\n  - b\n  ```\n', ['a\n  ```\n  - b\n  ```']],
    ['of several lists', '## A\n- a\n\nText.\n\n- b\n', ['a', 'b']],
    ['but not sections', '## A\n- a\n- **B**: x\n- c\n', ['a']],
    ['but nothing inside code', '## A\n```\n- a\n```\n', []],
  ])('are listed %s', (_name, body, expected) => {
    expect(itemsOf(body, 'a')).toEqual(expected);
  });

  test('of an item are those nested in it', () => {
    expect(itemsOf('1. **A**: x\n   - a\n     - b\n   - c\n2. **D**: y\n', 'a')).toEqual(['a\n     - b', 'c']);
  });

  test('of an item are nested four columns in as well', () => {
    expect(itemsOf('- **A**: x\n\n    - b\n    - c\n', 'a')).toEqual(['b', 'c']);
  });

  test('of an untitled section are its own', () => {
    expect(itemsOf('- **A**: x\n- b\n- c\n', 'closing')).toEqual(['b', 'c']);
  });
});

const PARTS = [
  ...[
    '# A',
    '## B',
    '###',
    '**C**',
    '**D:**',
    'Lead:',
    'short line',
    'A sentence.',
    'A line that is full, so that it goes on below',
    '1. **E**: x',
    '- **F**',
    '- g',
    '  - **H**',
    '   i',
    '**J:** k',
    '**L.** m',
    'Word: n',
    '✅ o',
    '– p',
    '- [ ] q',
    '      - j',
  ],
  ...[
    '```',
    '```md',
    '```js',
    '~~~',
    '<role>',
    '</role>',
    '<rule a="b">',
    '</rule>',
    '<div>',
    '<!--',
    '-->',
    '> q',
    '| t |',
    '---',
    '    code',
  ],
  ...['\n', '\n', '\n', '\n', '\n\n', '\r\n', '\r', ' ', '\t', '\0', '\uD800', '\uFEFF', '：', '🚀', '**', '#'],
];
const markdown = fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }).map((parts) => parts.join(''));
const lines = fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }).map((parts) => parts.join('\n'));
const anyText = fc.oneof(markdown, lines, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('laws', () => {
  test('joining the own text of all sections gives the body back', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        expect(
          flattenSections(splitSections(body))
            .map(({ raw }) => raw)
            .join(''),
        ).toBe(body);
      }),
      { numRuns: 1000 },
    );
  });

  test('no two sections of a body have the same id, and none is empty', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        const sections = flattenSections(splitSections(body));
        expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
        expect(sections.every(({ id, raw }) => raw !== '' && !/(^|\/)(\/|$)/.test(id))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('exactly the sections with a marker have a title, and begin on the line they say', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        const texts = body.split(/\r\n|\n|\r/);
        for (const { kind, title, line, raw } of flattenSections(splitSections(body, 1))) {
          expect(title === '').toBe(kind === 'preamble' || kind === 'untitled');
          expect(raw).toContain(texts[line - 1]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('levels grow inwards, except that tags hold everything', () => {
    const check = (section: Section): void => {
      for (const inner of section.sections) {
        const isFree = inner.title === '' || section.kind === 'tag' || inner.kind === 'tag';
        expect(isFree || inner.level > section.level).toBe(true);
        check(inner);
      }
    };
    fc.assert(fc.property(anyText, (body) => splitSections(body).forEach(check)));
  });
});

describe('hostile bodies', () => {
  const many = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  const depth = (sections: readonly Section[]): number =>
    Math.max(0, ...sections.map((section) => 1 + depth(section.sections)));

  test.each([
    ['items, each nested in the one before', many(2_000, (index) => `${' '.repeat(2 * index)}- **a**: b`)],
    [
      'tags, each inside the one before',
      `${many(50_000, (index) => `<t${index}>`)}\n${many(50_000, (index) => `</t${49_999 - index}>`)}`,
    ],
    [
      'tags that never close, and closing tags of others',
      `${many(50_000, (index) => `<t${index}>`)}\n${many(50_000, (index) => `</u${index}>`)}`,
    ],
    ['the same heading', many(100_000, () => '# a')],
    ['fences that nest', many(50_000, () => '```md')],
    ['comments that never close', many(100_000, () => '<!-- a')],
    ['one long line of asterisks', '- **a'.repeat(100_000)],
    ['one long heading of brackets', `# ${'[a](<!--'.repeat(50_000)}`],
    ['one long line of spaces', `# a${' '.repeat(500_000)}b`],
    ['labels', many(50_000, () => '**a:** b')],
    ['labels, each alone', many(50_000, (index) => (index % 2 === 0 ? '**a:** b\n' : 'c\n'))],
    ['labels among bold titles', many(50_000, (index) => (index % 2 === 0 ? '**a:** b\n' : '**c:**\n- d\n'))],
    ['plain labels', many(50_000, (index) => (index === 49_999 ? 'b' : 'a: b'))],
    ['signs', many(50_000, () => '✅ a')],
    ['wrapped lines', many(50_000, () => 'A line that is full, so that it goes on below')],
    ['bold statements', many(50_000, () => '**a.**\n')],
    ['one long label', `**a** (${'('.repeat(200_000)}\n**b** (${')'.repeat(200_000)}`],
    ['one long run of blank lines', `Lead:${'\n'.repeat(300_000)}- a`],
  ])('%s come back whole and not too deep', (_name, body) => {
    const sections = splitSections(body);
    expect(
      flattenSections(sections)
        .map(({ raw }) => raw)
        .join('') === body,
    ).toBe(true);
    expect(depth(sections)).toBeLessThan(64);
  });

  test('items nest thirty-two deep', () => {
    const sections = splitSections(many(40, (index) => `${' '.repeat(2 * index)}- **a**: b`));
    expect(depth(sections)).toBe(32);
  });
});
