import { expect, test } from 'vitest';
import { sharedLineSearch } from '../../../src/core/lineage/shared-lines.ts';
import { finish } from '../../../src/kit/run-steps.ts';
import { aDefinition } from '../../support/a-definition.ts';

const prose = (about: string): string =>
  Array.from({ length: 40 }, (_, at) => `The ${about} of day ${at} is kept behind the ${about} of day ${at + 1}`).join(
    '\n',
  );

const RULE = '- **Never** leave the fire alone';
const named = (name: string, ...body: readonly string[]) => aDefinition({ name, body: body.join('\n') });

const sharedAmong = (least: number, ...definitions: readonly ReturnType<typeof named>[]) =>
  finish(sharedLineSearch(definitions, least)).map(({ text, in: holders }) => [text, holders.map(({ name }) => name)]);

test('lines that stand in several definitions are told, those in most first', () => {
  const other = 'Sweep the floor in the evening';
  expect(
    sharedAmong(
      2,
      named('a', prose('ember'), RULE, other, 'Be kind'),
      named('b', prose('bellows'), '1. never leave the fire alone!', other, 'Be kind'),
      named('c', prose('tongs'), RULE, 'Be kind'),
    ),
  ).toEqual([
    [RULE, ['a', 'b', 'c']],
    [other, ['a', 'b']],
  ]);
});

test('copies of one text count once, exact or near, as the most complete of them', () => {
  const copies = [
    named('a', prose('ember'), RULE),
    named('b', prose('ember'), RULE, 'One line more than the other has'),
    named('c', prose('ember'), RULE),
  ];
  expect(sharedAmong(2, ...copies)).toEqual([]);
  expect(sharedAmong(2, ...copies, named('d', prose('bellows'), RULE))).toEqual([[RULE, ['b', 'd']]]);
});
