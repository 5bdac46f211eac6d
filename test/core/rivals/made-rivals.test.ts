import { describe, expect, test } from 'vitest';
import { madeRivals, madeRivalWords } from '../../../src/core/rivals/made-rivals.ts';
import { aDefinition } from '../../support/a-definition.ts';

const agent = (name: string, description: string, parts: Partial<Parameters<typeof aDefinition>[0]> = {}) =>
  aDefinition({ name, description, ...parts });
const PRO = agent('bell-pro', 'Casts bells and tunes them to a chord.');
const EXPERT = agent('bell-expert', 'Casts bells and tunes them for a tower.');
const BAKER = agent('bread-baker', 'Kneads dough and watches the oven.');
const MADE = { name: 'bell-master', description: 'Casts bells and tunes them to a chord.' };
const names = (made: typeof MADE, from: Parameters<typeof madeRivals>[1]) =>
  madeRivals(made, from).map(({ name }) => name);

describe('what something was made from competes with it', () => {
  test('where it is for the same request and loaded', () => {
    expect(names(MADE, [PRO, BAKER, EXPERT])).toEqual(['bell-pro', 'bell-expert']);
    expect(madeRivalWords([PRO])).toBe('competes with bell-pro');
    expect(madeRivalWords([PRO, EXPERT])).toBe('competes with bell-pro and bell-expert');
    expect(madeRivalWords([PRO, EXPERT, BAKER])).toBe('competes with bell-pro and 2 more');
  });

  test('not where its place is taken, it is in no folder of a harness, or it is for something else', () => {
    expect(names({ ...MADE, name: 'bell-pro' }, [PRO])).toEqual([]);
    expect(names(MADE, [agent('bell-pro', PRO.description, { scope: 'added' })])).toEqual([]);
    expect(names(MADE, [BAKER])).toEqual([]);
  });
});
