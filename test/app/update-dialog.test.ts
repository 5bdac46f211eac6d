import { describe, expect, test } from 'vitest';
import { paletteCommands } from '../../src/app/commands/palette.ts';
import { dialogLines, type TextDialog } from '../../src/app/dialog-text.ts';
import { dialogLayout } from '../../src/app/model/layout.ts';
import type { Model } from '../../src/app/model/model.ts';
import { lineText, lineWidth } from '../../src/text/styled-text.ts';
import { aDefinition } from '../support/a-definition.ts';
import { aModel, libraryFrom } from '../support/a-model.ts';
import { afterKeys } from '../support/journey.ts';

const titles = (model: Model) => paletteCommands(model).map(({ title }) => title);
const textOf = (model: Model, dialog: TextDialog, width = 80) => dialogLines(model, dialog, width).map(lineText);

describe('help', () => {
  test('starts with the keys of where one is, then those that hold everywhere', () => {
    const heads = (model: Model) =>
      dialogLines(model, { kind: 'help', scroll: 0 }, 80).flatMap(({ spans }) =>
        spans.flatMap(({ text, role }) => (role === 'heading' ? [text] : [])),
      );
    expect(heads(aModel()).slice(0, 2)).toEqual(['List', 'Everywhere']);
    expect(heads(afterKeys(aModel(), 'c')).slice(0, 2)).toEqual(['Compose', 'Everywhere']);
  });

  test('scrolls as far as its text goes', () => {
    const model = afterKeys(aModel(), '? G');
    const count = textOf(model, { kind: 'help', scroll: 0 }, dialogLayout(model.size, 'list').columns).length;
    expect(model.dialog).toEqual({ kind: 'help', scroll: count - dialogLayout(model.size, 'list').rows });
    expect(afterKeys(model, 'down').dialog).toEqual(model.dialog);
    expect(afterKeys(model, 'g up').dialog).toEqual({ kind: 'help', scroll: 0 });
  });

  test.each(['escape', 'q', '?', 'f1', 'enter'])('closes with %s', (key) => {
    expect(afterKeys(aModel(), `? ${key}`)).toMatchObject({ dialog: null, trail: ['browse'] });
  });

  test('leads its lines with their keys at every width', () => {
    for (const width of [16, 30, 80]) {
      for (const line of dialogLines(aModel(), { kind: 'help', scroll: 0 }, width)) {
        expect(lineWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe('the palette', () => {
  test('offers what can be done here, not itself', () => {
    expect(titles(afterKeys(aModel(), ':'))).toContain('Read it full screen');
    expect(titles(afterKeys(aModel(), ':')).join()).not.toContain('All commands');
  });

  test.each([
    ['show the so', 'Show the sources'],
    ['sources', 'Show the sources'],
    ['rf', 'Read it full screen'],
    ['mark', 'Mark'],
    ['prompt', 'Copy the prompt'],
    ['shsrc', 'Show the sources'],
  ])('of what fits “%s”, “%s” fits best', (typed, best) => {
    expect(titles(afterKeys(aModel(), `: "${typed}"`))[0]).toBe(best);
  });

  test('begins with what leads on, and numbers what is marked', () => {
    expect(titles(afterKeys(aModel(), 'tab tab : "co"')).slice(0, 2)).toEqual([
      'Compare the 2 marked',
      'Compose from the 2 marked',
    ]);
  });

  test('lists what was run last first, every act once, and nothing that only moves the cursor', () => {
    const model = afterKeys(aModel(), ': "show the sources" enter escape :');
    expect(titles(model)[0]).toBe('Show the sources');
    for (const keys of [':', '/ ctrl+x', 'enter :', 'tab tab d :', 'c :', 'c x :']) {
      const commands = paletteCommands(afterKeys(aModel(), keys));
      const acts = commands.map(({ binding }) => JSON.stringify(binding.action));
      expect(new Set(acts).size).toBe(acts.length);
      expect(commands.filter(({ binding }) => binding.action.type === 'moved')).toEqual([]);
      const refused = commands.map(({ refusal }) => (refusal === null ? 0 : 1));
      expect(refused).toEqual(refused.toSorted());
    }
    expect(paletteCommands(afterKeys(aModel(), ': "quit"'))[0]?.keys).toEqual(['q', 'ctrl+c']);
  });

  test('says of what cannot be done why, below what can', () => {
    const refusals = (keys: string) => paletteCommands(afterKeys(aModel(), keys)).map(({ refusal }) => refusal);
    expect(refusals(':').join()).toContain('Mark two or more');
    expect(refusals('tab tab :').join()).not.toContain('Mark two or more');
    expect(afterKeys(aModel(), ': "compare the marked" enter').notice?.text).toContain('Mark two or more');
  });

  test('finds commands by their words in any order', () => {
    expect(titles(afterKeys(aModel(), ': "screen full"'))).toEqual(['Read it full screen']);
    expect(titles(afterKeys(aModel(), ': "zzz"'))).toEqual([]);
  });

  test('runs the one under the cursor and closes', () => {
    const model = afterKeys(aModel(), ': "full screen" enter');
    expect(model).toMatchObject({ dialog: null, trail: ['browse', 'reader'] });
  });

  test('typing goes back to the first', () => {
    expect(afterKeys(aModel(), ': down down').dialog).toMatchObject({ cursor: 2 });
    expect(afterKeys(aModel(), ': down down "e"').dialog).toMatchObject({ cursor: 0 });
  });

  test('the cursor stays among the commands', () => {
    const all = titles(afterKeys(aModel(), ':')).length;
    expect(afterKeys(aModel(), `: ${'pagedown '.repeat(9)}`).dialog).toMatchObject({ cursor: all - 1 });
    expect(afterKeys(aModel(), ': "zzz" down enter').dialog).toMatchObject({ cursor: 0 });
  });

  test('is the way to what has no key', () => {
    expect(afterKeys(aModel(), ': "show the sources" enter').dialog).toEqual({ kind: 'sources', scroll: 0 });
  });
});

describe('the sources', () => {
  test('are told with their folder, how many definitions they have, and what all together cost', () => {
    expect(textOf(aModel(), { kind: 'sources', scroll: 0 })).toEqual([
      'project  project · 3 definitions',
      '  agents',
      '',
      expect.stringMatching(/^The 3 agents that are loaded take ~\d+ tokens of every session/),
      expect.any(String),
    ]);
  });

  test.each([
    ['/home/me/agents', '  ~/agents'],
    ['/home/me/shop/.claude/agents', '  .claude/agents'],
  ])('are told with a path as short as it can be: %s', (folder, shown) => {
    const model = aModel();
    const sources = model.library.sources.map((source) => ({ ...source, folder }));
    const surroundings = { ...model.surroundings, cwd: '/home/me/shop', home: '/home/me' };
    const there = { ...model, surroundings, library: { ...model.library, sources } };
    expect(textOf(there, { kind: 'sources', scroll: 0 })[1]).toBe(shown);
  });
});

describe('the problems', () => {
  const problem = { code: 'body/odd', severity: 'warning', message: 'Odd \u001b', line: 3, column: 1 } as const;

  test('are those of the definition under the cursor, with their place', () => {
    const library = { ...libraryFrom({}), definitions: [aDefinition({ diagnostics: [problem] })] };
    const [head, ...lines] = textOf(aModel({ library }), { kind: 'problems', scroll: 0 });
    expect(head).toBe('reviewer');
    expect(lines).toContainEqual(expect.stringMatching(/^3:1 {5}Odd .* {2}body\/odd$/));
    expect(lines.join()).not.toContain('\u001b');
  });

  test('are none for a definition in order', () => {
    const text =
      '---\nname: tidy\ndescription: Use this agent when a text is long. It cuts.\n---\n\nYou cut long texts.\n';
    const model = aModel({ library: libraryFrom({ tidy: text }) });
    expect(textOf(model, { kind: 'problems', scroll: 0 })).toContain('Nothing to complain about');
  });

  test('name the files that could not be read', () => {
    const library = {
      ...libraryFrom({}),
      problems: [{ path: '/p/x.md', code: 'file/unreadable', reason: 'permission denied' } as const],
    };
    expect(textOf(aModel({ library }), { kind: 'problems', scroll: 0 })).toContain(
      '/p/x.md: permission denied  file/unreadable',
    );
  });
});
