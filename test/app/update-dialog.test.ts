import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentDefinition } from '../../src/app/browse/browse-results.ts';
import { dialogLines, type TextDialog } from '../../src/app/commands/dialog-text.ts';
import { helpLines } from '../../src/app/commands/help-page.ts';
import { helpFound } from '../../src/app/commands/help-search.ts';
import { paletteCommands } from '../../src/app/commands/palette.ts';
import { problemText } from '../../src/app/commands/problem-rows.ts';
import { BINDINGS } from '../../src/app/keys/bindings.ts';
import { keyContext } from '../../src/app/keys/keymap.ts';
import { dialogLayout } from '../../src/app/model/layout.ts';
import type { Model } from '../../src/app/model/model.ts';
import { readerText } from '../../src/app/reader/reader-text.ts';
import { update } from '../../src/app/update.ts';
import type { AgentDefinition } from '../../src/core/definition/agent-definition.ts';
import { lintDefinition } from '../../src/core/lint/lint-definition.ts';
import { lineText } from '../../src/text/styled-text.ts';
import { textWidth } from '../../src/text/text-cells.ts';
import { dialogTitle } from '../../src/ui/views/dialogs/dialog-title.ts';
import { aDefinition } from '../support/a-definition.ts';
import { aModel, libraryFrom, libraryOf } from '../support/a-model.ts';
import { afterKeys } from '../support/journey.ts';

const titles = (model: Model) => paletteCommands(model).map(({ title }) => title);
const textOf = (model: Model, dialog: TextDialog, width = 80) => dialogLines(model, dialog, width).map(lineText);

describe('news', () => {
  test('lists all that was said, the newest first, and is closed by the key that opened it', () => {
    const model = afterKeys(aModel(), 's s ~');
    const { dialog } = model;
    const lines = dialog?.kind === 'news' ? dialogLines(model, dialog, 60).map(lineText) : [];
    expect(lines).toEqual(['· Listed by model · u undoes it', '· Listed by source · u undoes it']);
    expect(afterKeys(model, '~').dialog).toBeNull();
  });
});

describe('help', () => {
  const page = (model: Model, width = 62) => {
    const { dialog } = afterKeys(model, 'f1');
    return dialog?.kind === 'help' ? helpLines({ ...model, dialog }, dialog, width).map(lineText) : [];
  };
  const found = (model: Model) => helpFound(model).map(({ title }) => title);
  const screens = ['', '/', 'enter', 'enter /', 'tab tab d', 'tab tab c', 'c space x', 'c space w', 'C'];

  test('shows the keys of where one is in groups by what one wants', () => {
    const text = page(afterKeys(aModel(), 'tab tab d')).join('\n');
    for (const title of ['Take', 'Arrange', 'Move', 'Go on'])
      expect(text).toMatch(new RegExp(`(?:^| )${title} *(?:$| )`, 'm'));
    expect(text).toMatch(/^space {5}take/m);
    expect(text).toMatch(/n p {7}topic/);
    expect(text).not.toContain('Rename');
  });

  test.each(screens)('fits 80 columns by 24 rows after “%s”', (keys) => {
    const small = { ...afterKeys(aModel(), keys), size: { columns: 80, rows: 24 } };
    expect(page(small).length).toBeLessThanOrEqual(16);
  });

  test('cuts no words where there are rows for them', () => {
    for (const keys of screens) {
      const large = { ...afterKeys(aModel(), keys), size: { columns: 120, rows: 36 } };
      expect(page(large, 96).filter((line) => line.includes('…'))).toEqual([]);
    }
  });

  test('leads its lines with their keys at every width', () => {
    for (const width of [16, 30, 62, 80]) {
      for (const line of page(aModel(), width)) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test('names every key of a screen and its fellow', () => {
    for (const keys of screens) {
      const model = afterKeys(aModel(), keys);
      const shown = page(model, 400).join('\n').toLowerCase();
      const own = BINDINGS.filter((one) => one.context === keyContext(model) && one.keys.length > 0);
      for (const { title, hint, pair, action } of own) {
        if ('direction' in action || 'move' in action) continue;
        expect(
          [title, hint, pair].some((words) => words !== undefined && shown.includes(words.toLowerCase())),
          title,
        ).toBe(true);
      }
    }
  });

  test('typing searches the keys and words of all screens, and what can be searched for', () => {
    expect(found(afterKeys(aModel(), '? "M"'))[0]).toMatch(/every topic/);
    expect(found(afterKeys(aModel(), '? "conflict"'))).toContain('Next conflict');
    expect(found(afterKeys(aModel(), '? "model:"')).length).toBeGreaterThan(0);
    expect(found(afterKeys(aModel(), '? "zzzz"'))).toEqual([]);
  });

  test('Enter does what works here, and says of the rest where it does', () => {
    expect(afterKeys(aModel(), '? "full screen" enter')).toMatchObject({ dialog: null, trail: ['browse', 'reader'] });
    expect(afterKeys(aModel(), '? "previous conflict" enter').notice?.text).toContain('Conflicts');
    expect(afterKeys(aModel(), '? enter').dialog?.kind).toBe('help');
  });

  test('Tab shows what can be searched for, and the keys again', () => {
    const { dialog } = afterKeys(aModel(), '? tab');
    expect(dialog).toMatchObject({ kind: 'help', isSyntax: true });
    expect(afterKeys(aModel(), '? tab tab').dialog).toMatchObject({ isSyntax: false });
  });

  test('scrolls as far as its text goes where there is no room for all of it', () => {
    const small = aModel({ size: { columns: 40, rows: 12 } });
    const last = afterKeys(small, `? ${'pagedown '.repeat(9)}`).dialog;
    const { columns, rows } = dialogLayout(small.size, 'list');
    expect(last).toMatchObject({ cursor: page(small, columns).length - rows });
  });

  test.each(['escape', 'f1'])('closes with %s', (key) => {
    expect(afterKeys(aModel(), `? ${key}`)).toMatchObject({ dialog: null, trail: ['browse'] });
  });
});

describe('a box opened from another', () => {
  test.each([
    ['the drafts', 'D', 'Drafts'],
    ['a file to be removed', 'X', 'Remove a file?'],
    ['a name to be typed', 'n', 'New agent'],
    ['the palette', ': "co" down', 'Commands'],
    ['news', '~', 'News'],
    ['the sources', ': "show the sources" enter', 'Sources'],
    ['another column', 'tab tab d a "re"', 'Add a column'],
    ['problems', ': "show the problems" enter', 'Problems'],
  ])('help over %s tells its keys, and comes back to it as it was', (_, keys, title) => {
    const open = afterKeys(aModel(), keys);
    expect(open.dialog).not.toBeNull();
    const helped = afterKeys(open, 'f1');
    expect(helped.dialog?.kind).toBe('help');
    expect(helped.dialog && dialogTitle(helped, helped.dialog)).toBe(`Keys in “${title}”`);
    expect(afterKeys(helped, 'escape').dialog).toEqual(open.dialog);
    expect(afterKeys(helped, 'tab down "x" ctrl+u f1').dialog).toEqual(open.dialog);
    expect(
      update(helped, { type: 'clicked', pane: 'outside', row: 0, column: 0, isDouble: false }).model.dialog,
    ).toEqual(open.dialog);
  });

  test('help over it finds and runs what it can do', () => {
    expect(afterKeys(aModel(), 'D f1 "begin a new one" enter')).toMatchObject({ dialog: null });
    expect(afterKeys(aModel(), 'D f1 "read it full" enter').dialog).toEqual(afterKeys(aModel(), 'D').dialog);
  });

  test('comes back through all that was opened since, and is not opened twice', () => {
    const open = afterKeys(aModel(), 'X');
    const high = afterKeys(open, '~ D f1');
    expect(afterKeys(high, 'escape').dialog?.kind).toBe('drafts');
    expect(afterKeys(high, 'escape D D escape').dialog?.kind).toBe('news');
    expect(afterKeys(high, 'escape escape escape').dialog).toEqual(open.dialog);
    expect(afterKeys(high, 'escape escape escape escape').dialog).toBeNull();
  });

  test('learns what is found out while help is over it', () => {
    const helped = afterKeys(aModel(), 'D f1');
    const found = { type: 'draftsFound', drafts: [], problems: [], now: { at: 7, utcOffset: 0 } } as const;
    expect(afterKeys(update(helped, found).model, 'escape').dialog).toMatchObject({ kind: 'drafts', at: 7 });
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
    ['prompt', 'Prompt to the clipboard'],
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
  test('are told with their folder, how many agents they have, and what all together cost', () => {
    expect(textOf(aModel(), { kind: 'sources', scroll: 0 })).toEqual([
      'project  3 agents  agents',
      '',
      expect.stringMatching(/^The 3 agents that are loaded take ~\d+ tokens of every session/),
      expect.any(String),
    ]);
  });

  test.each([
    ['/home/me/agents', / {2}~\/agents$/],
    ['/home/me/shop/.claude/agents', / {2}\.claude\/agents$/],
  ])('are told with a path as short as it can be: %s', (folder, shown) => {
    const model = aModel();
    const sources = model.library.sources.map((source) => ({ ...source, folder }));
    const surroundings = { ...model.surroundings, cwd: '/home/me/shop', home: '/home/me' };
    const there = { ...model, surroundings, library: { ...model.library, sources } };
    expect(textOf(there, { kind: 'sources', scroll: 0 })[0]).toMatch(shown);
  });
});

describe('the problems', () => {
  const problem = { code: 'body/odd', severity: 'warning', message: 'Odd \u001b', line: 3, column: 1 } as const;

  test('are those of the definition under the cursor, with their place', () => {
    const library = libraryOf([aDefinition({ diagnostics: [problem] })]);
    const [head, ...lines] = textOf(aModel({ library }), { kind: 'problems', scroll: 0, cursor: 0 });
    expect(head).toBe('reviewer');
    expect(lines).toContainEqual(expect.stringMatching(/^❯ ! 3:1 {5}Odd .* {2}body\/odd$/));
    expect(lines.join()).not.toContain('\u001b');
  });

  test('are none for a definition in order', () => {
    const text =
      '---\nname: tidy\ndescription: Use this agent when a text is long. It cuts.\n---\n\nYou cut long texts.\n';
    const model = aModel({ library: libraryFrom({ tidy: text }) });
    expect(textOf(model, { kind: 'problems', scroll: 0, cursor: 0 })).toContain('No problems');
  });

  test('have a cursor, whose line the reader opens in the source', () => {
    const odd = `---\nname: odd\ndescription: short\ntools: Reed\nmodel: \n---\n\n${'A line.\n\n'.repeat(40)}`;
    const model = aModel({ library: libraryFrom({ odd }), size: { columns: 80, rows: 24 } });
    const open = afterKeys(model, ': "show the problems" enter');
    const places = lintDefinition(currentDefinition(model) as AgentDefinition).map(({ line }) => line);
    expect(places.length).toBeGreaterThan(1);
    const second = afterKeys(open, 'down');
    expect(second.dialog).toMatchObject({ kind: 'problems', cursor: 1 });
    const there = afterKeys(second, 'enter');
    expect(there).toMatchObject({ dialog: null, trail: ['browse', 'reader'] });
    expect(there.reader).toMatchObject({ view: 'source', line: places[1] });
    expect(readerText(there)?.numbers?.[there.reader.scroll]?.trim()).toBe('1');
    expect(afterKeys(there, 'v').reader).toMatchObject({ view: 'rendered', line: null });
    // Another agent is read as it was before.
    expect(afterKeys(there, 'escape enter').reader).toMatchObject({ view: 'rendered', line: null });
  });

  test('law: whatever is pressed, the cursor is on a problem that is there, and in view', () => {
    const odd = `---\nname: Odd One\ndescription: ${'short '.repeat(30)}\ntools: Reed, Wriite\nmodel: \ncolour: red\n---\n\nx\n`;
    const keys = fc.array(fc.constantFrom('up', 'down', 'pageup', 'pagedown', 'g', 'G'), { maxLength: 12 });
    fc.assert(
      fc.property(
        keys,
        fc.integer({ min: 20, max: 100 }),
        fc.integer({ min: 5, max: 30 }),
        (pressed, columns, rows) => {
          const model = aModel({ library: libraryFrom({ odd }), size: { columns, rows } });
          const { dialog } = afterKeys(
            { ...model, dialog: { kind: 'problems', scroll: 0, cursor: 0 } },
            pressed.join(' '),
          );
          if (dialog?.kind !== 'problems') throw new Error('closed');
          const box = dialogLayout({ columns, rows }, 'text');
          const text = problemText(model, dialog.cursor, box.columns);
          const [start = -1, end = -1] = text.rows[dialog.cursor] ?? [];
          expect(end).toBeGreaterThan(dialog.scroll);
          expect(start).toBeLessThan(dialog.scroll + box.rows);
        },
      ),
    );
  });

  test('name the files that could not be read', () => {
    const library = {
      ...libraryFrom({}),
      problems: [{ path: '/p/x.md', code: 'file/unreadable', reason: 'permission denied' } as const],
    };
    expect(textOf(aModel({ library }), { kind: 'problems', scroll: 0, cursor: 0 })).toContain(
      'x.md: permission denied  file/unreadable',
    );
  });
});
