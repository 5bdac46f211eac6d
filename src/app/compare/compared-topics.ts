import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import { memoLast } from '../../kit/memo.ts';
import type { ChosenRows } from '../model/compare-state.ts';
import type { Model } from '../model/model.ts';
import { rowsChosen } from './rows-chosen.ts';
import { type ShownTopics, shownTopics } from './topics.ts';

/** Topics in the columns of the comparison: the base first, the frontmatter above all others. */
export interface ComparedTopics extends ShownTopics {
  /** The number of each column: it stays with its agent. */
  readonly numbers: readonly number[];
  /** How many topics there are with those that are not shown, the frontmatter aside. */
  readonly count: number;
}

/** The topics of what is compared. Whichever columns are there, what it was opened with is lined up once. */
export function comparedTopics(model: Model): ComparedTopics {
  const { all, ids, base, rows } = model.compare;
  return inColumns(shownTopics(model, all), all, ids, base, rows);
}

/** Whether a topic is the frontmatter, which has no sections. */
export function isFrontmatter(topic: Topic | undefined): boolean {
  return topic?.title === FRONTMATTER && topic.cells.every((cell) => cell === null);
}

const FRONTMATTER = 'Frontmatter';

const inColumns = memoLast(
  (
    shown: ShownTopics,
    all: readonly string[],
    ids: readonly string[],
    base: string,
    rows: ChosenRows,
  ): ComparedTopics => {
    const kept = shown.definitions
      .map((definition, at) => ({ definition, at }))
      .filter(({ definition }) => ids.includes(definition.id));
    const first = kept.find(({ definition }) => definition.id === base) ?? kept[0];
    const order = first ? [first, ...kept.filter((one) => one !== first)] : [];
    const definitions: readonly AgentDefinition[] = order.map(({ definition }) => definition);
    const topics = shown.topics.flatMap((topic): readonly Topic[] => {
      const cells = order.map(({ at }) => topic.cells[at] ?? null);
      const first = cells.find((cell) => cell !== null);
      if (!first) return [];
      const isTitled = cells.some((cell) => cell?.title === topic.title);
      return [{ ...topic, cells, title: isTitled || first.title === '' ? topic.title : first.title }];
    });
    const frontmatter: Topic = {
      title: FRONTMATTER,
      depth: 0,
      cells: order.map(() => null),
      similarity: null,
      why: null,
    };
    return {
      definitions,
      numbers: definitions.map(({ id }) => all.indexOf(id) + 1),
      topics: definitions.length > 0 ? [frontmatter, ...rowsChosen(topics, rows, definitions)] : [],
      count: topics.length,
      lack: shown.lack,
    };
  },
);
