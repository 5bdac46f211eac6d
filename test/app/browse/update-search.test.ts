import { describe, expect, test } from 'vitest';
import { resultsOf } from '../../../src/app/browse/browse-results.ts';
import { completionOf } from '../../../src/app/browse/search-suggestion.ts';
import { textField } from '../../../src/app/model/text-field.ts';
import { update } from '../../../src/app/update.ts';
import { finish } from '../../../src/kit/run-steps.ts';
import { createReports, inSlices } from '../../../src/usecases/in-slices.ts';
import { afterActions, aModel, definitionsFrom } from '../../support/a-model.ts';

const typing = (text: string) => aModel({ browse: { focus: 'search', query: textField(text) } });
const names = (model: ReturnType<typeof aModel>) =>
  resultsOf(model)
    .slice()
    .map(({ definition }) => definition.name);

describe('completing the search line', () => {
  test('suggests how the word goes on', () => {
    expect(completionOf(typing('model:o'))).toEqual({ rest: 'pus', count: 2 });
  });

  test.each(['right', 'ctrl+f'])('%s at the end takes it', (key) => {
    const model = afterActions(typing('watch mo'), { type: 'fieldEdited', key });
    expect(model.browse.query).toMatchObject({ text: 'watch model:', cursor: 12 });
  });

  test('the same keys move where there is nothing to take', () => {
    const inside = afterActions(typing('mo'), { type: 'fieldEdited', key: 'left' });
    expect(completionOf(inside)).toBeNull();
    expect(afterActions(inside, { type: 'fieldEdited', key: 'right' }).browse.query).toMatchObject({
      text: 'mo',
      cursor: 2,
    });
  });

  test('suggests nothing while the list has the focus', () => {
    expect(completionOf(aModel({ browse: { query: textField('mo') } }))).toBeNull();
  });
});

describe('searching bodies', () => {
  const asked = update(typing('body:wake'), { type: 'fieldTyped', text: 's' });
  const [effect] = asked.effects;

  test('is asked for when the query needs it', () => {
    expect(effect).toMatchObject({ type: 'workOnSearch', query: 'body:wakes', job: asked.model.browse.work?.job });
    expect(update(typing('^wak'), { type: 'fieldTyped', text: 'e' }).effects).toEqual([]);
  });

  test('shows what is found as it is found', () => {
    const step = update(typing('body:wak'), { type: 'fieldTyped', text: 'e' });
    const { job } = step.model.browse.work ?? { job: 0 };
    expect(names(step.model)).toEqual([]);
    const search = finish(step.model.library.search.work('body:wake'));
    const half = afterActions(step.model, { type: 'searchWorked', job, work: { kind: 'body', share: 0.5 }, search });
    expect(half.browse.work).toEqual({ kind: 'body', share: 0.5, job });
    expect(names(half)).toEqual(['night-watch']);
    expect(afterActions(half, { type: 'searchWorked', job, work: null, search }).browse.work).toBeNull();
    expect(names(step.model)).toEqual([]);
  });

  test('is given up for what is typed next', () => {
    const next = afterActions(
      asked.model,
      { type: 'fieldEdited', key: 'ctrl+u' },
      { type: 'fieldTyped', text: 'wake' },
    );
    expect(next.browse.work).toMatchObject({ kind: 'prompt', share: 0 });
    const { search } = asked.model.library;
    const late = afterActions(next, {
      type: 'searchWorked',
      job: asked.model.browse.work?.job ?? 0,
      work: null,
      search,
    });
    expect(late).toBe(next);
  });

  test('begins anew with another library', () => {
    const { definitions, ...library } = asked.model.library;
    const again = update(asked.model, {
      type: 'libraryRead',
      ...library,
      definitions: [...definitions],
      complete: true,
    });
    expect(again.effects).toEqual([expect.objectContaining({ type: 'workOnSearch', query: 'body:wakes' })]);
  });
});

describe('a large library', () => {
  test('is indexed beside the keys', () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`n${at}`, `---\nname: n${at}\ndescription: number ${at}\n---\n`]),
    );
    const { model, effects } = update(aModel(), {
      type: 'libraryRead',
      definitions: definitionsFrom(many),
      problems: [],
      complete: true,
    });
    expect(effects).toContainEqual(expect.objectContaining({ type: 'workOnSearch' }));
    expect(model.browse.work?.kind).toBe('indexing');
  });
});

describe('work is told of now and then, and not at every step', () => {
  function* working(milliseconds: number) {
    const end = performance.now() + milliseconds;
    for (let at = 0; performance.now() < end; at++) yield at;
    return 'done';
  }

  test('at once when there was nothing to tell lately', async () => {
    const told: number[] = [];
    const work = createReports()(working(400), (at) => told.push(at));
    expect(await inSlices(work, () => true)).toBe('done');
    expect(told[0]).toBe(0);
    expect(told.length).toBeLessThan(10);
  });

  test('also while it is given up for other work all the time', () => {
    const told: number[] = [];
    const reported = createReports();
    for (let job = 0; job < 40; job += 1) finish(reported(working(10), () => told.push(job)));
    expect(told[0]).toBe(0);
    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThan(40);
  });
});
