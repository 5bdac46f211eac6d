import type { Topic } from '../../core/topics/comparison.ts';
import { type WholeTopic, wholeTopics } from '../../core/topics/whole-topics.ts';
import type { ChosenRows } from '../model/compare-state.ts';
import { differenceBlocks } from './difference-blocks.ts';

/** The topics of some kind, each with all of its rows. */
export function rowsChosen(topics: readonly Topic[], rows: ChosenRows): readonly Topic[] {
  if (rows === 'all') return topics;
  const kept = new Set(wholeTopics(topics).filter(IS_CHOSEN[rows]).flat());
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
