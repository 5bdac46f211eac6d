import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { goToTopic, markFirst, openWorkbench, type Workbench } from '../support/workbench.ts';

const NOTE = { 'note.md': '---\nname: note\ndescription: A short one.\n---\nThe first line.\n' };

describe('$EDITOR', () => {
  test('changes a definition, and the preview shows the change', async () => {
    const session = await openWorkbench({ folder: temporaryFolder(NOTE), env: { EDITOR: editor() } });
    await session.sees('The first line.');
    session.press('Enter');
    await session.sees('enter read');

    session.press('e');

    await session.sees('Added by the editor.');
    await workingAgain(session);
  });

  test('changes a pick, and leaves the file it came from alone', async () => {
    const session = await openWorkbench({ env: { EDITOR: editor() } });
    await markFirst(session, 'bkarch', 1);
    session.press('c');
    await session.sees('0 picks');
    await goToTopic(session, 'API Design', 1);
    session.press('Space');
    await session.sees('1 pick');

    session.press('e');
    await session.sees('Added by the editor.');
    session.press('u');
    await session.seesNo('Added by the editor.');
    session.press('Esc');
    await session.sees('d compare');
    expect(session.screen().join('\n')).not.toContain('Added by the editor.');
  });

  test.each([
    ['that fails', 'false', 'false ended with exit code 1'],
    ['that is not there', 'no-such-editor', 'The editor no-such-editor was not found'],
    ['that nobody has set', '', 'No editor is set'],
  ])('%s is one line of news', async (_name, EDITOR, words) => {
    const session = await openWorkbench({ folder: temporaryFolder(NOTE), env: { EDITOR } });
    session.press('Enter');
    await session.sees('enter read');

    session.press('e');

    await session.until('the news over the footer', (screen) => screen[22]?.startsWith(` ${words}`) ?? false);
    await workingAgain(session);
  });
});

/** A program that adds a line to the file it is given. */
function editor(): string {
  const path = join(temporaryFolder(), 'add-a-line');
  writeFileSync(path, '#!/bin/sh\nprintf "\\nAdded by the editor.\\n" >> "$1"\n');
  chmodSync(path, 0o755);
  return path;
}

/** The app has the terminal again, and hears keys. */
async function workingAgain(session: Workbench): Promise<void> {
  expect(session.modes()).toMatchObject({ alternateScreen: true, cursorVisible: false, markedPaste: true });
  session.press('/');
  session.type('not');
  await session.sees(' agents  not');
}
