import { InvalidArgumentError } from 'commander';
import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import { KINDS, type Kind } from '../core/definition/kind.ts';
import { kindWords } from '../core/library/kind-words.ts';
import { byScopeThenName, type Library } from '../core/library/library.ts';
import { counted } from '../text/count-text.ts';

/** Which kinds a command is about. */
export type KindChoice = Kind | 'all';

export const KIND_HELP = 'which kind: agent, skill, command or all';

/** A kind as it is typed. */
export function kindChoice(value: string): KindChoice {
  const choice = [...KINDS, 'all' as const].find((kind) => kind === value || `${kind}s` === value);
  if (choice === undefined) throw new InvalidArgumentError('Say agent, skill, command or all.');
  return choice;
}

/** What a library holds of a kind, in its order. */
export function ofKind({ definitions, others }: Library, choice: KindChoice): readonly AgentDefinition[] {
  if (choice === 'agent') return definitions;
  if (choice === 'all') return [...definitions, ...others].sort(byScopeThenName);
  return others.filter(({ kind }) => kind === choice);
}

/**
 * What is not listed where only agents are, in words; `null` if there is nothing. Where collections hold nothing but
 * agents and documents, nobody asks.
 */
export function leftOutWords({ others }: Library, aside: number, program: string): string | null {
  const total = others.length + aside;
  if (total === 0) return null;
  const parts = kindWords(others);
  const files = counted(total, 'other Markdown file');
  return parts.length === 0 ? files : `${files}: ${parts.join(', ')} (${program} list --kind all)`;
}
