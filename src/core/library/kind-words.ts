import { counted } from '../../text/count-text.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';

/** How many skills and commands some definitions are, each in words: `47 skills`, `15 commands`. */
export function kindWords(definitions: readonly Pick<AgentDefinition, 'kind'>[]): readonly string[] {
  return (['skill', 'command'] as const).flatMap((kind) => {
    const count = definitions.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [counted(count, kind)];
  });
}
