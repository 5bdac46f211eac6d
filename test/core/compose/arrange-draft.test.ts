import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  pickState,
  withoutPick,
  withPick,
  withPickMoved,
  withPickRenamed,
} from '../../../src/core/compose/arrange-draft.ts';
import { type Draft, EMPTY_DRAFT, pickOf, pickOfBody } from '../../../src/core/draft/draft.ts';
import { parsePart, partId, sectionPart } from '../../../src/core/sections/definition-part.ts';
import { flattenSections } from '../../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { pickWords } from '../../support/a-draft.ts';

const BODY = '# Tools\n\n- **Read**: files\n- **Write**: nothing\n\n# Tools and more\n\nBe brief.\n';
const ONE = aDefinition({ name: 'one', body: BODY });
const TWO = aDefinition({ name: 'two', body: BODY });

/** The pick of a section of {@link ONE} or another definition. */
function pickFrom(id: string, definition = ONE) {
  const section = flattenSections(sectionsOf(definition)).find((candidate) => candidate.id === id);
  return section ? pickOf(definition, section) : pickOfBody(definition);
}

const draftOf = (...ids: readonly string[]): Draft =>
  ids.reduce((draft, id) => withPick(draft, pickFrom(id)), EMPTY_DRAFT);

const sectionsIn = ({ picks }: Draft) =>
  picks.map((pick) => (pick.kind === 'section' ? partId(pick.part) : '∪')).join(' ');

describe('a pick', () => {
  test('carries where it came from and the whole text of its section', () => {
    expect(pickFrom('tools')).toEqual({
      kind: 'section',
      level: null,
      edited: null,
      definition: 'project:one',
      agent: 'one',
      path: '/p/one.md',
      part: { kind: 'section', id: 'tools' },
      title: 'Tools',
      originalTitle: 'Tools',
      text: '# Tools\n\n- **Read**: files\n- **Write**: nothing\n\n',
    });
  });

  test('of a whole body goes by the name of its agent', () => {
    expect(pickOfBody(ONE)).toMatchObject({ part: { kind: 'body' }, title: 'one', text: BODY });
  });
});

describe('pickState', () => {
  test.each([
    ['tools', 'tools', 'picked'],
    ['tools', 'tools/read', 'inside'],
    ['tools', 'tools-and-more', 'free'],
    ['tools/read', 'tools', 'part'],
    ['*', 'tools/read', 'inside'],
    ['*', '*', 'picked'],
  ])('with %s picked, %s is %s', (picked, section, state) => {
    expect(pickState(draftOf(picked), ONE.id, parsePart(section))).toBe(state);
  });

  test('knows sections of the same name in other agents apart', () => {
    expect(pickState(draftOf('tools'), TWO.id, sectionPart('tools'))).toBe('free');
  });
});

describe('taking sections', () => {
  test('adds them at the end', () => {
    expect(sectionsIn(draftOf('tools-and-more', 'tools'))).toBe('tools-and-more tools');
  });

  test('puts a section that is taken whole in place of its parts', () => {
    expect(sectionsIn(draftOf('tools/write', 'tools-and-more', 'tools'))).toBe('tools tools-and-more');
  });

  test('replaces everything of an agent that is taken whole, and nothing of another', () => {
    const draft = withPick(withPick(draftOf('tools'), pickFrom('tools', TWO)), pickOfBody(ONE));
    expect(draft.picks.map(pickWords)).toEqual(['one one', 'two Tools']);
  });

  test.each([
    ['twice', 'tools', 'tools'],
    ['as part of what is taken', 'tools', 'tools/read'],
  ])('changes nothing %s', (_, first, second) => {
    const draft = draftOf(first);
    expect(withPick(draft, pickFrom(second))).toBe(draft);
  });

  test('puts back only what is a pick of its own', () => {
    const draft = draftOf('tools', 'tools-and-more');
    expect(sectionsIn(withoutPick(draft, ONE.id, sectionPart('tools')))).toBe('tools-and-more');
    expect(withoutPick(draft, ONE.id, sectionPart('tools/read'))).toBe(draft);
    expect(withoutPick(draft, TWO.id, sectionPart('tools'))).toBe(draft);
  });
});

describe('arranging picks', () => {
  const draft = draftOf('tools/read', 'tools/write', 'tools-and-more');

  test.each([
    [0, 1, 'tools/write tools/read tools-and-more'],
    [2, -1, 'tools/read tools-and-more tools/write'],
  ] as const)('moves pick %i by %i', (index, by, expected) => {
    expect(sectionsIn(withPickMoved(draft, index, by))).toBe(expected);
  });

  test.each([
    [0, -1],
    [2, 1],
    [7, -1],
  ] as const)('pick %i does not move by %i', (index, by) => {
    expect(withPickMoved(draft, index, by)).toBe(draft);
  });

  test('renames one pick and remembers its first title', () => {
    const renamed = withPickRenamed(draft, 1, '  Never write ');
    expect(renamed.picks.map(({ title }) => title)).toEqual(['Read', 'Never write', 'Tools and more']);
    expect(withPickRenamed(renamed, 1, ' ').picks[1]?.title).toBe('Write');
  });
});

test('law: no section stands in a draft twice, whatever is taken in whatever order', () => {
  const ids = ['*', ...flattenSections(sectionsOf(ONE)).map(({ id }) => id)];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ids)), (taken) => {
      const { picks } = draftOf(...taken);
      for (const pick of picks) {
        if (pick.kind === 'union') throw new Error('only sections are picked');
        const others = { ...EMPTY_DRAFT, picks: picks.filter((other) => other !== pick) };
        expect(pickState(others, ONE.id, pick.part)).toBe('free');
      }
      for (const id of taken) expect(pickState(draftOf(...taken), ONE.id, parsePart(id))).not.toBe('free');
    }),
  );
});
