import { describe, expect, test } from 'vitest';
import { withPick, withPickMoved } from '../../../src/core/compose/arrange-draft.ts';
import { inNaturalOrder, placesAmong, withNewPlaced } from '../../../src/core/compose/natural-order.ts';
import { type Draft, pickOf, pickOfPassage } from '../../../src/core/draft/draft.ts';
import { passagesOf } from '../../../src/core/sections/passages-of.ts';
import { flattenSections } from '../../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aDraft, pickWords } from '../../support/a-draft.ts';

const FORGE = aDefinition({
  name: 'forge',
  body: 'You keep the forge.\n\n## Fire\n\n- Keep it low\n- Watch it\n\n## Tools\n\nOil them.\n\n## Limits\n\nNo gold.\n',
});
const ANVIL = aDefinition({ name: 'anvil', body: 'You strike.\n\n## Fire\n\n- Ask for it\n\n## Limits\n\nNo lead.\n' });
const OTHER = aDefinition({ name: 'other', body: '## Songs\n\nSing.\n' });

const definitions = [FORGE, ANVIL];
const placeOf = placesAmong(
  alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) }))),
  definitions,
);

const sectionIn = (definition: typeof FORGE, title: string) => {
  const found = flattenSections(sectionsOf(definition)).find((one) => one.title === title || one.kind === title);
  if (!found) throw new Error(`no section ${title}`);
  return found;
};
const taken = (draft: Draft, definition: typeof FORGE, title: string) =>
  withNewPlaced(draft, withPick(draft, pickOf(definition, sectionIn(definition, title))), placeOf);
const words = ({ picks }: Draft) => picks.map(pickWords);

describe('what is taken', () => {
  test('goes in where its topic stands, the opening first, the columns of a topic in their order', () => {
    let draft = aDraft();
    for (const [definition, title] of [
      [ANVIL, 'Limits'],
      [FORGE, 'Tools'],
      [ANVIL, 'Fire'],
      [FORGE, 'Fire'],
      [FORGE, 'preamble'],
    ] as const)
      draft = taken(draft, definition, title);
    expect(words(draft)).toEqual(['forge preamble', 'forge Fire', 'anvil Fire', 'forge Tools', 'anvil Limits']);
  });

  test('as single passages goes in the order of its section', () => {
    const [, first, second] = passagesOf(sectionIn(FORGE, 'Fire'));
    let draft = taken(aDraft(), FORGE, 'Tools');
    for (const passage of [second, first])
      if (passage) draft = withNewPlaced(draft, withPick(draft, pickOfPassage(FORGE, passage)), placeOf);
    expect(words(draft)).toEqual(['forge - Keep it low', 'forge - Watch it', 'forge Tools']);
  });

  test('goes to the end where it has no place among the topics, and where the user has moved something', () => {
    const known = taken(aDraft(), FORGE, 'Tools');
    expect(words(taken(known, OTHER, 'Songs'))).toEqual(['forge Tools', 'other Songs']);
    const moved = withPickMoved(taken(known, FORGE, 'Limits'), 0, 1);
    expect(words(taken(moved, FORGE, 'Fire'))).toEqual(['forge Limits', 'forge Tools', 'forge Fire']);
  });
});

test('the order of the topics comes back, and what is taken then goes in by it again', () => {
  const moved = withPickMoved(taken(taken(taken(aDraft(), OTHER, 'Songs'), FORGE, 'Tools'), FORGE, 'Limits'), 1, 1);
  expect(words(moved)).toEqual(['other Songs', 'forge Limits', 'forge Tools']);
  const ordered = inNaturalOrder(moved, placeOf);
  expect(words(ordered)).toEqual(['other Songs', 'forge Tools', 'forge Limits']);
  expect(words(taken(ordered, FORGE, 'Fire'))).toEqual(['other Songs', 'forge Fire', 'forge Tools', 'forge Limits']);
  expect(inNaturalOrder(ordered, placeOf)).toBe(ordered);
});
