import type { Section } from '../definition/agent-definition.ts';
import type { PassageKey, Provenance } from '../draft/draft.ts';
import { provenanceOf } from '../draft/draft.ts';
import { announces } from '../sections/line-shapes.ts';
import type { Passage } from '../sections/passage.ts';
import { passagesOf } from '../sections/passages-of.ts';
import { isClosingTag } from '../sections/section-text.ts';
import { isDialogue } from '../sections/speakers.ts';
import { introduces, saysWho, sumsUp } from './grouping/introduces.ts';
import { type BlockKind, isAboutOutput, isFence } from './grouping/whole-sections.ts';
import { type PassageProfile, passageProfile } from './passage-likeness.ts';
import type { TopicNode, Version } from './topic-node.ts';
import { isOpening } from './topic-tree.ts';

/** Passages of one definition that stand together or not at all. */
export interface Block {
  readonly kind: BlockKind;
}

/** A passage on its way into a union. */
export interface Slot {
  readonly passage: Provenance & Omit<Passage, 'line'>;
  readonly profile: PassageProfile;
  readonly depth: number;
  /** Whether others stand under it, so that it cannot go without them. */
  readonly isHead: boolean;
  /** What is decided with it; `null` for what stands alone. */
  readonly block: Block | null;
  /** Whether it says who the agent is, or sums up at the end, where another definition does. */
  readonly givesWay: boolean;
  /** What stands for it; `null` where nothing does. */
  by: PassageKey | null;
  isDropped: boolean;
  /** The block that was chosen instead of its own. */
  rival: Block | null;
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

function isListable({ section, whole }: Version): boolean {
  if (whole && section.kind !== 'item') return false;
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
export function contentOf(version: Version, depths: Depths, asItem: boolean): VersionContent {
  const { section, whole } = version;
  const isItem = section.kind === 'item';
  const top = asItem ? depths.item + (isItem ? 0 : 1) : 0;
  const block = whole ? { kind: whole.kind } : null;
  const own = slotsOf(version, section, { heading: depths.heading, item: top }, block);
  const [first] = own;
  const title = first?.passage.kind === 'title' ? first : null;
  const content = title ? own.slice(1) : own;
  if (!whole || !block) return { title, content: withBlocks(content, section) };
  const inner = { heading: depths.heading + (title ? 1 : 0), item: top + (isItem ? 1 : 0) };
  const isIn = (one: Section) => whole.inside.has(one);
  const inside = innerSlots(version, section, inner, block, isIn);
  const others = whole.others.flatMap((one) => [
    ...slotsOf(version, one, { heading: depths.heading, item: top }, block),
    ...innerSlots(version, one, inner, block, isIn),
  ]);
  // The titles of a run belong to it; that of a single block stands over others too.
  const isRun = others.length > 0;
  return {
    title: isRun ? null : title && { ...title, block: null },
    content: [...(isRun ? own : content), ...inside, ...others],
  };
}

/** The passages of all inside a section that is part of a block, in document order. */
function innerSlots(
  version: Version,
  section: Section,
  depths: Depths,
  block: Block,
  isIn: (section: Section) => boolean,
): readonly Slot[] {
  return section.sections.filter(isIn).flatMap((one) => {
    const isItem = one.kind === 'item';
    const own = slotsOf(version, one, depths, block);
    const isTitled = own[0]?.passage.kind === 'title';
    const inner = { heading: depths.heading + (isTitled ? 1 : 0), item: isItem ? depths.item + 1 : 0 };
    return [...own, ...innerSlots(version, one, inner, block, isIn)];
  });
}

/** The passages of a section's own text. */
function slotsOf(
  { definition, givesWay = false, closesAgain = false, isSummary = false }: Version,
  section: Section,
  depths: Depths,
  block: Block | null,
): readonly Slot[] {
  const provenance = provenanceOf(definition);
  const passages = passagesOf(section);
  const isItem = section.kind === 'item';
  const isRole = givesWay && (introduces(section) || isOpening(definition, section));
  const firstItem = passages.findIndex(({ kind }) => kind === 'item');
  return passages.map(({ line: _, ...passage }, at): Slot => {
    const isFirst = at === 0;
    const depth = passage.kind === 'title' ? depths.heading : depths.item + (isItem && !isFirst ? 1 : 0);
    return {
      passage: { ...provenance, ...passage },
      profile: passageProfile(passage.kind, passage.text),
      depth,
      isHead: isItem && isFirst && (passages.length > 1 || section.sections.length > 0),
      block,
      givesWay:
        (givesWay && saysWhoAt(section, passage, isRole && (firstItem < 0 || at < firstItem))) ||
        (closesAgain && at === passages.length - 1 && passage.kind === 'text' && sumsUp(passage.text)),
      by: null,
      isDropped: isSummary,
      rival: null,
    };
  });
}

/** Whether a passage says who the agent is: text before the list of a section that does, or a label for it. */
function saysWhoAt(section: Section, { kind, text }: Pick<Passage, 'kind' | 'text'>, isOfRole: boolean): boolean {
  if (kind === 'text') return isOfRole || saysWho(text);
  return kind === 'item' && section.kind === 'item' && section.sections.length === 0 && introduces(section);
}

const TURN = /^[\s>*_]*(\p{L}[\p{L} ]{0,20})[*_]*\s?[:：]/u;

/** A run of turns of somebody who asks and somebody who answers, `user: …` and `assistant: …`, is one block. */
function dialogueIn(slots: readonly Slot[]): ReadonlyMap<Slot, Block> {
  const found = new Map<Slot, Block>();
  let run: Slot[] = [];
  const endRun = (): void => {
    const labels = run.flatMap(({ passage }) => passage.text.split('\n').flatMap((line) => TURN.exec(line)?.[1] ?? []));
    const block = { kind: 'dialogue' } as const;
    if (labels.length > 1 && isDialogue(labels)) for (const slot of run) found.set(slot, block);
    run = [];
  };
  for (const slot of slots) {
    const isTurn = slot.passage.kind === 'text' && TURN.test(slot.passage.text);
    if (!isTurn) endRun();
    else run.push(slot);
  }
  endRun();
  return found;
}

/** Tables, dialogues, and code that shows what an answer looks like, are blocks by themselves, with the line that announces them. */
function withBlocks(slots: readonly Slot[], section: Section): readonly Slot[] {
  const turns = dialogueIn(slots);
  const blocks = slots.map((slot) => turns.get(slot) ?? blockOf(slot.passage, section));
  return slots.map((slot, at) => {
    const isAnnouncing = slot.passage.kind === 'text' && announces(slot.passage.text.trim());
    const block = blocks[at] ?? (isAnnouncing ? blocks[at + 1] : null);
    return block ? { ...slot, block } : slot;
  });
}

function blockOf({ kind, text }: Slot['passage'], section: Section): Block | null {
  if (kind !== 'text') return null;
  if (text.trimStart().startsWith('|')) return { kind: 'table' };
  return isFence(text) && isAboutOutput(section) ? { kind: 'template' } : null;
}

function titleOf(section: Version['section']): string | null {
  const [first] = passagesOf(section);
  return first?.kind === 'title' ? first.text : null;
}
