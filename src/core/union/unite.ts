import type { PassageKey, UnionPassage, UnionPick } from '../draft/draft.ts';
import { sectionLabel } from '../sections/section-text.ts';
import { mergeVersions, type Sayings } from './merge-versions.ts';
import { keyOf, passageKeyText } from './passage-key.ts';
import { isSameSaying } from './passage-likeness.ts';
import type { TopicNode } from './topic-tree.ts';
import { contentOf, type Depths, hasHeading, isItemTopic, isKept, type Slot } from './version-content.ts';

/**
 * Make one of several versions of a topic and of all that stands under it: what each says, once.
 *
 * The first version gives the order. What another adds comes right behind what it has in common with those before, or
 * behind what it adds itself; text before a list stays before it. Of passages with the same words the first stays and
 * the others are `redundant`, wherever they stand. Of wordings of one topic one that says what another does
 * (`coverage`) stays and the other is `merged`; wordings of one definition are left alone. The titles of a topic are merged
 * into the one that says best what it is about. Of several introductions one stays: an agent is told once who it is.
 *
 * Versions that are list items stay items, with lists that others make of it under them; every other topic becomes a
 * section with a heading. Items come before the sections of the same topic, since they could not come after.
 *
 * Law: every passage of every version is in the union once, and what stands for one is kept.
 *
 * @param sayings What other unions of the draft say; what this one keeps is added.
 */
export function unite(topic: TopicNode, sayings: Sayings = new Map()): UnionPick {
  const slots = uniteTopic(topic, { heading: 0, item: 0 }, sayings);
  const arranged = { title: topic.title, originalTitle: topic.title, level: null, edited: null };
  return { kind: 'union', ...arranged, passages: settled(slots) };
}

function uniteTopic(topic: TopicNode, depths: Depths, sayings: Sayings): readonly Slot[] {
  const asItem = isItemTopic(topic);
  const versions = topic.versions.map((version) => contentOf(version, depths, asItem));
  const slots = mergeVersions(
    versions.map(({ content }) => content),
    topic.isOpening,
    sayings,
  );
  const titles = versions.flatMap(({ title }) => title ?? []);
  const isSection = hasHeading(topic);
  const head = (isSection ? bestTitle(topic, titles) : slots.find(isKept)) ?? titles[0];
  for (const title of titles) if (head && title !== head) title.by = keyOf(head.passage);
  const inner = { heading: depths.heading + (isSection ? 1 : 0), item: asItem ? depths.item + 1 : 0 };
  const inside = childrenInOrder(topic).flatMap((child) => uniteTopic(child, inner, sayings));
  return asItem ? [...slots, ...titles, ...inside] : [...titles, ...slots, ...inside];
}

/** What stands under a topic: items first, since they could not come after a heading. */
export function childrenInOrder({ children }: TopicNode): readonly TopicNode[] {
  return [...children].sort((a, b) => Number(hasHeading(a)) - Number(hasHeading(b)));
}

/** The title that the topic is called by. */
function bestTitle({ title, versions }: TopicNode, titles: readonly Slot[]): Slot | undefined {
  const named = versions.find(({ section }) => sectionLabel(section) === title);
  return titles.find(({ passage }) => passage.definition === named?.definition.id);
}

/** The passages with what became of each: what stands for one may itself have given way to a fuller wording. */
function settled(slots: readonly Slot[]): readonly UnionPassage[] {
  const byKey = new Map(slots.map((slot) => [passageKeyText(slot.passage), slot]));
  const last = (key: PassageKey): PassageKey => {
    const slot = byKey.get(passageKeyText(key));
    return slot?.by ? last(slot.by) : key;
  };
  return slots.map(({ passage, profile, depth, by, isDropped }) => {
    if (isDropped || by === null)
      return { ...passage, depth, edited: null, state: isDropped ? 'dropped' : 'kept', by: null };
    const key = last(by);
    const slot = byKey.get(passageKeyText(key));
    const state = slot === undefined || isSameSaying(slot.profile, profile) ? 'redundant' : 'merged';
    return { ...passage, depth, edited: null, state, by: key };
  });
}
