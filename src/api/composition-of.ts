import { composedDefinition } from '../core/compose/compose.ts';
import { carriableFields, suggestedFields } from '../core/compose/ingredient-fields.ts';
import { toolWidening } from '../core/compose/ingredient-tools.ts';
import { draftProblem } from '../core/compose/validate-draft.ts';
import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import { INHERIT, toolList } from '../core/definition/tools.ts';
import { type Draft, isSamePassage, type Pick, type UnionPassage } from '../core/draft/draft.ts';
import { conflictsOf } from '../core/settling/conflicts-of.ts';
import type { Composition, Fields, From, LeftOut } from './types.ts';

/**
 * What some picks make under a frontmatter.
 *
 * @param definitions Those the picks are of, each once, with ids of their own.
 */
export function compositionOf(
  picks: readonly Pick[],
  definitions: readonly AgentDefinition[],
  fields: Fields,
): Composition {
  const draft = draftOf(picks, definitions, fields);
  const { text, fileName, warnings, refusal } = composedDefinition(draft);
  const widening = toolWidening(definitions, draft.fields.tools, draft.format);
  const ids = definitions.map(({ id }) => id);
  return {
    text,
    fileName,
    conflicts: conflictsOf(picks).map(({ topic, kept, other, isOpen, differs }) => ({
      topic,
      kept: fromOf(kept, ids),
      other: fromOf(other, ids),
      isOpen,
      differs: { kind: differs.kind, words: [differs.one, differs.other] },
    })),
    leftOut: leftOutOf(picks, ids),
    warnings: [
      ...(widening === null ? [] : [`The result may do more than any agent it is made from: ${widening}`]),
      ...warnings,
    ],
    problem: draftProblem(draft) ?? refusal,
  };
}

function draftOf(picks: readonly Pick[], definitions: readonly AgentDefinition[], fields: Fields): Draft {
  const { name, tools, keep = [], format = 'claude' } = fields;
  const suggested = suggestedFields(definitions, format);
  const carried = carriableFields(definitions).filter(({ field }) => keep.includes(field));
  return {
    picks,
    fields: {
      name,
      description: fields.description ?? suggested.description,
      model: fields.model ?? suggested.model,
      color: fields.color ?? suggested.color,
      tools: tools === undefined ? suggested.tools : tools === null ? INHERIT : toolList(tools),
    },
    carried: carried.map(({ others: _, ...field }) => field),
    kind: 'agent',
    format,
    from: definitions.map(({ id }) => id),
  };
}

function leftOutOf(picks: readonly Pick[], ids: readonly string[]): readonly LeftOut[] {
  const passages = picks.flatMap((pick) => (pick.kind === 'union' ? pick.passages : []));
  return passages.flatMap((passage) => {
    const { state, by } = passage;
    if (state === 'kept' || passage.kind === 'title') return [];
    const stands = by && passages.find((one) => isSamePassage(one, by));
    return [{ ...fromOf(passage, ids), state, by: stands ? fromOf(stands, ids) : null }];
  });
}

function fromOf({ definition, section, text }: UnionPassage, ids: readonly string[]): From {
  return { agent: ids.indexOf(definition), section, text };
}
