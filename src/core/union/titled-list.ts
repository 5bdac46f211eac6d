import { termsOf } from '../passages/terms.ts';
import { plainTitle } from '../sections/section-title.ts';
import { type ListKind, listKindOf } from './list-item.ts';
import { isTitleLine } from './title-line.ts';
import { isKept, type Slot } from './version-content.ts';

/**
 * What stands under a title, where it ends with a list of another kind by a definition that says nothing else in it, as what
 * one keeps to behind the steps of an order of work: that list has the title over it that it has in its own file, one level
 * deeper. Without one nobody would know what it is a list of.
 *
 * @param titles The titles of all versions; those that are not over all of it have given way.
 * @param head The one that is over all of it.
 * @param under What stands under that, in its order.
 * @returns The titles and all that stands under them, each once.
 */
export function withTitledList(
  titles: readonly Slot[],
  head: Slot | undefined,
  under: readonly Slot[],
): readonly Slot[] {
  const at = startOfOtherList(under);
  const first = under[at];
  const own = first && head && isKept(head) ? titleOf(first, titles, head) : undefined;
  if (!own || !head) return [...titles, ...under];
  const titled: Slot = { ...own, depth: head.depth + 1, by: null };
  return [...titles.filter((title) => title !== own), ...under.slice(0, at), titled, ...under.slice(at)];
}

/** Where the last list begins, if it is all that its definition says, and of another kind than that before it; or -1. */
function startOfOtherList(under: readonly Slot[]): number {
  const kept = under.filter(isKept);
  const definition = kept.at(-1)?.passage.definition;
  const start = kept.findIndex(({ passage }) => passage.definition === definition);
  const [before, own] = [kept.slice(0, start), kept.slice(start)];
  const isItems = own.every(({ passage }) => passage.definition === definition && passage.kind === 'item');
  const kinds = [outerKind(before), outerKind(own)];
  if (!isItems || before.at(-1)?.passage.kind !== 'item' || kinds.includes(null) || kinds[0] === kinds[1]) return -1;
  const [first] = own;
  return first ? under.indexOf(first) : -1;
}

/** The kind of the last list at the outer edge. */
function outerKind(slots: readonly Slot[]): ListKind | null {
  const items = slots.filter(({ passage }) => passage.kind === 'item');
  const edge = items.reduce((depth, slot) => Math.min(depth, slot.depth), Number.POSITIVE_INFINITY);
  const last = items.findLast(({ depth }) => depth === edge);
  return last ? listKindOf(last.passage.text) : null;
}

/** The heading over a list in its own file, if it speaks of something else than the one over all. */
function titleOf({ passage }: Slot, titles: readonly Slot[], head: Slot): Slot | undefined {
  const over = termsIn(head);
  return titles.find((title) => {
    if (title === head || title.passage.definition !== passage.definition || isTitleLine(title.passage.text))
      return false;
    const own = termsIn(title);
    return ![...own].every((term) => over.has(term)) && ![...over].every((term) => own.has(term));
  });
}

const termsIn = ({ passage }: Slot): ReadonlySet<string> => new Set(termsOf(plainTitle(passage.text.trim())));
