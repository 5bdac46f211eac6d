import { type Draft, EMPTY_DRAFT, type Pick } from '../../src/core/draft/draft.ts';

/** A draft with nothing in it; a test states what it is about. */
export function aDraft(parts: Partial<Draft> = {}): Draft {
  return { ...EMPTY_DRAFT, ...parts };
}

/** A pick in a few words: the agent it came from, or `union` with its agents, and the title it has. */
export function pickWords(pick: Pick): string {
  if (pick.kind === 'section') return `${pick.agent} ${pick.title}`;
  return `union(${[...new Set(pick.passages.map(({ agent }) => agent))].join(' ')}) ${pick.title}`;
}
