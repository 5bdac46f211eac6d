import { statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { textHash } from '../../kit/text-hash.ts';
import { keepBytes, keptBytes } from '../compiled/kept-bytes.ts';
import { privateFolder } from '../compiled/private-folder.ts';

/** The first frame of the app as it was drawn in an earlier run, and all that is to be written for it. */
export interface KeptFrame {
  /** Takes the terminal and draws the frame. */
  readonly show: string;
  /** Gives the terminal back. */
  readonly leave: string;
  /** What is on the screen then: styled rows, and what puts the terminal's cursor where it stands. */
  readonly frame: { readonly rows: readonly string[]; readonly cursor: string };
  /** Cells of the screen that it was drawn for. */
  readonly size: { readonly columns: number; readonly rows: number };
}

/** Where the first frame of one kind of start is kept. */
export interface FramePlace {
  readonly path: string;
  /** What else it depends on. */
  readonly origin: readonly Buffer[];
}

/** Windows of so many sizes are known; who drags a window's edge starts nothing while it moves. */
const MOST_KEPT = { files: 20 };

/** Parts of the environment that change how things are drawn. */
const SEEN = /^(?:TERM|COLORTERM|NO_COLOR|LANG|LC_ALL|LC_CTYPE|INK_SCREEN_READER|AGENTS_\w+)$/;

/**
 * Where the first frame is kept of a start with this build, size, settings and environment. What else it shows the
 * app puts right when it draws its own over it, so nothing is wrong for longer than it takes to load.
 *
 * @param cache The program's cache folder, absolute; made if missing. `null` for none.
 * @param script Absolute path of the script that draws.
 * @param settings Absolute path of the settings file, which need not be there.
 * @returns `null` where nothing can be kept that nobody else could have written.
 */
export function framePlace(
  cache: string | null,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  script: string,
  settings: string | null,
): FramePlace | null {
  if (cache === null || process.env.NODE_DISABLE_COMPILE_CACHE) return null;
  const folder = privateFolder(join(cache, 'first-frames'));
  if (folder === null) return null;
  const environment = Object.entries(process.env).filter(([name]) => SEEN.test(name));
  const state = settings === null ? null : stateOf(settings);
  const origin = JSON.stringify([stateOf(script), state, environment.sort()]);
  // Two builds, and two kinds of terminal, have frames of their own side by side.
  return { path: join(folder, `${textHash(origin)}+${columns}x${rows}`), origin: [Buffer.from(origin)] };
}

/** By what a change of a file is noticed; `null` for one that cannot be seen. */
function stateOf(path: string): unknown {
  try {
    const { mtimeMs, size } = statSync(path);
    return [mtimeMs, size];
  } catch {
    return null;
  }
}

/** The frame that is kept there; `null` for none. */
export function readFrame({ path, origin }: FramePlace): KeptFrame | null {
  const bytes = keptBytes(path, origin);
  return bytes === null ? null : JSON.parse(bytes.toString());
}

/** Keep a frame for the next start of this kind; where that cannot be done, nothing is kept. */
export function keepFrame({ path, origin }: FramePlace, frame: KeptFrame): void {
  keepBytes(path, origin, Buffer.from(JSON.stringify(frame)), MOST_KEPT);
}
