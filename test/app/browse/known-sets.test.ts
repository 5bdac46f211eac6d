import { describe, expect, test } from 'vitest';
import { resultsOf } from '../../../src/app/browse/browse-results.ts';
import { queryFaultWords } from '../../../src/app/browse/query-fault-words.ts';
import { completionOf } from '../../../src/app/browse/search-suggestion.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { emptyLines, summarySpans } from '../../../src/ui/views/browse/browse-screen.tsx';
import { aDefinition } from '../../support/a-definition.ts';
import { afterActions, aModel, libraryOf } from '../../support/a-model.ts';
import { fakePorts } from '../../support/fake-ports.ts';
import { afterKeys, startJourney } from '../../support/journey.ts';
import { savableDraft } from '../../support/savable-draft.ts';

const LIBRARY = libraryOf(['bell', 'clock', 'clog', 'sail'].map((name) => aDefinition({ name })));
const marked = ['project:sail', 'project:clock'];
const paths = new Set(['/p/clog.md', '/p/clock.md', '/elsewhere/bell.md']);

interface Known {
  readonly ids?: readonly string[];
  readonly composed?: ReadonlySet<string> | null;
}

/** A query in the search line, with what is marked and what was composed. */
const asking = (text: string, { ids = marked, composed = paths }: Known = {}): Model => {
  const model = aModel({ library: LIBRARY });
  const query = { text, cursor: text.length };
  const known = { paths: composed, isCurrent: true, job: 1 };
  return { ...model, browse: { ...model.browse, focus: 'search', marked: ids, query, composed: known } };
};
const names = (model: Model) =>
  resultsOf(model)
    .slice()
    .map(({ definition }) => definition.name);
const saidOf = (model: Model) =>
  emptyLines(model, 90)
    .flatMap(({ spans }) => spans.map(({ text }) => text))
    .join('');
const summaryOf = (model: Model) =>
  summarySpans(model)
    .map(({ text }) => text)
    .join('');

test.each([
  ['is:marked', ['clock', 'sail']],
  ['IS:MARKED', ['clock', 'sail']],
  ['-is:marked', ['bell', 'clog']],
  ['is:marked clo', ['clock']],
  ['clo -is:marked', ['clog']],
  ['xis:marked', []],
  ['is:composed', ['clock', 'clog']],
  ['Is:"composed"', ['clock', 'clog']],
  ['-is:composed', ['bell', 'sail']],
  ['is:composed is:marked', ['clock']],
  ['is:composed | is:marked', ['clock', 'clog', 'sail']],
  ['is:composed | bell', ['bell', 'clock', 'clog']],
  ['is:composed -is:marked clo', ['clog']],
])('%s finds among what is marked and what was composed', (text, found) => {
  expect(names(asking(text)).sort()).toEqual(found);
});

test('what is marked or no longer marked meanwhile comes and goes', () => {
  const all = asking('is:marked', { ids: [] });
  expect(names(all)).toEqual([]);
  const model = asking('is:marked');
  const one = afterKeys({ ...model, browse: { ...model.browse, focus: 'list' } }, 'space');
  expect(names(one)).toEqual(['sail']);
});

test('the box that adds a column to a comparison knows them too', () => {
  const model = asking('');
  const inList: Model = { ...model, browse: { ...model.browse, focus: 'list' } };
  const added = afterKeys(inList, 'd a "is:composed -is:marked" enter');
  expect(added.compare.ids).toContain('project:clog');
});

describe('the words of an empty list', () => {
  test.each<[string, Known, string]>([
    ['is:marked', { ids: [] }, 'Nothing is marked.'],
    ['is:composed', { composed: new Set() }, 'None of these agents was made here.'],
    ['is:composed zzz', {}, 'Nothing matches “is:composed zzz”.'],
    ['is:compsed', {}, 'Nothing has “is:compsed”. Was is:composed (2) meant?'],
    ['is:compsed', { composed: null }, 'Nothing has “is:compsed”. Was is:composed meant?'],
    ['is:composed', { composed: null }, 'Reading the recipes …'],
    ['-is:composed', { composed: null }, 'Reading the recipes …'],
  ])('%s, %j', (text, known, said) => {
    const model = asking(text, known);
    expect(names(model)).toEqual([]);
    expect(saidOf(model)).toContain(said);
  });

  test('where other things are found, the summary says that recipes are read', () => {
    const model = asking('bell | is:composed', { composed: null });
    expect(names(model)).toEqual(['bell']);
    expect(summaryOf(model)).toContain('reading the recipes …');
    expect(queryFaultWords(model)).toEqual([]);
    expect(summaryOf(asking('bell | is:composed'))).not.toContain('recipes');
  });
});

test.each<[string, Known, ReturnType<typeof completionOf>]>([
  ['is:c', {}, { rest: 'omposed', count: 2 }],
  ['-is:comp', {}, { rest: 'osed', count: 2 }],
  ['is:c', { composed: null }, { rest: 'omposed', count: null }],
  ['is:m', {}, { rest: 'arked', count: 2 }],
])('%s is completed, with the count where it is known: %j', (text, known, completion) => {
  expect(completionOf(asking(text, known))).toEqual(completion);
});

describe('the recipes', () => {
  const effectsOf = (model: Model, typed: string) =>
    [...typed].reduce<{ model: Model; effects: readonly string[] }>(
      (before, text) => {
        const { model: next, effects } = update(before.model, { type: 'fieldTyped', text });
        return { model: next, effects: [...before.effects, ...effects.map(({ type }) => type)] };
      },
      { model, effects: [] },
    );
  const inSearch = aModel({ library: LIBRARY, browse: { focus: 'search' } });
  const found = (job: number, problems: readonly string[] = []) =>
    ({ type: 'composedFound', job, paths, problems }) as const;
  const read = { type: 'libraryRead', definitions: LIBRARY.agents, problems: [], complete: true } as const;

  test('are read once, when first asked for', () => {
    const asked = effectsOf(inSearch, 'is:composed clo');
    expect(asked.effects.filter((type) => type === 'findComposed')).toHaveLength(1);
    expect(effectsOf(inSearch, 'is:marked clo composed').effects).not.toContain('findComposed');
    const answered = afterActions(asked.model, found(1));
    expect(names(answered).sort()).toEqual(['clock', 'clog']);
    expect(effectsOf(answered, ' -is:composed').effects).not.toContain('findComposed');
  });

  test('are read anew after a change on disk, with what is known listed meanwhile, and not while nobody asks', () => {
    const known = afterActions(effectsOf(inSearch, 'is:composed').model, found(1));
    const { model, effects } = update(known, read);
    expect(effects).toContainEqual({ type: 'findComposed', job: 2, definitions: LIBRARY.agents });
    expect(names(model)).toEqual(['clock', 'clog']);
    // What was asked before that comes too late.
    expect(afterActions(model, { ...found(1), paths: new Set() })).toBe(model);
    expect(names(afterActions(model, { ...found(2), paths: new Set(['/p/sail.md']) }))).toEqual(['sail']);
    expect(update(inSearch, read).effects.map(({ type }) => type)).not.toContain('findComposed');
  });

  test('wait for the sources to be read', () => {
    const loading: Model = { ...inSearch, library: { ...inSearch.library, loading: true } };
    const asked = effectsOf(loading, 'is:composed');
    expect(asked.effects).not.toContain('findComposed');
    expect(saidOf(asked.model)).toBe('   Reading the sources …');
    expect(update(asked.model, read).effects).toContainEqual(expect.objectContaining({ type: 'findComposed', job: 1 }));
  });

  test('that cannot be read are told of once', () => {
    const asked = effectsOf(inSearch, 'is:composed').model;
    const told = afterActions(asked, found(1, ['/r/x.yaml:1:1: broken']));
    expect(told.notice).toMatchObject({ text: '/r/x.yaml:1:1: broken', tone: 'bad' });
    const again = afterActions({ ...told, notice: null }, read, found(2, ['/r/x.yaml:1:1: broken']));
    expect(again.notice).toBeNull();
  });

  test('are found by their files', async () => {
    const ports = fakePorts();
    await ports.recipes.write({ target: '/p/sail.md', sha256: '', draft: savableDraft() });
    const { press, end } = startJourney(inSearch, ports);
    await press('"is:composed"');
    expect(names(end())).toEqual(['sail']);
  });
});
