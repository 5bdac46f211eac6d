import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { goToTopic, markFirst, openWorkbench, type Workbench } from '../support/workbench.ts';

const API_DESIGN = [
  '- Name resources after things, never after screens',
  '- Add to a version, take nothing away',
  '- Answer every error in one shape',
].join('\n');
const SECURITY = [
  '- Ask who may call this, and who checks it',
  '- Look for input that reaches a query unread',
  '- Expect the token to be stolen one day',
].join('\n');
const PERFORMANCE = [
  '1. Measure before you change anything',
  '2. Cache what is read often and written rarely',
  '3. Move slow work behind a queue',
].join('\n');

describe('from five similar definitions to a new one', () => {
  test.each([
    [80, 24],
    [160, 50],
  ])('the whole way at %i×%i', async (columns, rows) => {
    const session = await openWorkbench({ columns, rows });

    session.type('bkarch');
    await session.until('the architect is found first and has the cursor', (screen) =>
      /^❯ {2}backend-architect /.test(screen[2] ?? ''),
    );
    session.press('Tab');
    await session.sees('1 marked');
    session.press('Tab');
    await session.sees('2 marked');
    await session.sees(/✓ backend-architect .*\n.✓ backend-architecture-expert/);
    session.press('Enter', 'd');

    await session.sees('topic 1 of');
    await session.sees(/1 backend-architect.* base ─┬─ 2 backend-arch.* \d+ % ─/);
    session.press('n', 'n');
    await session.sees(/agents › compare {2}API Design .*topic 3 of \d+/);
    session.press('Esc');
    await session.sees('enter read');
    session.press('c');
    await session.sees('Nothing taken yet');

    await goToTopic(session, 'API Design', 1);
    session.press('Space');
    await session.sees(/1 section · \d+ passages? · ~[1-9]\d* tokens/);
    await session.sees(/Answer every error in one shape(.|\n)*Taken: API Design/);
    await goToTopic(session, 'Security', 2);
    session.press('Space');
    await session.sees('2 sections');
    await session.sees(/Answer every error(.|\n)*Expect the token(.|\n)*Taken: Security/);
    await goToTopic(session, 'Performance', 1);
    session.press('Space');
    await session.sees('3 sections');
    await session.sees(/Expect the token(.|\n)*Measure before you change/);

    session.press('Ctrl-S');
    await session.sees('Also the name of its file');
    session.type('steady-backend');
    await session.sees('name: steady-backend');
    session.press('Ctrl-S');
    await session.sees(/color: Ctrl-T chooses, Ctrl-S again leaves/);
    session.press('Ctrl-S');
    await session.sees(/Saved \S+\/steady-backend\.md · \d+ lines/);
    await session.sees('u undo');

    const text = readFileSync(join(session.cwd, '.claude/agents/steady-backend.md'), 'utf8');
    const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
    const original = readFileSync(join(session.folder, 'backend-architect.md'), 'utf8');
    expect(load(frontmatter)).toEqual({
      name: 'steady-backend',
      description: /^description: (.*)$/m.exec(original)?.[1],
      model: 'sonnet',
    });
    const places = [API_DESIGN, SECURITY, PERFORMANCE].map((pick) => body.indexOf(pick));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(body).toMatch(/queue\n$/);
  });
});

describe('a name that is taken', () => {
  const OLD = '---\nname: steady-backend\n---\nWritten by hand over many weeks.\n';

  test('is replaced only after the difference was shown, and its backup kept', async () => {
    const session = await openWorkbench();
    const target = await savedOver(session, OLD);
    await session.sees('Replace .claude/agents/steady-backend.md?');
    await session.sees('- Written by hand over many weeks.');
    await session.sees('+ **API Design:**');

    session.press('y');
    await session.sees('Saved');

    expect(readFileSync(target, 'utf8')).toContain(API_DESIGN);
    expect(readFileSync(join(dirname(target), '.steady-backend.md.bak'), 'utf8')).toBe(OLD);
  });

  test('stays as it is where the answer is no', async () => {
    const session = await openWorkbench();
    const target = await savedOver(session, OLD);
    await session.sees('Replace .claude/agents/steady-backend.md?');

    session.press('n');
    await session.seesNo('Replace .claude/agents/steady-backend.md?');
    await session.sees('steady-backend');

    expect(readFileSync(target, 'utf8')).toBe(OLD);
    expect(existsSync(join(dirname(target), '.steady-backend.md.bak'))).toBe(false);
  });
});

/** One section picked and saved under a name that a file with a text already has; the dialog comes next. */
async function savedOver(session: Workbench, text: string): Promise<string> {
  const target = join(session.cwd, '.claude/agents/steady-backend.md');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  await markFirst(session, 'bkarch', 1);
  session.press('c');
  await session.sees('Nothing taken yet');
  await goToTopic(session, 'API Design', 1);
  session.press('Space');
  await session.sees('1 section');
  session.press('Ctrl-S');
  await session.sees('Also the name of its file');
  session.type('steady-backend');
  await session.sees('name: steady-backend');
  session.press('Ctrl-S');
  return target;
}

test('everything that five agents say, once, and what stands for the rest', async () => {
  const session = await openWorkbench({ columns: 130, rows: 40 });
  await markFirst(session, 'backend', 5);
  session.press('c');
  await session.sees('Nothing taken yet');

  session.press('M');
  await session.sees(/Merged \d+ topics, \d+ left out/);
  session.press('X');
  await session.sees(/left out {2}all topics[\s\S]*said nowhere else[\s\S]*Nothing in the result says it/);
  session.press('v');
  await session.sees(/kept and left out[\s\S]*kept, result line \d/);
  session.press('Esc', 'Ctrl-S');
  await session.sees('Also the name of its file');
  session.type('backend-of-five');
  await session.sees('name: backend-of-five');
  session.press('Ctrl-S');
  await session.sees('things to decide: model, ');
  session.press('Ctrl-S');
  await session.sees('Saved');
  const text = readFileSync(join(session.cwd, '.claude/agents/backend-of-five.md'), 'utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '' && line !== '---');
  expect(lines.filter((line) => line.startsWith('- ')).length).toBeGreaterThan(10);
  expect(new Set(lines).size).toBe(lines.length);

  session.press('Esc', 'C');
  await session.sees(/backend-of-five.*up to date/);
});
