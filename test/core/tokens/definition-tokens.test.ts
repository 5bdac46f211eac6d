import { expect, test } from 'vitest';
import {
  budgetWords,
  countDescriptions,
  loadedBySome,
  tokensOf,
  tokensSoFar,
  tokensTogether,
} from '../../../src/core/tokens/definition-tokens.ts';
import { estimateTokens } from '../../../src/core/tokens/estimate-tokens.ts';
import { aDefinition } from '../../support/a-definition.ts';

test('the tokens of a definition are those of its body', () => {
  const definition = aDefinition({
    body: 'Strike while the iron is hot. '.repeat(20),
    description: 'long '.repeat(500),
  });

  expect(tokensOf(definition)).toBe(estimateTokens(definition.body));
  expect(tokensOf(definition)).toBeGreaterThan(100);
});

test('collections and definitions that are not loaded cost a session nothing', () => {
  const loaded = [aDefinition({ scope: 'project' }), aDefinition({ scope: 'user' }), aDefinition({ scope: 'plugin' })];
  const others = [
    aDefinition({ scope: 'bundled' }),
    aDefinition({ scope: 'added' }),
    aDefinition({ scope: 'user', shadowedBy: 'project:reviewer' }),
    aDefinition({ scope: 'project', passedOver: { code: 'frontmatter/missing', reason: 'it has no frontmatter' } }),
  ];

  expect(loadedBySome([...others, ...loaded])).toEqual(loaded);
});

test('says what the descriptions cost together, and when that is too much', () => {
  const cheap = aDefinition({ name: 'smith', description: 'Forges iron' });
  const dear = aDefinition({ name: 'smith', description: 'forge the iron now '.repeat(5000) });

  expect(budgetWords([cheap])).toBe(
    `The one agent that is loaded takes ~${estimateTokens('smith: Forges iron')} tokens of every session with their names and descriptions.`,
  );
  expect(budgetWords([cheap, dear])).toMatch(
    /^The 2 agents that are loaded take ~[\d,]+ tokens .*, more than the 15,000 /,
  );
});

test('what many cost together is not counted in a frame, and said once it was counted', () => {
  const many = Array.from({ length: 40 }, (_, at) => aDefinition({ name: `smith-${at}`, scope: 'user' }));
  expect(tokensSoFar(many)).toBeNull();

  expect([...countDescriptions(many)].length).toBeGreaterThan(1);
  const sum = tokensSoFar(many);
  expect(sum).toBeGreaterThan(40);
  expect(sum).toBe(tokensTogether(many));

  // A file that changed is counted at once.
  const [first = aDefinition(), ...others] = many;
  expect(tokensSoFar([...others, { ...first, description: 'forge '.repeat(100) }])).toBeGreaterThan(sum ?? 0);
});
