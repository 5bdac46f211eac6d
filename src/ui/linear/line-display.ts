import type { Action } from '../../app/model/actions.ts';
import type { Model, Size } from '../../app/model/model.ts';
import type { Store } from '../../app/store.ts';
import type { Display } from '../display.ts';
import { firstLines, linesOf, whereLines, wholeLines } from './lines-of.ts';

/** The terminal as far as lines need it. */
interface LineTarget {
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** What the app lays out for: nothing is cut or wrapped, and every text is gone through line by line. */
export const LINEAR_SIZE: Size = { columns: 4_000, rows: 3 };

/** Once nothing was typed for so long, what came of it is said. */
const TYPING_PAUSE_MS = 500;

const TYPING: ReadonlySet<Action['type']> = new Set(['fieldTyped', 'fieldEdited']);

/**
 * The app told in lines, for screen readers: each is written once, at the end, and nothing else. No escape sequence is.
 *
 * What is typed is told when typing pauses, or with the next key that does something else. While the terminal cannot keep
 * up, what happens is told when it can, as one.
 */
export function lineDisplay(stdout: LineTarget): Display {
  let store: Store | null = null;
  let forget = (): void => {};
  /** The app as it was when something was said last. */
  let told: Model | null = null;
  let last: readonly string[] = [];
  let timer: NodeJS.Timeout | null = null;
  let isOurs = false;
  let isWaiting = false;
  let latest: Action = { type: 'started' };

  const write = (lines: readonly string[]): void => {
    if (lines.length === 0 || !isOurs) return;
    if (stdout.write(`${lines.join('\n')}\n`)) return;
    isWaiting = true;
    stdout.once('drain', () => {
      isWaiting = false;
      if (timer === null) tellChanges();
    });
  };

  const say = (lines: readonly string[]): void => {
    if (lines.length > 0) last = lines;
    write(lines);
  };

  const stopTimer = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
  };

  const tellChanges = (): void => {
    stopTimer();
    if (!isOurs || isWaiting || store === null || told === null) return;
    const before = told;
    told = store.model();
    if (before !== told) say(linesOf(before, told, latest));
  };

  const changed = (action: Action): void => {
    if (isUnderway(action) || (timer !== null && BESIDE_KEYS.has(action.type))) return;
    latest = action;
    stopTimer();
    if (TYPING.has(action.type)) timer = setTimeout(tellChanges, TYPING_PAUSE_MS);
    else tellChanges();
  };

  return {
    size: () => LINEAR_SIZE,
    mount: (shown) => {
      store = shown;
      told = shown.model();
      forget = shown.subscribe(changed);
      say(firstLines(told));
    },
    unmount: () => forget(),
    take: () => {
      isOurs = true;
      if (store === null) return;
      tellChanges();
      write(whereLines(store.model()));
    },
    release: () => {
      stopTimer();
      isOurs = false;
    },
    // Asked for by an escape sequence, of which none is written.
    askExactKeys: () => {},
    repaint: (change) => {
      if (change) change();
      else if (store) write(whereLines(store.model()));
    },
    tell: (what) => {
      if (store === null) return;
      if (what === 'again') write(last);
      else say(what === 'place' ? whereLines(store.model()) : wholeLines(store.model()));
    },
  };
}

/** Whether more of the same is to come by itself: the last of it is told. */
function isUnderway(action: Action): boolean {
  return (
    (action.type === 'libraryRead' && !action.complete) || (action.type === 'searchWorked' && action.work !== null)
  );
}

/** What happens beside the keys does not end a pause in typing. */
const BESIDE_KEYS: ReadonlySet<Action['type']> = new Set([
  'libraryRead',
  'searchWorked',
  'rowsJudged',
  'topicsAligned',
  'draftsFound',
  'draftKept',
]);
