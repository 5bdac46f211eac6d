import { expect, test } from 'vitest';
import { composeBody } from '../../../src/core/compose/compose.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { uniteAll } from '../../../src/core/settling/unite-all.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { aDefinition } from '../../support/a-definition.ts';

function textOf(...bodies: readonly string[]): string {
  const definitions = bodies.map((body, at) => aDefinition({ name: 'abc'[at] ?? '', body }));
  const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
  return composeBody(uniteAll(topicTrees(topics, definitions), definitions)).text;
}

const STEPS =
  '1. Read the order and draw the piece\n2. Heat the bar until it is yellow\n3. Strike it while it is hot\n';
const KEPT = '- Prefer a small fire to a large one\n- Keep the anvil free of scale\n- Hold the tongs by their ends\n';
/** What both have, so that the sections are lined up by more than their titles. */
const work = (title: string, list: string) => `# Smith\n\n## ${title}\n\n${list}`;

test('a list of another kind behind steps has the title over it that it had', () => {
  const text = textOf(`# Smith\n\n## Skills\n\n- Forging\n\n### Procedure\n\n${STEPS}`, work('Approach', KEPT));
  expect(text).toContain(`### Procedure\n\n${STEPS}\n#### Approach\n\n${KEPT}`);
});

test('a list of the same kind goes on under the title of the one before it', () => {
  const bullets = STEPS.replace(/^\d\./gm, '-');
  const text = textOf(`# Smith\n\n## Skills\n\n- Forging\n\n### Procedure\n\n${bullets}`, work('Approach', KEPT));
  expect([text.includes(bullets), text.includes(KEPT), text.includes('Approach')]).toEqual([true, true, false]);
});

test('a title that says no more than the one over all of it is not repeated', () => {
  const text = textOf(`# Smith\n\n## Skills\n\n- Forging\n\n### Approach\n\n${STEPS}`, work('Approach', KEPT));
  expect(text.match(/Approach/g)).toHaveLength(1);
});
