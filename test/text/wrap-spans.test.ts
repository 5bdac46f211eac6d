import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { lineText, type Span } from '../../src/text/styled-text.ts';
import { visibleText } from '../../src/text/visible-text.ts';
import { breakSpans, evenLead, wrapSpans } from '../../src/text/wrap-spans.ts';

const plain = (text: string): readonly Span[] => [{ text, role: 'text' }];
const shownText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.lorem({ maxCount: 30 }),
  )
  .map(visibleText);
const anySpans = fc.array(fc.record({ text: shownText, role: fc.constantFrom('text', 'strong', 'code') } as const), {
  maxLength: 4,
});
const anyWidth = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 200 }));

describe('wrapSpans', () => {
  const wrapped = (text: string, width: number) => wrapSpans(plain(text), width).map(lineText);

  test.each([
    ['between words', 'find the right agent', 10, ['find the', 'right', 'agent']],
    ['exactly at the width', 'abc def', 3, ['abc', 'def']],
    ['not at all when it fits', 'a  b', 10, ['a  b']],
    ['a word longer than a line', 'an extraordinarily', 6, ['an', 'extrao', 'rdinar', 'ily']],
    ['a long word after its hyphen', 'use high-concurrency', 10, ['use high-', 'concurrenc', 'y']],
    ['a path after its slashes', 'src/core/visible-text.ts', 10, ['src/core/', 'visible-', 'text.ts']],
    ['wide characters anywhere', '日本語の本', 5, ['日本', '語の', '本']],
    ['no closing punctuation to a line start', '日本語、本', 6, ['日本', '語、本']],
    ['no opening bracket to a line end', '日本「語」', 6, ['日本', '「語」']],
    ['wide characters next to words', '用 Python写', 9, ['用 Python', '写']],
    ['Korean between words', '코드 리뷰를 한다', 7, ['코드', '리뷰를', '한다']],
    ['no wide character in half', '日本', 1, ['…', '…']],
    ['nothing into one empty line', '', 5, ['']],
    ['spaces into one empty line', '    ', 2, ['']],
  ])('breaks %s', (_name, text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });

  test('keeps the role of every part', () => {
    const spans = [
      { text: 'one ', role: 'text' },
      { text: 'two three', role: 'strong' },
    ] as const;
    expect(wrapSpans(spans, 7).map((line) => line.spans)).toEqual([
      [
        { text: 'one ', role: 'text' },
        { text: 'two', role: 'strong' },
      ],
      [{ text: 'three', role: 'strong' }],
    ]);
  });

  test('hangs the text under its bullet', () => {
    const lead = { first: plain('• '), rest: plain('  ') };
    expect(wrapSpans(plain('one two'), 6, lead).map(lineText)).toEqual(['• one', '  two']);
  });

  test('knows that the first line has other room than the rest', () => {
    const lead = { first: [], rest: plain('    ') };
    expect(wrapSpans(plain('one two three four'), 8, lead).map(lineText)).toEqual([
      'one two',
      '    thre',
      '    e',
      '    four',
    ]);
  });

  test('leaves half the width to the text under a deep indentation', () => {
    const lines = wrapSpans(plain('one two'), 8, evenLead(plain(' '.repeat(20))));
    expect(lines.map(lineText)).toEqual(['    one', '    two']);
  });

  test('law: no line is wider than asked', () => {
    const lead = fc.string({ unit: 'grapheme', maxLength: 10 }).map((text) => evenLead(plain(visibleText(text))));
    fc.assert(
      fc.property(anySpans, anyWidth, lead, (spans, width, before) => {
        for (const line of wrapSpans(spans, width, before)) {
          expect(stringWidth(lineText(line))).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['  a b  ', ['a b']],
    ['   ', ['']],
    [' a  b', ['a  b']],
    ['日本 ', ['日本']],
  ])('leaves the spaces at the ends of %j out', (text, lines) => {
    expect(wrapped(text, 20)).toEqual(lines);
  });

  test('law: only spaces are lost', () => {
    fc.assert(
      fc.property(anySpans, fc.integer({ min: 2, max: 60 }), (spans, width) => {
        const lines = wrapSpans(spans, width).map(lineText);
        const text = spans.map((span) => span.text).join('');
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['one word', 'a'.repeat(1_000_000)],
    ['many words', 'a '.repeat(500_000)],
    ['hyphens', 'a-'.repeat(500_000)],
    ['wide characters', '日'.repeat(300_000)],
  ])('comes to the end of a line of %s without losing a letter', (_name, text) => {
    const wrapped = wrapSpans(plain(text), 80);
    expect(wrapped.map(lineText).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});

describe('breakSpans', () => {
  test('keeps every space', () => {
    expect(breakSpans(plain('a  b   c'), 3).map(lineText)).toEqual(['a  ', 'b  ', ' c']);
  });

  test('law: the lines joined are the text, none wider than asked', () => {
    fc.assert(
      fc.property(anySpans, fc.integer({ min: 2, max: 60 }), (spans, width) => {
        const lines = breakSpans(spans, width).map(lineText);
        expect(lines.join('')).toBe(spans.map((span) => span.text).join(''));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 500 },
    );
  });
});
