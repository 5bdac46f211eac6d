import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compiledFor } from '../support/compiled-once.ts';
import { sourceProgram } from '../support/source-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS, openSession, type Session } from '../support/terminal-session.ts';

// What the build changes on the way from source to product (see docs/decisions/0006-bundled-ink.md) may change nothing
// that anybody sees: both are run, and what they say is compared.

const [node = '', built = ''] = AGENTS;
const DIST = join(built, '..');
const LANGUAGES = fileURLToPath(new URL('../fixtures/languages', import.meta.url));

let sourceFolder = '';
let source = '';
beforeAll(async () => {
  sourceFolder = mkdtempSync(join(tmpdir(), 'agents-source-'));
  source = await sourceProgram(sourceFolder);
});
afterAll(() => rmSync(sourceFolder, { recursive: true, force: true }));

/** Definitions in eight languages, and one in TOML and some that are broken, for what reads those. */
function definitions(): string {
  const folder = temporaryFolder({
    '.codex/agents/plain.toml':
      'name = "plain"\ndescription = "Ищет — и находит"\ndeveloper_instructions = """\n• 一\n"""\n',
    'not-yaml.md': '---\nname: not-yaml\ndescription: use it: always\ntools: [Read,\n---\nТы читаешь.\n',
    'not-toml.toml': 'developer_instructions = "x\n',
  });
  cpSync(LANGUAGES, folder, { recursive: true });
  return folder;
}

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(program: string, cwd: string, args: readonly string[]): Promise<Run> {
  const env = compiledFor({ PATH: process.env.PATH, HOME: temporaryFolder(), LANG: 'C.UTF-8' });
  return new Promise((resolve) => {
    execFile(node, [program, ...args], { cwd, env, maxBuffer: 2 ** 26 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

/** What the built program and its source do with the same command line. */
async function both(cwd: string, args: readonly string[]): Promise<{ readonly asBuilt: Run; readonly asWritten: Run }> {
  const [asBuilt, asWritten] = await Promise.all([run(built, cwd, args), run(source, cwd, args)]);
  return { asBuilt, asWritten };
}

test('every script is in ASCII, since it is read as one byte a character', () => {
  const scripts = readdirSync(DIST).filter((name) => name.endsWith('.js'));
  expect(scripts).toContain('main.js');
  for (const name of scripts)
    expect([name, readFileSync(join(DIST, name)).findIndex((byte) => byte > 0x7f)]).toEqual([name, -1]);
});

describe('text in several languages', () => {
  const all = readdirSync(LANGUAGES);

  test.each([
    ['is shown', ['show', ...all, '.codex/agents/plain.toml', 'not-yaml.md', '--json'], '"核心能力"'],
    ['is listed', ['list', '--source', '.', '--json'], '"你是数据库专家。"'],
    ['is found', ['search', '備份 OR 备份', '--source', '.', '--json'], 'chinese-backup'],
    ['is judged', ['lint', '.', '--json'], 'not-yaml.md'],
    ['is compared', ['compare', ...all.slice(0, 8), '--json'], '核心能力'],
    ['is compared with other marks', ['compare', 'marks.md', 'more-marks.md'], "= all  Don't swallow exceptions"],
    ['is compared with its opposite', ['compare', 'russian-reviewer.md', 'russian-auditor.md', '--json'], 'Не меняй'],
    ['is searched for twins', ['twins', '--source', '.', '--json'], ''],
    [
      'is written for a harness',
      ['export', 'russian-reviewer.md', 'marks.md', '--to', 'codex', '--dry-run'],
      'Ты проверяешь',
    ],
    [
      'is made one',
      ['compose', '--merge', '--name', 'one', ...all.map((name) => `${name}#*`), '-o', 'one.md', '--dry-run'],
      '禁止在白天重建索引',
    ],
  ] as const)('%s as its source does', async (_, args, said) => {
    const { asBuilt, asWritten } = await both(definitions(), args);
    expect(asWritten.out).toContain(said);
    expect(asBuilt).toEqual(asWritten);
  });
});

/** Emoji of one character, and with what makes emoji of others; flags; letters that take two cells, none, or join. */
function* strangeSigns(): Generator<string> {
  for (let code = 0x80; code < 0x1_fb00; code += 1) {
    const sign = String.fromCodePoint(code);
    if (/[\p{Emoji}\p{Extended_Pictographic}]/u.test(sign)) yield* [sign, `${sign}\uFE0F`];
    if (/\p{Emoji_Modifier_Base}/u.test(sign)) yield* [`${sign}🏽`, `${sign}🏽\u200D💻`];
    if (/[\p{Script=Thai}\p{Script=Devanagari}\u1100-\u11FF\u3099-\u30A0\uFF60-\uFFEF]/u.test(sign)) yield `か${sign}`;
  }
  for (const key of '0123456789#*') yield* [`${key}\u20E3`, `${key}\uFE0F\u20E3`];
  const letters = [...'🇦🇧🇩🇪🇯🇵🇺🇿'];
  for (const first of letters) for (const second of letters) yield first + second;
}

test('emoji and other strange signs take the same cells', async () => {
  const signs = [...strangeSigns()];
  expect(signs.length).toBeGreaterThan(3000);
  // What is wider than a column is not filled up with blanks.
  const names = Array.from({ length: Math.ceil(signs.length / 9) }, (_, at) =>
    signs.slice(9 * at, 9 * at + 9).join('.'),
  );
  const cwd = temporaryFolder(
    Object.fromEntries(names.map((name, at) => [`${at}.md`, `---\nname: ${name}\ndescription: d\n---\nYou help.\n`])),
  );

  const { asBuilt, asWritten } = await both(cwd, ['list', '--source', '.']);

  expect(asWritten.out.split('\n').length).toBeGreaterThan(names.length);
  expect(asBuilt).toEqual(asWritten);
});

/** A screen without blanks at the ends of lines, which Ink takes away, and without the time a draft was kept at. */
const shownBy = (session: Session): string =>
  session
    .screen()
    .map((line) => line.replace(/\d\d:\d\d$/, '').trimEnd())
    .join('\n');

test('the screens of the app are the same', { timeout: 60_000 }, async () => {
  const cwd = definitions();
  const sessions = [built, source].map((script) =>
    openSession({
      cwd,
      columns: 64,
      rows: 30,
      args: ['--source', '.'],
      program: ([, , ...words]) => [node, script, ...words],
    }),
  );
  const areAlike = (): boolean => new Set(sessions.map(shownBy)).size === 1;
  for (const [keys, seen] of [
    [[], '13 of 13'],
    [['Tab', 'Tab'], '2 marked'],
    [['Enter', 'd'], 'topic 1 of'],
    [['n', 'n'], 'topic 3 of'],
    [['v', 'v'], '## '],
    [['Esc', 'c'], 'Nothing taken yet'],
    [['M'], /~[\d,]+ tokens/],
    [['Esc', 'Esc', 'Down', 'Down', 'Down', 'Enter'], '😀'],
    [['v'], '## Rules'],
  ] as const) {
    for (const session of sessions) session.press(...keys);
    for (const session of sessions) await session.sees(seen);
    // Either may be the last to change.
    await Promise.race(sessions.map((session) => session.until('the other shows the same', areAlike)));
  }
});
