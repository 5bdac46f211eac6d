import type { AgentDefinition, Section } from '../definition/agent-definition.ts';
import { flattenSections, wholeDocument } from '../sections/section-text.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import type { Topic } from '../topics/comparison.ts';

/** What one definition says of a topic. */
export interface Version {
  readonly definition: AgentDefinition;
  readonly section: Section;
}

/** A topic with the topics that stand under it. */
export interface TopicNode {
  readonly title: string;
  /** At least one, in the order of the definitions. */
  readonly versions: readonly Version[];
  /** Whether it introduces the agents: the text before all sections, or the title over them all. */
  readonly isOpening: boolean;
  readonly children: TopicNode[];
}

/**
 * Topics as trees, left with what is in some sections.
 *
 * @param topics As lined up, in reading order.
 * @param definitions Those the topics' cells belong to, in that order.
 * @param isWanted Whether a section is to be in the trees.
 */
export function topicTrees(
  topics: readonly Topic[],
  definitions: readonly AgentDefinition[],
  isWanted: (definition: AgentDefinition, section: Section) => boolean = () => true,
): readonly TopicNode[] {
  const roots: TopicNode[] = [];
  const open: { readonly node: TopicNode; readonly depth: number }[] = [];
  for (const { title, depth, cells } of topics) {
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const versions = cells.flatMap((section, column) => {
      const definition = definitions[column];
      return section && definition && isWanted(definition, section) ? [{ definition, section }] : [];
    });
    if (versions.length === 0) continue;
    const opens = versions.every(({ definition, section }) => isOpening(definition, section));
    const node = { title, versions, isOpening: opens, children: [] };
    (open.at(-1)?.node.children ?? roots).push(node);
    open.push({ node, depth });
  }
  return roots;
}

/**
 * One topic with all that stands inside its sections, wherever that was lined up.
 *
 * @param row Index of the topic.
 * @returns `null` if there is no such topic.
 */
export function topicTree(
  topics: readonly Topic[],
  definitions: readonly AgentDefinition[],
  row: number,
): TopicNode | null {
  const inside = new Set(
    topics[row]?.cells.flatMap((section, column) => {
      const definition = definitions[column];
      return section && definition ? spokenSections(definition, section) : [];
    }),
  );
  const [root, ...others] = topicTrees(topics.slice(row), definitions, (_, section) => inside.has(section));
  if (!root) return null;
  const before = topicTrees(topics.slice(0, row), definitions, (_, section) => inside.has(section));
  return { ...root, children: [...before, ...root.children, ...others] };
}

/**
 * The sections that a version of a topic speaks with: its own and all inside it, but what introduces the definition is
 * alone. The title over the whole document would else speak for everything.
 */
export function spokenSections(definition: AgentDefinition, section: Section): readonly Section[] {
  return isOpening(definition, section) ? [section] : flattenSections([section]);
}

/** Whether a section introduces its definition: the text before all sections, or the title over the whole document. */
export function isOpening(definition: AgentDefinition, section: Section): boolean {
  return section.kind === 'preamble' || section === wholeDocument(sectionsOf(definition));
}
