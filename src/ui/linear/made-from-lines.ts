import { keyOf } from '../../app/keys/key-of.ts';
import type { Model } from '../../app/model/model.ts';
import { changeLines } from '../../app/recompose/change-lines.ts';
import { counted } from '../../text/count-text.ts';
import { paneLines } from './pane-lines.ts';
import { type PlaceLines, placeLines, scrolledLines } from './place-lines.ts';
import { sentences, spokenLine } from './spoken.ts';

/** The agents made here, each with how it stands to what it is made from; what changed is read beside it. */
export const madeFromLines: PlaceLines = placeLines({
  ...paneLines,
  here: (model, since) => [...paneLines.here(model, since), sentences(sizeWords(model))],
  beside: scrolledLines((model) => {
    const { scroll } = model.composed;
    return { top: scroll, line: changeLines(model)[scroll] };
  }),
  whole: (model) => [...paneLines.here(model, null), ...changeLines(model).map(spokenLine)],
});

function sizeWords(model: Model): string {
  const count = changeLines(model).length;
  return count === 0 ? '' : `${counted(count, 'line')} of changes; ${keyOf(model, 'composed.changes-down')} reads them`;
}
