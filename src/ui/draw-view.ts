import { type Instance, render } from 'ink';
import type { ReactElement } from 'react';
import type { FrameStream } from './frame-stream.ts';

/** Draws a view by Ink, frame by frame, until it is unmounted. It reads no keys and writes nowhere else. */
export function drawView(view: ReactElement, { stdout }: FrameStream): Instance {
  return render(view, {
    stdout,
    exitOnCtrlC: false,
    patchConsole: false,
    // Each frame is written whole, see `frame-stream.ts`.
    debug: true,
    // Else Ink asks the environment (INK_SCREEN_READER), and leaves our rows out: for screen readers there are lines.
    isScreenReaderEnabled: false,
  });
}
