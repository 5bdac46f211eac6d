import { greatest, least } from '../../kit/long-lists.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import { alikeShare, wordsAlike } from '../merging/words-alike.ts';

/**
 * How much of their words the prompts of rivals have in common with that of the first, in the words and by the numbers of their
 * comparison, where that is the base: of more than two from the least to the most, `12–39 % of words alike`.
 */
export function promptsAlike([first, ...others]: readonly Pick<AgentDefinition, 'body'>[]): string {
  const shares = others.map(({ body }) => wordsAlike(first?.body ?? '', body));
  const [low, high] = [alikeShare(least(shares)), alikeShare(greatest(shares))];
  return `${low === high ? high : `${low.replace(' %', '')}–${high}`} of words alike`;
}
