import fc from 'fast-check';
import { renderToString } from 'ink';
import { describe, expect, test } from 'vitest';
import { hasOwnWords } from '../../../src/app/compose/update-wording.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { textWidth } from '../../../src/text/text-cells.ts';
import { createPaint } from '../../../src/ui/paint.ts';
import { AppScreen } from '../../../src/ui/views/app-screen.tsx';
import { aDefinition } from '../../support/a-definition.ts';
import { afterActions, aModel, libraryFrom, THREE_AGENTS } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const PAINT = createPaint(false);

/** What is on the terminal, line by line, without its colours. */
function screen(model: Model): readonly string[] {
  const view = <AppScreen model={model} paint={PAINT} dimmed={PAINT} />;
  return renderToString(view, { columns: model.size.columns })
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n');
}

/** Written to break layouts: wide and joined characters, endless words, control characters. */
const WILD = {
  ...THREE_AGENTS,
  日本語の名前: '---\ndescription: 説明がとても長い。\n---\n# 安全設計\n\n- **👩‍💻 開発**：コード\n- `x`\n',
  'wild-one': `---\nname: ${'endless'.repeat(20)}\ndescription: "a\\tb"\nmodel: m\n---\n## ${'wörd'.repeat(40)}\n\u001b[31m\t${'x'.repeat(300)}\n`,
  empty: '',
};

describe('the screen', () => {
  test('says what was found, and what the keys do', () => {
    const lines = screen(afterKeys(aModel(), 'tab'));
    expect(lines[0]).toMatch(
      /^ agents {2}type to search .*3 of 3 · by name · 1 source · ~\d+ tokens a session · 1 marked *$/,
    );
    expect(lines.at(-1)).toContain('space mark');
  });

  test('shows the preview below the list, beside it where there is room for both', () => {
    const wide = screen(aModel({ size: { columns: 160, rows: 30 } }));
    expect(wide.find((row) => row.includes('data-keeper'))).toMatch(/data-keeper .*│/);
    expect(wide[1]).toMatch(/^─ Agents ─+ 1–3 of 3 ─┬─ api-smith · project · claude ─+ 1–\d+ of \d+ ─$/);
    expect(screen(aModel()).findIndex((row) => row.startsWith('─ api-smith · project'))).toBeGreaterThan(4);
  });

  test('says that nothing matches, and what to do', () => {
    const text = screen(afterKeys(aModel(), '/ "zzzz"')).join('\n');
    expect(text).toContain('Nothing matches “zzzz”.');
    expect(text).toContain('Esc clears the search.');
  });

  test('says what in a query can find nothing, and what was meant', () => {
    const searched = (query: string) => screen(afterKeys(aModel({ size: { columns: 120, rows: 30 } }), `/ "${query}"`));
    expect(searched('tool:Grepp').join('\n')).toContain('Nothing has “tool:Grepp”. Was tool:Grep (1) meant?');
    expect(searched('api sorce:x').join('\n')).toContain('There is no filter “sorce:”. Was source: meant?');
    // Where the rest of it finds something, that stands in place of the legend.
    expect(searched('api | tool:Grepp').at(-2)).toBe(' Nothing has “tool:Grepp”. Was tool:Grep (1) meant?');
    expect(searched('api').join('\n')).not.toContain('Nothing has');
  });

  test('says that there is nothing yet', () => {
    const library = libraryFrom({});
    expect(screen(aModel({ library: { ...library, loading: true } })).join('\n')).toContain('Reading the sources …');
    expect(screen(aModel({ library })).join('\n')).toContain('No agents here.');
  });

  test('of no agents but skills, says how to list those', () => {
    const others = [aDefinition({ name: 'knots', kind: 'skill', id: 'added:skill/knots' })];
    const library = { ...libraryFrom({}), others };
    expect(screen(aModel({ library })).join('\n')).toContain('Here is 1 skill: type kind:skill.');
  });

  test('compares in columns, and marks what is in the draft', () => {
    const text = screen(afterKeys(aModel(), 'tab tab d n n n space')).join('\n');
    expect(text).toMatch(/^ agents › compare {2}Security .*topic 4 of 5 · words *$/m);
    expect(text).toMatch(/^❯● {2}Security .*│ {3}~ Security/m);
    expect(afterKeys(aModel(), 'tab tab d n n n space').notice?.text).toContain('Taken: Security');
    expect(screen(afterKeys(aModel(), 'tab tab d n n n space l h')).at(-2)).toMatch(
      /^ ● taken {2}against base 1 \(% of words alike\): {2}(= same {2})?~ alike {2}\+ only here {2}(& [^–]*)?– lacks it *$/,
    );
  });

  test('says in the titles of columns who is the base, and how alike the others are; cut, labels stay distinct', () => {
    const long = (at: number) => `---\nname: backend-architecture-expert\n---\n# Rules\n\nBe ${at}.\n`;
    const library = libraryFrom({ '000_aaaa': long(0), '001_bbbb': long(1) });
    const [, titles = ''] = screen(afterKeys(aModel({ library, size: { columns: 80, rows: 24 } }), 'tab tab d'));
    expect(titles).toMatch(/^─ 1 backe…expert · project\/000 ─+ base ─┬─ 2 backe…xpert · project\/001 ─+ \d+ % ─$/);
  });

  test('composes from a table of topics', () => {
    const lines = screen(afterKeys(aModel(), 'tab tab c down down space'));
    expect(lines.find((line) => line.includes('❯ Security'))).toMatch(/❯ Security +○ \[●\]/);
    expect(lines.find((line) => line.includes('Contracts'))).toMatch(/Contracts +○ {2}– /);
  });

  test('shows the file as it will be beside the form', () => {
    const text = screen(afterKeys(aModel(), 'c space w "mine"')).join('\n');
    expect(text).toContain('.claude/agents/mine.md');
    expect(text).toContain('name: mine');
  });

  test('shows what replacing a file would change', () => {
    const saving = afterKeys(aModel(), 'c space w "mine" ctrl+s');
    const refused = afterActions(saving, { type: 'saveRefused', path: '/p/mine.md', text: 'old\n', sha256: 'x' });
    const text = screen(refused).join('\n');
    expect(text).toContain('Replace mine.md?');
    expect(text).toContain('- old');
    expect(text).toContain('+ name: mine');
  });

  test('tells news above the footer, and in its place where there is no room', () => {
    const model = afterKeys(aModel(), 'd');
    expect(screen(model).at(-2)).toContain('Mark two or more');
    const small = afterActions(model, { type: 'resized', size: { columns: 60, rows: 8 } });
    expect(screen(small).at(-1)).toContain('Mark two or more');
  });
});

describe('law of the screen', () => {
  const ways = ['', 'enter', 'tab tab d', 'tab tab d v v', 'G tab tab up tab c', 'c space w', 'c space tab', '?', ':'];
  const key = fc.constantFrom(
    ...['down', 'up', 'n', 'p', 'v', 'space', 'tab', 'right', 'm', 'pagedown', 'G', 'r', '/', '"日本"', '"x"', 's'],
  );
  const size = fc.record({ columns: fc.integer({ min: 20, max: 180 }), rows: fc.integer({ min: 5, max: 50 }) });
  const somewhere = fc
    .record({ size, way: fc.constantFrom(...ways), keys: fc.array(key, { maxLength: 6 }), wild: fc.boolean() })
    .map(({ size: given, way, keys, wild }) => {
      const library = libraryFrom(wild ? WILD : THREE_AGENTS);
      return afterKeys(aModel({ library, size: given }), [way, ...keys].join(' '));
    });

  // Drawing takes milliseconds, so one drawing is looked at for all that must be true of it.
  test('it fills the terminal, ends with the footer, and holds no control character', () => {
    fc.assert(
      fc.property(somewhere, (model) => {
        const lines = screen(model);
        expect(lines).toHaveLength(model.size.rows);
        for (const line of lines) expect(textWidth(line), line).toBeLessThanOrEqual(model.size.columns);
        const inHelp = model.dialog?.kind === 'help';
        const isNews = model.size.rows < 12 && model.notice !== null;
        // Where there is no room for both, the way back stays; over words that are not kept nothing else is opened.
        const back = hasOwnWords(model) ? / esc \S+/ : /(?:\?|f1) help|^ esc \S+/;
        if (!inHelp && !isNews) expect(lines.at(-1)).toMatch(back);
        expect(lines.join('')).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 80 },
    );
  }, 30_000);
});
