import type { SearchHit } from '../../core/search/search.ts';
import { memoLast } from '../../kit/memo.ts';
import { countText } from '../../text/count-text.ts';
import type { StyledLine } from '../../text/styled-text.ts';
import type { Action } from '../model/actions.ts';
import { type Step, step } from '../model/effects.ts';
import { browseLayout, secondText } from '../model/layout.ts';
import { type Model, screenOf } from '../model/model.ts';
import { clamped } from '../model/scrolling.ts';
import { shortPath } from '../model/short-path.ts';
import { resultsOf } from './browse-results.ts';
import { previewText } from './preview-text.ts';

/** What the preview shows now. */
export interface PreviewWindow {
  readonly hit: SearchHit;
  readonly lines: readonly StyledLine[];
  /** The first line on the screen. */
  readonly top: number;
  /** How many lines there are; with a `+` where it was not made to its end. */
  readonly count: number | string;
}

/**
 * The preview of the definition under the cursor; `null` where there is none, or no room. The screen asks for it, and the
 * footer whether it scrolls.
 */
export const previewWindow = memoLast((model: Model): PreviewWindow | null => previewAt(model, model.browse.cursor));

/**
 * The preview that the screen would have with the cursor on another row. What takes time of it is remembered: made while
 * nobody waits, it is there when the key comes.
 */
export function previewAt(model: Model, row: number): PreviewWindow | null {
  const hit = resultsOf(model).at(row);
  const layout = browseLayout(model);
  const { rows } = layout.second;
  if (!hit || rows === 0 || layout.second.columns === 0) return null;
  const { id, path } = hit.definition;
  const { preview } = model.browse;
  const top = preview.id === id ? preview.top : 0;
  const { placed, columns } = secondText(layout);
  const { lines, isWhole } = previewText(hit, shortPath(path, model.surroundings), columns, top + rows);
  return {
    hit,
    lines: lines.slice(top, top + rows).map(placed),
    top,
    count: isWhole ? lines.length : `${countText(lines.length)}+`,
  };
}

/** The row that the same key would lead to once more is asked for, so that its preview is made before that key comes. */
export function withNextPreviewAsked(before: Model, { model, effects }: Step): Step {
  const way = model.browse.cursor - before.browse.cursor;
  const row = model.browse.cursor + way;
  if (way === 0 || screenOf(model) !== 'browse' || row < 0) return { model, effects };
  return step(model, ...effects, { type: 'makePreview', row });
}

/** The preview scrolled, to its end and no further. */
export function previewMoved(
  model: Model,
  { unit, direction }: Omit<Extract<Action, { type: 'previewMoved' }>, 'type'>,
): Model {
  const window = previewWindow(model);
  if (window === null) return model;
  const { hit, top } = window;
  const layout = browseLayout(model);
  const { rows } = layout.second;
  const wanted = top + direction * (unit === 'line' ? 1 : Math.max(1, rows - 1));
  const { id, path } = hit.definition;
  const { columns } = secondText(layout);
  const { lines } = previewText(hit, shortPath(path, model.surroundings), columns, wanted + rows);
  const preview = { id, top: clamped(wanted, 0, Math.max(0, lines.length - rows)) };
  return { ...model, browse: { ...model.browse, preview } };
}
