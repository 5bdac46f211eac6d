import type { AgentDefinition, Section } from '../definition/agent-definition.ts';
import type { UnionPassage, UnionPick } from '../draft/draft.ts';
import { isClosingTag, sectionLabel } from '../sections/section-text.ts';
import type { TopicNode } from './topic-node.ts';
import { childrenInOrder } from './unite.ts';
import { contentOf, type Depths, isItemTopic } from './version-content.ts';

/**
 * Sections of one definition as a union in which every passage stands: what is taken out of it then leaves the others.
 *
 * @param title What it is called by.
 */
export function sectionUnion(definition: AgentDefinition, sections: readonly Section[], title: string): UnionPick {
  const nodes = sections.filter((section) => !isClosingTag(section)).map((section) => nodeOf(definition, section));
  const passages = nodes.flatMap((node) => passagesIn(node, { heading: 0, item: 0 }));
  return { kind: 'union', title, originalTitle: title, level: null, edited: null, passages };
}

function nodeOf(definition: AgentDefinition, section: Section): TopicNode {
  const inner = section.sections.filter((one) => !isClosingTag(one));
  const versions = [{ definition, section }];
  const children = inner.map((one) => nodeOf(definition, one));
  return { title: sectionLabel(section), versions, isOpening: false, children };
}

function passagesIn(node: TopicNode, depths: Depths): readonly UnionPassage[] {
  const [version] = node.versions;
  if (!version) return [];
  const asItem = isItemTopic(node);
  const { title, content } = contentOf(version, depths, asItem);
  const slots = title ? [title, ...content] : content;
  const own = slots.map(
    ({ passage, depth }): UnionPassage => ({ ...passage, depth, edited: null, state: 'kept', by: null }),
  );
  const inner = { heading: depths.heading + (title ? 1 : 0), item: asItem ? depths.item + 1 : 0 };
  return [...own, ...childrenInOrder(node).flatMap((child) => passagesIn(child, inner))];
}
