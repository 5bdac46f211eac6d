import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compiledFor } from '../support/compiled-once.ts';
import { definitionFolder } from '../support/definition-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';
import { openWorkbench } from '../support/workbench.ts';

// What makes a program slow by and by, in counts, which are the same on every machine.

const [node = '', program = ''] = AGENTS;
const HOOK = fileURLToPath(new URL('../support/loaded-scripts.cjs', import.meta.url));

function scriptsOf(...args: readonly string[]): string | undefined {
  const env = compiledFor({ PATH: process.env.PATH, HOME: temporaryFolder() });
  const { stderr } = spawnSync(node, ['--require', HOOK, program, ...args], { env, encoding: 'utf8' });
  return /scripts: (.*)/.exec(stderr)?.[1];
}

describe('scripts loaded', () => {
  test('by --version: the one that starts', () => {
    expect(scriptsOf('--version')).toBe('agents.js');
  });

  test.each([
    ['list', '--source'],
    ['search', 'backend', '--source'],
  ])('by %s: nothing but what reads', (...args) => {
    expect(scriptsOf(...args, definitionFolder())).toBe('agents.js main.js reading.js');
  });

  test('by a list of nothing: not even what reads', () => {
    expect(scriptsOf('list', '--source', temporaryFolder({ 'notes.txt': 'No agent.' }))).toBe('agents.js main.js');
  });

  test('by lint: nothing of the interactive app or the settings', () => {
    expect(scriptsOf('lint', '--source', definitionFolder())).toBe('agents.js authoring.js main.js');
  });
});

describe('a key', () => {
  /** Of frames of 200×60, 12,000 cells with their colours. */
  const MOST_BYTES = 12_000;

  test('writes only what it changes, and clears nothing', async () => {
    const folder = manyDefinitions(80);
    const session = await openWorkbench({ folder, columns: 200, rows: 60 });
    session.press('Enter');
    await session.sees('/ search');
    const before = session.output().length;
    for (let key = 1; key <= 40; key += 1) {
      session.press('Down');
      await session.sees(new RegExp(`❯ {2}agent-${String(key).padStart(3, '0')}`));
    }
    const written = session.output().slice(before);
    expect(written).not.toContain('\u001B[2J');
    expect(Buffer.byteLength(written) / 40).toBeLessThan(MOST_BYTES);

    const beforeMark = session.output().length;
    session.press('Space');
    await session.sees('1 marked');
    // The row with the mark, the number of marks, and the keys.
    expect(session.output().length - beforeMark).toBeLessThan(1_500);
  });

  test('that changes nothing writes nothing', async () => {
    const session = await openWorkbench();
    session.press('Enter');
    await session.sees('/ search');
    const before = session.output().length;
    session.press('Up', 'Up', 'Up');
    session.press('Space');
    await session.sees('1 marked');
    expect(
      session
        .output()
        .slice(before)
        .match(/\u001B\[\?2026h/g),
    ).toHaveLength(1);
  });
});

function manyDefinitions(count: number): string {
  const folder = temporaryFolder({});
  for (let at = 0; at < count; at += 1) {
    const name = `agent-${String(at).padStart(3, '0')}`;
    const body = Array.from(
      { length: 60 },
      (_, line) => `- **point ${line}**: what ${name} does in case ${line + at}.`,
    );
    writeFileSync(
      join(folder, `${name}.md`),
      `---\nname: ${name}\ndescription: Does ${name}.\n---\n${body.join('\n')}\n`,
    );
  }
  return folder;
}
