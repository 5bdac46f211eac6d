import { standingOf, type UnionPassage, type UnionPick } from '../draft/draft.ts';
import { keyOf } from '../union/passage-key.ts';
import { passageProfile } from '../union/passage-likeness.ts';
import { withTitlesOver } from '../union/titles-over.ts';

/** Of so few items in the same words nothing can be seen. */
const ENOUGH = 3;

/**
 * Unions without orders of work that another definition has as a list elsewhere, in the same words for half of it and more: a
 * reader would take them for one list twice. What has no words there is left out with the rest, as blocks are.
 */
export function withoutSaidBlocks(unions: readonly UnionPick[]): readonly UnionPick[] {
  /** By its words the first item of a list, and the first of another definition. */
  const listed = new Map<string, readonly UnionPassage[]>();
  for (const one of unions.flatMap(({ passages }) => passages.filter(isListed))) {
    const saying = sayingOf(one);
    const same = listed.get(saying) ?? [];
    if (same.every(({ definition }) => definition !== one.definition) && same.length < 2)
      listed.set(saying, [...same, one]);
  }
  const twinOf = (one: UnionPassage) =>
    listed.get(sayingOf(one))?.find(({ definition }) => definition !== one.definition);
  return unions.map((union) => {
    const gone = new Set(
      blocksIn(union)
        .filter((block) => isSaid(block, twinOf))
        .flat(),
    );
    if (gone.size === 0) return union;
    const passages = union.passages.map((one) => {
      if (!gone.has(one)) return one;
      const twin = one.kind === 'item' ? twinOf(one) : undefined;
      return { ...one, ...(twin ? standingOf('redundant', keyOf(twin)) : standingOf('dropped', null)) };
    });
    return withTitlesOver(union, { ...union, passages });
  });
}

function isSaid(block: readonly UnionPassage[], twinOf: (one: UnionPassage) => UnionPassage | undefined): boolean {
  const items = block.filter(({ kind }) => kind === 'item');
  const twins = items.filter((one) => twinOf(one) !== undefined);
  return twins.length >= ENOUGH && 2 * twins.length >= items.length;
}

/** The blocks of a union that stand, each with its passages. */
function blocksIn({ passages }: UnionPick): readonly (readonly UnionPassage[])[] {
  const blocks = new Map<number, UnionPassage[]>();
  for (const one of passages) {
    if (one.block === undefined || one.state !== 'kept') continue;
    const own = blocks.get(one.block);
    if (own) own.push(one);
    else blocks.set(one.block, [one]);
  }
  return [...blocks.values()];
}

const isListed = ({ kind, state, block }: UnionPassage): boolean =>
  kind === 'item' && state === 'kept' && block === undefined;

const sayingOf = ({ kind, text }: UnionPassage): string => passageProfile(kind, text).saying;
