import { expect, test } from 'vitest';
import { lintDefinition } from '../../src/core/lint/lint-definition.ts';
import { syntheticDefinitions, syntheticFiles } from './synthetic-library.ts';

test('a made-up library is the same every time, another one with another seed', () => {
  const texts = (seed: number) => [...syntheticFiles(20, seed)].map(({ text }) => text);
  expect(texts(1)).toEqual(texts(1));
  expect(texts(2)).not.toEqual(texts(1));
});

test('its definitions read as they were written', () => {
  const definitions = syntheticDefinitions(1_001, 1, 10);
  expect(new Set(definitions.map(({ path }) => path)).size).toBe(1_001);
  expect(definitions.filter(({ nameInferred, descriptionInferred }) => nameInferred || descriptionInferred)).toEqual(
    [],
  );
  expect(definitions.flatMap(({ repairs }) => repairs)).toEqual([]);
  expect(
    definitions
      .slice(0, 50)
      .flatMap(lintDefinition)
      .filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
});
