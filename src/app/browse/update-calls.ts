import type { CountedCalls } from '../../ports/transcripts.ts';
import { counted } from '../../text/count-text.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action } from '../model/actions.ts';
import { type Step, step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { shortPath } from '../model/short-path.ts';

/** Update for how often agents were called: counted when asked for, and then what the list is sorted by. Pure. */
export function updateCalls(model: Model, action: Extract<Action, { type: 'callsAsked' | 'callsCounted' }>): Step {
  switch (action.type) {
    case 'callsAsked':
      return step(noted(model, 'Counting calls in the transcripts of Claude Code …', 'plain'), { type: 'countCalls' });
    case 'callsCounted':
      return step(action.counted === null ? withNone(model) : withCalls(model, action.counted));
  }
}

const withNone = (model: Model): Model =>
  noted(model, 'No transcripts of Claude Code are kept here, and those of other harnesses are not counted', 'plain');

function withCalls(model: Model, { counts, transcripts, folder }: CountedCalls): Model {
  const { browse } = model;
  const all = [...counts.values()].reduce((sum, { calls }) => sum + calls, 0);
  const words = `${counted(all, 'call')} of ${counted(counts.size, 'name')} in ${counted(transcripts, 'transcript')} in ${shortPath(folder, model.surroundings)}`;
  const undo: Model['undo'] = [
    ...model.undo,
    { kind: 'sort', words: 'Listed by how often they were called', sort: browse.sort, querySort: browse.querySort },
  ];
  const sorted: Model = {
    ...model,
    undo,
    browse: { ...browse, calls: counts, sort: 'calls', querySort: 'calls', cursor: 0, top: 0 },
  };
  return noted(sorted, `${words} · ${keyOf(sorted, 'list.sort')} lists otherwise`);
}
