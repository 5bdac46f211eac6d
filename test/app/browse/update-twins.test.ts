import { describe, expect, test } from 'vitest';
import { twinIds } from '../../../src/app/browse/twin-ids.ts';
import type { Action } from '../../../src/app/model/actions.ts';
import { type Model, screenOf } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import type { TwinGroup } from '../../../src/core/twins/find-twins.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aModel, libraryOf } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const named = (...names: readonly string[]) => ({
  ...libraryOf(names.map((name) => aDefinition({ name }))),
});

const group = (...names: readonly string[]): TwinGroup => ({
  kind: 'exact',
  definitions: names.map((name) => `project:${name}`),
  similarity: 1,
  sameFile: false,
});

const LIBRARY = named(...'abcdefghi');
const inList = (parts: Parameters<typeof aModel>[0] = {}) => aModel({ library: LIBRARY, ...parts });
const found = (...groups: readonly TwinGroup[]) =>
  ({ type: 'twinsFound', definitions: LIBRARY.definitions, groups }) as const;

const next = (model: Model, action: Action) => update(model, action).model;

const plainIds = (ids: readonly string[]) => ids.map((id) => id.replace('project:', '')).join(' ');
const shown = (model: Model) => ({
  screen: screenOf(model),
  compared: plainIds(model.compare.ids),
  marked: plainIds(model.browse.marked),
  notice: model.notice?.text ?? '',
});

describe('asking for twins', () => {
  test('the first time, a search is started, and said so', () => {
    const { model, effects } = update(inList(), { type: 'twinsRequested' });
    expect(effects).toEqual([{ type: 'findTwins', definitions: LIBRARY.definitions }]);
    expect(shown(model)).toEqual({ screen: 'browse', compared: '', marked: '', notice: 'Looking for twins …' });
  });

  test('what was found is marked and compared, the one asked about first', () => {
    const model = next(afterKeys(inList(), 'j t'), found(group('a', 'b')));
    expect(shown(model)).toEqual({ screen: 'compare', compared: 'b a', marked: 'b a', notice: '' });
  });

  test('once they are known, the answer comes at once', () => {
    const { model, effects } = update(inList({ twins: { groups: [group('a', 'c')], wanted: null } }), {
      type: 'twinsRequested',
    });
    expect(effects).toEqual([]);
    expect(shown(model)).toMatchObject({ screen: 'compare', compared: 'a c' });
  });

  test('marks made before stay', () => {
    const model = next(afterKeys(inList(), 'j j space g t'), found(group('a', 'b')));
    expect(shown(model)).toMatchObject({ compared: 'a b', marked: 'c a b' });
  });

  test('more than eight are all marked, and the first eight compared', () => {
    const letters = [...'abcdefghi'];
    const model = next(afterKeys(inList(), 't'), found(group(...letters)));
    expect(shown(model)).toEqual({
      screen: 'compare',
      compared: 'a b c d e f g h',
      marked: 'a b c d e f g h i',
      notice: 'Only the first 8 of 9 marked',
    });
  });

  test('one that has none says so', () => {
    const model = next(afterKeys(inList(), 't'), found(group('b', 'c')));
    expect(shown(model)).toEqual({ screen: 'browse', compared: '', marked: '', notice: 'It has no twins here' });
  });

  test('an empty list is refused', () => {
    expect(shown(afterKeys(aModel({ library: named() }), 't')).notice).toBe('No agent here');
  });

  test.each([
    ['went on in the list', 't j'],
    ['opened the reader', 't enter'],
    ['opened help', 't ?'],
  ])('who %s meanwhile is left there', (_name, keys) => {
    const before = afterKeys(inList(), keys);
    const model = next(before, found(group('a', 'b')));
    expect(shown(model)).toEqual(shown(before));
    expect([...twinIds(model)]).toEqual(['project:a', 'project:b']);
  });

  test('asking again while searching starts no second search, and the last question counts', () => {
    const { model, effects } = update(afterKeys(inList(), 't j'), { type: 'twinsRequested' });
    expect(effects).toEqual([]);
    expect(shown(next(model, found(group('a', 'c'), group('b', 'd'))))).toMatchObject({ compared: 'b d' });
  });
});

describe('reading the library', () => {
  const read = (complete: boolean) =>
    ({ type: 'libraryRead', definitions: named('a', 'b').definitions, problems: [], complete }) as const;

  test('makes twins unknown, and looks for none that nobody wants', () => {
    const { model, effects } = update(inList({ twins: { groups: [group('a', 'b')], wanted: null } }), read(true));
    expect(twinIds(model).size).toBe(0);
    expect(effects).toEqual([]);
  });

  test('starts the search anew at its end, if an answer is awaited', () => {
    const asked = afterKeys(inList(), 't');
    expect(update(asked, read(false)).effects).toEqual([]);
    const { model, effects } = update(asked, read(true));
    expect(effects).toEqual([{ type: 'findTwins', definitions: model.library.definitions }]);
  });

  test('a question during it waits for its end', () => {
    const { effects } = update(inList({ library: { ...LIBRARY, loading: true } }), { type: 'twinsRequested' });
    expect(effects).toEqual([]);
  });

  test('what was found in a library since replaced is no answer', () => {
    const model = next(next(afterKeys(inList(), 't'), read(true)), found(group('a', 'b')));
    expect(shown(model)).toMatchObject({ screen: 'browse', notice: 'Looking for twins …' });
    expect(twinIds(model).size).toBe(0);
  });
});
