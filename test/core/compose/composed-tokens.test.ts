import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeBody } from '../../../src/core/compose/compose.ts';
import { composedTokens } from '../../../src/core/compose/composed-tokens.ts';
import { estimateTokens } from '../../../src/core/tokens/estimate-tokens.ts';
import { ARBITRARY_DRAFT } from '../../support/arbitrary-draft.ts';

test('law: the tokens of the parts are those of the whole', () => {
  fc.assert(
    fc.property(ARBITRARY_DRAFT, ({ picks }) => {
      const body = composeBody(picks);
      expect(composedTokens(body)).toBe(estimateTokens(body.text));
    }),
  );
});
