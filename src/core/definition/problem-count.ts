import { onForget } from '../../kit/memo.ts';
import type { AgentDefinition } from './agent-definition.ts';

/** What a list says of a definition's problems. Remarks that ask for nothing are not counted. */
export interface ProblemCount {
  readonly problems: number;
  readonly hasErrors: boolean;
}

let known = new WeakMap<AgentDefinition, ProblemCount>();
onForget(() => {
  known = new WeakMap();
});

/** How many problems a definition has, if it was counted or learned already; `null` if not. */
export function knownProblemCount(definition: AgentDefinition): ProblemCount | null {
  return known.get(definition) ?? null;
}

/** Takes over what was counted of a definition, now or in an earlier run. */
export function learnProblemCount(definition: AgentDefinition, count: ProblemCount): void {
  known.set(definition, count);
}
