import { expect, test } from 'vitest';
import { HUNDRED_LETTERS, OURS, THEIRS } from './finders.ts';

const OUR_END = '\u001B[?2026l';
const FZF_END = '\u001B[?25h';
const info = (text: string): string =>
  `\u001B[?25l\u001B[2C\u001B[;38;5;144m${text}\u001B[m\u001B[;38;5;59m ──${FZF_END}`;
const hit = (rest: string): string => `\u001B[;m./\u001B[m\u001B[;38;5;108mb\u001B[m\u001B[;m${rest}`;

test('a hundred letters are typed, blanks not counted', () => {
  expect(HUNDRED_LETTERS.join('').replaceAll(' ', '')).toHaveLength(100);
});

test.each([
  ['while it reads', `b 12 of 32 … · best match first${OUR_END}`, false, true, false],
  ['over everything', `b 12 of 1,837 · best match first${OUR_END}`, true, true, true],
  ['with nothing found', `z 0 of 1,837 · best match first${OUR_END}`, true, false, false],
  ['of which the end is to come', 'b 12 of 1,837 · best match first', false, false, false],
  ['to nothing typed', `1,837 of 1,837 · by name${OUR_END}`, true, false, false],
])('an answer of ours %s', (_, written, answer, some, all) => {
  expect(OURS.answer.test(written)).toBe(answer);
  expect(OURS.someAnswer.test(written)).toBe(some);
  expect(OURS.allAnswer(1_837).test(written)).toBe(all);
});

test.each([
  ['of what was typed alone', `> b${FZF_END}`, false, false, false],
  ['with an old number and how far it is', info('12/1837 (40%)'), false, false, false],
  ['of which the end is to come', '\u001B[;38;5;144m12/1837\u001B[m', false, false, false],
  ['to nothing typed', info('1837/1837'), true, false, false],
  ['while it reads', info(`12/300\u001B[m${hit('ackend.md')}`), true, true, false],
  ['over everything', info(`12/1837\u001B[m${hit('ackend.md')}`), true, true, true],
])('a frame of fzf %s', (_, written, answer, some, all) => {
  for (const finder of THEIRS) {
    expect(finder.answer.test(written)).toBe(answer);
    expect(finder.someAnswer.test(written)).toBe(some);
    expect(finder.allAnswer(1_837).test(written)).toBe(all);
  }
});
