import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { footerLine } from '../../../src/app/keys/footer.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { lineText, lineWidth } from '../../../src/text/styled-text.ts';
import { aModel } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const footer = (model: Model, width: number) => lineText(footerLine(model, width));

const MODELS: readonly (readonly [string, Model])[] = [
  ['the search line', aModel({ browse: { focus: 'search' } })],
  ['the list', aModel()],
  ['the reader', afterKeys(aModel(), 'enter')],
  ['comparing', afterKeys(aModel(), 'tab tab d')],
  ['composing', afterKeys(aModel(), 'tab tab c')],
  ['the save form', afterKeys(aModel(), 'c space w')],
  ['the palette', afterKeys(aModel(), ':')],
  ['renaming', afterKeys(aModel(), 'c space r')],
];

describe('the footer', () => {
  test('tells what the keys of the list do, as many as fit', () => {
    expect(footer(aModel(), 100)).toBe(' ↑↓ move  space mark  enter read  d compare  c compose  / search  ? help');
    expect(footer(aModel(), 42)).toBe(' ↑↓ move  space mark  enter read  ? help');
  });

  test('names the key for help that is not typed', () => {
    expect(footer(aModel({ browse: { focus: 'search' } }), 100)).toContain('f1 help');
  });

  test.each(MODELS)('law: for %s it is never wider than the screen and always names help', (_, model) => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), (width) => {
        const line = footerLine(model, width);
        expect(lineWidth(line)).toBeLessThanOrEqual(width);
        expect(lineText(line)).toMatch(/(?:\?|f1) help$/);
      }),
    );
  });
});
