import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pagerWords } from '../../src/cli/look/pager-words.ts';
import { type ColorGrounds, usesColor } from '../../src/cli/look/uses-color.ts';
import { wrappedPage } from '../../src/cli/look/wrapped-page.ts';
import { textWidth } from '../../src/text/text-cells.ts';
import { visibleText } from '../../src/text/visible-text.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const GROUNDS: ColorGrounds = { asked: null, environment: {}, setting: 'auto', isOwnVariable: false, canDraw: true };

test.each<[boolean, Partial<ColorGrounds>]>([
  [true, {}],
  [false, { canDraw: false }],
  [false, { environment: { NO_COLOR: '1' } }],
  [true, { environment: { NO_COLOR: '' } }],
  [false, { environment: { NO_COLOR: '1', FORCE_COLOR: '1' } }],
  [true, { environment: { NO_COLOR: '1' }, asked: 'always' }],
  [true, { environment: { NO_COLOR: '1' }, setting: 'always', isOwnVariable: true }],
  [false, { environment: { NO_COLOR: '1' }, setting: 'always' }],
  [true, { environment: { FORCE_COLOR: '3' }, canDraw: false }],
  [false, { environment: { FORCE_COLOR: '0' } }],
  [true, { environment: { CLICOLOR_FORCE: '1' }, canDraw: false }],
  [false, { environment: { CLICOLOR_FORCE: '0' }, canDraw: false }],
  [false, { environment: { CLICOLOR: '0' } }],
  [true, { environment: { CLICOLOR: '1' } }],
  [false, { environment: { CLICOLOR: '1' }, canDraw: false }],
  [false, { asked: 'never', environment: { FORCE_COLOR: '1' } }],
  [false, { asked: 'auto', environment: { FORCE_COLOR: '1' }, canDraw: false }],
  [true, { setting: 'always', canDraw: false }],
])('colours are %s with %j', (uses, grounds) => {
  expect(usesColor({ ...GROUNDS, ...grounds })).toBe(uses);
});

test.each([
  ['less -FRX', ['less', '-FRX']],
  ["'my pager' -x", ['my pager', '-x']],
  [' ', null],
  ['cat', null],
  ["'open", null],
])('the pager %j', (command, words) => {
  expect(pagerWords(command)).toEqual(words);
});

describe('a page for a terminal', () => {
  test('goes on as far in as it began, code where the line ends', () => {
    const page = '- one two three four\n> quoted words go on\n```\nlet x = 1; let y = 2;\n```\nend';
    expect(wrappedPage(page, 12)).toBe(
      '- one two\n  three four\n> quoted\n  words go\n  on\n```\nlet x = 1; l\net y = 2;\n```\nend',
    );
  });

  test('is as it is for a program', () => {
    const line = 'word '.repeat(100);
    expect(wrappedPage(line, null)).toBe(line);
  });

  test('fits, and keeps every letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 20, max: 60 }), (text, width) => {
        const page = text.split('\n').map(visibleText).join('\n');
        const wrapped = wrappedPage(page, width);
        for (const line of wrapped.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(wrapped.replace(/\s/g, '')).toBe(page.replace(/\s/g, ''));
      }),
    );
  });
});

const FILES = {
  'one.md':
    '---\nname: keeper\ndescription: Use at the gate\ncolor: Blue\n---\n\nLook after the gate, and tell who came.\n',
  '\u001b[31mred.md': '---\nname: "\\e[31mred\\e]8;;http://x\\e\\\\"\ndescription: Use\n---\nRed.\n',
};

describe('output', () => {
  const run = (args: readonly string[], parts: Parameters<typeof runAgents>[2] = {}) =>
    runAgents(temporaryFolder(FILES), [...args, '--source', '.'], parts);

  test('has no escape in a pipe, and on a terminal a head line, names, matches and problems in colours', async () => {
    for (const words of ['list', 'search keep', 'lint', 'show keeper', 'which --all'])
      expect((await run(words.split(' '))).out).not.toContain('\u001b');
    const { out } = await run(['search', 'keep'], { columns: 100 });
    expect(out).toContain('\u001b[2mname\u001b[0m');
    expect(out).toContain('\u001b[1;36mkeep\u001b[0m\u001b[1mer\u001b[0m');
    expect(out).toContain('\u001b[33m1 problem\u001b[0m');
    const linted = (await run(['lint', '--color', 'always'])).out;
    expect(linted).toContain('\u001b[1mone.md\u001b[0m');
    expect(linted).toContain('\u001b[33mdoubtful\u001b[0m');
    expect((await run(['list', '--no-color'], { columns: 100 })).out).toMatch(/^name +scope/);
    expect((await run(['list'], { columns: 100, canDraw: false })).out).not.toContain('\u001b');
    expect((await run(['list'], { columns: 100, environment: { NO_COLOR: '1' } })).out).not.toContain('\u001b');
  });

  test('says the same with colours and without', async () => {
    const plain = (text: string) => text.replace(/\u001b\[[\d;]*m/g, '');
    for (const words of ['list', 'search keep', 'lint', 'show keeper', 'which --all']) {
      const colored = await run([...words.split(' '), '--color', 'always'], { columns: 70 });
      expect(plain(colored.out)).toBe((await run([...words.split(' '), '--color=never'], { columns: 70 })).out);
    }
  });

  test('obeys nothing that a file holds, coloured and linked', async () => {
    for (const words of ['list', 'search red', 'lint', 'show ./*red.md']) {
      const { out } = await run([...words.split(' '), '--color=always', '--hyperlink=always']);
      const rest = out.replace(/\u001b\[(?:0|1|2|31|33|1;36)m|\u001b\]8;;(?:file:\/\/here\/[\w%./#~-]*)?\u001b\\/g, '');
      expect(rest).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });

  test('links paths, and in lint places, where the terminal is known to have links', async () => {
    const { out } = await run(['lint', '--hyperlink', 'always']);
    expect(out).toMatch(/\u001b\]8;;file:\/\/here\/\S*\/one\.md\u001b\\one\.md\u001b\]8;;\u001b\\/);
    expect(out).toMatch(/\/one\.md#4\u001b\\4:8\u001b\]8;;/);
    const known = { columns: 80, environment: { TERM_PROGRAM: 'WezTerm' } };
    expect((await run(['list'], known)).out).toContain('\u001b]8;;file://here/');
    expect((await run(['list', '--hyperlink=never'], known)).out).not.toContain('\u001b]8;;');
    expect((await run(['list'], { columns: 80 })).out).not.toContain('\u001b]8;;');
  });

  test('is paged where it is longer than the screen', async () => {
    const paged: string[] = [];
    const runPager = async (words: readonly string[], text: string) => {
      paged.push(`${words.join(' ')}: ${text.split('\n')[0]}`);
      return true;
    };
    const small = { columns: 80, rows: 4, runPager, canDraw: true };
    expect((await run(['show', 'keeper', '--no-color'], small)).out).toBe('');
    expect(paged).toEqual(['less -FRX: keeper  added · claude']);
    expect((await run(['show', 'keeper', '--no-pager'], small)).out).toContain('Look after the gate');
    expect((await run(['show', 'keeper'], { ...small, rows: 60 })).out).toContain('Look after the gate');
    expect((await run(['show', 'keeper'], { ...small, runPager: async () => false })).out).toContain('Look after');
    expect(paged).toHaveLength(1);
  });

  test('compose has its own --color', async () => {
    const { out } = await run(['compose', 'keeper#*', '--name', 'mine', '--color', 'blue', '--dry-run']);
    expect(out).toContain('color: blue');
    expect((await run(['list', '--color', 'alway'])).err).toContain('did you mean always?');
  });
});
