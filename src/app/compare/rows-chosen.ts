import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import { type WholeTopic, wholeTopics } from '../../core/topics/whole-topics.ts';
import { isSample, wholeSections } from '../../core/union/grouping/whole-sections.ts';
import type { ChosenRows } from '../model/compare-state.ts';
import { differenceBlocks } from './difference-blocks.ts';

/**
 * The topics of some kind, each with all of its rows. What one alone speaks of is one topic with all that stands in it, and
 * neither the parts of a form or an example nor samples of code are any.
 */
export function rowsChosen(
  topics: readonly Topic[],
  rows: ChosenRows,
  definitions: readonly AgentDefinition[],
): readonly Topic[] {
  if (rows === 'all') return topics;
  const wholes = wholeTopics(topics).filter(IS_CHOSEN[rows]);
  const kept = new Set(rows === 'alone' ? outermost(topics, wholes, partsOfForms(definitions)) : wholes.flat());
  return topics.filter((topic) => kept.has(topic));
}

const speaking = ([{ cells }]: WholeTopic): number => cells.filter((cell) => cell !== null).length;

const IS_CHOSEN: Readonly<Record<Exclude<ChosenRows, 'all'>, (rows: WholeTopic) => boolean>> = {
  shared: (rows) => speaking(rows) > 1,
  alone: (rows) => speaking(rows) === 1,
  conflict: (rows) => rows.some((row) => differenceBlocks(row, row.cells.map(anyWidth), rows).some(isInConflict)),
};

/** What contradicts what does not depend on how wide it is shown. */
const anyWidth = (): number => 80;

const isInConflict = ({ isConflict }: { readonly isConflict?: boolean }): boolean => isConflict === true;

function outermost(
  topics: readonly Topic[],
  alone: readonly WholeTopic[],
  inForms: ReadonlySet<Section>,
): readonly Topic[] {
  const chosen = new Set(alone.map(([first]) => first));
  let above: Topic | null = null;
  return topics.filter((topic) => {
    if (above && topic.depth > above.depth) return false;
    above = chosen.has(topic) ? topic : null;
    return above !== null && !topic.cells.some((cell) => cell && (inForms.has(cell) || isSample(cell)));
  });
}

function partsOfForms(definitions: readonly AgentDefinition[]): ReadonlySet<Section> {
  const wholes = definitions.flatMap((definition) => [...wholeSections(sectionsOf(definition)).values()]);
  return new Set(wholes.flatMap(({ kind, inside }) => (kind === 'template' || kind === 'example' ? [...inside] : [])));
}
