import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeBody } from '../../src/core/compose.ts';
import { composedTokens } from '../../src/core/composed-tokens.ts';
import { estimateTokens } from '../../src/core/estimate-tokens.ts';
import { ARBITRARY_DRAFT } from '../support/arbitrary-draft.ts';

test('law: the tokens of the parts are those of the whole', () => {
  fc.assert(
    fc.property(ARBITRARY_DRAFT, ({ picks }) => {
      const body = composeBody(picks);
      expect(composedTokens(body)).toBe(estimateTokens(body.text));
    }),
  );
});
