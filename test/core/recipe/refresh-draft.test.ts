import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withPassageBack, withPassageOut } from '../../../src/core/compose/arrange-draft.ts';
import { composeBody } from '../../../src/core/compose/compose.ts';
import type { AgentDefinition } from '../../../src/core/definition/agent-definition.ts';
import { type Draft, pickOf, pickOfBody, pickOfPassage, type UnionPick } from '../../../src/core/draft/draft.ts';
import { refreshDraft } from '../../../src/core/recipe/refresh-draft.ts';
import { partId } from '../../../src/core/sections/definition-part.ts';
import { allPassages } from '../../../src/core/sections/passages-of.ts';
import { flattenSections } from '../../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { conflictsOf } from '../../../src/core/settling/conflicts-of.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { unite } from '../../../src/core/union/unite.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { savableDraft } from '../../support/savable-draft.ts';

const FORGE = '## Anvil\n\nStrike the iron.\n\n- Heat it well\n- Turn it often\n\n## Fire\n\nKeep it hot.\n';
const SMITHY = '## Anvil\n\n- Heat it well\n- Quench it in oil\n';

const agent = (name: string, body: string): AgentDefinition => aDefinition({ name, body });
const forge = agent('forge', FORGE);

/** The draft once the bodies of some agents have changed; others are as they were. */
function refreshed(draft: Draft, before: readonly AgentDefinition[], bodies: Readonly<Record<string, string | null>>) {
  const now = before.flatMap((one) => {
    const body = bodies[one.name];
    return body === null ? [] : [[one.path, body === undefined ? one : agent(one.name, body)] as const];
  });
  return refreshDraft(draft, new Map(now));
}

const sectionPick = (definition: AgentDefinition, id: string) => {
  const section = flattenSections(sectionsOf(definition)).find((one) => one.id === id);
  if (!section) throw new Error(`no section ${id}`);
  return pickOf(definition, section);
};

const treesOf = (definitions: readonly AgentDefinition[]) => {
  const comparands = definitions.map((definition) => ({ definition, sections: sectionsOf(definition) }));
  return topicTrees(alignTopics(comparands), definitions);
};

const bodyOf = (draft: Draft) => composeBody(draft.picks).text;
const words = ({ changes }: ReturnType<typeof refreshDraft>) =>
  changes.map(({ kind, agent, what, effect }) => `${kind} ${agent} ${what}: ${effect}`);

describe('a section', () => {
  const draft = savableDraft({ picks: [sectionPick(forge, 'anvil')] });

  test('that is as it was leaves the draft as it is', () => {
    const result = refreshed(draft, [forge], { forge: FORGE.replaceAll('\n', '\r\n').replace('Keep', 'Have') });

    expect(result).toEqual({ draft, changes: [] });
  });

  test('is taken as it stands now', () => {
    const result = refreshed(draft, [forge], { forge: `# Forge\n\n${FORGE.replace('often', 'always')}` });

    expect(bodyOf(result.draft)).toContain('- Turn it always');
    expect(words(result)).toEqual(['changed forge anvil: result']);
    expect(result.changes[0]).toMatchObject({
      pick: 0,
      before: expect.stringContaining('often'),
      after: expect.stringContaining('always'),
    });
  });

  test('is found by its title where its id has changed', () => {
    const inside = `# Forge\n\n${FORGE.replace('often', 'always').replaceAll('## ', '### ').replace('###', '## Tools\n\n###')}`;

    expect(words(refreshed(draft, [forge], { forge: inside }))).toEqual(['changed forge anvil: result']);
  });

  test('keeps its text where it is gone', () => {
    const section = refreshed(draft, [forge], { forge: FORGE.slice(FORGE.indexOf('## Fire')) });
    const file = refreshed(draft, [forge], { forge: null });

    expect([words(section), words(file)]).toEqual([
      ['section-gone forge anvil: none'],
      ['file-gone forge anvil: none'],
    ]);
    expect([section.draft, file.draft]).toEqual([draft, draft]);
  });

  test('keeps its new name, level and place', () => {
    const renamed = savableDraft({
      picks: [{ ...draft.picks[0], title: 'Mine', level: 4 } as (typeof draft.picks)[0]],
    });

    expect(bodyOf(refreshed(renamed, [forge], { forge: FORGE.replace('often', 'always') }).draft)).toMatch(
      /^#### Mine\n[\s\S]*always/,
    );
  });

  test('that was edited stays what the user made of it', () => {
    const edited = savableDraft({ picks: [{ ...sectionPick(forge, 'anvil'), edited: 'My words' }] });
    const result = refreshed(edited, [forge], { forge: FORGE.replace('often', 'always') });

    expect(bodyOf(result.draft)).toBe('My words\n');
    expect(words(result)).toEqual(['changed forge anvil: edited']);
  });

  test('of two with one name is not taken for the other', () => {
    const twice = agent('forge', '## Notes\n\nFirst.\n\n## Notes\n\nSecond.\n');
    const second = savableDraft({ picks: [sectionPick(twice, 'notes-2')] });

    const result = refreshed(second, [twice], {
      forge: '## Notes\n\nNew.\n\n## Notes\n\nFirst.\n\n## Notes\n\nSecond.\n',
    });

    expect(bodyOf(result.draft)).toBe('## Notes\n\nSecond.\n');
    expect(result.changes).toEqual([]);
  });
});

test('a whole body and a passage are taken as they stand now', () => {
  const [passage] = allPassages(sectionsOf(forge)).filter(({ text }) => text === '- Turn it often');
  if (!passage) throw new Error('no passage');
  const draft = savableDraft({ picks: [pickOfBody(forge), pickOfPassage(forge, passage)] });

  const result = refreshed(draft, [forge], {
    forge: FORGE.replace('Strike the iron.', 'Strike.\n\nAgain.').replace('often', 'very often'),
  });

  expect(result.draft.picks.map((pick) => pick.kind === 'section' && partId(pick.part))).toEqual(['*', 'anvil:4']);
  expect(words(result)).toEqual(['changed forge *: result', 'changed forge anvil:3: result']);
});

test('a field carried over is taken as it is now', () => {
  const carried = [{ definition: forge.id, agent: 'forge', path: forge.path, field: 'hooks', value: [1] }];
  const draft = savableDraft({ carried });
  const now = aDefinition({ name: 'forge', frontmatter: { hooks: [1, 2] } });

  const result = refreshDraft(draft, new Map([[forge.path, now]]));

  expect(result.draft.carried).toMatchObject([{ field: 'hooks', value: [1, 2] }]);
  expect(words(refreshDraft({ ...draft, picks: [] }, new Map([[forge.path, aDefinition()]])))).toEqual([
    'section-gone forge hooks: none',
  ]);
});

describe('a union', () => {
  const smithy = agent('smithy', SMITHY);
  const both = [forge, smithy];
  const unionOf = (definitions: readonly AgentDefinition[]): readonly UnionPick[] =>
    treesOf(definitions).map((tree) => unite(tree));
  const draft = savableDraft({ picks: unionOf(both).filter(({ title }) => title === 'Anvil') });

  test('is what it was while nothing has changed', () => {
    expect(bodyOf(draft)).toBe('## Anvil\n\nStrike the iron.\n\n- Heat it well\n- Turn it often\n- Quench it in oil\n');
    expect(refreshed(draft, both, {})).toEqual({ draft, changes: [] });
  });

  test('has the new wording of a passage', () => {
    const result = refreshed(draft, both, { smithy: SMITHY.replace('in oil', 'in warm oil') });

    expect(bodyOf(result.draft)).toBe(bodyOf(draft).replace('in oil', 'in warm oil'));
    expect(words(result)).toEqual(['changed smithy anvil:2: result']);
  });

  test('has what is new behind what it stands behind', () => {
    const result = refreshed(draft, both, { smithy: `${SMITHY}- Let it rest a day\n` });

    expect(bodyOf(result.draft)).toBe(bodyOf(draft).replace('in oil\n', 'in oil\n- Let it rest a day\n'));
    expect(words(result)).toEqual(['added smithy anvil:3: result']);
  });

  test('has not what is the same words are there already', () => {
    const result = refreshed(draft, both, { smithy: `${SMITHY}- Turn it often\n` });

    expect(bodyOf(result.draft)).toBe(bodyOf(draft));
    expect(words(result)).toEqual(['added smithy anvil:3: already']);
  });

  test('loses what is no longer there, unless another says it too', () => {
    const quench = refreshed(draft, both, { smithy: SMITHY.replace('- Quench it in oil\n', '') });
    const heat = refreshed(draft, both, { forge: FORGE.replace('- Heat it well\n', '') });

    expect(bodyOf(quench.draft)).toBe(bodyOf(draft).replace('- Quench it in oil\n', ''));
    expect(words(quench)).toEqual(['removed smithy anvil:2: result']);
    expect(bodyOf(heat.draft)).toBe(bodyOf(draft));
    expect(heat.draft.picks[0]).toMatchObject({
      passages: expect.arrayContaining([
        expect.objectContaining({ agent: 'smithy', text: '- Heat it well', state: 'kept' }),
      ]),
    });
  });

  test('has one of those that say the same where the one that stood for them is gone', () => {
    const three = [...both, agent('yard', SMITHY)];
    const union = savableDraft({ picks: unionOf(three).filter(({ title }) => title === 'Anvil') });

    const result = refreshed(union, three, { forge: FORGE.replace('- Heat it well\n', '') });

    expect(bodyOf(result.draft)).toBe(bodyOf(union));
    expect(bodyOf(union).match(/Heat it well/g)).toHaveLength(1);
  });

  test('has the words the user wrote stand for all that those stood for', () => {
    const [union] = draft.picks as readonly UnionPick[];
    const passages = (union?.passages ?? []).map((one) =>
      one.state === 'kept' && one.text === '- Heat it well' ? { ...one, edited: 'Make it glow' } : one,
    );
    const edited = savableDraft({ picks: [{ ...(union as UnionPick), passages }] });

    const result = refreshed(edited, both, { forge: FORGE.replace('Heat it well', 'Hammer slowly with rhythm') });

    expect(bodyOf(result.draft)).toBe(bodyOf(edited));
    expect(words(result)).toEqual(['changed forge anvil:2: edited']);
  });

  test('has both wordings once they no longer say the same', () => {
    const result = refreshed(draft, both, { forge: FORGE.replace('Heat it well', 'Hammer slowly with rhythm') });

    expect(bodyOf(result.draft)).toContain('- Hammer slowly with rhythm\n- Heat it well\n');
  });

  test('has not what contradicts what stands once it has other words', () => {
    const three = [...both, agent('yard', '## Anvil\n\n- Turn it often\n')];
    const union = savableDraft({ picks: unionOf(three).filter(({ title }) => title === 'Anvil') });

    const result = refreshed(union, three, { yard: '## Anvil\n\n- Never turn it often\n' });

    expect(bodyOf(result.draft)).toBe(bodyOf(union));
    expect(words(result)).toEqual(['changed yard anvil:1: conflict']);
    expect(conflictsOf(result.draft.picks)).toMatchObject([
      { kept: { agent: 'forge', text: '- Turn it often' }, other: { agent: 'yard' }, isOpen: false },
    ]);
  });

  test('leaves out what was left out, and keeps what was taken back', () => {
    const turn = { definition: forge.id, section: 'anvil', index: 3 };
    const heat = { definition: smithy.id, section: 'anvil', index: 1 };
    const arranged = withPassageBack(withPassageOut(draft, turn), heat);

    const result = refreshed(arranged, both, {
      forge: FORGE.replace('often', 'very often').replace('\n- Heat', '\n- Light it\n- Heat'),
    });

    expect(bodyOf(result.draft)).toBe(
      '## Anvil\n\nStrike the iron.\n\n- Light it\n- Heat it well\n- Heat it well\n- Quench it in oil\n',
    );
    expect(words(result)).toEqual(['changed forge anvil:4: left-out', 'added forge anvil:2: result']);
  });

  test('keeps the words the user wrote in place of a passage that is gone', () => {
    const [union] = draft.picks as readonly UnionPick[];
    const passages = union?.passages.map((one) =>
      one.text === '- Turn it often' ? { ...one, edited: 'Turn it as you like' } : one,
    );
    const edited = savableDraft({ picks: [{ ...(union as UnionPick), passages: passages ?? [] }] });

    const result = refreshed(edited, both, {
      forge: FORGE.replace('- Turn it often\n', '- Cool it down slowly\n- Put it away\n'),
    });

    expect(bodyOf(result.draft)).toContain('- Turn it as you like\n');
    expect(bodyOf(result.draft)).toContain('- Cool it down slowly\n- Put it away\n');
    const keys = (result.draft.picks[0] as UnionPick).passages.map(
      ({ definition, section, index }) => `${definition} ${section} ${index}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('has the items and sections that were put into its sections', () => {
    const bold = (...items: readonly string[]) => `## Rules\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;
    const rules = agent('rules', bold('**Heat**: well and slowly', '**Oil**: quench in it'));
    const union = savableDraft({ picks: unionOf([rules]) });

    const result = refreshed(union, [rules], {
      rules: `${bold('**Heat**: well and slowly', '**Air**: let it cool', '**Olive oil**: quench in it')}\n### Last\n\nSweep.\n`,
    });

    expect(bodyOf(result.draft)).toBe(
      '## Rules\n\n- **Heat**: well and slowly\n- **Air**: let it cool\n- **Olive oil**: quench in it\n\n### Last\n\nSweep.\n',
    );
  });

  test('keeps what came from a section or a file that is gone', () => {
    const section = refreshed(draft, both, { smithy: '## Yard\n\nSweep.\n' });
    const file = refreshed(draft, both, { smithy: null });

    expect([bodyOf(section.draft), bodyOf(file.draft)]).toEqual([bodyOf(draft), bodyOf(draft)]);
    expect([words(section), words(file)]).toEqual([['section-gone smithy anvil: none'], ['file-gone smithy *: none']]);
  });
});

const LINE = fc.constantFrom(
  '## Anvil',
  '## Fire',
  '### Deep',
  '- Heat it well',
  '- Turn it often',
  '- **Oil**: quench',
  '- **Air**: cool',
  'Strike the iron.',
  '',
  '1. First',
  '  - Inner',
  'Rules:',
);
const BODY = fc.array(LINE, { maxLength: 16 }).map((lines) => `${lines.join('\n')}\n`);

test('laws: every passage is there once, what stands for one is kept, and what was taken over is up to date', () => {
  fc.assert(
    fc.property(BODY, BODY, BODY, (one, other, changed) => {
      const before = [agent('one', one), agent('other', other)];
      const sayings = new Map();
      const picks = treesOf(before).map((tree) => unite(tree, sayings));
      const draft = savableDraft({ picks });

      expect(refreshed(draft, before, {})).toEqual({ draft, changes: [] });

      const result = refreshed(draft, before, { one: changed });
      const passages = result.draft.picks.flatMap((pick) => (pick.kind === 'union' ? pick.passages : []));
      const keyOf = ({ definition, section, index }: { definition: string; section: string; index: number }) =>
        `${definition} ${section} ${index}`;
      const states = new Map(passages.map((passage) => [keyOf(passage), passage.state]));
      expect(states.size).toBe(passages.length);
      for (const { by } of passages) if (by) expect([keyOf(by), states.get(keyOf(by))]).toEqual([keyOf(by), 'kept']);
      // Once taken over, it is up to date.
      const again = refreshed(result.draft, before, { one: changed });
      expect(again.changes.filter(({ kind }) => !kind.endsWith('gone'))).toEqual([]);
      expect(bodyOf(again.draft)).toBe(bodyOf(result.draft));
    }),
    { numRuns: 300 },
  );
});
