import { describe, expect, test } from 'vitest';
import { composeBody } from '../../../src/core/compose/compose.ts';
import { nextTurn, withStanding, withTurn } from '../../../src/core/compose/stand-instead.ts';
import type { Draft, UnionPassage } from '../../../src/core/draft/draft.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { uniteAll } from '../../../src/core/settling/unite-all.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aDraft } from '../../support/a-draft.ts';

function united(...bodies: readonly string[]): Draft {
  const definitions = bodies.map((body, at) => aDefinition({ name: 'abcde'[at] ?? '', body }));
  const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
  return aDraft({ picks: uniteAll(topicTrees(topics, definitions), definitions) });
}

const textOf = ({ picks }: Draft) => composeBody(picks).text;

function passage({ picks }: Draft, words: string): UnionPassage {
  const found = picks
    .flatMap((pick) => (pick.kind === 'union' ? pick.passages : []))
    .find((one) => one.text.includes(words));
  if (!found) throw new Error(`nobody says ${words}`);
  return found;
}

/** The results of turning again and again, each time from what was turned to. */
function turns(draft: Draft, words: string, count: number): readonly string[] {
  let [now, key]: [Draft, Parameters<typeof nextTurn>[1]] = [draft, passage(draft, words)];
  return Array.from({ length: count }, () => {
    const turn = nextTurn(now.picks, key);
    if (!turn) return 'nothing';
    [now, key] = [withTurn(now, turn), turn.key];
    return textOf(now);
  });
}

describe('from one passage that stands one turns to', () => {
  test('what is in conflict with it, then both, then back', () => {
    const draft = united(
      '## Rules\n\n- Keep the fire under 900 degrees\n',
      '## Rules\n\n- Keep the fire under 1100 degrees\n',
    );
    const [one, other] = ['- Keep the fire under 900 degrees\n', '- Keep the fire under 1100 degrees\n'];
    expect(turns(draft, '900', 4)).toEqual([other, one + other, one, other].map((items) => `## Rules\n\n${items}`));
  });

  test('another wording of it, and back', () => {
    const draft = united(
      '## Rules\n\n- Wipe hammers and tongs with oil\n',
      '## Rules\n\n- Wipe all hammers and tongs with oil\n',
    );
    expect(turns(draft, 'Wipe hammers', 2)).toEqual([
      '## Rules\n\n- Wipe all hammers and tongs with oil\n',
      '## Rules\n\n- Wipe hammers and tongs with oil\n',
    ]);
  });

  test('each block that was left out for the one it is part of, whole', () => {
    const bodies = [
      '## Process\n\n1. Read the order\n2. Cut the bar\n',
      '## Process\n\n1. Ask who will use it\n2. Sketch it\n3. Carve a model\n',
      '## Process\n\n1. Sweep\n2. Lock the door\n',
    ];
    const draft = united(...bodies);
    expect(textOf(draft)).toBe(bodies[0]);
    expect(turns(draft, 'Cut the bar', 3)).toEqual([bodies[1], bodies[2], bodies[0]]);
  });

  test('a run of phases with its titles', () => {
    const run = (words: string) =>
      `## Phase 1: ${words} first\n\n- Look at ${words}\n\n## Phase 2: ${words} last\n\n- Strike ${words}\n`;
    const draft = united(run('iron'), run('copper'));
    expect(turns(draft, 'Look at iron', 2)).toEqual([run('copper'), run('iron')]);
  });

  test('nothing where nothing was left out for it', () => {
    const draft = united('## Rules\n\n- Sweep the floor\n', '## Rules\n\n- Sweep the floor\n');
    expect(nextTurn(draft.picks, passage(draft, 'Sweep'))).toBeNull();
  });
});

test('what was left out stands instead, with what it stands for following', () => {
  const draft = united(
    '## Rules\n\n- Keep the fire under 900 degrees\n',
    '## Rules\n\n- Keep the fire under 1100 degrees\n',
    '## Rules\n\n- Always keep the fire under 900 degrees\n',
  );
  const turned = withStanding(draft, passage(draft, '1100'));
  expect(textOf(turned)).toBe('## Rules\n\n- Keep the fire under 1100 degrees\n');
  expect([passage(turned, 'Keep the fire under 900'), passage(turned, 'Always')]).toMatchObject([
    { state: 'conflict', by: { definition: passage(draft, '1100').definition } },
    { state: 'conflict', by: { definition: passage(draft, '1100').definition } },
  ]);
});
