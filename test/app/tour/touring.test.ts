import { describe, expect, test } from 'vitest';
import { firstModel } from '../../../src/app/model/first-model.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { TOUR_STEPS, tourLines } from '../../../src/app/tour/tour-steps.ts';
import { firstOfTour, stepsDone, touring } from '../../../src/app/tour/touring.ts';
import { update } from '../../../src/app/update.ts';
import { spansText } from '../../../src/text/styled-text.ts';
import { definitionsFrom, PROJECT, SURROUNDINGS } from '../../support/a-model.ts';
import { bundledLibrary } from '../../support/bundled-library.ts';

const definitions = definitionsFrom(
  Object.fromEntries(bundledLibrary().map(({ file, text }) => [file.slice(0, -3), text])),
);
const change = touring(update);
const read = { type: 'libraryRead', definitions, problems: [], complete: true } as const;
const LAST = TOUR_STEPS.length - 1;

function opened(reached: number, size = { columns: 80, rows: 24 }): Model {
  const first = firstOfTour(firstModel(SURROUNDINGS, size, [PROJECT]), { reached, keep: null });
  return change(first, read).model;
}

const linesOf = ({ tour }: Model): readonly string[] => tour?.lines.map(({ spans }) => spansText(spans)) ?? [];

describe('the steps of the tour', () => {
  test('what does one is what it waits for, and nothing less', () => {
    let model = opened(0);
    for (const [at, { acts }] of TOUR_STEPS.slice(0, LAST - 1).entries()) {
      for (const action of acts) {
        expect(model.tour?.step, `step ${at + 1} waits for ${action.type}`).toBe(at);
        model = change(model, action).model;
      }
      expect(model.tour?.step, `step ${at + 1} is done`).toBe(at + 1);
    }
  });

  test('a tour is taken up at each of them as it would have been come to', () => {
    for (let reached = 0; reached < LAST; reached += 1) {
      const model = opened(reached);
      expect(model.tour, `step ${reached + 1}`).toMatchObject({ step: reached, ahead: 0 });
      expect(stepsDone(model)).toBe(reached);
      expect(linesOf(model)[0]).toContain(`Tour ${reached + 1} of ${LAST + 1}`);
    }
    expect(opened(LAST).tour?.step).toBe(0);
    expect(opened(1_000).tour?.step).toBe(0);
  });

  test('a tour that is left before the library is read loses nothing', () => {
    const first = firstOfTour(firstModel(SURROUNDINGS, { columns: 80, rows: 24 }, [PROJECT]), {
      reached: 5,
      keep: null,
    });
    expect(stepsDone(first)).toBe(5);
  });

  test('each is named by the user’s own keys', () => {
    const keys = { 'compare.next': ['w'], 'compose.save': ['ctrl+o'] };
    const text = tourLines(firstModel({ ...SURROUNDINGS, keys }, { columns: 80, rows: 24 }, [])).join('\n');
    expect(text).toContain('w goes on to the next topic');
    expect(text).toContain('Ctrl-O saves');
  });
});

describe('the lines of the tour', () => {
  test.each([
    [80, 24, 2],
    [40, 20, 2],
    [40, 10, 1],
    [30, 6, 0],
  ])('at %i×%i take %3$i rows from the screen, also when it was another size before', (columns, rows, own) => {
    for (const model of [
      opened(0, { columns, rows }),
      change(opened(0, { columns: 200, rows: 60 }), { type: 'resized', size: { columns, rows } }).model,
    ]) {
      expect(model.size).toEqual({ columns, rows: rows - own });
      expect(linesOf(model)).toHaveLength(own);
      expect(linesOf(model).every((line) => line.length < columns)).toBe(true);
    }
  });
});

describe('leaving', () => {
  const types = ({ effects }: ReturnType<typeof change>): readonly string[] => effects.map(({ type }) => type);

  test('the way back leads out once nothing is searched for or marked', () => {
    const model = change(opened(2), { type: 'listFocused' }).model;
    const unmarked = change(model, { type: 'marksCleared' });
    const cleared = change(unmarked.model, { type: 'marksCleared' });
    expect([...types(unmarked), ...types(cleared)]).not.toContain('quit');
    expect(types(change(cleared.model, { type: 'marksCleared' }))).toContain('quit');
  });

  test('the folder of the tour is not remembered', () => {
    const changed = touring((model) => ({
      model,
      effects: [{ type: 'rememberSaveFolder', folder: 'x' }, { type: 'quit' }],
    }));
    expect(types(changed(opened(0), { type: 'dialogClosed' }))).toEqual(['quit']);
  });
});
