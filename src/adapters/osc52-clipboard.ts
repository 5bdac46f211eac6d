import { Buffer } from 'node:buffer';
import type { Clipboard } from '../ports/clipboard.ts';

/**
 * The clipboard of the terminal, also over SSH: the sequence OSC 52 with the text in base64 (xterm, "Operating System
 * Commands"). Terminals that lack it or have it switched off ignore it; many take no more than about 75 KB. There is
 * no answer, so a refusal cannot be told.
 *
 * @param terminal The stream that leads to the terminal.
 */
export function osc52Clipboard(terminal: { write(data: string): unknown }): Clipboard {
  return {
    copy: (text) => {
      terminal.write(`\u001b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`);
    },
  };
}
