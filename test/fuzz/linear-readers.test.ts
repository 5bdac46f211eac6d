import process from 'node:process';
import { expect, test } from 'vitest';
import { everywhere, READERS, type Read, readOf } from './every-reader.ts';

/** Each sign of ASCII, digits and letters that are like each other once, and what readers look for. */
const PIECES: readonly string[] = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ 01aA',
  ...['\t', '\n', '\r', ' \n', '\u00a0', '\u2028', '\u2029', '漢', '\u0301', '\u200b', '🚀'],
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
/**
 * Sixteen times the text takes a linear reader sixteen times as long, and one that takes the square 256 times: between
 * them lies more than the engine, the collector and other processes can make of a linear one.
 */
const SPAN = 16;
const MOST_TIMES = 64;

let texts = 0;

/**
 * What has been read of a new text: nothing is known of it from before. Behind the run stands what hardly a reader looks
 * for, so that what wants something else behind it fails.
 */
function newText(piece: string, length: number): Read {
  texts += 1;
  return readOf(everywhere(`${piece.repeat(Math.ceil(length / piece.length))}!${texts}`));
}

/**
 * The texts that all readers are tried on, the plain ones apart. What one reader has found out of a text the next may
 * know: it was timed with the first.
 */
const PLAIN = Array.from({ length: 4 }, () => newText('some words ', LENGTH));
const TRIED = PIECES.map((piece) => ({ piece, read: newText(piece, LENGTH) }));

/** The milliseconds a reader computes, other processes left out. */
function timeOf(name: string, read: Read): number {
  const before = process.cpuUsage();
  READERS[name]?.(read);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const ROUNDS = 6;

/** The least of several times count: what the engine does between, collecting garbage and compiling, is not in all of them. */
function isSlow(name: string, piece: string): boolean {
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round += 1) {
    short = Math.min(short, timeOf(name, newText(piece, LENGTH)));
    long = Math.min(long, timeOf(name, newText(piece, SPAN * LENGTH)));
    if (long < SPAN * SUSPICIOUS_MS || long < MOST_TIMES * short) return false;
  }
  return true;
}

/** Seconds on a quiet machine. */
const PATIENCE_MS = 120_000;

test.each(Object.keys(READERS))(
  '%s takes no square of the length of any run of characters',
  (name) => {
    const plain = Math.min(...PLAIN.map((read) => timeOf(name, read)));
    const slow = TRIED.filter(({ piece, read }) => {
      if (timeOf(name, read) < SUSPICIOUS_TIMES * plain + SUSPICIOUS_MS) return false;
      return isSlow(name, piece);
    });
    expect(slow.map(({ piece }) => piece)).toEqual([]);
  },
  PATIENCE_MS,
);
