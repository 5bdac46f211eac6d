import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redone, undone, withStep } from '../../../src/app/compose/draft-history.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { EMPTY_DRAFT } from '../../../src/core/draft/draft.ts';
import { aModel } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const START = { past: [], present: EMPTY_DRAFT, future: [] };

/** Composing from all three agents, nothing picked yet. */
const COMPOSING = afterKeys(aModel(), 'tab tab tab c');

/**
 * Every key that may change the draft, and those that lead to where it may. Where `r` and `i` are refused, `z` is a key
 * that does nothing.
 */
const someKeys = fc.array(
  fc.constantFrom(
    ...['up', 'down', 'left', 'right', 'tab', 'space', 'm', 'M', 'J', 'K', '>', '<', 'E'],
    ...['r "z" enter', 'i "z" enter', 'f "y" escape', 'f tab ctrl+t escape escape', 'X v down space escape'],
  ),
  { maxLength: 25 },
);

/** The drafts gone through, each once. */
function draftsAlong(model: Model, keys: readonly string[]) {
  let last = model;
  const drafts = [last.draft.present];
  for (const key of keys) {
    last = afterKeys(last, key);
    if (last.draft.present !== drafts.at(-1)) drafts.push(last.draft.present);
  }
  return { drafts, last };
}

describe('laws of undoing', () => {
  test('undoing goes back through every draft there was, to the first', () => {
    fc.assert(
      fc.property(someKeys, (keys) => {
        const { drafts, last } = draftsAlong(COMPOSING, keys);
        const back = draftsAlong(last, Array(drafts.length - 1).fill('u'));
        expect(back.drafts).toEqual(drafts.toReversed());
        expect(back.last.draft.past).toEqual([]);
      }),
    );
  });

  test('redoing goes forward again through all that was undone', () => {
    fc.assert(
      fc.property(someKeys, (keys) => {
        const { drafts, last } = draftsAlong(COMPOSING, keys);
        const first = afterKeys(last, 'u '.repeat(drafts.length - 1));
        expect(draftsAlong(first, Array(drafts.length - 1).fill('ctrl+r')).drafts).toEqual(drafts);
      }),
    );
  });
});

describe('a history', () => {
  const draft = { ...EMPTY_DRAFT };

  test('does not count a step that changes nothing', () => {
    expect(withStep(START, EMPTY_DRAFT, 'do nothing')).toBe(START);
  });

  test('stays where it is at both ends', () => {
    expect(undone(START)).toEqual(START);
    expect(redone(START)).toEqual(START);
  });

  test('forgets what was undone once something else is done', () => {
    const other = { ...EMPTY_DRAFT };
    const history = withStep(undone(withStep(START, draft, 'take A')), other, 'take B');
    expect(history.present).toBe(other);
    expect(history.future).toEqual([]);
  });
});
