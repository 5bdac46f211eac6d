import type { PassageKey, Provenance } from '../draft/draft.ts';
import { provenanceOf } from '../draft/draft.ts';
import type { Passage } from '../sections/passage.ts';
import { passagesOf } from '../sections/passages-of.ts';
import { isClosingTag } from '../sections/section-text.ts';
import { type PassageProfile, passageProfile } from './passage-likeness.ts';
import type { TopicNode, Version } from './topic-tree.ts';

/** A passage on its way into a union. */
export interface Slot {
  readonly passage: Provenance & Omit<Passage, 'line'>;
  readonly profile: PassageProfile;
  readonly depth: number;
  /** Whether others stand under it, so that it cannot go without them. */
  readonly isHead: boolean;
  /** What stands for it; `null` where nothing does. */
  by: PassageKey | null;
  isDropped: boolean;
}

/** Whether a passage stands in the union itself. */
export function isKept({ by, isDropped }: Slot): boolean {
  return by === null && !isDropped;
}

/** How deep a topic's headings and items stand inside the union. */
export interface Depths {
  readonly heading: number;
  readonly item: number;
}

/** Whether a topic is list items only, so that its union can be one item with what stands under it. */
export function isItemTopic({ versions, children }: TopicNode): boolean {
  return versions[0]?.section.kind === 'item' && versions.every(isListable) && children.every(isItemTopic);
}

/** Whether the union of a topic has a heading of its own. */
export function hasHeading(topic: TopicNode): boolean {
  return !topic.isOpening && !isItemTopic(topic) && topic.versions.some(({ section }) => titleOf(section) !== null);
}

function isListable({ section }: Version): boolean {
  const isList = passagesOf(section).every(({ kind }) => kind !== 'text');
  return isList && section.sections.every((inner) => inner.kind === 'item' || isClosingTag(inner));
}

/** The passages of a version: its title, if it has one on a line of its own, and what stands under it. */
export interface VersionContent {
  readonly title: Slot | null;
  readonly content: readonly Slot[];
}

/**
 * The passages of a version as slots.
 *
 * @param asItem Whether the union is one item: a list under a title then stands under that item.
 */
export function contentOf({ definition, section }: Version, depths: Depths, asItem: boolean): VersionContent {
  const provenance = provenanceOf(definition);
  const passages = passagesOf(section);
  const isItem = section.kind === 'item';
  const top = asItem ? depths.item + (isItem ? 0 : 1) : 0;
  const slots = passages.map((passage, at): Slot => {
    const isFirst = at === 0;
    const depth = passage.kind === 'title' ? depths.heading : top + (isItem && !isFirst ? 1 : 0);
    const isHead = isItem && isFirst && (passages.length > 1 || section.sections.length > 0);
    return slotOf(passage, provenance, depth, isHead);
  });
  const [first] = slots;
  return first?.passage.kind === 'title' ? { title: first, content: slots.slice(1) } : { title: null, content: slots };
}

function slotOf({ line: _, ...passage }: Passage, provenance: Provenance, depth: number, isHead: boolean): Slot {
  const profile = passageProfile(passage.kind, passage.text);
  return {
    passage: { ...provenance, ...passage },
    profile,
    depth,
    isHead,
    by: null,
    isDropped: false,
  };
}

function titleOf(section: Version['section']): string | null {
  const [first] = passagesOf(section);
  return first?.kind === 'title' ? first.text : null;
}
