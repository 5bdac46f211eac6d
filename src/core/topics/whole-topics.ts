import type { Section } from '../definition/agent-definition.ts';
import type { Topic } from './comparison.ts';

/** A row with those that go on with it: all that the definitions say of one topic. */
export type WholeTopic = readonly [first: Topic, ...further: Topic[]];

/** Rows put together with those that go on with them, in the order of the first of each. */
export function wholeTopics(topics: readonly Topic[]): readonly WholeTopic[] {
  const wholes: [Topic, ...Topic[]][] = [];
  const open = new Map<number, [Topic, ...Topic[]]>();
  for (const topic of topics) {
    const begun = topic.goesOn && open.get(topic.depth);
    if (begun) {
      begun.push(topic);
      continue;
    }
    const whole: [Topic] = [topic];
    wholes.push(whole);
    open.set(topic.depth, whole);
  }
  return wholes;
}

/** The rows of the topic that a row is of; none where there is no such row. */
export function wholeTopicAt(topics: readonly Topic[], row: number): readonly Topic[] {
  const at = topics[row];
  return (at && wholeTopics(topics).find((rows) => rows.includes(at))) ?? [];
}

/** All sections of a definition in some rows, in order. */
export function sectionsIn(rows: readonly Pick<Topic, 'cells'>[], column: number): readonly Section[] {
  return rows.flatMap(({ cells }) => cells[column] ?? []);
}
