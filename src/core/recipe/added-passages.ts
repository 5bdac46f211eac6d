import type { Section, SectionKind } from '../definition/agent-definition.ts';
import type { Provenance, UnionPassage } from '../draft/draft.ts';
import type { AnyPassage } from '../merging/match-passages.ts';
import { isWithin } from '../sections/definition-part.ts';
import { flattenSections } from '../sections/section-text.ts';

/** Passages with those that were put in. */
interface WithAdded {
  readonly passages: readonly UnionPassage[];
  readonly added: readonly UnionPassage[];
}

/**
 * Put new passages of one ingredient into a union, each behind what it stands behind in its file, as kept. Text goes
 * before or behind a list, never into it; items never come between one and what stands under it.
 *
 * @param kept The union without them.
 * @param now All that the ingredient says in the union's sections, in the order of the file.
 * @param isNew Which of those are not in the union yet.
 * @param sections The ingredient's sections.
 */
export function putIn(
  kept: readonly UnionPassage[],
  now: readonly AnyPassage[],
  isNew: readonly boolean[],
  provenance: Provenance,
  sections: readonly Section[],
): WithAdded {
  const kinds = new Map(flattenSections(sections).map(({ id, kind }) => [id, kind]));
  const passages = [...kept];
  const added: UnionPassage[] = [];
  const isAt = (passage: UnionPassage, { section, index }: AnyPassage) =>
    passage.path === provenance.path &&
    passage.definition === provenance.definition &&
    passage.section === section &&
    passage.index === index;
  const indexOf = (one: AnyPassage | undefined) => (one ? passages.findIndex((passage) => isAt(passage, one)) : -1);
  for (const [at, one] of now.entries()) {
    if (!isNew[at]) continue;
    const own = passages.filter((passage) => passage.path === provenance.path);
    const passage: UnionPassage = {
      ...provenance,
      ...one,
      depth: depthOf(one, own, kinds),
      edited: null,
      state: 'kept',
      by: null,
    };
    const before = indexOf(now[at - 1]);
    const next = indexOf(now.slice(at + 1).find((_, index) => !isNew[at + 1 + index]));
    // Of a section that was made of what is there already.
    const under =
      one.kind === 'title' ? placesOf(now.slice(at + 1), one.section, isNew.slice(at + 1)).map(indexOf) : [];
    const behind = before >= 0 ? placeBehind(passages, before, passage) : next >= 0 ? next : passages.length;
    const place = under.reduce((least, index) => (index >= 0 ? Math.min(least, index) : least), behind);
    passages.splice(place, 0, passage);
    added.push(passage);
  }
  return { passages, added };
}

/** What a section says that is not new. */
function placesOf(now: readonly AnyPassage[], section: string, isNew: readonly boolean[]): readonly AnyPassage[] {
  return now.filter((one, at) => !isNew[at] && isWithin(section, one.section));
}

function placeBehind(passages: readonly UnionPassage[], anchor: number, one: UnionPassage): number {
  let at = anchor + 1;
  while (passages[at] && isPassedOver(passages[at] as UnionPassage, one)) at += 1;
  return at;
}

function isPassedOver(other: UnionPassage, one: UnionPassage): boolean {
  if (one.kind === 'title') return other.kind !== 'title' || other.depth > one.depth;
  if (other.kind === 'title') return other.state !== 'kept';
  if (other.state !== 'kept') return true;
  return other.kind === 'item' && (one.kind === 'text' || other.depth > one.depth);
}

/** As deep as what stands beside it in its file, or one deeper than what it stands under. */
function depthOf(one: AnyPassage, own: readonly UnionPassage[], kinds: ReadonlyMap<string, SectionKind>): number {
  const parent = parentOf(one.section);
  const isHead = (passage: AnyPassage) => passage.index === 1 && kinds.get(passage.section) === 'item';
  const headOf = (section: string) => own.find((passage) => passage.section === section && isHead(passage));
  const titleOf = (section: string) => own.find(({ section: other, kind }) => other === section && kind === 'title');
  if (one.kind === 'title') return parent === null ? 0 : (titleOf(parent)?.depth ?? -1) + 1;
  if (!isHead(one)) {
    const beside = own.find(({ section, kind, index }) => section === one.section && kind === one.kind && index > 1);
    const head = headOf(one.section);
    return beside?.depth ?? (head ? head.depth + 1 : plainDepth(one, own));
  }
  const sibling = own.find((passage) => isHead(passage) && parentOf(passage.section) === parent);
  const above = parent === null ? undefined : headOf(parent);
  return sibling?.depth ?? (above ? above.depth + 1 : 0);
}

/** In a section that is no item all items are as deep. */
function plainDepth(one: AnyPassage, own: readonly UnionPassage[]): number {
  return own.find(({ section, kind }) => section === one.section && kind === one.kind)?.depth ?? 0;
}

function parentOf(section: string): string | null {
  const at = section.lastIndexOf('/');
  return at < 0 ? null : section.slice(0, at);
}
