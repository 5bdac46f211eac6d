import type { HarnessFormat } from '../harness/harness-format.ts';

/**
 * Why a harness does not load an agent of a name.
 *
 * @returns The reason as a clause, or `null` if it takes the name.
 */
export function refusedName({ identity, title }: HarnessFormat, name: string): string | null {
  if (identity.colon === 'rejected' && name.includes(':')) return `${title} refuses names with a colon`;
  if (identity.reserved.includes(name.toLowerCase())) return `${title} keeps the name ${name} for itself`;
  if (!identity.isEnforced) return null;
  const { minLength, maxLength, pattern, rule } = identity;
  if (minLength !== null && name.length < minLength) return `${title} wants names of ${minLength} characters or more`;
  if (maxLength !== null && name.length > maxLength) return `${title} wants names of ${maxLength} characters at most`;
  return pattern === null || pattern.test(name) ? null : `${title} wants a name of ${rule}`;
}
