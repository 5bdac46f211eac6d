import { describe, expect, test } from 'vitest';
import {
  flattenSections,
  isClosingTag,
  sectionLabel,
  sectionText,
  wholeDocument,
} from '../../../src/core/sections/section-text.ts';
import { splitSections } from '../../../src/core/sections/split-sections.ts';

const BODY = [
  'Before.',
  '',
  '# Guide',
  '## Tools',
  '- **Read**: files',
  '## Style',
  'Short.',
  '<role>',
  '## Part',
  'x',
  '</role>',
  '',
].join('\n');

describe('the text of sections', () => {
  test('of all sections at the top is the body', () => {
    expect(splitSections(BODY).map(sectionText).join('')).toBe(BODY);
  });

  test('holds what is inside the section', () => {
    const guide = splitSections(BODY).find(({ title }) => title === 'Guide');
    expect(guide && sectionText(guide)).toContain('- **Read**: files\n## Style');
  });

  test('flattened sections stand in document order, each once', () => {
    const flat = flattenSections(splitSections(BODY));
    expect(flat.map(({ raw }) => raw).join('')).toBe(BODY);
    expect(flat.map(({ id }) => id).slice(0, 5)).toEqual([
      'preamble',
      'guide',
      'guide/tools',
      'guide/tools/read',
      'guide/style',
    ]);
  });
});

describe('sectionLabel', () => {
  test.each([
    ['its title', '## Tools\n', 'Tools'],
    ['preamble', 'Before.\n', 'preamble'],
    ['closing', '**Tools:**\n- a\n\nBe brief.\n', 'closing'],
    ['how it begins', '**Tools:**\n- a\n\nBe brief.\n\n## End\n', 'Be brief.'],
    [
      'how its code begins',
      '## Tools\n- **Read**: a\n- **Write**: b\n\n```sh\nmake all\n```\n\nBe brief.\n\n## End\n',
      'make all',
    ],
  ])('is %s', (_, body, label) => {
    expect(flattenSections(splitSections(body)).map(sectionLabel)).toContain(label);
  });

  test('of a long text ends with an ellipsis', () => {
    const body = `**Tools:**\n- a\n\n${'word '.repeat(30)}\n\n## End\n`;
    expect(flattenSections(splitSections(body)).map(sectionLabel)).toContain(`${'word '.repeat(8).trimEnd()}…`);
  });
});

describe('isClosingTag', () => {
  test('tells the last line of a tag from a text to pick', () => {
    const flat = flattenSections(splitSections(`${BODY}\nLast words.\n`));
    expect(flat.filter(isClosingTag).map(({ raw }) => raw)).toEqual(['</role>\n\n']);
  });
});

test('the document under one title is that title, whatever stands around it without one', () => {
  const sections = splitSections('Before.\n\n# One\n\nText.\n\n## Two\n\nMore.\n');
  expect(wholeDocument(sections)?.title).toBe('One');
  expect(wholeDocument(splitSections('# One\n\n## Two\n\n# Three\n'))).toBeNull();
  expect(wholeDocument(splitSections('# One\n\nText.\n'))).toBeNull();
  expect(wholeDocument([])).toBeNull();
});
