import { type FullerBlock, fullerBlocks } from '../../core/compose/fuller-blocks.ts';
import type { PassageKey, Pick } from '../../core/draft/draft.ts';
import { conflictsOf } from '../../core/settling/conflicts-of.ts';
import { repeatsOf } from '../../core/settling/repeats-of.ts';
import { passageKeyText } from '../../core/union/passage-key.ts';
import { memoLast } from '../../kit/memo.ts';
import { countText } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { currentStop } from './compose-topics.ts';
import { shortWords } from './passage-words.ts';
import { resultStops, stoppedPassage } from './result-stops.ts';
import { turnHere } from './turn-version.ts';
import { withCompose } from './with-draft.ts';

/** A passage of the result that there is something to decide about, and what. */
interface Doubt {
  /** Index among the stops of the result. */
  readonly stop: number;
  readonly words: string;
}

/** What there is to decide about in the result, in its order: what nearly says the same or is in conflict, and poor blocks. */
export const doubtsIn = memoLast((picks: readonly Pick[]): readonly Doubt[] => {
  const words = new Map<string, string>();
  const add = (key: PassageKey, text: string) => {
    if (!words.has(passageKeyText(key))) words.set(passageKeyText(key), text);
  };
  for (const { kept, other, isOpen } of conflictsOf(picks)) {
    add(kept, `In conflict with ${shortWords(other)}${isOpen ? '' : ', left out'}`);
    if (isOpen) add(other, `In conflict with ${shortWords(kept)}`);
  }
  for (const block of fullerBlocks(picks)) add(block.chosen.first, fullerWords(block));
  for (const { one, other } of repeatsOf(picks)) {
    add(one, `Nearly as ${shortWords(other)}`);
    add(other, `Nearly as ${shortWords(one)}`);
  }
  return resultStops(picks, null).flatMap((on, stop) => {
    const passage = stoppedPassage(picks, on);
    const own = passage === null ? undefined : words.get(passageKeyText(passage));
    return own === undefined ? [] : [{ stop, words: own }];
  });
});

function fullerWords({ chosen, other }: FullerBlock): string {
  return `${countText(chosen.lines)} lines chosen over ${countText(other.lines)} of ${visibleText(other.first.agent)}`;
}

/** The result's cursor on the next passage there is something to decide about, round about; what it is is told. */
export function withDoubtVisited(model: Model): Model {
  const doubts = doubtsIn(model.draft.present.picks);
  const from = model.compose.pane === 'result' ? model.compose.stop : -1;
  const at = Math.max(
    0,
    doubts.findIndex(({ stop }) => stop > from),
  );
  const doubt = doubts[at];
  if (!doubt) return noted(model, 'Nothing to decide', 'plain');
  const there = withCompose(model, { pane: 'result', stop: doubt.stop });
  const ways = [
    // What is part of a block goes as a whole, or not at all.
    ...(isOfBlock(there) ? [] : [`${keyOf(there, 'compose.pick')} leaves it out`]),
    ...(turnHere(there) ? [`${keyOf(there, 'compose.turn')} turns to the other`] : []),
  ].join(', ');
  const place = `${countText(at + 1)} of ${countText(doubts.length)}`;
  return noted(there, [`${place}: ${doubt.words}`, ...(ways === '' ? [] : [ways])].join(' · '), 'plain');
}

function isOfBlock(model: Model): boolean {
  return stoppedPassage(model.draft.present.picks, currentStop(model))?.block !== undefined;
}
