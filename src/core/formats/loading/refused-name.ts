import type { ParsedDefinition } from '../../definition/agent-definition.ts';
import type { Refusal } from '../../definition/refusal.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';

/**
 * Why a harness does not load an agent of a name; `null` if it takes the name.
 *
 * @param frontmatter Fields of the file, one of which may let it take a built-in agent's place; left out for none.
 */
export function refusedName(
  { identity, title }: HarnessFormat,
  name: string,
  frontmatter: ParsedDefinition['frontmatter'] = {},
): Refusal | null {
  const { builtInWins } = identity;
  const stays = typeof builtInWins === 'object' ? frontmatter[builtInWins.unless] !== true : builtInWins === true;
  if (stays && identity.builtIn.includes(name)) {
    const reason = `${title} has an agent ${name} of its own, which stays`;
    return { code: 'name/built-in', reason, field: 'name' };
  }
  const reason = rule({ identity, title }, name);
  return reason === null ? null : { code: 'name/refused', reason, field: 'name' };
}

function rule({ identity, title }: Pick<HarnessFormat, 'identity' | 'title'>, name: string): string | null {
  if (identity.colon === 'rejected' && name.includes(':')) return `${title} refuses names with a colon`;
  if (identity.reserved.includes(name.toLowerCase())) return `${title} keeps the name ${name} for itself`;
  if (identity.refused?.pattern.test(name)) return `${title} refuses ${identity.refused.words}`;
  if (!identity.isEnforced) return null;
  const { minLength, maxLength, pattern, rule: words } = identity;
  if (minLength !== null && name.length < minLength) return `${title} wants names of ${minLength} characters or more`;
  if (maxLength !== null && name.length > maxLength) return `${title} wants names of ${maxLength} characters at most`;
  return pattern === null || pattern.test(name) ? null : `${title} wants a name of ${words}`;
}
