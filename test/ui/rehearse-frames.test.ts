import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { routeText } from '../../src/app/commands/route-key.ts';
import { typedLetters } from '../../src/app/commands/typed-letters.ts';
import type { Model } from '../../src/app/model/model.ts';
import { createStore } from '../../src/app/store.ts';
import { update } from '../../src/app/update.ts';
import { screenDisplay } from '../../src/ui/screen-display.ts';
import { aModel } from '../support/a-model.ts';

const SEARCHING: Model = aModel({ browse: { focus: 'search' } });

const letters = (model: Model) => typedLetters(model, (typed, action) => update(typed, action).model);

/** A screen of the app with what it wrote. */
function shown(model: Model) {
  const written: string[] = [];
  const terminal = Object.assign(new EventEmitter(), {
    columns: model.size.columns,
    rows: model.size.rows,
    write: (text: string) => written.push(text) > 0,
  });
  const screen = screenDisplay(terminal as unknown as NodeJS.WriteStream, {
    mouse: false,
    colors: { any: true, all: true },
    early: null,
  });
  const store = createStore(model, () => {});
  screen.take();
  screen.mount(store, (error) => {
    throw error;
  });
  return { screen, store, written };
}

describe('frames that nobody sees', () => {
  test('are drawn a letter a step, and leave nothing on the terminal and in what is drawn after them', async () => {
    const [rehearsed, other] = [shown(SEARCHING), shown(SEARCHING)];
    const before = [...rehearsed.written];

    // Six letters of each of three names, after what is shown.
    expect([...rehearsed.screen.rehearse(letters(rehearsed.store.model()))]).toHaveLength(19);

    expect(rehearsed.written).toEqual(before);
    for (const { store } of [rehearsed, other]) {
      for (const letter of 'night') {
        const action = routeText(store.model(), letter);
        if (action) store.dispatch(action);
        await nextTurn();
      }
    }
    expect(rehearsed.store.model()).toEqual(other.store.model());
    expect(rehearsed.written.join('')).toContain('night');
    expect(rehearsed.written).toEqual(other.written);
    for (const { screen } of [rehearsed, other]) screen.unmount();
  });

  test('are none where no letter is typed', () => {
    const { screen, store } = shown(aModel());
    expect([...screen.rehearse(letters(store.model()))]).toEqual([]);
    screen.unmount();
  });
});
