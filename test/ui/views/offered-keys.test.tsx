import fc from 'fast-check';
import { renderToString } from 'ink';
import { expect, test } from 'vitest';
import { offeredBindings } from '../../../src/app/commands/footer.ts';
import { routeKey } from '../../../src/app/commands/route-key.ts';
import { bindingsOf, getsThrough } from '../../../src/app/keys/keymap.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { createPaint } from '../../../src/ui/paint.ts';
import { AppScreen } from '../../../src/ui/views/app-screen.tsx';
import { aModel, libraryFrom, THREE_AGENTS } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const PAINT = createPaint(false);

const screen = (model: Model): string =>
  renderToString(<AppScreen model={model} paint={PAINT} dimmed={PAINT} />, { columns: model.size.columns });

/** Whether a key does something that somebody notices: another screen, or something outside of the screen. */
function isNoticed(model: Model, key: string): boolean {
  const action = routeKey(model, key);
  if (action === null || action.type === 'keyRefused') return false;
  const { model: next, effects } = update(model, action);
  return effects.length > 0 || screen(next) !== screen(model);
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
    fc.property(somewhere, (given) => {
      // News of the last key would change with any next one.
      const model = { ...given, notice: null };
      for (const ids of offeredBindings(model, model.size.columns)) {
        // At the end of something one of a pair has nowhere to go.
        const keys = bindingsOf(model)
          .filter(({ id }) => ids.includes(id))
          .flatMap(({ keys: own, context }) => own.find((one) => getsThrough(model, context, one)) ?? []);
        // In a comparison that is on the screen whole there is nowhere to go from its only topic.
        if (ids.includes('compare.down')) continue;
        expect({ ids, noticed: keys.some((key) => isNoticed(model, key)) }).toEqual({ ids, noticed: true });
      }
    }),
    // The states are many, and drawing them takes long: the same ones each time.
    { numRuns: 40, seed: 7 },
  );
}, 60_000);
