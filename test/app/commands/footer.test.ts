import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { footerLine } from '../../../src/app/commands/footer.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { lineText, lineWidth } from '../../../src/text/styled-text.ts';
import { aModel } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const footer = (model: Model, width: number) => lineText(footerLine(model, width));

test('a suggestion names the key that takes it and the word it becomes, as long as it shows', () => {
  const typing = afterKeys(aModel(), '/ "mod"');
  expect(footer(typing, 100)).toMatch(/^ → model: {2}/);
  expect(footer(afterKeys(typing, 'left'), 100)).not.toContain('→');
  expect(footer(afterKeys(typing, 'right'), 100)).not.toContain('→ model: ');
});

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
    const left = ' c compose  space mark  enter read  / search  r rivals  ↑↓ move  : commands';
    expect(footer(aModel(), 100)).toBe(`${left}${' '.repeat(13)}+28  ? help`);
    expect(footer(aModel(), 42)).toMatch(/^ c compose {2}space mark +\+\d+ {2}\? help$/);
  });

  test('offers what would do something now, with how many it would be done to', () => {
    expect(footer(afterKeys(aModel(), 'tab tab'), 100)).toContain(' d compare 2  c compose 2 ');
    expect(footer(aModel(), 100)).not.toContain('compare');
    const nothing = footer(afterKeys(aModel({ browse: { focus: 'search' } }), '"zzzzzzzz" enter'), 200);
    for (const dead of ['move', 'mark', 'read', 'compose']) expect(nothing).not.toContain(dead);
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
