import type { Action } from '../../app/model/actions.ts';
import type { Model } from '../../app/model/model.ts';
import type { StyledLine } from '../../text/styled-text.ts';
import { spokenLine } from './spoken.ts';

/** What was there when the last line was said, and what happened since. */
export interface Since {
  readonly before: Model;
  readonly action: Action;
}

/** A screen or a dialog in lines. */
export interface PlaceLines {
  /** What is said on coming there, before what the keys are on. */
  readonly arrival: (model: Model) => readonly string[];
  /** What is said whenever it becomes another one. */
  readonly status: (model: Model) => string;
  /** What the keys are on, as a name for it: when that becomes another one, {@link PlaceLines.here} is said. */
  readonly spot: (model: Model) => string;
  /** What the keys are on. Of what was said before only what changed; `null` for coming there, or for asking. */
  readonly here: (model: Model, since: Since | null) => readonly string[];
  /** All of what the keys are on. */
  readonly whole: (model: Model) => readonly string[];
  /** What was scrolled into sight beside it; with the line at the top, which was not said, on leaving that. */
  readonly beside: (model: Model, since: Since) => readonly string[];
}

/** A place with nothing beside what the keys are on. */
export function placeLines(own: Pick<PlaceLines, 'arrival' | 'spot' | 'here'> & Partial<PlaceLines>): PlaceLines {
  return { status: () => '', whole: (model) => own.here(model, null), beside: () => [], ...own };
}

/**
 * The line that a text beside the cursor was scrolled to.
 *
 * @param at The line at the top of it, and how far down that is.
 */
export function scrolledLines(
  at: (model: Model) => { readonly top: number; readonly line: StyledLine | undefined },
): PlaceLines['beside'] {
  const words = ({ line }: ReturnType<typeof at>): string => (line && spokenLine(line)) || 'blank';
  return (model, { before }) => {
    const now = at(model);
    const then = at(before);
    if (now.top === then.top) return [];
    return then.top === 0 ? [words(then), words(now)] : [words(now)];
  };
}

/** Whether the cursor went one line on or back. */
export function isLineMove(since: Since | null): boolean {
  return since !== null && since.action.type === 'moved' && since.action.unit === 'line';
}
