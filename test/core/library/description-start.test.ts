import { expect, test } from 'vitest';
import { descriptionStart } from '../../../src/core/library/description-start.ts';

test.each([
  ['Use this agent when you need to forge iron all day', 'forge iron all day'],
  ['Use PROACTIVELY for: iron that has to be forged', 'iron that has to be forged'],
  ['Expert in forging iron and steel', 'forging iron and steel'],
  ['  You are a smith who forges iron', 'smith who forges iron'],
  ['Forges iron and never says why', 'Forges iron and never says why'],
  ['Used for nothing that anybody knows', 'Used for nothing that anybody knows'],
  ['Use for iron', 'Use for iron'],
  ['', ''],
])('of %j is shown %j', (description, shown) => {
  expect(description.slice(descriptionStart(description))).toBe(shown);
});
