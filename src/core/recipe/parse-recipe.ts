import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import * as v from 'valibot';
import { isRecord, plainData } from '../../kit/plain-data.ts';
import { type Draft, decidedWith, type Pick, type Provenance, standingOf, type UnionPassage } from '../draft/draft.ts';
import { keptTools } from '../draft/kept-tools.ts';
import type { AskedRows, SectionAt } from '../sections/asked-rows.ts';
import { parsePart } from '../sections/definition-part.ts';
import type { Recipe, Sha256 } from './recipe.ts';
import { PORTABLE_FORM, type RecipeForm } from './recipe-form.ts';
import { mistakeIn } from './recipe-mistakes.ts';
import { RECIPE_SHAPE, type ReadPick, type ReadRecipe } from './recipe-shape.ts';
import { type DataPath, type Place, pathText, placeInYaml } from './yaml-place.ts';

/** What the text of a recipe says, or the first thing that is wrong with it. */
export type RecipeReading =
  | { readonly kind: 'recipe'; readonly recipe: Recipe; readonly form: RecipeForm }
  /** The reason says what is wrong and what to do. */
  | ({ readonly kind: 'refused'; readonly reason: string } & Place);

/**
 * Read the text of a recipe: strict YAML of the core schema without aliases, 100 levels and 100,000 values at most, of
 * the one shape there is, each text with the hash it is listed under.
 *
 * @returns Never throws, whatever the text.
 */
export function parseRecipe(text: string, sha256: Sha256): RecipeReading {
  const yaml = readYaml(text);
  if (yaml.kind === 'refused') return yaml;
  const refusedAt = (path: DataPath, what: string) =>
    refused(placeInYaml(text, path), `${pathText(path)}${what}; ${ADVICE}`);
  if (!isRecord(yaml.value)) return refusedAt([], 'a recipe is a map of fields');
  const version = yaml.value.recipe;
  if (typeof version === 'number' && version > PORTABLE_FORM) {
    const reason = `recipe: ${version} is the form of a newer version of agents; use that one`;
    return refused(placeInYaml(text, ['recipe']), reason);
  }
  const result = v.safeParse(RECIPE_SHAPE, yaml.value);
  if (!result.success) return refusedAt(pathOf(result.issues[0]), problemOf(result.issues[0]));
  const mistake = mistakeIn(result.output, sha256);
  if (mistake) return refusedAt(mistake.path, mistake.what);
  const { recipe: form, file: target, sha256: composed, ingredients } = result.output;
  const hashes = new Map(ingredients.flatMap((one) => (one.sha256 ? [[one.file, one.sha256] as const] : [])));
  const outlines = new Map(ingredients.flatMap((one) => (one.sections ? [[one.file, one.sections] as const] : [])));
  const recipe = {
    target,
    sha256: composed,
    draft: draftOf(result.output),
    ...(hashes.size > 0 && { hashes }),
    ...(outlines.size > 0 && { outlines }),
  };
  return { kind: 'recipe', recipe, form };
}

const ADVICE = 'undo the change, or save the agent anew';

type YamlValue = { readonly kind: 'value'; readonly value: unknown };
type Refusal = Extract<RecipeReading, { kind: 'refused' }>;

function readYaml(text: string): YamlValue | Refusal {
  try {
    const data = plainData(load(text, { schema: CORE_SCHEMA, maxAliases: 0 }));
    return data
      ? { kind: 'value', value: data.value }
      : refused(START, `its values nest or repeat too much; ${ADVICE}`);
  } catch (error) {
    if (!(error instanceof YAMLException)) return refused(START, `it cannot be parsed; ${ADVICE}`);
    const { mark, reason } = error;
    const place = { line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 };
    return refused(place, `no valid YAML: ${reason}; ${ADVICE}`);
  }
}

const START: Place = { line: 1, column: 1 };

function refused({ line, column }: Place, reason: string): Refusal {
  return { kind: 'refused', line, column, reason };
}

type Issue = v.InferIssue<typeof RECIPE_SHAPE>;

function pathOf({ path }: Issue): DataPath {
  return (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function problemOf({ received, expected, message }: Issue): string {
  if (expected === 'never') return ' is no field of a recipe';
  return received === 'undefined' ? ' is missing' : ` ${message}`;
}

function draftOf(written: ReadRecipe): Draft {
  const { name, description, tools = null, model, color, kind, format, columns, texts } = written;
  const ingredients = new Map<string, Provenance>(
    written.ingredients.map(({ name: key, agent = key, definition, file }) => [key, { definition, agent, path: file }]),
  );
  const provenanceOf = (key: string) => ingredients.get(key) ?? { definition: '', agent: key, path: '' };
  const textOf = (hash: string) => texts[hash] ?? '';
  return {
    picks: written.picks.map((pick) => pickOf(pick, provenanceOf, textOf)),
    fields: { name, description, model, tools: keptTools(tools), color },
    carried: written.carried.map(({ field, from, value }) => ({ ...provenanceOf(from), field, value })),
    kind,
    format,
    from: columns,
    ...(written.rows && { rows: rowsOf(written.rows) }),
    ...(written.ownName && { ownName: true as const }),
  };
}

function rowsOf({ together, apart }: NonNullable<ReadRecipe['rows']>): AskedRows {
  const at = ([definition, section]: readonly [string, string]): SectionAt => ({ definition, section });
  return { together: together.map(([one, other]) => [at(one), at(other)]), apart: apart.map((those) => those.map(at)) };
}

function pickOf(pick: ReadPick, provenanceOf: (key: string) => Provenance, textOf: (hash: string) => string): Pick {
  const title = 'union' in pick ? pick.union : pick.title;
  const { was = title, level = null, edited } = pick;
  const arranged = { title, originalTitle: was, level, edited: edited === undefined ? null : textOf(edited) };
  if ('section' in pick) {
    const { section, from, text } = pick;
    return { kind: 'section', ...provenanceOf(from), ...arranged, part: parsePart(section), text: textOf(text) };
  }
  const passages = pick.passages.map(
    ({ from, edited: own, state, by, text, block, rival, ...passage }): UnionPassage => {
      const [definition = '', section = '', index = 0] = by ?? [];
      const key = by ? { definition, section, index } : null;
      const words = own === undefined ? null : textOf(own);
      return {
        ...provenanceOf(from),
        ...passage,
        ...decidedWith(block, rival),
        ...standingOf(state, key),
        edited: words,
        text: textOf(text),
      };
    },
  );
  return { kind: 'union', ...arranged, passages };
}
