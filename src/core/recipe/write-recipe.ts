import { CORE_SCHEMA, dump } from 'js-yaml';
import type { Pick, Provenance, SectionPick, UnionPick } from '../draft/draft.ts';
import type { AskedRows, SectionAt } from '../sections/asked-rows.ts';
import { partId } from '../sections/definition-part.ts';
import type { Recipe, Sha256 } from './recipe.ts';
import type { RecipeForm } from './recipe-form.ts';
import type { WrittenPick, WrittenRecipe } from './recipe-shape.ts';

const HEAD = `# What an agent was made from, written by the program agents. \`agents compose --recipe\` builds the file again,
# \`agents status\` tells what has changed since, and \`agents update\` updates the file.
`;

/** From this depth on YAML is written in one line: each passage of a union takes one. */
const ONE_LINE_FROM = 4;

/**
 * A recipe as the text of its file: YAML with what was picked first and the texts at the end, each once, by their hash.
 *
 * Law: `parseRecipe` reads it back as it was.
 *
 * @param form Portable where all paths in it are portable names.
 */
export function serialiseRecipe(recipe: Recipe, sha256: Sha256, form: RecipeForm = 1): string {
  const data = writtenRecipe(recipe, sha256, form);
  return HEAD + dump(data, { schema: CORE_SCHEMA, lineWidth: -1, flowLevel: ONE_LINE_FROM, noRefs: true });
}

function writtenRecipe({ target, sha256, draft, ...files }: Recipe, hash: Sha256, form: RecipeForm): WrittenRecipe {
  const ingredients = namedIngredients(files);
  const texts: Record<string, string> = {};
  const keyOf = (text: string): string => {
    const key = hash(text);
    texts[key] = text;
    return key;
  };
  const { name, description, tools, model, color } = draft.fields;
  const carried = draft.carried.map(({ field, value, ...of }) => ({ field, from: ingredients.nameOf(of), value }));
  const picks = draft.picks.map((pick) => writtenPick(pick, ingredients.nameOf, keyOf));
  return {
    recipe: form,
    name,
    file: target,
    sha256,
    ...(draft.kind !== 'agent' && { kind: draft.kind }),
    format: draft.format,
    ...stated({ description }, ''),
    ...(tools.kind === 'list' && { tools: [...tools.tools] }),
    ...stated({ model, color }, ''),
    ...(draft.ownName && { ownName: true as const }),
    ingredients: [...ingredients.all],
    columns: [...draft.from],
    ...(draft.rows && { rows: writtenRows(draft.rows) }),
    ...(carried.length > 0 && { carried }),
    picks,
    texts,
  };
}

function writtenRows({ together, apart }: AskedRows): WrittenRecipe['rows'] {
  const written = ({ definition, section }: SectionAt): [string, string] => [definition, section];
  return {
    ...(together.length > 0 && { together: together.map(([one, other]) => [written(one), written(other)]) }),
    ...(apart.length > 0 && { apart: apart.map((sections) => sections.map(written)) }),
  };
}

type NameOf = (provenance: Provenance) => string;

function writtenPick(pick: Pick, nameOf: NameOf, keyOf: (text: string) => string): WrittenPick {
  return pick.kind === 'section' ? writtenSection(pick, nameOf, keyOf) : writtenUnion(pick, nameOf, keyOf);
}

function writtenSection(pick: SectionPick, nameOf: NameOf, keyOf: (text: string) => string): WrittenPick {
  const { part, title, text } = pick;
  return { section: partId(part), from: nameOf(pick), title, ...arranged(pick, keyOf), text: keyOf(text) };
}

function writtenUnion(pick: UnionPick, nameOf: NameOf, keyOf: (text: string) => string): WrittenPick {
  const passages = pick.passages.map(
    ({ state, kind, section, index, depth, block, rival, edited, by, text, ...of }) => ({
      state,
      kind,
      from: nameOf(of),
      section,
      index,
      ...stated({ depth }, 0),
      ...(block !== undefined && { block }),
      ...(rival !== undefined && { rival }),
      ...(edited !== null && { edited: keyOf(edited) }),
      ...(by && { by: [by.definition, by.section, by.index] as [string, string, number] }),
      text: keyOf(text),
    }),
  );
  return { union: pick.title, ...arranged(pick, keyOf), passages };
}

function arranged({ title, originalTitle, level, edited }: Pick, keyOf: (text: string) => string) {
  return {
    ...(originalTitle !== title && { was: originalTitle }),
    ...(level !== null && { level }),
    ...(edited !== null && { edited: keyOf(edited) }),
  };
}

/** Only the fields that say something. */
function stated<Value>(fields: Readonly<Record<string, Value>>, nothing: Value): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== nothing));
}

/** Ingredients by names of their own: that of the agent, with a number where several are called so. */
function namedIngredients({ hashes, outlines }: Omit<Recipe, 'target' | 'sha256' | 'draft'>) {
  const all: WrittenRecipe['ingredients'] = [];
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const nameOf: NameOf = ({ definition, agent, path }) => {
    const key = JSON.stringify([definition, agent, path]);
    const known = names.get(key);
    if (known !== undefined) return known;
    let name = agent;
    for (let number = 2; taken.has(name); number += 1) name = `${agent} (${number})`;
    names.set(key, name);
    taken.add(name);
    const sha256 = hashes?.get(path);
    const sections = outlines?.get(path);
    all.push({
      name,
      ...(name !== agent && { agent }),
      definition,
      file: path,
      ...(sha256 && { sha256 }),
      ...(sections && { sections: [...sections] }),
    });
    return name;
  };
  return { all, nameOf };
}
