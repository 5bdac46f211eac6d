import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { places, placesFound } from '../../../src/app/find/places-found.ts';
import { readerLayout } from '../../../src/app/model/layout.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { readerText } from '../../../src/app/reader/reader-text.ts';
import { update } from '../../../src/app/update.ts';
import { lineText, styledLine } from '../../../src/text/styled-text.ts';
import { afterActions, aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const LONG = ['# One', ...Array(40).fill('- a'), '# Two', ...Array(40).fill('- b'), '# Three', 'End.', ''].join('\n');
const READING = afterKeys(aModel({ library: libraryFrom({ long: LONG }) }), 'enter');

const lastScroll = (model: Model) =>
  Math.max(0, (readerText(model)?.lines.length ?? 0) - readerLayout(model).second.rows);

describe('reading', () => {
  test('n and p go from section to section, and no further', () => {
    const two = afterKeys(READING, 'n n');
    expect(two.reader.section).toBe(2);
    expect(two.reader.scroll).toBe(readerText(two)?.outline[2]?.start);
    expect(afterKeys(two, 'p p p').reader).toMatchObject({ section: 0, scroll: 0 });
    expect(afterKeys(two, 'n n n').reader).toMatchObject({ section: 3, scroll: lastScroll(two) });
  });

  test('scrolling takes the outline along', () => {
    const model = afterKeys(READING, 'pagedown pagedown pagedown pagedown');
    expect(model.reader.scroll).toBe(lastScroll(model));
    expect(model.reader.section).toBe(2);
    expect(afterKeys(model, 'home').reader).toMatchObject({ section: 0, scroll: 0 });
  });

  test('a section begins with its first line', () => {
    expect(afterKeys(READING, 'n n down up').reader.section).toBe(2);
    expect(afterKeys(READING, 'n n up').reader.section).toBe(1);
  });

  test('the other view starts at the same section', () => {
    const model = afterKeys(READING, 'n v');
    expect(model.reader).toMatchObject({ view: 'source', section: 1, scroll: readerText(model)?.outline[1]?.start });
    expect(afterKeys(model, 'v').reader.view).toBe('rendered');
  });

  test('Space takes the section and puts it back', () => {
    const taken = afterKeys(READING, 'n n space');
    expect(taken.draft.present.picks.map(({ title }) => title)).toEqual(['Two']);
    expect(afterKeys(taken, 'space').draft.present.picks).toEqual([]);
  });

  test('e and y are about what is read, not about the list', () => {
    const model = { ...afterKeys(aModel(), 'down enter'), browse: aModel().browse };
    expect(update(model, { type: 'editorRequested' }).effects).toEqual([
      {
        type: 'openEditor',
        path: '/p/agents/data-keeper.md',
        words: 'edit data-keeper.md',
        said: 'Edited agents/data-keeper.md',
      },
    ]);
  });

  test('c composes from it, or from what is marked', () => {
    expect(afterKeys(aModel(), 'down enter c').compose.ids).toEqual(['project:data-keeper']);
    expect(afterKeys(aModel(), 'tab tab enter c').compose.ids).toEqual(['project:api-smith', 'project:data-keeper']);
  });

  test('a definition that vanished leaves nothing to do but go back', () => {
    const gone = afterActions(READING, { type: 'libraryRead', definitions: [], problems: [], complete: true });
    expect(afterKeys(gone, 'down n space').reader).toEqual(gone.reader);
    expect(afterKeys(gone, 'escape').trail).toEqual(['browse']);
  });

  test('law: whatever keys are pressed, the scroll stays inside the text and the section exists', () => {
    const keys = fc.array(
      fc.constantFrom('down', 'up', 'pagedown', 'pageup', 'G', 'g', 'n', 'p', 'v', '/', '"a"', 'enter', 'N'),
    );
    fc.assert(
      fc.property(keys, (pressed) => {
        const model = afterKeys(READING, pressed.join(' '));
        expect(model.reader.scroll).toBeGreaterThanOrEqual(0);
        expect(model.reader.scroll).toBeLessThanOrEqual(lastScroll(model));
        expect(readerText(model)?.outline[model.reader.section]).toBeDefined();
      }),
    );
  });
});

const DESCRIBED = [
  '---',
  `description: ${'Use this agent when a word is one of many. '.repeat(40)}LASTWORD`,
  'model: opus',
  'x-unknown: {depth: {of: 3}}',
  'tools: Read, Grep',
  '---',
  '# One',
  'The quick brown fox jumps over the lazy dog, and nobody knows why it does so all day and all night long.',
  '',
].join('\n');
const open = (size = { columns: 80, rows: 24 }) =>
  afterKeys(aModel({ library: libraryFrom({ described: DESCRIBED }), size }), 'enter');
const textOf = (model: Model) => (readerText(model)?.lines ?? []).map(lineText).join('\n');

describe('folding', () => {
  const shown = (model: Model) => (readerText(model)?.lines ?? []).map(lineText).join('\n');

  test('z leaves of a section its title and how much there is of it, and shows it again', () => {
    const folded = afterKeys(READING, 'n z');
    expect(shown(folded)).toMatch(/One\n… \d+ lines folded/);
    expect(shown(folded)).not.toMatch(/ a$/m);
    expect(folded.reader.section).toBe(1);
    expect(readerText(folded)?.outline).toHaveLength(4);
    expect(afterKeys(folded, 'z')).toEqual(afterKeys(READING, 'n'));
  });

  test('folds in the source too, with the numbers of the lines that are shown', () => {
    const folded = readerText(afterKeys(READING, 'v n z'));
    expect(folded?.numbers).toHaveLength(folded?.lines.length ?? -1);
    expect(
      folded?.numbers
        ?.map((number) => number.trim())
        .filter(Boolean)
        .at(1),
    ).toBe('42');
  });

  test('finding looks into what was folded', () => {
    expect(places(afterKeys(READING, 'n z / "a"')).length).toBeGreaterThan(20);
  });

  test('the other entries are found behind what is folded', () => {
    const two = afterKeys(READING, 'n z n');
    const text = readerText(two);
    expect(lineText(text?.lines[text.outline[2]?.start ?? -1] ?? { spans: [] })).toContain('Two');
  });

  test('o gives the text the place of the outline, and back', () => {
    const hidden = afterKeys(READING, 'o');
    expect(readerLayout(hidden).first.columns).toBe(0);
    expect(readerLayout(afterKeys(hidden, 'o')).first.columns).toBeGreaterThan(0);
  });
});

describe('about this agent', () => {
  test('every field of the frontmatter is there whole, those no harness knows too, with what stands in for others', () => {
    const text = textOf(open());
    expect(text).toMatch(/^name {9}described \(not stated/m);
    expect(text).toMatch(/^description {2}Use this agent/m);
    expect(text).toMatch(/^ {13}.*LASTWORD$/m);
    expect(text).toMatch(/^x-unknown {4}\{$/m);
    expect(text).toContain('"of": 3');
    expect(text).toMatch(/Read, Grep · ~\d+ tokens · 8 lines · claude/);
    expect(text).toContain('agents/described.md');
  });

  test('says what is wrong, with its place in the file', () => {
    const text = textOf(afterKeys(aModel({ library: libraryFrom({ odd: '---\nmodel: opus\n---\nHi.\n' }) }), 'enter'));
    expect(text).toMatch(/^[✗!] \d+:\d+ /m);
  });

  test('is no section to take', () => {
    const model = afterKeys(open(), 'space');
    expect(model.draft.present.picks).toEqual([]);
    expect(model.notice?.text).toContain('n goes to the next');
  });

  test('the source is the file as it is, with its lines numbered', () => {
    const model = afterKeys(open(), 'v');
    const { numbers = [], lines = [] } = readerText(model) ?? {};
    expect(lines.map(lineText)[0]).toBe('---');
    expect(numbers?.filter((number) => number.trim() !== '')).toEqual(
      DESCRIBED.split('\n')
        .map((_, at) => `${at + 1} `)
        .slice(0, -1),
    );
    expect(readerText(model)?.outline[1]?.start).toBe(lines.map(lineText).indexOf('# One'));
  });
});

describe('finding in the text', () => {
  test('words are found whatever their case, also where the line was broken between them', () => {
    for (let columns = 30; columns < 80; columns += 1) {
      const model = afterKeys(open({ columns, rows: 24 }), '/ "ONE brown" backspace');
      expect(placesFound([readerText(model)?.lines ?? []], 'the QUICK brown fox jumps over the lazy dog')).toHaveLength(
        1,
      );
    }
  });

  test('typing goes to the first place, n and N through all, Esc ends it and then goes back', () => {
    const found = afterKeys(READING, '/ "two" enter');
    expect(found.reader).toMatchObject({ section: 2, find: { hit: 0, isTyped: false } });
    const many = afterKeys(READING, '/ "a" enter');
    const count = places(many).length;
    expect(afterKeys(many, 'n n').reader.find?.hit).toBe(2);
    expect(afterKeys(many, 'N').reader.find?.hit).toBe(count - 1);
    expect(afterKeys(many, 'escape')).toMatchObject({ trail: ['browse', 'reader'], reader: { find: null } });
    expect(afterKeys(many, 'escape escape').trail).toEqual(['browse']);
  });

  test('what is not there is said, and leaves nothing to go through', () => {
    const none = afterKeys(READING, '/ "zzz"');
    expect(places(none)).toEqual([]);
    expect(afterKeys(none, 'enter').reader.find).toBeNull();
  });

  test('law: what is set off is what was typed, apart from case and white space', () => {
    const lines = fc.array(fc.stringMatching(/^ {0,2}[aAbB.( ]{0,6}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.stringMatching(/^[ab.(]{1,3}( [ab]{1,2})?$/), (texts, words) => {
        const bare = (text: string) => text.toLowerCase().replace(/\s/g, '');
        for (const place of placesFound([texts.map((text) => styledLine(text))], words)) {
          const shown = place.map(({ line, start, end }) => texts[line]?.slice(start, end) ?? '?').join('');
          expect(bare(shown)).toBe(bare(words));
        }
      }),
    );
  });
});
