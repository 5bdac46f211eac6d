import type { AgentDefinition, Section } from '../definition/agent-definition.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import { alignTopics } from '../topics/align-topics.ts';
import type { Topic } from '../topics/comparison.ts';
import { wholeTopics } from '../topics/whole-topics.ts';

/** Some definitions lined up, to be asked which topic a section of one of them stands in. */
export interface TopicPlaces {
  /** In reading order. */
  readonly topics: readonly Topic[];
  /**
   * The place of a section's topic among them, where it begins. A titled item stands in the topic that its list is in.
   */
  readonly placeOf: (section: Section) => number;
}

/** Line definitions up. */
export function topicPlaces(definitions: readonly AgentDefinition[]): TopicPlaces {
  const comparands = definitions.map((definition) => ({ definition, sections: sectionsOf(definition) }));
  const topics = alignTopics(comparands);
  const rows = new Map<Section, number>();
  for (const [first, ...further] of wholeTopics(topics)) {
    const row = topics.indexOf(first);
    for (const { cells } of [first, ...further]) for (const cell of cells) if (cell) rows.set(cell, row);
  }
  const places = new Map<Section, number>();
  const visit = (section: Section, outer: number | null): void => {
    const isIn = section.kind === 'item' && outer !== null;
    const place = isIn ? outer : (rows.get(section) ?? outer ?? 0);
    places.set(section, place);
    for (const inner of section.sections) visit(inner, place);
  };
  for (const { sections } of comparands) for (const section of sections) visit(section, null);
  return { topics, placeOf: (section) => places.get(section) ?? 0 };
}
