import type { AgentDefinition } from '../definition/agent-definition.ts';
import { loadedBySome } from '../tokens/definition-tokens.ts';
import { findRivals } from './find-rivals.ts';

/**
 * Which of the agents that something was made from compete with it where both are loaded: what it takes the place of does
 * not, nor does what no harness loads.
 */
export function madeRivals(
  { name, description }: Pick<AgentDefinition, 'name' | 'description'>,
  madeFrom: readonly AgentDefinition[],
): readonly AgentDefinition[] {
  const others = loadedBySome(madeFrom).filter((one) => one.name !== name);
  const [first] = others;
  if (first === undefined) return [];
  // Only name and description are looked at.
  const made = { ...first, id: '', name, description };
  const rivals = new Set(
    findRivals([made, ...others]).flatMap(({ members }) => (members.includes(made) ? members : [])),
  );
  return others.filter((one) => rivals.has(one));
}

/** That something competes with what it was made from, in words: the first two by their names. */
export function madeRivalWords([first, second, ...others]: readonly AgentDefinition[]): string {
  if (second === undefined) return `competes with ${first?.name ?? ''}`;
  const more = others.length + 1;
  return `competes with ${first?.name ?? ''} and ${others.length === 0 ? second.name : `${more} more`}`;
}
