import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { renderToString } from 'ink';
import { describe, expect, test } from 'vitest';
import { offeredBindings } from '../../../src/app/commands/footer.ts';
import { routeKey } from '../../../src/app/commands/route-key.ts';
import { bindingsOf, getsThrough } from '../../../src/app/keys/keymap.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { remembered } from '../../../src/kit/memo.ts';
import { createPaint } from '../../../src/ui/paint.ts';
import { AppScreen, screenPanes } from '../../../src/ui/views/app-screen.tsx';
import { aModel, libraryFrom, THREE_AGENTS } from '../../support/a-model.ts';
import { fakePorts } from '../../support/fake-ports.ts';
import { afterKeys, startJourney } from '../../support/journey.ts';
import { WALKS } from '../../support/screen-walk.ts';
import { walkedLibrary } from '../../support/walked-library.ts';

const PAINT = createPaint(false);

/** What a model looks like, drawn once: many keys are compared with one and the same screen. */
const screen = remembered((model: Model): string =>
  renderToString(<AppScreen model={model} paint={PAINT} dimmed={PAINT} />, { columns: model.size.columns }),
);

/** What the panes say: where it is not the same, neither is the screen, and it is had in a hundredth of the time. */
const panesOf = (model: Model): string =>
  JSON.stringify(
    screenPanes({ model, paint: PAINT }).panes.map(({ title, position, focused, lines, rows }) => [
      title,
      position,
      focused,
      lines.slice(0, rows),
    ]),
  );

/** Whether a key does something that somebody notices: another screen, or something outside of the screen. */
function isNoticed(model: Model, key: string): boolean {
  const action = routeKey(model, key);
  if (action === null || action.type === 'keyRefused') return false;
  const { model: next, effects } = update(model, action);
  if (effects.length > 0 || next.notice !== null) return true;
  return panesOf(next) !== panesOf(model) || screen(next) !== screen(model);
}

/** What the footer offers and nobody would notice; of a pair one may have nowhere to go. */
function deadOffers(given: Model): readonly string[] {
  // News of the last key would change with any next one.
  const model = { ...given, notice: null };
  return offeredBindings(model, model.size.columns).flatMap((ids) => {
    const keys = bindingsOf(model)
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ keys: own, context }) => own.find((one) => getsThrough(model, context, one)) ?? []);
    return keys.length === 0 || keys.some((key) => isNoticed(model, key)) ? [] : ids.join(' ');
  });
}

const WAYS = ['', '/', '/ "zzzz"', 'tab', 'tab tab', 'enter', 'tab tab d', 'tab tab d m', 'tab tab c', 'c space w'];
const DIALOGS = ['c space r', '?', ':', 'D', ': "show the sources" enter', 'tab tab c M x', 'C'];

test('law: every key that the footer offers does something that is noticed', () => {
  const keys = fc.array(fc.constantFrom('down', 'up', 'n', 'space', 'tab', 'right', 'm', 'G', 'v', 'u'), {
    maxLength: 3,
  });
  const size = fc.record({ columns: fc.integer({ min: 60, max: 180 }), rows: fc.integer({ min: 14, max: 50 }) });
  const library = fc.constantFrom(libraryFrom(THREE_AGENTS), libraryFrom({}));
  const somewhere = fc
    .record({ size, library, way: fc.constantFrom(...WAYS, ...DIALOGS), keys })
    .map(({ way, keys: more, ...parts }) => afterKeys(aModel(parts), [way, ...more].join(' ')));
  fc.assert(
    fc.property(somewhere, (model) => {
      expect(deadOffers(model)).toEqual([]);
    }),
    // The states are many, and drawing them takes long: the same ones each time.
    { numRuns: 40, seed: 7 },
  );
}, 60_000);

describe.each([
  { columns: 80, rows: 24 },
  { columns: 120, rows: 36 },
])('law: at $columns×$rows every key that the footer offers does something that is noticed', (size) => {
  const texts = Object.entries(walkedLibrary()).map(([path, text]) => [path.replace(/\.md$/, ''), text] as const);
  const library = libraryFrom(Object.fromEntries(texts));

  test.each(Object.entries(WALKS))(
    'on the way through %s',
    async (_, walk) => {
      const { press, until, model } = startJourney(aModel({ library, size, browse: { focus: 'search' } }), fakePorts());
      for (const { name, keys, sees } of walk) {
        await press(keys.map(journeyKey).join(' '));
        const missing = (now: Model) => sees.filter((wanted) => !isOn(stripVTControlCharacters(screen(now)), wanted));
        await until((now) => missing(now).length === 0).catch(() => {});
        expect([name, missing(model()).map(String)]).toEqual([name, []]);
        expect([name, deadOffers(model())]).toEqual([name, []]);
      }
    },
    60_000,
  );
});

const isOn = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);

/** A key as a journey has it: `Ctrl-S` is `ctrl+s` there. */
function journeyKey(key: string): string {
  if (key.startsWith('"') || [...key].length === 1) return key;
  return key
    .toLowerCase()
    .replaceAll('-', '+')
    .replace('esc', 'escape')
    .replace('pgdn', 'pagedown')
    .replace('pgup', 'pageup');
}
