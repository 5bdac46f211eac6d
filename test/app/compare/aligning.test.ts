import { describe, expect, test } from 'vitest';
import { comparisonGrid } from '../../../src/app/compare/comparison-grid.ts';
import { ALIGNING, lineUp, shownTopics } from '../../../src/app/compare/topics.ts';
import { composeTopics } from '../../../src/app/compose/compose-topics.ts';
import type { Step } from '../../../src/app/model/effects.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { termStatistics } from '../../../src/core/topics/term-statistics.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

/** A library in which counting terms takes a while. */
const large = (): Model =>
  aModel({
    library: libraryFrom(
      Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`smith-${index}`, '# Forge\n\nHeat the iron.\n'])),
    ),
  });

/** What the app does after asking for topics: lines them up. */
function aligned({ model, effects }: Step): Step {
  const asked = effects.find((effect) => effect.type === 'alignTopics');
  if (!asked) throw new Error('Nothing was asked for');
  const { all, ids, rows } = asked;
  const statistics = asked.statistics ?? termStatistics(all);
  return update(model, { type: 'topicsAligned', all, ids, rows, statistics, ...lineUp(asked, statistics) });
}

const pressed = (model: Model, type: 'compareOpened' | 'composeOpened') => update(model, { type });

describe('topics that take long to line up', () => {
  test.each(['compareOpened', 'composeOpened'] as const)('%s shows the screen first and asks for them', (type) => {
    const { model, effects } = pressed(afterKeys(large(), 'tab tab'), type);

    expect(model.topics.isAsked).toBe(true);
    expect(effects).toContainEqual(expect.objectContaining({ type: 'alignTopics', ids: model.browse.marked }));
    const shown = { ...model, compare: { ...model.compare, all: model.browse.marked, ids: model.browse.marked } };
    expect(comparisonGrid(shown).lines.map(({ cells }) => lineText(cells[0] ?? { spans: [] }))).toContain(
      'Lining up the topics …',
    );
    expect(composeTopics(model).topics).toEqual([]);
  });

  test('are there once they are lined up, and not asked for again', () => {
    const after = aligned(pressed(afterKeys(large(), 'tab tab'), 'compareOpened'));

    expect(after.effects).toEqual([]);
    expect(comparisonGrid(after.model).topics.map(({ title }) => title)).toEqual(['Frontmatter', 'Forge']);
    expect(update(after.model, { type: 'topicChanged', direction: 1 }).effects).toEqual([]);
  });

  test('composing from what is compared does not line it up again', () => {
    const compared = aligned(pressed(afterKeys(large(), 'tab tab'), 'compareOpened')).model;

    const composed = pressed(compared, 'composeOpened');

    expect(composed.model.topics.isAsked).toBe(false);
    expect(composeTopics(composed.model).topics).toBe(shownTopics(compared, compared.compare.all).topics);
  });

  test('other ones of the same library are lined up at once, since its terms are counted', () => {
    const compared = aligned(pressed(afterKeys(large(), 'tab tab'), 'compareOpened')).model;
    const { model, effects } = pressed(afterKeys(compared, 'escape tab'), 'compareOpened');
    expect(effects).toEqual([]);
    expect(comparisonGrid(model)).toMatchObject({ lack: null, definitions: { length: 3 } });
  });

  test('what was lined up before the library changed is lined up again', () => {
    const compared = aligned(pressed(afterKeys(large(), 'tab tab'), 'compareOpened')).model;
    const definitions = [...compared.library.definitions];
    const { model, effects } = update(compared, { type: 'libraryRead', definitions, problems: [], complete: true });
    expect(effects).toMatchObject([{ type: 'alignTopics', statistics: null }]);
    expect(comparisonGrid(model).lack).toBe(ALIGNING);
  });

  test('keys in between do no harm', () => {
    const { model } = pressed(afterKeys(large(), 'tab tab'), 'compareOpened');
    expect(afterKeys(model, 'n p down G space ] m right v').topics.isAsked).toBe(true);
    expect(afterKeys(model, 'n p escape').trail).toEqual(['browse']);
  });

  test('of a few small definitions are lined up at once', () => {
    const { model, effects } = pressed(afterKeys(aModel(), 'tab tab'), 'compareOpened');
    expect(model.topics.isAsked).toBe(false);
    expect(effects).toEqual([]);
  });
});
