import type { Model } from '../../app/model/model.ts';
import { MERGE_SIDES, type MergeState } from '../../app/model/recompose-state.ts';
import { signWords } from '../../app/model/signs.ts';
import { SIDE_TITLES } from '../../app/recompose/made-from.ts';
import { headerWords } from './pane-lines.ts';
import { placeLines } from './place-lines.ts';
import { joined, sentences } from './spoken.ts';

/** What an update cannot decide by itself: a conflict, in one version after the other. */
export const mergeLines = placeLines({
  arrival: (model) => [sentences(headerWords(model))],
  spot: ({ merge }) => `${merge?.conflict} ${merge?.side}`,
  here: (model, since) => {
    const { merge } = model;
    if (!merge) return [];
    const isSame = since?.before.merge?.conflict === merge.conflict;
    return [...(isSame ? [] : [conflictWords(merge)]), ...versionLines(merge, merge.side)];
  },
  whole: ({ merge }: Model) =>
    merge ? [conflictWords(merge), ...MERGE_SIDES.flatMap((_, side) => versionLines(merge, side))] : [],
});

function conflictWords({ conflict, choices }: MergeState): string {
  const choice = choices[conflict] ?? null;
  const state = choice === null ? signWords('undecided') : `${SIDE_TITLES[choice]} stands`;
  return sentences(joined([`Conflict ${conflict + 1} of ${choices.length}`, state]));
}

/** A version of the conflict, by its lines. */
function versionLines({ file, conflict, choices }: MergeState, side: number): readonly string[] {
  const name = MERGE_SIDES[side] ?? 'ours';
  const chunk = file.chunks.filter(({ kind }) => kind === 'conflict')[conflict];
  const text = chunk?.kind === 'conflict' ? chunk[name] : '';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const stands = choices[conflict] === name ? [signWords('stands')] : [];
  const head = sentences(joined([SIDE_TITLES[name], ...stands]));
  return [head, ...(lines.length > 0 ? lines : ['nothing here'])];
}
