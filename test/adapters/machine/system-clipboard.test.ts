import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clipboardPrograms } from '../../../src/adapters/machine/clipboard-programs.ts';
import { systemClipboard } from '../../../src/adapters/machine/system-clipboard.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const ODD = 'Ä\u0007\u001b]0;x\n';
const SEQUENCE = `\u001b]52;c;${btoa('\u00c3\u0084\u0007\u001b]0;x\n')}\u0007`;

function program(script: string): { readonly path: string; readonly got: () => string } {
  const folder = temporaryFolder({ run: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, 'run'), 0o755);
  return { path: join(folder, 'run'), got: () => readFileSync(join(folder, 'got'), 'utf8') };
}

describe('the clipboard', () => {
  test('of the terminal is handed a text as base64, so that nothing in it is a sequence', async () => {
    const written: string[] = [];
    const terminal = { write: (data: string) => written.push(data) };
    expect(await systemClipboard(terminal, []).copy(ODD)).toEqual({ kind: 'sent', by: 'OSC 52', isLong: false });
    expect(written).toEqual([SEQUENCE]);
    expect(await systemClipboard(terminal, []).copy('x'.repeat(60_000))).toMatchObject({ isLong: true });
  });

  test('is that of the first program that takes the text; one that fails or is not there is passed over', async () => {
    const written: string[] = [];
    const terminal = { write: (data: string) => written.push(data) };
    const takes = program('cat > "$(dirname "$0")/got"');
    const fails = program('exit 1');
    const closes = program('exec 0<&-; exit 1');
    const all = ['/nowhere/at/all', fails.path, closes.path, takes.path].map((one) => ({
      words: [one] as const,
      isPassing: false,
    }));
    expect(await systemClipboard(terminal, all).copy(ODD)).toEqual({ kind: 'taken', by: takes.path });
    expect(takes.got()).toBe(ODD);
    expect(written).toEqual([]);
    const through = [{ words: [takes.path] as const, isPassing: true }];
    expect(await systemClipboard(terminal, through).copy(ODD)).toMatchObject({ kind: 'sent', by: takes.path });
    expect(await systemClipboard(terminal, all.slice(0, 3)).copy(ODD)).toMatchObject({ by: 'OSC 52' });
    expect(written).toEqual([SEQUENCE]);
  });

  test.each([
    [{}, 'linux', []],
    [{}, 'darwin', ['pbcopy']],
    [{ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, 'linux', ['wl-copy', 'xclip', 'xsel']],
    [{ DISPLAY: ':0', SSH_CONNECTION: '1', TMUX: '/tmp/x' }, 'linux', ['tmux']],
    [{ SSH_TTY: '/dev/pts/0' }, 'darwin', []],
    [{ WSL_DISTRO_NAME: 'Debian', DISPLAY: '' }, 'linux', ['clip.exe']],
  ])('of %j on %s is reached by %j', (environment, platform, commands) => {
    expect(clipboardPrograms(environment, platform).map(({ words }) => words[0])).toEqual(commands);
  });
});
