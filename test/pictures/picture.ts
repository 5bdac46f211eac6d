import type { Contents } from './made-up-home.ts';
import type { Theme } from './palettes.ts';

/** What a person does next, and how one sees that it is done. */
export interface Step {
  /** Keys by their names, as `Tab`, `Ctrl-S`, `c`. */
  readonly press?: readonly string[];
  /** Characters in one go. */
  readonly type?: string;
  /** What is on the screen then. */
  readonly sees: readonly (string | RegExp)[];
  /** What no longer is. */
  readonly seesNo?: string | RegExp;
  /** How long a recording shows what came of it, in milliseconds. */
  readonly hold?: number;
}

/** What happened on the machine before. */
export type Event = { readonly at: string } & (
  | { readonly kind: 'visit'; readonly steps: readonly Step[] }
  | { readonly kind: 'command'; readonly args: readonly string[] }
  /** A text in a file of the home folder gives way to another. */
  | { readonly kind: 'edit'; readonly path: string; readonly from: string; readonly to: string }
);

/** A state of the app. */
export interface Scene {
  readonly name: string;
  /** What it shows, as a sentence without its end. */
  readonly title: string;
  readonly contents?: Contents;
  readonly args?: readonly string[];
  /** The end of the path of a folder that cannot be listed, for as long as one likes. */
  readonly holds?: string;
  readonly before?: readonly Event[];
  readonly steps: readonly Step[];
}

/** A terminal that a scene is seen in. */
export interface Look {
  readonly columns: number;
  readonly rows: number;
  readonly theme: Theme;
  /** `none` for a user who wants none (NO_COLOR). */
  readonly colors: '16' | 'none';
}

/** What one file shows. */
export interface Picture {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly scene: Scene;
  readonly look: Look;
  /** Whether it moves: every step is shown, not the last one alone. */
  readonly moves: boolean;
}
