import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { Provenance } from '../../core/draft/draft.ts';
import { addedSources } from '../../core/library/added-source.ts';
import { type Ancestor, type Lineage, lineageSearch } from '../../core/lineage/lineage.ts';
import type { Recipe } from '../../core/recipe/recipe.ts';
import { finish } from '../../kit/run-steps.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { createLicenceFinder } from '../../usecases/find-licence.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';
import { distinctIds } from '../find-targets.ts';
import { jsonText } from '../json-text.ts';
import { sourcesOf } from '../known-sources.ts';
import { type Credit, creditsOf } from '../lineage/credits.ts';
import { openLibrary } from '../open-library.ts';
import { textColumns } from '../text-columns.ts';

/** Options of `agents lineage`. */
interface LineageOptions {
  readonly source: readonly string[];
  /** Folders to look for ancestors in; none for all sources. */
  readonly in: readonly string[];
  /** Whether to tell the source and the licence of all that a file is made of. */
  readonly credits: boolean;
  readonly json: boolean;
}

/**
 * `agents lineage`: of which of the agents that are known files were made, by the lines they have from them. That a file
 * has none is an answer and no failure.
 */
export async function lineage(
  context: CommandContext,
  references: readonly string[],
  { source, in: folders, credits, json }: LineageOptions,
): Promise<number> {
  const found = await findDefinitions(context, source, references);
  for (const problem of found.problems) context.tell(`${problem}\n`);
  const places = folders.length > 0 ? folders : source;
  const { definitions, others } = await openLibrary(context, places);
  const recipes = await recipesByTarget(context);
  const ancestors = await possibleAncestors(context, [...definitions, ...others]);
  const isMadeOf = (one: AgentDefinition, of: AgentDefinition) =>
    ingredientsOf(recipes.get(one.path)).some(({ path }) => path === of.path);
  const lineages = finish(
    lineageSearch(found.definitions, ancestors, (older, text) => !isMadeOf(older, text)),
    () => context.progress(() => `Looking for ancestors among ${counted(ancestors.length, 'file')} …`),
  );
  const told: Told[] = [];
  const findLicence = createLicenceFinder(context.files);
  const sources = [...addedSources(folders.map(context.absolute)), ...(await sourcesOf(context, source))];
  for (const one of lineages) {
    const ingredients = ingredientsOf(recipes.get(one.of.path));
    told.push({ ...one, credits: credits ? await creditsOf(one, ingredients, sources, findLicence) : null });
  }
  if (json) context.printExact(jsonText(told.map(lineageJson), 2));
  else context.print(told.map((one) => lineageText(one, context)).join('\n'));
  return found.problems.length === 0 ? ExitCode.Done : ExitCode.Failed;
}

interface Told extends Lineage {
  /** `null` where nobody asked. */
  readonly credits: readonly Credit[] | null;
}

async function recipesByTarget(context: CommandContext): Promise<ReadonlyMap<string, Recipe>> {
  const { recipes } = await (await context.openRecipes()).list();
  return new Map(recipes.map(({ recipe }) => [recipe.target, recipe]));
}

/** What was exported is made of what it was exported from, and never what something else is made of. */
async function possibleAncestors(
  context: CommandContext,
  definitions: readonly AgentDefinition[],
): Promise<readonly AgentDefinition[]> {
  const exports = await context.openExports();
  const hashes = await Promise.all(definitions.map(({ path }) => exports.of(path)));
  return distinctIds(definitions.filter((_, at) => hashes[at] === null));
}

/** What a recipe says that a file was made of, each once. */
function ingredientsOf(recipe: Recipe | undefined): readonly Provenance[] {
  if (!recipe) return [];
  const { picks, carried } = recipe.draft;
  const named = [
    ...picks.flatMap((pick): readonly Provenance[] => (pick.kind === 'section' ? [pick] : pick.passages)),
    ...carried,
  ];
  return [...new Map(named.map((one) => [one.path, one])).values()];
}

/** The shape is public: fields may be added, never renamed or removed. */
function lineageJson({ of, ancestors, own, credits }: Told): Readonly<Record<string, unknown>> {
  return {
    schema: 1,
    path: of.path,
    ancestors: ancestors.map(ancestorJson),
    own: rounded(own),
    ...(credits && { credits }),
  };
}

function ancestorJson({ definition, share, lines, equal }: Ancestor): Readonly<Record<string, unknown>> {
  const { id, path } = definition;
  return { id, path, share: rounded(share), lines, equal: equal.map((copy) => copy.path) };
}

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;

/** The file, and below it what it is made of; the copies of an ancestor below that. */
function lineageText({ of, ancestors, own, credits }: Told, { shown, columns }: CommandContext): string {
  const rows = ancestors.flatMap(({ definition, share, lines, equal }) => [
    [percentOf(share), counted(lines, 'line'), definition.name, shown(definition.path)],
    ...equal.map((copy) => ['', '  or its twin', copy.name, shown(copy.path)]),
  ]);
  const all = [...rows, [percentOf(own), 'of its own']].map((row) => row.map(visibleText));
  const owed = credits?.map(({ name, source, path, licence }) =>
    [name, source ?? '', licence === null ? 'no licence file' : shown(licence), shown(path)].map(visibleText),
  );
  return [
    `${visibleText(shown(of.path))}\n`,
    textColumns(all, columns),
    ...(owed ? [owed.length === 0 ? 'Nobody to credit\n' : `Credits\n${indented(textColumns(owed, columns))}`] : []),
  ].join('');
}

const indented = (lines: string): string => lines.replace(/^(?=.)/gm, '  ');

const percentOf = (share: number): string => `${Math.round(share * 100)}%`.padStart(6);
