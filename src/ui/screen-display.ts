import { type Instance, render } from 'ink';
import { createElement } from 'react';
import { App } from './app.tsx';
import { ASK_BACKGROUND } from './decode-answer.ts';
import type { Display } from './display.ts';
import { createFrameStream } from './frame-stream.ts';
import { createPaints } from './paint.ts';
import type { Colors } from './theme.ts';

/** Alternate screen, no line wrap, cursor hidden until a frame shows it, pastes marked (xterm's ctlseqs); its own shape after. */
const ENTER = '\u001B[?1049h\u001B[?7l\u001B[?25l\u001B[?2004h';
const LEAVE = '\u001B[?2004l\u001B[0 q\u001B[?25h\u001B[?7h\u001B[?1049l';
/** Wheel, clicks, and motion while a button is down reported, with decimal places. */
const MOUSE_ON = '\u001B[?1002h\u001B[?1006h';
const MOUSE_OFF = '\u001B[?1006l\u001B[?1002l';

/** How the screen is to be. */
interface ScreenOptions {
  /** Whether to have the mouse reported. */
  readonly mouse: boolean;
  /** The terminal is asked once for the colour it shows text on, unless the user wants none; nothing waits for the answer. */
  readonly colors: Colors;
}

/** The app as a screen, drawn by Ink. Only this file, the frame stream and the clipboard write escape sequences. */
export function screenDisplay(stdout: NodeJS.WriteStream, { mouse, colors }: ScreenOptions): Display {
  const size = () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
  const frames = createFrameStream(stdout, size);
  let instance: Instance | null = null;
  return {
    size,
    /** Ink writes to a stream of its own and reads nothing, so it stays mounted whoever has the terminal. */
    mount: (store, fail) => {
      if (colors.any) stdout.write(ASK_BACKGROUND);
      const view = createElement(App, { store, paints: createPaints(colors) });
      instance = render(view, {
        stdout: frames.stdout,
        exitOnCtrlC: false,
        patchConsole: false,
        // Each frame is written whole, see `frame-stream.ts`.
        debug: true,
        // Else Ink asks the environment (INK_SCREEN_READER), and leaves our rows out: for screen readers there are lines.
        isScreenReaderEnabled: false,
      });
      instance.waitUntilExit().catch(fail);
    },
    unmount: () => instance?.unmount(),
    take: () => {
      stdout.write(mouse ? ENTER + MOUSE_ON : ENTER);
      frames.repaint();
    },
    release: () => {
      frames.pause();
      stdout.write(mouse ? MOUSE_OFF + LEAVE : LEAVE);
    },
    repaint: frames.repaint,
    // A screen shows all the time what could be told.
    tell: () => {},
  };
}
