import { describe, expect, test } from 'vitest';
import { currentStop } from '../../../src/app/compose/compose-topics.ts';
import { composedResult } from '../../../src/app/compose/composed-result.ts';
import { listedEntries } from '../../../src/app/compose/ledger-list.ts';
import { stoppedPassage } from '../../../src/app/compose/result-stops.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { parseDraft, serialiseDraft } from '../../../src/core/draft/draft-file.ts';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const LIBRARY = libraryFrom({
  a: '---\nname: a\n---\n## Rules\n\n- Keep the fire under 900 degrees\n- Sweep\n\n## Process\n\n1. Read it\n2. Cut the bar\n',
  b: '---\nname: b\n---\n## Rules\n\n- Keep the fire under 1100 degrees\n- Lock the door\n\n## Process\n\n1. Ask who wants it\n2. Sketch it\n3. Carve it\n',
});

/** All topics of both merged, the cursor in the result. */
const UNITED = afterKeys(aModel({ library: LIBRARY }), 'tab tab c g M tab tab g');

const text = ({ draft }: Model) => composedResult(draft.present.picks).text;
const stop = (model: Model) => stoppedPassage(model.draft.present.picks, currentStop(model))?.text ?? null;

const RULES = (...items: readonly string[]) => `## Rules\n\n${items.map((item) => `- ${item}\n`).join('')}`;
const [COOL, HOT] = ['Keep the fire under 900 degrees', 'Keep the fire under 1100 degrees'];

describe('in the result o', () => {
  test('turns to what is in conflict, then to both, then back, and is undone', () => {
    const on = afterKeys(UNITED, 'down');
    expect(text(on)).toContain(RULES(COOL, 'Lock the door', 'Sweep'));
    const other = afterKeys(on, 'o');
    expect(text(other)).toContain(RULES(HOT, 'Lock the door', 'Sweep'));
    expect(stop(other)).toBe(`- ${HOT}`);
    expect(other.notice?.text).toBe('Instead: Keep the fire under 1100 de… · u takes it back');
    expect(text(afterKeys(other, 'o'))).toContain(RULES(COOL, HOT, 'Lock the door', 'Sweep'));
    expect(text(afterKeys(other, 'o o'))).toBe(text(on));
    expect(text(afterKeys(other, 'u'))).toBe(text(on));
  });

  test('turns to the block that was left out, whole', () => {
    const turned = afterKeys(UNITED, 'G o');
    expect(text(turned)).toContain('## Process\n\n1. Ask who wants it\n2. Sketch it\n3. Carve it\n');
    expect(text(turned)).not.toContain('Cut the bar');
    expect(text(afterKeys(turned, 'o'))).toBe(text(UNITED));
  });

  test('says that nothing was left out for anything else', () => {
    const turned = afterKeys(UNITED, 'down down o');
    expect(text(turned)).toBe(text(UNITED));
    expect(turned.notice?.text).toBe('Nothing was left out for this');
  });

  test('is kept in the draft', () => {
    for (const model of [UNITED, afterKeys(UNITED, 'down o'), afterKeys(UNITED, 'G o')]) {
      expect(parseDraft(serialiseDraft(model.draft.present))).toEqual(model.draft.present);
    }
  });
});

test('in the list of what is left out o lets what the cursor is on stand instead', () => {
  const ledger = afterKeys(UNITED, 'X');
  const at = listedEntries(ledger).findIndex(({ state }) => state === 'conflict');
  const turned = afterKeys(ledger, `${'down '.repeat(at)}o`);
  expect(text(turned)).toContain(RULES(HOT, 'Lock the door', 'Sweep'));
  expect(listedEntries(turned).map(({ state, passage }) => `${state} ${passage.text}`)).toContain(`conflict - ${COOL}`);
  expect(text(afterKeys(turned, 'u'))).toBe(text(UNITED));
});

describe('n goes to what there is to decide about', () => {
  const REPEATED = libraryFrom({
    a: '---\nname: a\n---\n## Output\n\n- Wipe hammers, tongs, chisels and the anvil with linseed\n- Temper to straw yellow\n- Count\n',
    b: '---\nname: b\n---\n## Boundaries\n\n- Store hammers, tongs, chisels and the anvil in the cellar\n- Hum a tune\n- Feed cats\n',
  });

  test('a conflict, and tells what it is', () => {
    const there = afterKeys(UNITED, 'n');
    expect(stop(there)).toBe(`- ${COOL}`);
    expect(there.notice?.text).toBe(
      '1 of 1: In conflict with Keep the fire under 1100 de…, left out · Space leaves it out, o turns to the other',
    );
  });

  test('both of two that say nearly the same, round about, and Space takes one of them out', () => {
    const merged = afterKeys(aModel({ library: REPEATED }), 'tab tab c g M');
    const [one, two, again] = ['n', 'n n', 'n n n'].map((keys) => afterKeys(merged, keys));
    expect([one, two, again].map((model) => model && stop(model))).toEqual([
      '- Wipe hammers, tongs, chisels and the anvil with linseed',
      '- Store hammers, tongs, chisels and the anvil in the cellar',
      '- Wipe hammers, tongs, chisels and the anvil with linseed',
    ]);
    expect(two?.notice?.text).toMatch(/^2 of 2: Nearly as Wipe hammers/);
    const out = afterKeys(merged, 'n n space');
    expect(text(out)).not.toContain('Store hammers');
    expect(afterKeys(out, 'n').notice?.text).toBe('Nothing to decide');
  });
});
