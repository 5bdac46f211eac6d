import { describe, expect, test } from 'vitest';
import { comparisonGrid } from '../../../src/app/compare/comparison-grid.ts';
import { alignedTopics } from '../../../src/app/compare/topics.ts';
import { composeTopics } from '../../../src/app/compose/compose-topics.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
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

const pressed = (model: Model, type: 'compareOpened' | 'composeOpened') => update(model, { type });

describe('topics that take long to line up', () => {
  test.each(['compareOpened', 'composeOpened'] as const)('%s shows the screen first and asks for them', (type) => {
    const { model, effects } = pressed(afterKeys(large(), 'tab tab'), type);

    expect(model.aligning).toBe(true);
    expect(effects).toContainEqual(expect.objectContaining({ type: 'alignTopics', ids: model.browse.marked }));
    const shown = { ...model, compare: { ...model.compare, ids: model.browse.marked } };
    expect(comparisonGrid(shown).lines.map(({ cells }) => lineText(cells[0] ?? { spans: [] }))).toContain(
      'Lining up the topics …',
    );
    expect(composeTopics(model).topics).toEqual([]);
  });

  test('are there once they are lined up, and not asked for again', () => {
    const { model, effects } = pressed(afterKeys(large(), 'tab tab'), 'compareOpened');
    for (const effect of effects) if (effect.type === 'alignTopics') alignedTopics(effect.all, effect.ids);

    const after = update(model, { type: 'topicsAligned' });

    expect(after.effects).toEqual([]);
    expect(comparisonGrid(after.model).topics.map(({ title }) => title)).toEqual(['Forge']);
    expect(update(after.model, { type: 'topicChanged', direction: 1 }).effects).toEqual([]);
  });

  test('composing from what is compared does not line it up again', () => {
    const { model, effects } = pressed(afterKeys(large(), 'tab tab'), 'compareOpened');
    for (const effect of effects) if (effect.type === 'alignTopics') alignedTopics(effect.all, effect.ids);
    const compared = update(model, { type: 'topicsAligned' }).model;

    const composed = pressed(compared, 'composeOpened');

    expect(composed.model.aligning).toBe(false);
    expect(composeTopics(composed.model).topics).toBe(comparisonGrid(compared).topics);
  });

  test('keys in between do no harm', () => {
    const { model } = pressed(afterKeys(large(), 'tab tab'), 'compareOpened');
    expect(afterKeys(model, 'n p down G space ] m right v').aligning).toBe(true);
    expect(afterKeys(model, 'n p escape').trail).toEqual(['browse']);
  });

  test('of a few small definitions are lined up at once', () => {
    const { model, effects } = pressed(afterKeys(aModel(), 'tab tab'), 'compareOpened');
    expect(model.aligning).toBe(false);
    expect(effects).toEqual([]);
  });
});
