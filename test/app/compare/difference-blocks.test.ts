import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceBlocks } from '../../../src/app/compare/difference-blocks.ts';
import { wordsSetOff } from '../../../src/app/model/words-set-off.ts';
import { splitSections } from '../../../src/core/sections/split-sections.ts';
import { lineText, lineWidth } from '../../../src/text/styled-text.ts';

const WIDTH = 60;

const topicOf = (...bodies: readonly (string | null)[]) => ({
  title: 'Forge',
  depth: 0,
  similarity: null,
  why: null,
  cells: bodies.map((body) => (body === null ? null : (splitSections(body)[0] ?? null))),
});

/** One string a block: its columns with ` | ` between, their lines with ` / `. */
const picture = (...bodies: readonly (string | null)[]) =>
  differenceBlocks(
    topicOf(...bodies),
    bodies.map(() => WIDTH),
  )
    .map(({ columns }) => columns.map((lines) => lines.map((line) => lineText(line).trim()).join(' / ')).join(' | '))
    .filter((text) => text.replaceAll(' | ', '') !== '');

/** The words of a column that are set off. */
const setOff = (column: number, ...bodies: readonly (string | null)[]) =>
  differenceBlocks(
    topicOf(...bodies),
    bodies.map(() => WIDTH),
  ).flatMap(({ columns, isAlike = () => false }) =>
    (wordsSetOff(columns, isAlike)[column] ?? []).flatMap(({ spans }) =>
      spans.flatMap(({ text, role }) =>
        role === 'added-word' ? [`+${text}`] : role === 'removed-word' ? [`-${text}`] : [],
      ),
    ),
  );

test('signs in the other columns say how an item stands to those of the base', () => {
  const base = '## Forge\n\n- Heat the iron\n- Strike it while it is hot\n- Wear an apron\n';
  const other = '## Forge\n\n- Heat the iron\n- Strike it while it is still hot\n- Mind the cat\n';
  const third = '## Forge\n\n- Mind the cat\n';

  expect(picture(base, other, third)).toEqual([
    'Forge | = Forge | = Forge',
    '• Heat the iron | = Heat the iron | –',
    '• Strike it while it is hot | ~ Strike it while it is still hot | –',
    '+ Wear an apron | – | –',
    ' | & Mind the cat | & Mind the cat',
  ]);
});

test('what a column says in another section of the topic is neither lacking nor in one alone', () => {
  const [first, second] = [
    topicOf('## Forge\n\n- Heat the iron\n', '## Smithy\n\nBy hand.\n\n- Strike for 5 minutes\n- Mind the cat\n'),
    topicOf('## Anvil\n\nFast.\n\n- Strike for 9 minutes\n- Mind the cat\n', null),
  ];
  const rows = [first, second];
  const shown = rows.map((row) =>
    differenceBlocks(row, [WIDTH, WIDTH], rows).map(({ columns }) =>
      columns.map((lines) => lines.map((line) => lineText(line).trim()).join(' / ')).join(' | '),
    ),
  );
  expect(shown).toEqual([
    [
      'Forge | ~ Smithy',
      ' |  / By hand.',
      '+ Heat the iron | –',
      'Strike for 9 minutes | ≠ Strike for 5 minutes',
      ' | = Mind the cat',
    ],
    ['Anvil | ', ' / Fast. | ', '• Strike for 9 minutes | ', '• Mind the cat | '],
  ]);
});

test('what contradicts the base has a sign of its own, and so has what contradicts another that the base lacks', () => {
  const base = '## Forge\n\n- Heat for 5 minutes\n- Always wear gloves\n';
  const other = '## Forge\n\n- Heat for 9 minutes\n- Quench in oil before the polish\n';
  const third = '## Forge\n\n- Never wear gloves\n- Quench in oil after the polish\n';
  expect(picture(base, other, third)).toEqual([
    'Forge | = Forge | = Forge',
    '• Heat for 5 minutes | ≠ Heat for 9 minutes | –',
    '• Always wear gloves | – | ≠ Never wear gloves',
    ' | & Quench in oil before the polish | ≠ Quench in oil after the polish',
  ]);
  expect(
    differenceBlocks(topicOf(base, other, third), [WIDTH, WIDTH, WIDTH]).filter(({ isConflict }) => isConflict),
  ).toHaveLength(3);
});

test('an item that is a topic of its own stands on one line with what lacks it', () => {
  expect(picture('- **Heat**: until it glows\n', null)).toEqual(['+ Heat: until it glows | –']);
  expect(picture(null, '- **Heat**: until it glows\n')).toEqual(['– | + Heat: until it glows']);
});

test('items that are a topic of their own are versions of one, however they are worded', () => {
  expect(picture('- **Heat**: until it glows\n', '- **Fire**: coal below, air above, water near\n')).toEqual([
    '• Heat: until it glows | ~ Fire: coal below, air above, water near  0 % alike',
  ]);
  expect(picture('- **Heat**: white\n', '## Heat\n\n- Use coal\n', '- **Fire**: white\n')).toEqual([
    ' | + Heat | ',
    '• Heat: white | – | ~ Fire: white',
    ' | + Use coal | ',
  ]);
});

test('the words that differ are set off in both columns, the others are not', () => {
  const [base, other] = ['## Forge\n\nUse dry coal.\n', '## Forge\n\nUse dry **charcoal**.\n'];
  expect(setOff(0, base, other)).toEqual(['-coal']);
  expect(setOff(1, base, other)).toEqual(['+charcoal']);
  expect(setOff(1, null, other)).toEqual([]);
});

test('in the base those are set off that none of the others has', () => {
  const bodies = ['Use dry old coal here.\n', 'Use dry coal here.\n', 'Use old coal here.\n'];
  expect(setOff(0, ...bodies)).toEqual([]);
  expect(setOff(0, ...bodies.slice(0, 2))).toEqual(['-old']);
});

test('texts with little in common stay plain, and it says how much', () => {
  const one = '## Forge\n\nHeat the iron until it is white, then strike.\n';
  const other = '## Forge\n\nSharpen every blade on stone; oil each afterwards.\n';
  expect([...setOff(0, one, other), ...setOff(1, one, other)]).toEqual([]);
  expect(picture(one, other)[0]).toBe('Forge | ~ Forge / 11 % alike');
});

test('text between and after items is not lost, and stands after them', () => {
  const body = '## Forge\r\n\r\n- Heat\r\n- Strike\r\n\r\nThen rest.\r\n';
  expect(picture(body)).toEqual(['Forge', '• Heat', '• Strike', ' / Then rest.']);
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
      const shown = differenceBlocks(topic, [width]).flatMap(({ columns }) => columns.flat());
      const letters = (text: string) => [...text.replace(/[^a-zA-Z]/g, '')].sort().join('');
      expect(letters(shown.map(lineText).join(''))).toBe(letters(topic.cells[0]?.raw ?? ''));
      expect(Math.max(...shown.map(lineWidth))).toBeLessThanOrEqual(width);
    }),
  );
});

test('texts without a title begin on one line, however long they are', () => {
  const long =
    'You sharpen what others have left blunt, and you never ask why it was left so for such a long time.\n\nThen you rest.';
  expect(picture('You heat the iron.\n\nThen you strike.', long)).toEqual([
    expect.stringMatching(/^You heat the iron\..* \| ~ .*You sharpen/),
  ]);
});
