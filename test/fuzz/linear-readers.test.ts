import process from 'node:process';
import { expect, test } from 'vitest';
import { everywhere, READERS, readOf } from './every-reader.ts';

/** Each sign of ASCII, digits and letters that are like each other once, and what readers look for. */
const PIECES: readonly string[] = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ 01aA',
  ...['\t', '\n', '\r', ' \n', '漢', '\u0301', '\u200b', '🚀'],
  ...[
    'a1',
    '1a',
    'a ',
    'a-',
    'a_',
    'aA',
    '1.',
    '.md',
    '- ',
    '**',
    '*a',
    '_a',
    ': ',
    'a:',
    '[]',
    '[a',
    '](',
    '![',
    '(a',
  ],
  ...[
    '<a',
    '<a>',
    '</',
    '<!--',
    '-->',
    '">',
    '""',
    '`a',
    '` ',
    '~ ',
    '> ',
    '| ',
    '|-',
    '# ',
    '#a',
    '//',
    '\\a',
    '.a',
    ' #',
  ],
];
const LENGTH = 1_200;

/** Anything that takes so much longer than plain words do is looked at more closely. */
const SUSPICIOUS_TIMES = 3;
const SUSPICIOUS_MS = 10;
/** Four times the text may take so many times as long. Squares take sixteen times. */
const MOST_TIMES = 9;

let texts = 0;

/**
 * The milliseconds a reader computes, other processes left out. Each text is a new one: nothing is known of it from before.
 * Behind the run stands what hardly a reader looks for, so that what wants something else behind it fails.
 */
function timeOf(name: string, piece: string, length: number): number {
  texts += 1;
  const read = readOf(everywhere(`${piece.repeat(Math.ceil(length / piece.length))}!${texts}`));
  const before = process.cpuUsage();
  READERS[name]?.(read);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function isSlow(name: string, piece: string): boolean {
  return timeOf(name, piece, 4 * LENGTH) > MOST_TIMES * timeOf(name, piece, LENGTH);
}

/** Seconds on a quiet machine. */
const PATIENCE_MS = 120_000;

test.each(Object.keys(READERS))(
  '%s takes no square of the length of any run of characters',
  (name) => {
    const plain = Math.min(...Array.from({ length: 4 }, () => timeOf(name, 'some words ', LENGTH)));
    const slow = PIECES.filter((piece) => {
      if (timeOf(name, piece, LENGTH) < SUSPICIOUS_TIMES * plain + SUSPICIOUS_MS) return false;
      // A machine that is busy does not do so three times in a row.
      return isSlow(name, piece) && isSlow(name, piece) && isSlow(name, piece);
    });
    expect(slow).toEqual([]);
  },
  PATIENCE_MS,
);
