import { type ComposedBody, composeBody } from '../../src/core/compose/compose.ts';
import type { AgentDefinition } from '../../src/core/definition/agent-definition.ts';
import type { UnionPassage, UnionPick } from '../../src/core/draft/draft.ts';
import { sectionsOf } from '../../src/core/sections/sections-of.ts';
import { uniteAll } from '../../src/core/settling/unite-all.ts';
import { alignTopics } from '../../src/core/topics/align-topics.ts';
import { topicTrees } from '../../src/core/union/topic-tree.ts';

/** What definitions came to, made one. */
export interface United {
  readonly definitions: readonly AgentDefinition[];
  readonly unions: readonly UnionPick[];
  readonly body: ComposedBody;
  /** The kept passages in the order of the result, with the 0-based line that each begins on. */
  readonly kept: readonly { readonly passage: UnionPassage; readonly line: number }[];
}

/** Every topic of some definitions united, as `agents compose A#* B#* --union` does. */
export function unitedOf(definitions: readonly AgentDefinition[]): United {
  const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
  const unions = uniteAll(topicTrees(topics, definitions), definitions);
  const body = composeBody(unions);
  const kept = body.parts.flatMap(({ pick, stretches }) =>
    pick.kind === 'union'
      ? stretches.flatMap(({ passage, start }) => {
          const one = pick.passages[passage];
          return one ? [{ passage: one, line: body.text.slice(0, start).split('\n').length - 1 }] : [];
        })
      : [],
  );
  return { definitions, unions, body, kept };
}
