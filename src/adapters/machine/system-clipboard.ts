import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import type { Clipboard } from '../../ports/clipboard.ts';
import type { ClipboardProgram } from './clipboard-programs.ts';

/**
 * The clipboard: of the system by the first program that takes the text, else of the terminal, also over SSH, by the
 * sequence OSC 52 with the text in base64 (xterm, "Operating System Commands"). Terminals that lack it or have it
 * switched off ignore it; many take no more than about 75 KB. There is no answer, so a refusal cannot be told.
 *
 * @param terminal The stream that leads to the terminal.
 * @param programs In the order in which they are tried; one that is not there or fails is passed over.
 */
export function systemClipboard(
  terminal: { write(data: string): unknown },
  programs: readonly ClipboardProgram[],
): Clipboard {
  return {
    copy: async (text) => {
      for (const { words, isPassing } of programs)
        if (await isTakenBy(words, text))
          return isPassing ? { kind: 'sent', by: words[0], isLong: false } : { kind: 'taken', by: words[0] };
      const encoded = Buffer.from(text, 'utf8').toString('base64');
      terminal.write(`\u001b]52;c;${encoded}\u0007`);
      return { kind: 'sent', by: 'OSC 52', isLong: encoded.length > MOST_TAKEN };
    },
  };
}

/** Many terminals take no more of base64. */
const MOST_TAKEN = 74_994;

/** A program that waits for a display that does not answer is given up. */
const PATIENCE_MS = 3000;

function isTakenBy([command, ...options]: ClipboardProgram['words'], text: string): Promise<boolean> {
  // What goes on to serve the clipboard in the background keeps no stream of ours.
  const child = spawn(command, options, { stdio: ['pipe', 'ignore', 'ignore'], timeout: PATIENCE_MS });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}
