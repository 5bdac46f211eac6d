import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWorkbench } from '../support/workbench.ts';

const definition = (name: string, text: string) =>
  `---\nname: ${name}\ndescription: Does ${name}.\n---\n## Security\n\n${text}\n`;

describe('a file changed on disk', () => {
  test('shows in list and preview, and leaves mark, cursor and scroll where they were', async () => {
    const session = await openWorkbench({ columns: 120 });
    const at = (name: string) => join(session.folder, `${name}.md`);
    writeFileSync(at('zz-first'), definition('zz-first', 'As it was.'));
    await session.sees('zz-first');
    session.press('Enter', 'G', 'Space');
    await session.sees('1 marked');
    await session.sees('As it was.');

    writeFileSync(at('zz-first'), definition('zz-first', 'As it became.'));
    await session.sees('As it became.');
    writeFileSync(at('aa-new'), definition('aa-new', 'Comes first.'));
    await session.sees('aa-new');
    expect(session.screen().find((line) => line.startsWith('❯'))).toMatch(/^❯✓ zz-first/);
    rmSync(at('aa-new'));
    await session.seesNo('aa-new');
    expect(session.screen().find((line) => line.startsWith('❯'))).toMatch(/^❯✓ zz-first/);
  });

  test('shows in the reader and in a comparison', async () => {
    const session = await openWorkbench({ columns: 120 });
    const path = join(session.folder, 'zz-first.md');
    writeFileSync(path, definition('zz-first', 'As it was.'));
    await session.sees('zz-first');
    session.press('Enter', 'G', 'Enter');
    await session.sees('As it was.');
    writeFileSync(path, definition('zz-first', 'As it became.'));
    await session.sees('As it became.');
    session.press('Esc');
    await session.sees('/ search');
    session.press('Space', 'Up', 'Space', 'd');
    await session.sees('topic 1 of');
    writeFileSync(path, definition('zz-first', 'As it is now.'));
    await session.sees('As it is now.');
    session.press('Ctrl-C');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
  });
});

describe('a source', () => {
  test('that is removed and made again is back, as after a change of branch', async () => {
    const session = await openWorkbench({ columns: 120 });
    for (const name of ['first', 'second']) {
      rmSync(session.folder, { recursive: true });
      mkdirSync(session.folder);
      writeFileSync(join(session.folder, `zz-${name}.md`), definition(`zz-${name}`, 'Back again.'));
      await session.sees('1 of 1');
      await session.sees(`zz-${name}`);
    }
    rmSync(session.folder, { recursive: true });
    await session.seesNo('zz-second');
    mkdirSync(session.folder);
    writeFileSync(join(session.folder, 'zz-third.md'), definition('zz-third', 'And again.'));
    await session.sees('zz-third');
  });
});
