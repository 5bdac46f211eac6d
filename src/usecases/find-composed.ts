import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import { fileName, folderOf } from '../core/definition/file-name.ts';
import { pathWhenOn } from '../core/definition/switched-off.ts';
import type { Recipes } from '../ports/recipes.ts';

/** Which definitions were composed here. */
export interface FoundComposed {
  /** The paths of their files. */
  readonly paths: ReadonlySet<string>;
  /** Why a recipe could not be read, a line each. */
  readonly problems: readonly string[];
}

/** Find, of some definitions, those that a kept recipe says were composed. One that is switched off still was. */
export async function findComposed(recipes: Recipes, definitions: readonly AgentDefinition[]): Promise<FoundComposed> {
  const { recipes: kept, problems } = await recipes.list();
  const targets = new Set(kept.map(({ recipe }) => recipe.target));
  const names = new Set([...targets].map(ownName));
  const paths = new Set<string>();
  for (const { path } of definitions) {
    const target = pathWhenOn(path);
    if (targets.has(target)) paths.add(path);
    // By way of a link a file has another path, by which its recipe is found too.
    else if (names.has(ownName(target)) && (await recipes.of(target)).kind === 'recipe') paths.add(path);
  }
  return { paths, problems };
}

/** What a file is called; of a skill its folder. */
function ownName(path: string): string {
  const name = fileName(path);
  return name === 'SKILL.md' ? fileName(folderOf(path)) : name;
}
