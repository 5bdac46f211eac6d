import type { TwinGroup } from './find-twins.ts';

/**
 * The twins of one definition: exact ones, then near ones, then what it is inside of or what is inside it.
 *
 * Of contained pairs those count too that stand for its exact and near twins.
 *
 * @param groups As `findTwins` gives them.
 * @param id Any id; one in no group has no twins.
 * @returns Ids without its own, each once.
 */
export function twinsOf(groups: readonly TwinGroup[], id: string): readonly string[] {
  const twins = new Set(groupsOf(groups, id).flatMap(({ definitions }) => definitions));
  twins.delete(id);
  return [...twins];
}

/** The groups that a definition is in, and the contained pairs of those that stand for it. */
export function groupsOf(groups: readonly TwinGroup[], id: string): readonly TwinGroup[] {
  const alike = groups.filter(({ kind, definitions }) => kind !== 'contained' && definitions.includes(id));
  const standIns = new Set([id, ...alike.flatMap(({ definitions }) => definitions.slice(0, 1))]);
  const pairs = groups.filter(
    ({ kind, definitions }) => kind === 'contained' && definitions.some((one) => standIns.has(one)),
  );
  return [...alike, ...pairs];
}
