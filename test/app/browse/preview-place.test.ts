import { describe, expect, test } from 'vitest';
import { browseLayout } from '../../../src/app/model/layout.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { aModel } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const of = (columns: number): Model => ({ ...aModel(), size: { columns, rows: 30 } });
const place = (model: Model): string => {
  const { direction, second } = browseLayout(model);
  return second.rows === 0 ? 'off' : direction === 'row' ? 'beside' : 'below';
};

describe('the place of the preview', () => {
  test.each([
    [160, ['beside', 'below', 'off', 'beside']],
    [120, ['below', 'off', 'beside', 'below']],
    [80, ['below', 'off', 'below', 'off']],
  ])('at %i columns P goes from one to the next, as far as there is room', (columns, places) => {
    const keys = ['', 'P', 'P P', 'P P P'];
    expect(keys.map((typed) => place(afterKeys(of(columns), typed)))).toEqual(places);
  });

  test('is said, undone and remembered', () => {
    const off = afterKeys(of(120), 'P');
    expect(off.notice?.text).toBe('Preview: off · u undoes it');
    expect(place(afterKeys(off, 'u'))).toBe('below');
    const { effects } = update(of(120), { type: 'previewPlaced' });
    expect(effects).toContainEqual({ type: 'rememberLook', look: { preview: 'off' } });
  });

  test('what is set to stand beside goes below where that has no room', () => {
    const beside = afterKeys(of(120), 'P P');
    expect([place(beside), place({ ...beside, size: { columns: 80, rows: 30 } })]).toEqual(['beside', 'below']);
  });
});
