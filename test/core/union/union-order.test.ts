import { describe, expect, test } from 'vitest';
import { composeBody } from '../../../src/core/compose/compose.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { uniteAll } from '../../../src/core/settling/unite-all.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { aDefinition } from '../../support/a-definition.ts';

const SECTIONS: Readonly<Record<string, string>> = {
  Mission: 'Make tools that last.',
  Fire: '- Keep the coal dry\n- Light it slowly',
  Anvil: '- Strike in its middle\n- Grease its horn',
  Tongs: '- Warm them first\n- Rivet them tightly',
  Cellar: '- Store the charcoal\n- Count the barrels',
  Process: '1. Read the order\n2. Cut the bar',
  Output: '- The finished piece\n- The bill',
  Limits: '- Gold and silver\n- Work at night',
  Constraints: '- Gold and silver\n- Work at night',
};

const bodyOf = (titles: string) =>
  titles
    .split(' ')
    .map((title) => `## ${title}\n\n${SECTIONS[title] ?? ''}\n`)
    .join('\n');

/** The headings of the union of definitions with these sections. */
function order(...titles: readonly string[]): string {
  const definitions = titles.map((one, at) => aDefinition({ name: 'abc'[at] ?? '', body: bodyOf(one) }));
  const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
  const { text } = composeBody(uniteAll(topicTrees(topics, definitions), definitions));
  return [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title).join(' ');
}

describe('headings', () => {
  test('stand as the first definition has them, whatever the others do', () => {
    expect(order('Output Fire Process', 'Process Fire Output')).toBe('Output Fire Process');
  });

  test('that only another has stand behind what they follow there, those of each definition together', () => {
    expect(order('Fire Anvil', 'Fire Tongs Cellar')).toBe('Fire Tongs Cellar Anvil');
    expect(order('Fire Anvil', 'Fire Tongs', 'Fire Cellar')).toBe('Fire Tongs Cellar Anvil');
    expect(order('Fire Anvil', 'Tongs Anvil')).toBe('Fire Tongs Anvil');
  });

  test('for a mission, a process, an output, limits stand in this order where another adds to the first', () => {
    expect(order('Output Limits Process', 'Fire Output')).toBe('Fire Process Output Limits');
    expect(order('Process Output', 'Fire Mission')).toBe('Mission Fire Process Output');
    expect(order('Fire Output', 'Output Process')).toBe('Fire Process Output');
    expect(order('Fire Process', 'Constraints Output')).toBe('Fire Process Output Constraints');
  });
});
