import type { Source } from '../../core/definition/agent-definition.ts';
import type { Provenance } from '../../core/draft/draft.ts';
import type { Lineage } from '../../core/lineage/lineage.ts';
import type { FindLicence } from '../../usecases/find-licence.ts';

/** Whom a file owes something it says. */
export interface Credit {
  readonly name: string;
  /** Absolute path of the file that it was taken from. */
  readonly path: string;
  /** Id of the source that the file lies in; `null` where it is in none that is known. */
  readonly source: string | null;
  /** Absolute path of the licence that the file is under; `null` if its source has none. */
  readonly licence: string | null;
  /** How that is known: by the recipe, or by its lines; a twin has the same lines, and may be where they are from. */
  readonly by: 'recipe' | 'lines' | 'twin';
}

/**
 * Everybody that a file owes something: what its recipe names, what its lines are of, and twins of that in other sources.
 *
 * @param recipe What its recipe says it was made of; nothing if it has none.
 * @param sources All that are known.
 */
export async function creditsOf(
  { ancestors }: Lineage,
  recipe: readonly Provenance[],
  sources: readonly Source[],
  findLicence: FindLicence,
): Promise<readonly Credit[]> {
  const owed = new Map<string, Pick<Credit, 'name' | 'path' | 'by'>>();
  const owe = (name: string, path: string, by: Credit['by']) => {
    if (!owed.has(path)) owed.set(path, { name, path, by });
  };
  for (const { agent, path } of recipe) owe(agent, path, 'recipe');
  for (const { definition } of ancestors) owe(definition.name, definition.path, 'lines');
  for (const { definition, equal } of ancestors) {
    for (const twin of equal) if (twin.source !== definition.source) owe(twin.name, twin.path, 'twin');
  }
  const credits: Credit[] = [];
  for (const one of owed.values()) {
    const source = sourceAround(one.path, sources);
    const licence = source === null ? null : await findLicence(one.path, source.folder);
    credits.push({ ...one, source: source?.id ?? null, licence });
  }
  return credits;
}

/** The innermost source that a file lies in. */
function sourceAround(path: string, sources: readonly Source[]): Source | null {
  const around = sources.filter(({ folder }) => path === folder || path.startsWith(`${folder}/`));
  return around.reduce<Source | null>(
    (inner, one) => (inner && inner.folder.length >= one.folder.length ? inner : one),
    null,
  );
}
