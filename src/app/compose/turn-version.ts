import { unitedPassage } from '../../core/compose/arrange-draft.ts';
import { nextTurn, type Turn, withStanding, withTurn } from '../../core/compose/stand-instead.ts';
import type { Pick, UnionPassage } from '../../core/draft/draft.ts';
import { memoLast } from '../../kit/memo.ts';
import { type Model, screenOf } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { clamped } from '../model/scrolling.ts';
import { currentStop } from './compose-topics.ts';
import { listedEntries } from './ledger-list.ts';
import { shortWords } from './passage-words.ts';
import { stoppedPassage } from './result-stops.ts';
import { withAct, withStopOn } from './with-draft.ts';

/** What the key that turns to another version does now; `null` where nothing was left out for what the cursor is on. */
export function turnHere(model: Model): Turn | null {
  const { picks } = model.draft.present;
  if (screenOf(model) === 'ledger') {
    const entry = listedEntries(model)[model.ledger.cursor];
    const own = entry && unitedPassage(picks, { definition: entry.definition.id, ...entry.passage });
    const isLeftOutFor = own && own.state !== 'kept' && (own.by !== null || own.rival !== undefined);
    return isLeftOutFor ? { kind: 'instead', key: own } : null;
  }
  const passage = stoppedPassage(picks, currentStop(model));
  return passage ? turnOf(picks, passage) : null;
}

const turnOf = memoLast((picks: readonly Pick[], passage: UnionPassage): Turn | null => nextTurn(picks, passage));

/** What was left out for what the cursor is on, in its place; from the list of what is left out what the cursor is on. */
export function withVersionTurned(model: Model): Model {
  const turn = turnHere(model);
  const { present } = model.draft;
  const passage = turn && unitedPassage(present.picks, turn.key);
  if (!turn || !passage) return noted(model, 'Nothing was left out for this', 'plain');
  const draft = screenOf(model) === 'ledger' ? withStanding(present, turn.key) : withTurn(present, turn);
  const words = shortWords(passage);
  const news = TURNED[turn.kind](words);
  const next = withAct(model, draft, { act: `turn to ${words}`, news });
  if (screenOf(model) === 'compose') return withStopOn(next, turn.key);
  const last = Math.max(0, listedEntries(next).length - 1);
  return { ...next, ledger: { ...next.ledger, scroll: 0, cursor: clamped(next.ledger.cursor, 0, last) } };
}

const TURNED: Readonly<Record<Turn['kind'], (words: string) => string>> = {
  instead: (words) => `Instead: ${words}`,
  both: (words) => `Both stand, also: ${words}`,
  alone: (words) => `Alone again: ${words}`,
};
