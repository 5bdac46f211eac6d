import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import { addedSources } from '../core/library/added-source.ts';
import { kindOfNamed } from '../core/library/kind-of.ts';
import { buildLibrary } from '../core/library/library-builder.ts';
import { parseDefinition } from '../core/reading/parse-definition.ts';
import { remembered } from '../kit/memo.ts';

/** What makes an agent what it is: all else is read from it. */
export interface GivenText {
  readonly text: string;
  readonly path: string;
}

/** The definition of a text, as if its file had been named by itself; worked out once for an object. */
export const definitionOf = remembered(({ text, path }: GivenText): AgentDefinition => {
  const parsed = parseDefinition(text, path);
  const sources = addedSources([path]);
  const files = sources.map((source) => ({ parsed, path, source, kind: kindOfNamed(path, parsed) }));
  const { definitions, others } = buildLibrary(files, sources);
  const [definition] = [...definitions, ...others];
  if (definition === undefined) throw new Error('A library of one file has none');
  return definition;
});

/** The definitions of several texts, with ids that tell them apart however alike their names and paths are. */
export function definitionsOf(given: readonly GivenText[]): readonly AgentDefinition[] {
  const taken = new Set<string>();
  return given.map((one) => {
    const definition = definitionOf(one);
    let id = definition.id;
    for (let nth = 2; taken.has(id); nth += 1) id = `${definition.id}@${nth}`;
    taken.add(id);
    return id === definition.id ? definition : { ...definition, id };
  });
}
