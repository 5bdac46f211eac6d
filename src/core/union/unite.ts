import { decidedWith, isSamePassage, type PassageKey, type UnionPassage, type UnionPick } from '../draft/draft.ts';
import { announces } from '../sections/line-shapes.ts';
import { isClosingTag, sectionLabel } from '../sections/section-text.ts';
import { mergeVersions, type Sayings } from './merge-versions.ts';
import { sayingKey } from './passage-index.ts';
import { keyOf, passageKeyText } from './passage-key.ts';
import { isSameSaying } from './passage-likeness.ts';
import { isTitleLine } from './title-line.ts';
import { withTitledList } from './titled-list.ts';
import type { TopicNode } from './topic-node.ts';
import { type Block, contentOf, type Depths, hasHeading, isItemTopic, isKept, type Slot } from './version-content.ts';

/**
 * Make one of several versions of a topic and of all that stands under it: what each says, once.
 *
 * The first version gives the order. What another adds comes right behind what it has in common with those before, in a
 * list behind all of it, or behind what it adds itself; text before a list stays before it. Of passages with the same words the first stays and
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
  const level = topic.level ?? (isLineForHeading(slots, topic) ? 2 : null);
  const arranged = { title: topic.title, originalTitle: topic.title, level, edited: null };
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
  const head = (isSection ? bestTitle(topic, titles, speakersOf(slots, topic)) : slots.find(isKept)) ?? titles[0];
  for (const title of titles) if (head && title !== head) title.by = keyOf(head.passage);
  // The title over a document that has no text of its own would stand over nothing.
  const [only, ...others] = topic.versions;
  // A tag round the document says nothing to a reader.
  const isAlone = !topic.isOfSeveral && others.length === 0 && only?.givesWay !== true && only?.section.kind !== 'tag';
  if (topic.isOpening && head && titles.includes(head) && !slots.some(isKept) && !isAlone) head.isDropped = true;
  const isOwnTitled = haveTitle(slots.filter(isKept), head);
  if (head && isOwnTitled) head.isDropped = true;
  const isRaised = topic.level !== undefined || !isTitleLine(head?.passage.text ?? '');
  const isOver = isSection && head !== undefined && isRaised && !isOwnTitled;
  const inner = { heading: depths.heading + (isOver ? 1 : 0), item: asItem ? depths.item + 1 : 0 };
  const children = childrenInOrder(topic).map((child) => ({ topic: child, slots: uniteTopic(child, inner, sayings) }));
  const inside = children.flatMap((child) => child.slots);
  if (isSection && head) {
    const hadMore = topic.versions.some(({ section }) => section.sections.some((one) => !isClosingTag(one)));
    goWithContent(head, [...slots, ...inside], hadMore, sayings);
  }
  if (asItem) {
    goWithItem(slots, inside, sayings);
    return [...slots, ...titles, ...inside];
  }
  const under = underTitle(slots, children, topic);
  return isOver ? withTitledList(titles, head, under) : [...titles, ...under];
}

/** Whether a line stands over what other definitions have a heading for. */
function isLineForHeading(slots: readonly Slot[], { versions }: TopicNode): boolean {
  const [first] = slots.filter(isKept);
  const isLine = first?.passage.kind === 'title' && first.depth === 0 && isTitleLine(first.passage.text);
  return isLine && versions.some(({ section }) => section.kind === 'heading' || section.kind === 'tag');
}

/** The definitions that have something of their own in a topic, in it or under it. */
function speakersOf(slots: readonly Slot[], { children }: TopicNode): ReadonlySet<string> {
  const under = children.flatMap(({ versions }) => versions.map(({ definition }) => definition.id));
  return new Set([...slots.filter(isKept).map(({ passage }) => passage.definition), ...under]);
}

/** What becomes of a topic inside another. */
interface UnitedChild {
  readonly topic: TopicNode;
  readonly slots: readonly Slot[];
}

/** What stands under a title: nothing that is not theirs under the titles of phases, words that end a list behind all of it. */
function underTitle(slots: readonly Slot[], children: readonly UnitedChild[], topic: TopicNode): readonly Slot[] {
  const titled = titledBlocks(slots);
  const isTitled = ({ block }: Slot) => block !== null && titled.has(block);
  const isLine = (child: UnitedChild) => titled.size > 0 && !isHeaded(child.topic);
  const behind = wordsBehind(slots, topic);
  const others = children.filter((child) => !isLine(child)).flatMap((child) => child.slots);
  const items = behind.length === 0 ? 0 : others.findIndex(({ passage }) => passage.kind !== 'item');
  const leading = items < 0 ? others : others.slice(0, items);
  return [
    ...slots.filter((slot) => !isTitled(slot) && !behind.includes(slot)),
    ...children.filter(isLine).flatMap((child) => child.slots),
    ...leading,
    ...behind,
    ...slots.filter(isTitled),
    ...others.slice(leading.length),
  ];
}

/** Whether a topic has a title that what follows stands under, as opposed to a line that announces a list. */
function isHeaded(topic: TopicNode): boolean {
  return hasHeading(topic) && topic.versions.some(({ section }) => section.kind !== 'lead-in');
}

/** Text behind a list, of definitions that have no items of their own to come: it stays behind the items of the others. */
function wordsBehind(slots: readonly Slot[], { children }: TopicNode): readonly Slot[] {
  const last = slots.findLastIndex(({ passage }) => passage.kind === 'item');
  if (last < 0) return [];
  const speakers = new Set(children.flatMap(({ versions }) => versions.map(({ definition }) => definition.id)));
  return slots.slice(last + 1).filter(({ passage, block }) => {
    const isWords = passage.kind === 'text' && block === null && !announces(passage.text.trim());
    return isWords && !speakers.has(passage.definition);
  });
}

/** The blocks that stand and have titles inside: runs of phases, forms of several parts. */
function titledBlocks(slots: readonly Slot[]): ReadonlySet<Block> {
  return new Set(
    slots.flatMap((slot) => (slot.block && isKept(slot) && slot.passage.kind === 'title' ? slot.block : [])),
  );
}

function goWithItem([item, ...slots]: readonly Slot[], inside: readonly Slot[], sayings: Sayings): void {
  if (item && isKept(item) && item.isHead && announces(item.passage.text)) {
    goWithContent(item, [...slots, ...inside], false, sayings);
  }
}

/** Whether all that stands in a topic has titles of its own, as phases and forms of several parts do, and is of others than its title. */
function haveTitle(slots: readonly Slot[], head: Slot | undefined): boolean {
  const titled = titledBlocks(slots);
  const isTitled = ({ block, passage }: Slot) =>
    block !== null && titled.has(block) && passage.definition !== head?.passage.definition;
  return slots[0]?.passage.kind === 'title' && slots.every(isTitled);
}

/**
 * A title stands only over something: where nothing under it stands, it has gone where that has.
 *
 * @param hadMore Whether something stands under it in its file; a title over nothing at all stays what it is.
 */
function goWithContent(title: Slot, under: readonly Slot[], hadMore: boolean, sayings: Sayings): void {
  if ((under.length === 0 && !hadMore) || under.some(isKept)) return;
  const key = keyOf(title.passage);
  const standing = under.find(({ by }) => by !== null && !isSamePassage(by, key))?.by;
  title.by = standing ?? null;
  title.isDropped = standing === undefined;
  const said = sayingKey(title.profile);
  const known = sayings.get(said);
  if (known && isSamePassage(known, key)) {
    if (standing) sayings.set(said, standing);
    else sayings.delete(said);
  }
}

/** What stands under a topic. What has no heading comes before headings of other definitions: it is under none of them. */
export function childrenInOrder({ children }: TopicNode): readonly TopicNode[] {
  const first = children.findIndex(isHeaded);
  if (first < 0) return children;
  const behind: TopicNode[] = [];
  const moved: TopicNode[] = [];
  let under = new Set<string>();
  for (const child of children.slice(first)) {
    const speakers = child.versions.map(({ definition }) => definition.id);
    if (isHeaded(child)) under = new Set(speakers);
    (speakers.some((id) => under.has(id)) ? behind : moved).push(child);
  }
  return [...children.slice(0, first), ...moved, ...behind];
}

/**
 * The title of a topic: the first heading, else what the topic is called by. A heading whose own words gave way stands over
 * those of others only where there is no other.
 *
 * @param speakers The definitions whose words stand in it.
 */
function bestTitle(
  { title, versions }: TopicNode,
  titles: readonly Slot[],
  speakers: ReadonlySet<string>,
): Slot | undefined {
  const headings = titles.filter(({ passage }) => !isTitleLine(passage.text));
  const isSpeaker = ({ passage }: Slot): boolean => speakers.has(passage.definition);
  const heading = headings.find(isSpeaker) ?? titles.find(isSpeaker) ?? headings[0];
  const named = versions.find(({ section }) => sectionLabel(section) === title);
  return heading ?? titles.find(({ passage }) => passage.definition === named?.definition.id) ?? titles[0];
}

/** The passages with what became of each: what stands for one may itself have given way to a fuller wording. */
function settled(slots: readonly Slot[]): readonly UnionPassage[] {
  const byKey = new Map(slots.map((slot) => [passageKeyText(slot.passage), slot]));
  const last = (key: PassageKey): PassageKey => {
    const slot = byKey.get(passageKeyText(key));
    return slot?.by ? last(slot.by) : key;
  };
  const blocks = new Map<Block, number>();
  const numberOf = (block: Block | null) => {
    if (block === null) return undefined;
    const number = blocks.get(block) ?? blocks.size + 1;
    blocks.set(block, number);
    return number;
  };
  return slots.map(({ passage, profile, depth, block, rival, by, isDropped }) => {
    const own = { ...passage, depth, ...decidedWith(numberOf(block), numberOf(rival)), edited: null };
    if (isDropped || by === null) return { ...own, state: isDropped ? 'dropped' : 'kept', by: null };
    const key = last(by);
    const slot = byKey.get(passageKeyText(key));
    if (slot?.isDropped) return { ...own, state: 'dropped', by: null };
    const state = slot === undefined || isSameSaying(slot.profile, profile) ? 'redundant' : 'merged';
    return { ...own, state, by: key };
  });
}
