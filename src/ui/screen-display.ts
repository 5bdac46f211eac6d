import type { Instance } from 'ink';
import { createElement } from 'react';
import type { Model, Size } from '../app/model/model.ts';
import { App } from './app.tsx';
import { ASK_BACKGROUND } from './decode-answer.ts';
import type { Display } from './display.ts';
import { drawView } from './draw-view.ts';
import { createFrameStream, type Frame, wholeFrame } from './frame-stream.ts';
import { createPaints } from './paint.ts';
import { rehearseFrames } from './rehearse-frames.ts';
import type { Colors } from './theme.ts';

/** Alternate screen, no line wrap, cursor hidden until a frame shows it, pastes marked (xterm's ctlseqs); its own shape after. */
const ENTER = '\u001B[?1049h\u001B[?7l\u001B[?25l\u001B[?2004h';
const LEAVE = '\u001B[?2004l\u001B[0 q\u001B[?25h\u001B[?7h\u001B[?1049l';
/** Wheel, clicks, and motion while a button is down reported, with decimal places. */
const MOUSE_ON = '\u001B[?1002h\u001B[?1006h';
const MOUSE_OFF = '\u001B[?1006l\u001B[?1002l';

/** Asks whether the terminal has the kitty protocol; one that does not says nothing. */
const ASK_EXACT_KEYS = '\u001B[?u';
/** Keys that others look like told apart, on top of what was asked for before; and as it was before. */
const EXACT_KEYS_ON = '\u001B[>1u';
const EXACT_KEYS_OFF = '\u001B[<u';

/** How the screen is to be. */
interface ScreenOptions {
  /** Whether to have the mouse reported. */
  readonly mouse: boolean;
  /** The terminal is asked once for the colour it shows text on, unless the user wants none; nothing waits for the answer. */
  readonly colors: Colors;
  /** What was put on the screen by {@link FirstFrame.show} in this run already, and its size then; `null` for nothing. */
  readonly early: Pick<FirstFrame, 'frame' | 'size'> | null;
}

/** The first frame that a screen drew, to be shown before the app is loaded the next time. */
interface FirstFrame {
  /** Takes the terminal, and draws the frame. */
  readonly show: string;
  /** Gives the terminal back. */
  readonly leave: string;
  readonly frame: Frame;
  readonly size: Size;
}

/** The app as a screen. */
export interface ScreenDisplay extends Display {
  /** `null` until a frame was drawn. */
  readonly first: () => FirstFrame | null;
  /** Draw models where nobody sees it: see {@link rehearseFrames}. */
  readonly rehearse: (models: Iterable<Model>) => Iterable<void>;
}

/** The app as a screen, drawn by Ink. Only this file, the frame stream and the clipboard write escape sequences. */
export function screenDisplay(stdout: NodeJS.WriteStream, { mouse, colors, early }: ScreenOptions): ScreenDisplay {
  const size = (): Size => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
  const frames = createFrameStream(stdout, size);
  const paints = createPaints(colors);
  let instance: Instance | null = null;
  let isExact = false;
  let before = early;
  const enter = `${ENTER}${mouse ? MOUSE_ON : ''}`;
  const leave = `${mouse ? MOUSE_OFF : ''}${LEAVE}`;
  const started = size();
  return {
    size,
    first: () => {
      const frame = frames.first();
      return frame && { show: enter + wholeFrame(frame, started.columns), leave, frame, size: started };
    },
    rehearse: (models) => rehearseFrames(models, paints),
    /** Ink writes to a stream of its own and reads nothing, so it stays mounted whoever has the terminal. */
    mount: (store, fail) => {
      stdout.write(colors.any ? ASK_BACKGROUND + ASK_EXACT_KEYS : ASK_EXACT_KEYS);
      instance = drawView(createElement(App, { store, paints }), frames);
      instance.waitUntilExit().catch(fail);
    },
    unmount: () => instance?.unmount(),
    take: () => {
      const there = before;
      before = null;
      if (there !== null) {
        const now = size();
        if (now.columns === there.size.columns && now.rows === there.size.rows) frames.drawOver(there.frame);
        else frames.repaint();
        return;
      }
      // The alternate screen has what is asked for of its own.
      stdout.write(enter + (isExact ? EXACT_KEYS_ON : ''));
      frames.repaint();
    },
    release: () => {
      frames.pause();
      stdout.write((isExact ? EXACT_KEYS_OFF : '') + leave);
    },
    repaint: frames.repaint,
    askExactKeys: () => {
      if (!isExact) stdout.write(EXACT_KEYS_ON);
      isExact = true;
    },
    // A screen shows all the time what could be told.
    tell: () => {},
  };
}
