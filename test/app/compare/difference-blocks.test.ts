import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceBlocks } from '../../../src/app/compare/difference-blocks.ts';
import { splitSections } from '../../../src/core/sections/split-sections.ts';
import { lineText, lineWidth } from '../../../src/text/styled-text.ts';

const WIDTH = 60;

const topicOf = (...bodies: readonly (string | null)[]) => ({
  title: 'Forge',
  depth: 0,
  similarity: null,
  cells: bodies.map((body) => (body === null ? null : (splitSections(body)[0] ?? null))),
});

/** One string a block: its columns with ` | ` between, their lines with ` / `. */
const picture = (...bodies: readonly (string | null)[]) =>
  differenceBlocks(topicOf(...bodies), WIDTH)
    .map((block) => block.map((lines) => lines.map(lineText).join(' / ')).join(' | '))
    .filter((text) => text.replaceAll(' | ', '') !== '');

test('signs say how an item stands to those of the others', () => {
  const one = '## Forge\n\n- Heat the iron\n- Strike it while it is hot\n- Wear an apron\n';
  const other = '## Forge\n\n- Heat the iron\n- Strike it while it is still hot\n- Mind the cat\n';

  expect(picture(one, other)).toEqual([
    '## Forge | ## Forge',
    '= Heat the iron | = Heat the iron',
    '~ Strike it while it is hot | ~ Strike it while it is still hot',
    '+ Wear an apron | –',
    '– | + Mind the cat',
  ]);
});

test('an item that is a topic of its own stands on one line with what lacks it, without its marks', () => {
  expect(picture('- **Heat**: until it glows\n', null)).toEqual(['+ Heat: until it glows | –']);
});

test('items that are the same in all are folded into a count', () => {
  const body = '## Forge\n\n- Heat the iron\n- Strike it\n- Cool it in oil\n';
  expect(picture(body, body)).toEqual(['## Forge | ## Forge', '… 3 equal items | … 3 equal items']);
});

test('the text around items is compared word by word with the first that has it', () => {
  const [around] = differenceBlocks(topicOf(null, '## Forge\n\nUse coal.\n', '## Forge\n\nUse charcoal.\n'), WIDTH);
  const spans = around?.[2]?.flatMap((line) => line.spans) ?? [];
  expect(around?.[0]?.map(lineText)).toEqual(['–']);
  expect(spans.filter(({ role }) => role === 'removed').map(({ text }) => text)).toEqual(['coal']);
  expect(spans.filter(({ role }) => role === 'added').map(({ text }) => text)).toEqual(['charcoal']);
});

test('text between and after items is not lost', () => {
  const body = '## Forge\r\n\r\n- Heat\r\n- Strike\r\n\r\nThen rest.\r\n';
  expect(picture(body)).toEqual(['## Forge /  / Then rest.', '+ Heat', '+ Strike']);
});

test('law: every letter of a lone section is shown, within the column; an item said twice is shown once', () => {
  const line = fc.constantFrom(
    '- Heat the iron',
    '- Strike',
    '  twice',
    'Rest.',
    '',
    '```',
    '1. Cool',
    '- **Oil**: slow',
  );
  fc.assert(
    fc.property(fc.uniqueArray(line), fc.integer({ min: 8, max: 80 }), (lines, width) => {
      const body = `## Forge\n\n${lines.join('\n')}\n`;
      const topic = topicOf(body);
      const shown = differenceBlocks(topic, width).flat(2);
      const letters = (text: string) => [...text.replace(/[^a-zA-Z]/g, '')].sort().join('');
      expect(letters(shown.map(lineText).join(''))).toBe(letters(topic.cells[0]?.raw ?? ''));
      expect(Math.max(...shown.map(lineWidth))).toBeLessThanOrEqual(width);
    }),
  );
});
