import type { Gap, Saying } from '../../core/claims/gaps.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { passageId } from '../../core/sections/passages-of.ts';
import { type FoundGaps, pickOfSaying } from './found-gaps.ts';

/**
 * What `gaps --json` gives. Texts are exact, not made safe to show. `picks` has the passage of the best wording of each
 * gap that contradicts nothing, once, as `compose` takes it.
 *
 * The shape is public: fields may be added, never renamed or removed.
 */
export function gapsJson({ definition, others, topics }: FoundGaps): Readonly<Record<string, unknown>> {
  const open = topics.flatMap(({ gaps }) => gaps.filter(({ against }) => against === null));
  return {
    schema: 1,
    definition: referenceTo(definition),
    others: others.map(({ definition: other, likeness }) => ({ ...referenceTo(other), likeness: rounded(likeness) })),
    topics: topics.map((topic) => ({
      title: topic.title,
      others: topic.others,
      isSpokenOf: topic.isSpokenOf,
      gaps: topic.gaps.map(gapJson),
    })),
    picks: [...new Set(open.map(({ best }) => pickOfSaying(best)))],
  };
}

function gapJson({ best, sayings, against }: Gap): Readonly<Record<string, unknown>> {
  return {
    text: best.claim.text,
    pick: pickOfSaying(best),
    count: sayings.length,
    wordings: sayings.map(wordingJson),
    against: against && {
      text: against.claim.text,
      passage: passageId(against.claim.passage),
      line: against.claim.passage.line,
      differs: { kind: against.differs.kind, words: [against.differs.one, against.differs.other] },
    },
  };
}

function wordingJson(saying: Saying): Readonly<Record<string, unknown>> {
  return { agent: saying.definition.id, text: saying.claim.text, pick: pickOfSaying(saying) };
}

const referenceTo = ({ id, name, path }: AgentDefinition) => ({ id, name, path });

const rounded = (likeness: number | null): number | null =>
  likeness === null ? null : Math.round(likeness * 1e4) / 1e4;
