import { lineWidth, type Span, type StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { queryOf } from '../browse/browse-results.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action } from '../model/actions.ts';
import { type Effect, type Step, step } from '../model/effects.ts';
import type { Model, Size } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { TOUR_STEPS } from './tour-steps.ts';

type Change = (model: Model, action: Action) => Step;

/** A tour from its beginning, or from the step that an earlier one came to. */
export interface TourStart {
  readonly reached: number;
  /** Where the file is put at the end, as it is shown; `null` for nowhere. */
  readonly keep: string | null;
}

/** The model the app starts in, as that of a tour: the rows of the tour's own lines are the screen's no more. */
export function firstOfTour(model: Model, { reached, keep }: TourStart): Model {
  const ahead = reached < TOUR_STEPS.length - 1 ? Math.max(0, reached) : 0;
  return withLines({ ...model, size: roomBeside(model.size), tour: { step: 0, ahead, keep, lines: [] } }, model.size);
}

/** What an action leads to while the tour goes on: what the app makes of it, and whether the step that waited is done. */
export function touring(change: Change): Change {
  return (before, action) => {
    const { tour } = before;
    if (tour === null) return change(before, action);
    if (isLeaving(before, action)) return change(before, { type: 'quitRequested' });
    const size = action.type === 'resized' ? action.size : sizeOf(before);
    const { model, effects } = change(
      before,
      action.type === 'resized' ? { ...action, size: roomBeside(size) } : action,
    );
    const taken =
      action.type === 'libraryRead' && action.complete && tour.ahead > 0
        ? takenUp(model, tour.ahead, change)
        : step(model);
    // The folder of the tour is nothing to remember.
    const wanted = [...effects, ...taken.effects].filter(({ type }) => type !== 'rememberSaveFolder');
    return { model: withLines(advanced(taken.model), size), effects: wanted };
  };
}

/** How many steps were done, for the next tour to go on from; none once all are. */
export function stepsDone({ tour }: Model): number {
  return tour === null || tour.step >= TOUR_STEPS.length - 1 ? 0 : Math.max(tour.step, tour.ahead);
}

/** The way back leads out where it leads no further, and from the end at once. */
function isLeaving({ browse, landed }: Model, { type }: Action): boolean {
  if (type === 'landingLeft') return landed !== null;
  return type === 'marksCleared' && browse.marked.length === 0 && !browse.isMarkedOnly && queryOf({ browse }) === '';
}

/** The state that the steps before lead to, and the news of it. */
function takenUp(model: Model, ahead: number, change: Change): Step {
  let effects: readonly Effect[] = [];
  let next = model;
  for (const action of TOUR_STEPS.slice(0, ahead).flatMap(({ acts }) => acts)) {
    const done = change(next, action);
    next = advanced(done.model);
    effects = [...effects, ...done.effects];
  }
  const { program } = next.surroundings;
  const words = `Taken up at step ${(next.tour?.step ?? 0) + 1}; ${program} tour --again begins anew`;
  return { model: withTour(noted(next, words, 'plain'), { ahead: 0 }), effects };
}

/** One step at a time, so that each is read. */
function advanced(model: Model): Model {
  const { tour } = model;
  return tour !== null && TOUR_STEPS[tour.step]?.isDone(model) ? withTour(model, { step: tour.step + 1 }) : model;
}

const withTour = (model: Model, change: Partial<NonNullable<Model['tour']>>): Model =>
  model.tour === null ? model : { ...model, tour: { ...model.tour, ...change } };

/** Rows of the tour's own; a small screen is the app's alone. */
const rowsOf = ({ rows }: Size): number => (rows >= 14 ? 2 : rows >= 8 ? 1 : 0);

const roomBeside = (size: Size): Size => ({ ...size, rows: size.rows - rowsOf(size) });

const sizeOf = ({ size, tour }: Model): Size => ({ ...size, rows: size.rows + (tour?.lines.length ?? 0) });

function withLines(model: Model, size: Size): Model {
  const lines = tourWords(model, Math.max(1, size.columns - 1));
  const shown = Array.from({ length: rowsOf(size) }, (_, at): StyledLine => lines[at] ?? { spans: [] });
  const isSame = shown.every((line, at) => textOf(line) === textOf(model.tour?.lines[at]));
  return isSame && shown.length === model.tour?.lines.length ? model : withTour(model, { lines: shown });
}

const textOf = (line: StyledLine | undefined): string => line?.spans.map(({ text }) => text).join('') ?? '';

/** The step that waits: what to do, and below it, where there is room, what comes of it. */
function tourWords(model: Model, width: number): readonly StyledLine[] {
  const { tour, surroundings } = model;
  const at = tour?.step ?? 0;
  const waiting = TOUR_STEPS[at];
  if (!waiting) return [];
  const keeping = tour?.keep
    ? `It is put into ${tour.keep}.`
    : `It goes with the tour; ${surroundings.program} tour --keep FOLDER keeps it.`;
  const isEnd = at === TOUR_STEPS.length - 1;
  const leaving = isEnd ? '' : ` · ${keyOf(model, 'everywhere.quit')} leaves`;
  const head: Span = { text: ` Tour ${at + 1} of ${TOUR_STEPS.length}  `, role: 'accent' };
  const todo: Span = { text: visibleText(waiting.words(model)), role: 'strong' };
  const first = { spans: [head, todo] };
  const whole = lineWidth(first) + leaving.length <= width ? { spans: [head, todo, muted(leaving)] } : first;
  const about = muted(` ${visibleText(isEnd ? keeping : waiting.about)}`);
  return [...wrapSpans(whole.spans, width), ...wrapSpans([about], width)];
}

const muted = (text: string): Span => ({ text, role: 'muted' });
