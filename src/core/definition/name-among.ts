import type { AgentDefinition } from './agent-definition.ts';

/** The name of a definition; where another has the same, with where it comes from or, if that is the same too, its file. */
export function nameAmong({ id, name, origin, path }: AgentDefinition, all: readonly AgentDefinition[]): string {
  const others = all.filter((other) => other.name === name && other.id !== id);
  if (others.length === 0) return name;
  const isAlone = others.every((other) => other.origin !== origin);
  return `${name} (${isAlone ? origin : path.slice(path.lastIndexOf('/') + 1)})`;
}
