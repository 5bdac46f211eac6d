import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { terminalEditor } from '../../src/adapters/terminal-editor.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** An editor that is a shell script; the path of the script. */
function scripted(script: string): string {
  const path = join(temporaryFolder(), 'my editor.sh');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('opening a file', () => {
  test('runs the command with its options and the path as one argument, whatever the path holds', async () => {
    const folder = temporaryFolder();
    const editor = scripted('printf "%s|" "$@" > "$1"');
    const target = '/p/it\'s; $(touch x) "a".md';
    expect(await terminalEditor(`'${editor}' '${folder}/log' -w`).open(target)).toBeNull();
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe(`${folder}/log|-w|${target}|`);
  });

  test.each([
    ['', 'No editor is set: set $VISUAL or $EDITOR'],
    [' ', 'No editor is set: set $VISUAL or $EDITOR'],
    ["'vim", "The editor's command has an open quote: 'vim"],
    ['no-such-editor-here', 'The editor no-such-editor-here was not found: check $VISUAL and $EDITOR'],
    ['/dev/null', 'The editor /dev/null may not be run: check $VISUAL and $EDITOR'],
    ['false', 'false ended with exit code 1'],
    ['sh -c "kill -9 $$"', 'sh was ended by SIGKILL'],
  ])('with %j says what is wrong', async (command, problem) => {
    expect(await terminalEditor(command).open('/p/a.md')).toBe(problem);
  });
});

describe('editing a text', () => {
  test('gives back what the user made of it and leaves no file', async () => {
    const before = readdirSync(tmpdir()).filter((name) => /^agents-[A-Za-z0-9]{6}$/.test(name));
    const editor = terminalEditor(`'${scripted('basename "$1" >> "$1"')}'`);
    expect(await editor.edit('Ärger\n', '../Be brief!')).toEqual({ kind: 'edited', text: 'Ärger\n-Be-brief-.md\n' });
    expect(readdirSync(tmpdir()).filter((name) => /^agents-[A-Za-z0-9]{6}$/.test(name))).toEqual(before);
  });

  test('gives the problem when the editor fails', async () => {
    const outcome = await terminalEditor('false').edit('text', 'name');
    expect(outcome).toEqual({ kind: 'failed', reason: 'false ended with exit code 1' });
  });
});
