import { describe, expect, test } from 'vitest';
import { goToTopic, markFirst, openWorkbench } from '../support/workbench.ts';

describe('NO_COLOR', () => {
  test.each([
    ['is set: no colour on any screen', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['is not set: colours', {}, true],
  ])('%s', async (_name, env, coloured) => {
    const session = await openWorkbench({ env });
    await markFirst(session, 'bkarch', 2);
    for (const [key, shown] of [
      ['Enter', 'v view'],
      ['Esc', '/ search'],
      ['d', 'topic 1 of'],
      ['v', '· plain'],
      ['v', '· source'],
      ['Esc', '/ search'],
      ['?', /Keys in/],
      ['Esc', '/ search'],
      ['c', 'Nothing taken yet'],
    ] as const) {
      session.press(key);
      await session.sees(shown);
    }
    await goToTopic(session, 'Security', 1);
    session.press('Space');
    await session.sees('Taken: ');
    session.press('Ctrl-S');
    await session.sees('Also the name of its file');

    const colours = [...session.output().matchAll(/\u001B\[([0-9;]*)m/g)]
      .flatMap(([, parameters = '']) => parameters.split(';').map(Number))
      .filter((code) => (code >= 30 && code <= 49 && code !== 39 && code !== 49) || (code >= 90 && code <= 107));

    expect(colours.length > 0).toBe(coloured);
  });
});
