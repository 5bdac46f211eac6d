import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRepeats } from '../../../src/core/twins/find-repeats.ts';
import { findTwins } from '../../../src/core/twins/find-twins.ts';
import { aDefinition } from '../../support/a-definition.ts';

const prose = (title: string, words: number): string =>
  Array.from({ length: words }, (_, at) => `${title}${at}`).join(' ');
const LONG = prose('rule', 200);

/** What is found of texts, all of which are asked about. */
const repeatsAmong = (bodies: Readonly<Record<string, string>>, least?: number) => {
  const definitions = Object.entries(bodies).map(([name, body]) => aDefinition({ name, body, id: name }));
  return findRepeats(definitions, findTwins(definitions, least), new Set(Object.keys(bodies)), least);
};
const shown = (bodies: Readonly<Record<string, string>>, least?: number) =>
  repeatsAmong(bodies, least).map(({ definition, kind, other }) => `${definition.id} ${kind} ${other.id}`);

describe('findRepeats', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['nothing in different texts', { a: prose('x', 50), b: prose('y', 50) }, []],
    ['nothing in blank ones', { a: '', b: ' \n' }, []],
    [
      'the same text before one that is nearly the same',
      { a: LONG, b: `${LONG} or so`, c: LONG },
      ['a exact c', 'b near a', 'c exact a'],
    ],
    [
      'the nearest of several',
      { a: LONG, b: LONG + prose('m', 60), c: LONG + prose('m', 80) },
      ['a near b', 'b near c', 'c near b'],
    ],
    [
      'a text inside a larger one, and what holds it',
      { a: LONG, b: prose('x', 300) + LONG },
      ['a inside b', 'b holds a'],
    ],
    [
      'a twin of what a larger one holds',
      { a: LONG, b: `${LONG} or so`, c: prose('x', 400) + LONG },
      ['a near b', 'b near a', 'c holds b'],
    ],
  ])('finds %s', (_name, bodies, expected) => {
    expect(shown(bodies)).toEqual(expected);
  });

  test('asks for more where it is told to', () => {
    const texts = { a: LONG, b: LONG + prose('m', 60) };
    const [found] = repeatsAmong(texts);
    expect(found?.similarity).toBeCloseTo(0.76, 1);
    expect(shown(texts, 0.95)).toEqual([]);
  });

  test('law: with nothing more asked for, who has twins repeats one, as alike as is said', () => {
    const text = fc.array(fc.constantFrom(...prose('w', 12).split(' ')), { maxLength: 30 }).map((all) => all.join(' '));
    const least = fc.constantFrom(0, 0.7, 0.9, 1);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), least, (texts, asked) => {
        const definitions = texts.map((body, at) => aDefinition({ name: `n${at}`, id: `n${at}`, body }));
        const groups = findTwins(definitions, asked);
        const repeats = findRepeats(definitions, groups, new Set(definitions.map(({ id }) => id)), asked);
        const near = groups.filter(({ kind }) => kind !== 'contained');
        const expected = new Set(near.flatMap((group) => group.definitions));
        for (const id of expected) expect(repeats.map(({ definition }) => definition.id)).toContain(id);
        for (const { definition, other, similarity } of repeats) {
          expect(other.id).not.toBe(definition.id);
          expect(similarity).toBeGreaterThanOrEqual(Math.max(0.6, asked));
        }
      }),
    );
  });
});
