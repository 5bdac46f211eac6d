import { countText } from '../../text/count-text.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import { linesBetween } from '../reading/text-lines.ts';

/** Lines of text in all definitions that are compared. The eight longest of the published ones have 12,000 together. */
export const MOST_LINES = 20_000;

/** The same of definitions of which sections are put under each other, as they are. */
export const MOST_COMPOSED_LINES = 100_000;

/**
 * Why some definitions are not lined up or made one: what a hundred thousand sections, items or paragraphs have in common
 * takes minutes and gigabytes to find out, and is no one's prompt.
 *
 * @returns `null` if they are. Linear in their length.
 */
export function tooMuchToCompare(definitions: readonly AgentDefinition[]): string | null {
  const count = linesBeyond(definitions, MOST_LINES);
  return count === null
    ? null
    : `too much to compare: ${countText(count)} lines of text, and at most ${countText(MOST_LINES)} are lined up`;
}

/** The same for a composition that unites nothing. */
export function tooMuchToCompose(definitions: readonly AgentDefinition[]): string | null {
  const count = linesBeyond(definitions, MOST_COMPOSED_LINES);
  const most = countText(MOST_COMPOSED_LINES);
  return count === null
    ? null
    : `too much to compose: ${countText(count)} lines of text, and at most ${most} are composed`;
}

/** How many lines of text there are, if more than so many; else `null`. */
function linesBeyond(definitions: readonly AgentDefinition[], most: number): number | null {
  // No line that counts has less than a character and its end.
  if (definitions.reduce((sum, { body }) => sum + body.length, 0) / 2 <= most) return null;
  let count = 0;
  for (const { body } of definitions) {
    for (const { text } of linesBetween(body, 0, body.length)) if (text.trim() !== '') count += 1;
  }
  return count > most ? count : null;
}
