import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../../src/core/definition/agent-definition.ts';
import { asHeading, markerOf, retitled } from '../../../src/core/sections/section-marker.ts';
import { flattenSections, sectionText } from '../../../src/core/sections/section-text.ts';
import { splitSections } from '../../../src/core/sections/split-sections.ts';

/** The first section of a body that has one. */
function firstSection(body: string): Section {
  const [section] = splitSections(body);
  if (!section) throw new Error('The body is empty');
  return section;
}

const WRAPPED = 'A line that is full, so that it goes on below';

describe('markerOf', () => {
  test.each([
    ['a heading', '## A ##\nx\n', '## A ##\n', 'x\n', 0],
    ['a bold line', '**A:**\r\nx\r\n', '**A:**\r\n', 'x\r\n', 0],
    ['a lead-in', 'A:\n\n- x\n', 'A:\n', '\n- x\n', 0],
    ['a wrapped lead-in', `${WRAPPED}\nb:\n- x\n`, `${WRAPPED}\nb:\n`, '- x\n', 0],
    ['an item', '1. **A**: x\n   y\n', '1. **A**: ', 'x\n   y\n', 3],
    ['an item with its colon inside', '- **A:** x\n', '- **A:** ', 'x\n', 2],
    ['an item with a dash', '- **A** — x\n', '- **A** — ', 'x\n', 2],
    ['an item that is nothing else', '- **A**:\n  - x\n', '- **A**:\n', '  - x\n', 2],
    ['an item that begins with its title', '- **Old habits** die\n', '- ', '**Old habits** die\n', 2],
    ['an item with a sentence for a title', '- **Cite.** No x\n', '- **Cite.** ', 'No x\n', 2],
    ['an item with a box', '- [x] **A**: x\n  y\n', '- [x] **A**: ', 'x\n  y\n', 2],
    ['an item with a sign', '✅ **A**: x\n❌ **B**: y\n', '✅ **A**: ', 'x\n', 0],
    ['a label', '**A:** x\n**B:** y\n', '**A:** ', 'x\n', 0],
    ['a label with brackets', '**A** (x): y\n**B** (z): y\n', '', '**A** (x): y\n', 0],
    ['text without a title', 'Hi\n', '', 'Hi\n', 0],
  ])('takes %s apart', (_name, body, marker, content, indent) => {
    expect(markerOf(firstSection(body))).toEqual({ before: '', marker, content, closing: '', indent });
  });

  test('tells the closing tag from the content', () => {
    expect(markerOf(firstSection('<role>\nx\n</role>\n\n'))).toMatchObject({ content: 'x\n', closing: '</role>\n\n' });
  });

  test('finds the closing tag behind sections inside the tag', () => {
    const [, closing] = firstSection('<role>\n## A\n</role>\n').sections;
    expect(closing && markerOf(closing)).toMatchObject({ marker: '', content: '', closing: '</role>\n' });
  });

  test('takes no stray closing tag for the end of a tag section', () => {
    const [, stray] = splitSections('- **A**: x\n\nText.\n</rule>\n');
    expect(stray && markerOf(stray)).toMatchObject({ content: 'Text.\n</rule>\n', closing: '' });
  });

  test('keeps blank lines above the first marker apart', () => {
    expect(markerOf(firstSection('\n\n## A\nx'))).toMatchObject({ before: '\n\n', marker: '## A\n', content: 'x' });
  });
});

describe('retitled', () => {
  test.each([
    ['### 1. 🚀 Old ###\nOld\n', '### 1. 🚀 New ###\nOld\n'],
    ['**Old:**\r\nx', '**New:**\r\nx'],
    ['Old：\n- x\n', 'New：\n- x\n'],
    [`${WRAPPED}\nb:\n- x\n`, 'New:\n- x\n'],
    ['1. **Old**: Old x\n', '1. **New**: Old x\n'],
    ['- **Old** is x\n', '- **New** is x\n'],
    ['- [ ] **Old**: x\n', '- [ ] **New**: x\n'],
    ['**Old** (x): y\n**B**: z\n', '**New** (x): y\n'],
    ['**The `old` one:** y\n**B**: z\n', '**New**: y\n'],
    ['- **Cite old lines.** No x\n', '- **New:** No x\n'],
    ['**Cut the `old`.** No x\n**B**: z\n', '**New**: No x\n'],
    ['✅ **The `old` one**: y\n✅ **B**: z\n', '✅ **New**: y\n'],
    ['## The `old` *one*:\nx\n', '## New\nx\n'],
    ['**The `old` one:**\nx\n', '**New:**\nx\n'],
    ['- **The `old` one**: x\n', '- **New**: x\n'],
    ['The `old` one:\n- x\n', 'New:\n- x\n'],
    ['<old a="old">\nx\n</old>\n', '<new a="old">\nx\n</new>\n'],
    ['<old>\n## A\n</old>\n', '<new>\n## A\n</new>\n'],
    ['Text.\n', '## New\n\nText.\n'],
    ['\n## Old\n', '\n## New\n'],
  ])('%j becomes %j', (body, expected) => {
    const section = retitled(firstSection(body), 'New');
    expect(sectionText(section)).toBe(expected);
  });

  test.each([
    ['Output Format', '<output_format>\nx\n</output_format>\n'],
    ['Div', '<section_div>\nx\n</section_div>\n'],
    ['工具', '<section_>\nx\n</section_>\n'],
  ])('a tag called %s is still a tag', (title, expected) => {
    expect(sectionText(retitled(firstSection('<old>\nx\n</old>\n'), title))).toBe(expected);
  });

  test('a number that is also the title is not taken for it', () => {
    expect(sectionText(retitled(firstSection('1. **1st**: x\n'), '2nd'))).toBe('1. **2nd**: x\n');
  });
});

describe('asHeading', () => {
  test.each([
    ['# A\nx\n', '### A\nx\n'],
    ['## A ##\r\nx\r\n', '### A ##\r\nx\r\n'],
    ['**A:**\n- x\n', '### A\n\n- x\n'],
    ['A:\n\n- x\n', '### A\n\n- x\n'],
    ['A:\r\n- x\r\n', '### A\r\n\r\n- x\r\n'],
    ['1. **A**: x\n   - y\n     - z\n', '### A\n\nx\n- y\n  - z\n'],
    ['- **A**:\n  - **B**: y\n', '### A\n- **B**: y\n'],
    ['- **Old habits** die\n', '### Old habits\n\n**Old habits** die\n'],
    ['- [ ] **A**: x\n', '### A\n\nx\n'],
    ['**A:** x\n**B:** y\n', '### A\n\nx\n'],
    ['**A** (x): y\n**B**: z\n', '### A\n\n**A** (x): y\n'],
    ['**Cut it.** Old x\n**B**: z\n', '### Cut it.\n\nOld x\n'],
    ['<role>\nx\n</role>\n', '### role\n\nx\n'],
    ['<role>\n## A\nx\n</role>\n', '### role\n## A\nx\n'],
    ['Text.\n', 'Text.\n'],
  ])('%j becomes %j', (body, expected) => {
    expect(sectionText(asHeading(firstSection(body), 3))).toBe(expected);
  });

  test.each([
    [0, '# A\n'],
    [9, '###### A\n'],
  ])('level %i is the nearest there is', (level, expected) => {
    expect(asHeading(firstSection('## A\n'), level).raw).toBe(expected);
  });
});

const PARTS = [
  '# A',
  '**B:**',
  '**B**',
  'Lead:',
  '1. **E** - x',
  '- **F** g',
  '  - **H**:',
  '- i',
  '<role>',
  '</role>',
  '---',
  '```',
  '',
  'x',
];
const body = fc
  .array(fc.constantFrom(...PARTS), { maxLength: 30 })
  .chain((parts) => fc.constantFrom('\n', '\r\n', '\r').map((eol) => parts.join(eol)));

test('law: the parts of a section are its own text', () => {
  fc.assert(
    fc.property(body, (text) => {
      for (const section of flattenSections(splitSections(text))) {
        const { before, marker, content, closing } = markerOf(section);
        expect(before + marker + content + closing).toBe(section.raw);
        expect(marker === '').toBe(section.title === '');
      }
    }),
  );
});

test('law: a section under a new title is read back as one of that title and kind', () => {
  fc.assert(
    fc.property(body, (text) => {
      for (const section of splitSections(text).filter(({ title }) => title !== '')) {
        const [read] = splitSections(sectionText(retitled(section, 'fresh')));
        expect(read).toMatchObject({ title: 'fresh', kind: section.kind, level: section.level });
      }
    }),
  );
});
