import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UNTOUCHED_MODES } from '../support/emulated-screen.ts';
import { INTERRUPTED_TWICE, preloading } from '../support/preload.ts';
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
    await session.sees('Nothing taken yet');
    await goToTopic(session, 'API Design', 1);
    session.press('Space');
    await session.sees('1 section');

    session.press('e');
    await session.sees('Added by the editor.');
    session.press('u');
    await session.seesNo('Added by the editor.');
    session.press('Esc');
    await session.sees('/ search');
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

describe('while an editor has the terminal', () => {
  test.each(['SIGTERM', 'SIGHUP', 'SIGALRM'] as const)('%s ends both, and leaves no file behind', async (signal) => {
    const tmp = temporaryFolder();
    const session = await editing({ EDITOR: waitingEditor(), TMPDIR: tmp });
    expect(readdirSync(tmp)).toHaveLength(1);
    const before = session.output().length;

    session.signal(signal);

    expect(await session.exit()).toEqual({ code: 128 + constants.signals[signal], signal: 0 });
    expect(session.output().slice(before)).toContain('The editor was told');
    expect(session.output().slice(before)).not.toContain('\u001B[?1049h');
    expect(session.modes()).toEqual(UNTOUCHED_MODES);
    expect(readdirSync(tmp)).toEqual([]);
  });

  test('one that takes no notice of a signal keeps nobody waiting', async () => {
    const tmp = temporaryFolder();
    const session = await editing({ EDITOR: waitingEditor("trap '' TERM"), TMPDIR: tmp });
    session.signal('SIGTERM');
    expect(await session.exit()).toEqual({ code: 143, signal: 0 });
    expect(readdirSync(tmp)).toEqual([]);
  });

  test('Ctrl-C is pressed in the editor', async () => {
    const session = await editing({ EDITOR: waitingEditor("trap 'echo Interrupted; exit 0' INT") });
    session.press('Ctrl-C');
    await session.until('the app is back', () => session.modes().alternateScreen);
    expect(session.output()).toContain('Interrupted');
    session.press('Ctrl-C');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
  });

  test('Ctrl-C in it does not end the app, though a package sends it once more when it has ended', async () => {
    const session = await openWorkbench({
      folder: temporaryFolder(NOTE),
      env: { EDITOR: waitingEditor("trap 'exit 0' INT") },
      program: (words) => preloading(words, INTERRUPTED_TWICE),
    });
    session.press('Enter');
    await session.sees('enter read');
    session.press('e');
    await session.sees('The editor waits');
    session.signal('SIGCONT');
    await session.sees('held up');
    session.press('Ctrl-C');
    await session.until('the app is back', () => session.modes().alternateScreen);
    await workingAgain(session);
    session.press('Ctrl-C');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
  });
});

/** The app, with a pick open in an editor. */
async function editing(env: Readonly<Record<string, string>>): Promise<Workbench> {
  const session = await openWorkbench({ env });
  await markFirst(session, 'bkarch', 1);
  session.press('c');
  await session.sees('Nothing taken yet');
  await goToTopic(session, 'API Design', 1);
  session.press('Space');
  await session.sees(/~[\d,]+ tokens/);
  await session.sees(/kept at \d/);
  session.press('e');
  await session.sees('The editor waits');
  return session;
}

/** An editor that waits for a signal. */
function waitingEditor(trap = "trap 'echo The editor was told; exit 1' TERM"): string {
  const path = join(temporaryFolder(), 'wait');
  writeFileSync(path, `#!/bin/sh\n${trap}\necho The editor waits\nwhile :; do sleep 0.1; done\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A program that adds a line to the file it is given. */
function editor(): string {
  const path = join(temporaryFolder(), 'add-a-line');
  writeFileSync(path, '#!/bin/sh\nprintf "\\nAdded by the editor.\\n" >> "$1"\n');
  chmodSync(path, 0o755);
  return path;
}

/** The app has the terminal again, and hears keys. */
async function workingAgain(session: Workbench): Promise<void> {
  expect(session.modes()).toMatchObject({ alternateScreen: true, cursorVisible: true, markedPaste: true });
  session.press('/');
  session.type('not');
  await session.sees(' agents  not');
}
