import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  withPassageBack,
  withPassageOut,
  withPickEdited,
  withPickRenamed,
} from '../../../src/core/compose/arrange-draft.ts';
import { composeBody } from '../../../src/core/compose/compose.ts';
import { type Ledger, ledgerOf } from '../../../src/core/compose/ledger.ts';
import type { AgentDefinition } from '../../../src/core/definition/agent-definition.ts';
import { type Draft, PASSAGE_STATES, type Pick, pickOf, pickOfBody } from '../../../src/core/draft/draft.ts';
import { allPassages } from '../../../src/core/sections/passages-of.ts';
import { flattenSections } from '../../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { uniteAll } from '../../../src/core/settling/unite-all.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aDraft } from '../../support/a-draft.ts';

const ONE = aDefinition({
  name: 'one',
  body: 'You forge.\n\n## Security\n\n- Check every token\n- Limit request rates\n\n## Style\n\nBe brief.\n',
});
const TWO = aDefinition({
  name: 'two',
  body: '## Security\n\n- Check every token\n- Limit all request rates\n- Rotate keys\n',
});

const sectionOf = (definition: AgentDefinition, id: string): Pick => {
  const section = flattenSections(sectionsOf(definition)).find((one) => one.id === id);
  return section ? pickOf(definition, section) : pickOfBody(definition);
};

function united(...definitions: readonly AgentDefinition[]): Draft {
  const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
  return aDraft({ picks: uniteAll(topicTrees(topics, definitions), definitions) });
}

const ledgerFor = ({ picks }: Draft, ...definitions: readonly AgentDefinition[]) =>
  ledgerOf(definitions, picks, composeBody(picks));

const words = ({ entries }: Ledger) =>
  entries.map(({ state, passage, line, by }) => `${state} ${line ?? '-'} ${passage.text}${by ? ` <- ${by}` : ''}`);

describe('the ledger', () => {
  test('tells what stands, on which line, and what stands for the rest', () => {
    expect(words(ledgerFor(aDraft({ picks: [sectionOf(ONE, 'security')] }), ONE, TWO))).toEqual([
      'dropped - You forge.',
      'kept 1 ## Security',
      'kept 3 - Check every token',
      'kept 4 - Limit request rates',
      'dropped - ## Style',
      'dropped - Be brief.',
      'redundant 1 ## Security <- ## Security',
      'redundant 3 - Check every token <- - Check every token',
      'merged 4 - Limit all request rates <- - Limit request rates',
      'dropped - - Rotate keys',
    ]);
  });

  test('of a union tells what was merged, and follows what is taken out and back', () => {
    const draft = united(ONE, TWO);
    expect(words(ledgerFor(draft, TWO))).toEqual([
      'redundant 3 ## Security <- ## Security',
      'redundant 5 - Check every token <- - Check every token',
      'merged 6 - Limit all request rates <- - Limit request rates',
      'kept 7 - Rotate keys',
    ]);
    const key = { definition: ONE.id, section: 'security', index: 2 };
    const out = withPassageOut(draft, key);
    expect(words(ledgerFor(out, ONE, TWO))).toEqual(
      expect.arrayContaining(['dropped - - Limit request rates', 'dropped - - Limit all request rates']),
    );
    expect(words(ledgerFor(withPassageBack(out, key), ONE, TWO))).toEqual(words(ledgerFor(draft, ONE, TWO)));
  });

  test('what a union leaves out and somebody else says word for word is said all the same', () => {
    const three = aDefinition({ name: 'three', body: '## Habits\n\n- Rotate keys\n' });
    const out = withPassageOut(united(ONE, TWO), { definition: TWO.id, section: 'security', index: 3 });
    expect(words(ledgerFor(out, TWO))).toContain('dropped - - Rotate keys');
    const beside = { ...out, picks: [...out.picks, sectionOf(three, 'habits')] };
    expect(words(ledgerFor(beside, TWO)).at(-1)).toMatch(/^redundant \d+ - Rotate keys <- - Rotate keys$/);
  });

  test('sees what an edit took out, and a title that was changed', () => {
    const draft = aDraft({ picks: [sectionOf(TWO, 'security')] });
    const edited = withPickEdited(draft, 0, '## Security\n\n- Rotate keys\n- My own\n');
    expect(words(ledgerFor(edited, TWO))).toEqual([
      'kept 1 ## Security',
      'dropped - - Check every token',
      'dropped - - Limit all request rates',
      'kept 3 - Rotate keys',
    ]);
    expect(words(ledgerFor(withPickRenamed(draft, 0, 'Safety'), TWO))[0]).toBe('kept 1 ## Security');
  });

  test('sees what an edit of a whole union left', () => {
    const edited = withPickEdited(united(TWO), 0, '## Security\n\n- Rotate keys\n');
    expect(words(ledgerFor(edited, TWO))).toEqual([
      'kept 1 ## Security',
      'dropped - - Check every token',
      'dropped - - Limit all request rates',
      'kept 3 - Rotate keys',
    ]);
  });

  test('calls what was edited out of one pick and stands in another redundant', () => {
    const both = aDraft({ picks: [sectionOf(ONE, 'security'), sectionOf(TWO, 'security')] });
    const edited = withPickEdited(both, 0, '## Security\n\n- Limit request rates\n');
    expect(words(ledgerFor(edited, ONE))).toContain('redundant 7 - Check every token <- - Check every token');
  });

  test('names the first line that stands for what others say', () => {
    const both = aDraft({ picks: [sectionOf(ONE, 'security'), sectionOf(TWO, 'security')] });
    const other = aDefinition({ name: 'other', body: '- Check every token\n- Check parcels twice\n' });
    expect(words(ledgerFor(both, other))).toEqual([
      'redundant 3 - Check every token <- - Check every token',
      'dropped - - Check parcels twice',
    ]);
  });

  test('does not take what a definition says now for what it said when it was picked', () => {
    const now = aDefinition({
      name: 'two',
      body: '## Security\n\n- Check every token\n- Burn parcels\n- Rotate keys\n',
    });
    const renamed = withPickRenamed(aDraft({ picks: [sectionOf(TWO, 'security')] }), 0, 'Safety');
    for (const draft of [united(TWO), renamed]) {
      expect(words(ledgerFor(draft, now)).slice(1)).toEqual([
        'kept 3 - Check every token',
        'dropped - - Burn parcels',
        'kept 5 - Rotate keys',
      ]);
    }
  });

  test('counts by agent, titles not counted', () => {
    expect(Object.fromEntries(ledgerFor(united(ONE, TWO), ONE, TWO).counts)).toEqual({
      'project:one': { kept: 4, merged: 0, redundant: 0, conflict: 0, dropped: 0, total: 4 },
      'project:two': { kept: 1, merged: 1, redundant: 1, conflict: 0, dropped: 0, total: 3 },
    });
  });
});

const LINES = ['## A', '### B', '- x y z', '- x y z w', '- **C**: q', '  - inner', 'Words here.', 'Lead in:', '', ''];
const aBody = fc
  .array(fc.constantFrom(...LINES), { maxLength: 16 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

describe('laws of the ledger', () => {
  test('kept, merged, redundant and dropped are all there is, and what is kept stands where it says', () => {
    fc.assert(
      fc.property(fc.array(aBody, { minLength: 1, maxLength: 4 }), fc.boolean(), (bodies, isUnion) => {
        const definitions = bodies.map((body, at) => aDefinition({ name: `a${at}`, body }));
        const draft = isUnion ? united(...definitions) : aDraft({ picks: definitions.map(pickOfBody) });
        const ledger = ledgerFor(draft, ...definitions);
        const lines = composeBody(draft.picks).text.split('\n');
        const plain = (text: string) =>
          text
            .replace(/^[\s#>*-]*(?:\d+\.)?/, '')
            .replace(/[*:\s]+/g, ' ')
            .trim();
        for (const definition of definitions) {
          const own = ledger.counts.get(definition.id);
          expect(own?.total).toBe(allPassages(sectionsOf(definition)).filter(({ kind }) => kind !== 'title').length);
          const sum = PASSAGE_STATES.reduce((all, state) => all + (own?.[state] ?? 0), 0);
          expect(sum).toBe(own?.total);
        }
        for (const { state, line, passage } of ledger.entries) {
          expect(line === null).toBe(state === 'dropped');
          if (state !== 'kept') continue;
          expect(plain(lines[(line ?? 0) - 1] ?? '')).toBe(plain(passage.text.split('\n', 1)[0] ?? ''));
        }
      }),
      { numRuns: 300 },
    );
  });
});
