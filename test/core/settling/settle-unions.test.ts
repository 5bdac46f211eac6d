import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeBody } from '../../../src/core/compose/compose.ts';
import type { UnionPick } from '../../../src/core/draft/draft.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { repeatsOf } from '../../../src/core/settling/repeats-of.ts';
import type { Conflicts } from '../../../src/core/settling/settle-unions.ts';
import { uniteAll } from '../../../src/core/settling/unite-all.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { passageKeyText } from '../../../src/core/union/passage-key.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { aDefinition } from '../../support/a-definition.ts';

function united(bodies: readonly string[], conflicts?: Conflicts): readonly UnionPick[] {
  const definitions = bodies.map((body, at) => aDefinition({ name: 'abcde'[at] ?? '', body }));
  const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
  return uniteAll(topicTrees(topics, definitions), definitions, conflicts);
}

const textOf = (...bodies: readonly string[]) => composeBody(united(bodies)).text;

const states = (picks: readonly UnionPick[]) =>
  picks.flatMap(({ passages }) => passages.map(({ agent, text, state }) => `${agent} ${text.trim()}: ${state}`));

const QUENCHING =
  '## Quenching\n\n- Warm the bath before the blade\n- Mind the flash of vapour\n- Stir, do not dip\n- Count to ten under water\n- Test the edge with a file\n- Temper until straw yellow shows\n';
const HABITS =
  '## Habits of the house\n\n- Hum a tune\n- Wear a leather apron\n- Greet the neighbours\n- Feed the cat at noon\n- Whitewash the walls in spring\n- Pay apprentices on Friday\n- Drink water, not beer\n';

const FIRE = '## Rules at the fire\n\n- Keep the fire under 900 degrees\n- Rake the ashes\n';
const HOT = '## Rules at the fire\n\n- Keep the fire under 1100 degrees\n- Close the damper\n';

test('an order of work goes that another definition has as a list in the same words', () => {
  const list =
    '## Expertise\n\n1. **Forging** gates of bars\n2. **Welding** hinges in the fire\n3. **Hardening** chisels in oil\n';
  const steps =
    '## When invoked\n\n1. Forging gates of bars\n2. Welding hinges in the fire\n3. Hardening chisels in oil\n4. Sweep the floor\n';
  const text = textOf(list, steps);
  expect(text).toContain('Welding');
  expect(text).not.toContain('When invoked');
  expect(states(united([list, steps]))).toContain('b 4. Sweep the floor: dropped');
});

describe('of two items of one list', () => {
  const list = (...items: readonly string[]) => `## Focus areas\n\n${items.map((item) => `- ${item}\n`).join('')}`;

  test.each([
    ['Secret latches', 'Secret latches of brass and copper wire'],
    ['Hinge forging and fitting', 'Hinge forging, fitting, and polishing by hand'],
  ])('“%s” goes where another says it and more', (less, more) => {
    const bodies = [list(less, 'Bellows'), list('Anvils', more)];
    expect(textOf(...bodies)).toContain(more);
    expect(textOf(...bodies)).not.toMatch(new RegExp(`${less}$`, 'm'));
  });

  test.each([
    [
      'what is named is another thing',
      'Forging of rivets with Bellmore tongs',
      'Forging of rivets with Cradwell tongs',
    ],
    [
      'their names have nothing in common',
      'Requirements: a list of parts of the gate',
      'Order: a detailed list of parts of the gate',
    ],
    ['what they share is in all of them', 'Garden gate hinges', 'Garden gate latches and bolts'],
  ])('both stand where %s', (_, one, other) => {
    const text = textOf(list(one, 'Garden gate posts', 'Garden gate paint'), list(other, 'Garden gate nails'));
    expect(text).toContain(one);
    expect(text).toContain(other);
  });
});

describe('of two passages that contradict each other', () => {
  test('the first definition’s stands, the other is left out against it', () => {
    expect(textOf(FIRE, HOT)).toBe(
      '## Rules at the fire\n\n- Keep the fire under 900 degrees\n- Close the damper\n- Rake the ashes\n',
    );
    expect(states(united([FIRE, HOT]))).toContain('b - Keep the fire under 1100 degrees: conflict');
    expect(textOf(HOT, FIRE)).toContain('1100 degrees');
  });

  test('both stand, one behind the other, where that is wanted', () => {
    expect(composeBody(united([FIRE, HOT], 'both')).text).toContain(
      '- Keep the fire under 900 degrees\n- Keep the fire under 1100 degrees\n',
    );
  });

  test('the first stands in another section too, if they have enough in common', () => {
    const one = `${QUENCHING}- Always quench hardened chisels in warm oil after forging\n`;
    expect(textOf(one, `${HABITS}- Never quench hardened chisels in warm oil after forging\n`)).toBe(
      `${one}\n${HABITS}`,
    );
    expect(textOf(`${QUENCHING}- Quench in oil\n`, `${HABITS}- Never quench in oil\n`)).toContain('Never');
  });

  test('the title goes with all that stood under it', () => {
    const one = `${QUENCHING}- Always quench hardened chisels in warm oil after forging\n`;
    const other = `${HABITS}\n### With chisels\n\n- Never quench hardened chisels in warm oil after forging\n`;
    expect(textOf(one, other).trim().split('\n\n').sort()).toEqual(`${one}\n${HABITS}`.trim().split('\n\n').sort());
  });

  test('none is contradicted by what stands under a title that forbids it, or lists faults', () => {
    const one = '## Quenching\n\n- Never quench hardened chisels in cold water after forging\n';
    const other = (title: string) => `## ${title}\n\n- Quench hardened chisels in cold water after forging\n`;
    for (const title of ['Avoid', 'Common mistakes', 'Anti-patterns']) {
      expect(states(united([one, other(title)])).filter((words) => words.endsWith('conflict'))).toEqual([]);
    }
  });

  test('a step of an order of work stays, whichever comes first', () => {
    const steps =
      '## Process\n\n1. Light the coal\n2. Quench hardened chisels in warm oil after forging\n3. Wipe them\n';
    const rule = '## Rules of the house\n\n- Never quench hardened chisels in warm oil after forging\n- Sweep\n';
    expect(textOf(rule, steps)).toContain('2. Quench hardened chisels in warm oil after forging\n3. Wipe them');
    expect(textOf(rule, steps)).not.toContain('Never');
  });
});

describe('what is nearly said in another section', () => {
  test('is said once, in the fuller words', () => {
    const one = `${QUENCHING}- Wipe hammers, tongs and chisels with oil\n`;
    const other = `${HABITS}- Wipe all hammers, tongs and chisels with oil every evening\n`;
    expect(textOf(one, other)).toBe(`${QUENCHING}\n${other}`);
  });

  test('is listed where the two are not alike', () => {
    const one = `${QUENCHING}- Wipe hammers, tongs, chisels and the anvil with linseed\n`;
    const other = `${HABITS}- Store hammers, tongs, chisels and the anvil in the cellar\n`;
    const [repeat] = repeatsOf(united([one, other]));
    expect(repeat).toMatchObject({ one: { agent: 'a' }, other: { agent: 'b' } });
    expect(repeat?.likeness).toBeGreaterThanOrEqual(0.6);
    expect(textOf(one, other)).toBe(`${one}\n${other}`);
  });
});

test('every passage is accounted for, and what stands for one is kept', () => {
  const item = fc.constantFrom(
    '- Keep the fire under 900 degrees',
    '- Keep the fire under 1100 degrees',
    '- Wipe hammers, tongs and chisels with oil',
    '- Wipe all hammers, tongs and chisels with oil every evening',
    '- Never wipe hammers, tongs and chisels with oil',
    '1. Light the coal',
    '2. Wipe hammers, tongs and chisels with oil',
    'Sweep, then:',
    '  - Close the damper at night',
  );
  const title = fc.constantFrom('## Rules', '## Process', '## Care', '### In the evening', '**Always**', '## Avoid');
  const body = fc
    .array(fc.tuple(title, fc.array(item, { minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 4 })
    .map((sections) => sections.map(([head, items]) => `${head}\n\n${items.join('\n')}\n`).join('\n'));
  fc.assert(
    fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), fc.constantFrom('first', 'both'), (bodies, how) => {
      const passages = united(bodies, how as Conflicts).flatMap((union) => union.passages);
      const stateOf = new Map(passages.map((passage) => [passageKeyText(passage), passage.state]));
      expect(stateOf.size).toBe(passages.length);
      for (const { by } of passages) if (by) expect(stateOf.get(passageKeyText(by))).toBe('kept');
    }),
    { numRuns: 200 },
  );
});
