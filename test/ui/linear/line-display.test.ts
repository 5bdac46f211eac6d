import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Action } from '../../../src/app/model/actions.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { createStore, type Store } from '../../../src/app/store.ts';
import { lineDisplay } from '../../../src/ui/linear/line-display.ts';
import { aLinearModel } from '../../support/told-lines.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The display on a store, with what it wrote since it was looked at last. */
function shown(model: Model = aLinearModel({ browse: { focus: 'search' } })) {
  let text = '';
  let isFull = false;
  let drained = (): void => {};
  const display = lineDisplay({
    write: (more) => {
      text += more;
      return !isFull;
    },
    once: (_event, listener) => {
      drained = listener;
    },
  });
  const store: Store = createStore(model, () => {});
  display.take();
  display.mount(store, () => {});
  const written = (): string => {
    const all = text;
    text = '';
    return all;
  };
  written();
  return {
    display,
    written,
    dispatch: store.dispatch,
    type: (words: string) => {
      for (const character of words) store.dispatch({ type: 'fieldTyped', text: character });
    },
    fill: () => {
      isFull = true;
    },
    drain: () => {
      isFull = false;
      drained();
    },
  };
}

const DOWN: Action = { type: 'moved', unit: 'line', direction: 1 };

describe('typing', () => {
  test('is told once it pauses', () => {
    const { type, written } = shown();
    type('da');
    vi.advanceTimersByTime(400);
    type('ta');
    vi.advanceTimersByTime(400);
    expect(written()).toBe('');
    vi.advanceTimersByTime(200);
    expect(written()).toMatch(/^1 of 3 for "data"\..*\n$/);
  });

  test('is told with the next key that does something else', () => {
    const { type, written, dispatch } = shown();
    type('data');
    dispatch({ type: 'listFocused' });
    expect(written()).toMatch(/^1 of 3 for "data"\..* List\. 1: data-keeper/);
    vi.advanceTimersByTime(1000);
    expect(written()).toBe('');
  });

  test('is not told before it pauses because of what happens beside the keys', () => {
    const { type, written, dispatch } = shown();
    type('d');
    dispatch({ type: 'rowsJudged', definitions: [] });
    expect(written()).toBe('');
  });
});

test('what happened while the terminal could not keep up is told as one', () => {
  const { dispatch, written, fill, drain } = shown();
  fill();
  dispatch(DOWN);
  expect(written()).toMatch(/^2: /);
  dispatch(DOWN);
  dispatch({ type: 'moved', unit: 'line', direction: -1 });
  dispatch(DOWN);
  expect(written()).toBe('');
  drain();
  expect(written()).toMatch(/^3, last: .*\n$/);
});

test('the last lines again, and where one is', () => {
  const { display, dispatch, written } = shown();
  dispatch(DOWN);
  const line = written();
  display.tell('again');
  expect(written()).toBe(line);
  display.tell('place');
  expect(written()).toMatch(
    /^Agents\.\n3 agents from 1 source\. .*2: data-keeper.*\nNothing marked\.\nNothing taken\.\n$/,
  );
});

test('nothing is written while the terminal is in other hands; after that, where one is', () => {
  const { display, dispatch, written, type } = shown();
  type('data');
  display.release();
  dispatch(DOWN);
  vi.advanceTimersByTime(1000);
  display.tell('again');
  expect(written()).toBe('');
  display.take();
  expect(written()).toMatch(/^1 of 3 for "data"[\s\S]*Agents\.\n/);
});

test('a search that goes on is told when it is done', () => {
  const model = aLinearModel({ browse: { focus: 'search', work: { kind: 'body', share: 0.5, job: 1 } } });
  const { dispatch, written } = shown(model);
  const work = { kind: 'body', share: 0.7 } as const;
  dispatch({ type: 'searchWorked', job: 1, work, search: model.library.search });
  expect(written()).toBe('');
});
