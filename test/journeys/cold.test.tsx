import fc from 'fast-check';
import { renderToString } from 'ink';
import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/app/model/model.ts';
import { forgetAll } from '../../src/kit/memo.ts';
import { createPaint } from '../../src/ui/paint.ts';
import { AppScreen } from '../../src/ui/views/app-screen.tsx';
import { aModel, libraryFrom, PROJECT, THREE_AGENTS } from '../support/a-model.ts';
import { fakePorts } from '../support/fake-ports.ts';
import { startJourney } from '../support/journey.ts';
import { memoryFiles } from '../support/memory-files.ts';

// Every journey of the tests checks each of its steps so (test/support/cold-steps.ts). These are the ones that go where
// something was once answered from what work beside the keys had left behind.

const PAINT = createPaint(true);
const screen = (model: Model): string =>
  renderToString(<AppScreen model={model} paint={PAINT} dimmed={PAINT} />, { columns: model.size.columns });

const onDisk = (texts: Readonly<Record<string, string>>) =>
  fakePorts({
    files: memoryFiles(
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${PROJECT.folder}/${name}.md`, text])),
    ),
  });

/** More than are indexed at once, whose terms take long to count, and more than are judged at once. */
const MANY = Object.fromEntries(
  Array.from({ length: 300 }, (_, at) => [
    `smith-${at}`,
    `---\nname: smith-${at}\ndescription: Forges number ${at}\n---\n# Forge\n\nHeat the iron ${at} times.\n\n## Cooling\n\n- Slowly\n`,
  ]),
);

describe('with nothing remembered, the app does what it does with everything remembered', () => {
  test('while a large library is read, searched, compared and composed', async () => {
    const { press, until, end } = startJourney(aModel({ library: libraryFrom({}) }), onDisk(MANY));
    await press(': "read all" enter');
    await until(({ library, browse }) => !library.loading && browse.work === null);
    await press('G home / "body:iron"');
    await until(({ browse }) => browse.work === null);
    await press('"x" backspace escape "smith-1" tab tab escape enter d');
    await until(({ topics }) => !topics.isAsked);
    await press('n v m p c down space V escape escape tab d');
    await until(({ topics }) => !topics.isAsked);
    await press('n c l');
    const model = end();
    expect(model.topics.aligned?.topics.map(({ title }) => title)).toContain('Forge');
    expect(model.draft.present.picks).not.toHaveLength(0);
  });

  test('after whatever keys, and shows the same', async () => {
    const way = fc.constantFrom(
      '',
      'tab tab d',
      'c',
      'c space tab tab',
      '/ "model:"',
      'enter',
      'c space w',
      'tab tab c U x',
    );
    const key = fc.constantFrom(
      ...[
        'down',
        'up',
        'n',
        'p',
        'v',
        'space',
        'tab',
        'left',
        'right',
        'm',
        'pagedown',
        'G',
        'r',
        '/',
        's',
        'g',
        'J',
        'u',
      ],
      ...[
        '"e"',
        '"body:wake"',
        '"problem:none"',
        'backspace',
        'escape',
        'enter',
        'c',
        'd',
        'w',
        'D',
        'x',
        'X',
        'R',
        'T',
        'U',
        '?',
        ':',
        't',
      ],
      ...['ctrl+s', 'ctrl+t', 'ctrl+r', '-', '+', 'e', 'A'],
    );
    await fc.assert(
      fc.asyncProperty(way, fc.array(key, { maxLength: 20 }), async (first, keys) => {
        const { press, model, end } = startJourney(aModel(), onDisk(THREE_AGENTS));
        await press([first, ...keys].join(' '));
        const shown = screen(model());
        const last = end();
        forgetAll();
        expect(screen(last)).toBe(shown);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
