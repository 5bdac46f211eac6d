/** A program that puts what it reads on the clipboard, as it is called. */
export interface ClipboardProgram {
  readonly words: readonly [command: string, ...options: string[]];
  /** Whether it hands the text on to a terminal, which does not answer. */
  readonly isPassing: boolean;
}

/**
 * The programs that reach the clipboard of whoever sits before the terminal, the nearest first. Over SSH the clipboard of
 * this machine is not theirs.
 *
 * @param environment Of the process.
 * @param platform As Node calls it.
 */
export function clipboardPrograms(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
): readonly ClipboardProgram[] {
  const has = (name: string): boolean => (environment[name] ?? '') !== '';
  const isFar = has('SSH_CONNECTION') || has('SSH_TTY') || has('SSH_CLIENT');
  const near: readonly (readonly [boolean, ClipboardProgram['words']])[] = [
    [platform === 'darwin', ['pbcopy']],
    [platform === 'win32' || has('WSL_DISTRO_NAME'), ['clip.exe']],
    [has('TERMUX_VERSION'), ['termux-clipboard-set']],
    [has('WAYLAND_DISPLAY'), ['wl-copy']],
    [has('DISPLAY'), ['xclip', '-selection', 'clipboard']],
    [has('DISPLAY'), ['xsel', '--clipboard', '--input']],
  ];
  return [
    ...near.flatMap(([isThere, words]) => (isThere && !isFar ? [{ words, isPassing: false }] : [])),
    ...(has('TMUX') ? [{ words: ['tmux', 'load-buffer', '-w', '-'], isPassing: true } as const] : []),
  ];
}
