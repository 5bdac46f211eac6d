import { describe, expect, test } from 'vitest';
import { termsOf } from '../../../src/core/passages/terms.ts';
import { NO_STATISTICS, termStatistics, termWeights } from '../../../src/core/topics/term-statistics.ts';

const bodies = (count: number, body: string) => Array.from({ length: count }, () => ({ body }));

describe('how much a term tells', () => {
  test('a term of most definitions tells less than one of few', () => {
    const weightOf = termWeights(NO_STATISTICS);
    expect(weightOf('code')).toBeLessThan(weightOf('kafka'));
  });

  test('what a large collection has everywhere tells little, whatever is known of others', () => {
    const weightOf = termWeights(termStatistics(bodies(250, 'Kafka topics')));
    expect(weightOf('kafka')).toBeLessThan(1);
  });

  test('a handful of definitions changes little', () => {
    const before = termWeights(NO_STATISTICS)('kafka');
    expect(termWeights(termStatistics(bodies(3, 'Kafka topics')))('kafka')).toBeGreaterThan(before * 0.7);
  });

  test('every term tells something', () => {
    expect(termWeights(termStatistics(bodies(300, 'code')))('code')).toBeGreaterThan(0);
  });
});

describe('counting terms', () => {
  test('a term counts once a definition, in whatever form', () => {
    const { definitions, counts } = termStatistics([{ body: 'test testing' }, { body: 'tests' }]);
    expect(definitions).toBe(2);
    expect(counts.get('test')).toBe(2);
  });

  test('function words count nowhere, even those with the stem of another word', () => {
    const { counts } = termStatistics([{ body: 'The haves' }, { body: 'having it' }]);
    expect([...counts]).toEqual(termsOf('haves').map((term) => [term, 1]));
  });

  test('of a large collection some are counted, from all over it', () => {
    const all = [...bodies(2_000, 'alpha'), ...bodies(1_000, 'omega')];
    const { definitions, counts } = termStatistics(all);
    expect(definitions).toBe(100);
    expect(counts.get('omega')).toBe(33);
  });
});
