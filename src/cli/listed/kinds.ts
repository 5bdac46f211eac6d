import type { Option } from 'commander';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { KINDS, type Kind } from '../../core/definition/kind.ts';
import { kindWords } from '../../core/library/kind-words.ts';
import { byScopeThenName, type Library } from '../../core/library/library.ts';
import { counted } from '../../text/count-text.ts';
import { choiceOption } from '../command-line.ts';

/** Which kinds a command is about. */
export type KindChoice = Kind | 'all';

const CHOICES = [...KINDS, 'all'] as const;

/** `--kind`, in one or in many. */
export function kindOption(): Option {
  const kindOf = (word: string) => CHOICES.find((kind) => kind === word || `${kind}s` === word);
  return choiceOption('--kind <kind>', 'which kind', CHOICES, kindOf).default('agent');
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
export function leftOutWords(
  others: readonly Pick<AgentDefinition, 'kind'>[],
  aside: number,
  program: string,
): string | null {
  const total = others.length + aside;
  if (total === 0) return null;
  const parts = kindWords(others);
  const files = counted(total, 'other Markdown file');
  return parts.length === 0 ? files : `${files}: ${parts.join(', ')} (${program} list --kind all)`;
}
