import { describe, expect, test } from 'vitest';
import { shownLook } from '../../../src/app/commands/shown-look.ts';
import { update } from '../../../src/app/update.ts';
import { aModel, libraryFrom, THREE_AGENTS } from '../../support/a-model.ts';
import { fakePorts } from '../../support/fake-ports.ts';
import { afterKeys, journey } from '../../support/journey.ts';

const model = () => aModel({ library: libraryFrom(THREE_AGENTS) });
const themeOf = (given: ReturnType<typeof model>): string => shownLook(given).look.theme;

describe('a theme in the palette', () => {
  test('is on the screen while the cursor is on it, and gone with the palette', () => {
    const looking = afterKeys(model(), ': "theme light"');
    expect([themeOf(looking), shownLook(looking).isTried, looking.look.theme]).toEqual(['light', true, 'auto']);
    const left = afterKeys(looking, 'escape');
    expect([themeOf(left), left.undo]).toEqual(['auto', []]);
  });

  test('goes from one to the next with the cursor', () => {
    const first = afterKeys(model(), ': "theme"');
    const seen = [first, afterKeys(first, 'down'), afterKeys(first, 'down down')].map(themeOf);
    expect(new Set(seen).size).toBe(3);
  });

  test('is kept by Enter, said, and undone', async () => {
    const ports = fakePorts();
    const chosen = await journey(model(), ': "theme light" enter', ports);
    expect([chosen.look.theme, chosen.notice?.text]).toEqual(['light', 'Theme: light · u undoes it']);
    expect(ports.calls).toContain('set theme "light"');
    const undone = await journey(chosen, 'u', ports);
    expect([undone.look.theme, undone.notice?.text]).toEqual(['auto', 'Undone: Theme: light']);
    expect(ports.calls).toContain('set theme "auto"');
  });

  test.each([
    ['the comparison', 'tab tab d'],
    ['composing', 'tab tab c m'],
  ])('is undone in %s before what was done earlier', (_where, way) => {
    const before = afterKeys(model(), way);
    const undone = afterKeys(before, ': "signs ascii" enter u');
    expect([undone.look.signs, undone.draft.past.length]).toEqual(['unicode', before.draft.past.length]);
  });

  test('what is done after it is undone first', () => {
    const next = afterKeys(model(), 'tab tab c : "theme dark" enter m u');
    expect([next.look.theme, next.draft.past.length]).toEqual(['dark', 0]);
    expect(afterKeys(next, 'u').look.theme).toBe('auto');
  });
});

test('the background told by the terminal leaves the news where it is', () => {
  const said = { ...model(), notice: { text: 'news', tone: 'plain' as const } };
  const { model: next, effects } = update(said, { type: 'backgroundTold', background: 'light' });
  expect([next.look.background, next.notice?.text, effects]).toEqual(['light', 'news', []]);
});
