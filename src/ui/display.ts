import type { Size } from '../app/model/model.ts';
import type { Store } from '../app/store.ts';
import type { Telling } from '../ports/terminal.ts';

/** What shows the app on the terminal: a screen, or lines. */
export interface Display {
  /** Cells there are for what the app lays out. */
  readonly size: () => Size;
  /**
   * Show what a store holds from now on.
   *
   * @param fail Told what was thrown while showing it; nothing is shown any more.
   */
  readonly mount: (store: Store, fail: (error: unknown) => void) => void;
  readonly unmount: () => void;
  /** The terminal is ours, now or again. */
  readonly take: () => void;
  /** The terminal gets into other hands, as it was before. */
  readonly release: () => void;
  /**
   * Show everything again.
   *
   * @param change What makes the last of it outdated, as a new size of the terminal does.
   */
  readonly repaint: (change?: () => void) => void;
  /** The terminal has said that it can tell of keys exactly: it is asked to, for as long as it is ours. */
  readonly askExactKeys: () => void;
  /** Say something once more, where everything is told in lines. */
  readonly tell: (what: Telling) => void;
}
