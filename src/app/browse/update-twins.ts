import type { TwinGroup } from '../../core/twins/find-twins.ts';
import { twinsOf } from '../../core/twins/twins-of.ts';
import type { Action } from '../model/actions.ts';
import { type Step, step } from '../model/effects.ts';
import { definitionsAmong } from '../model/known-definitions.ts';
import { type Model, screenOf } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { currentDefinition } from './browse-results.ts';
import { withCompared } from './update-browse.ts';

type TwinsAction = Extract<Action, { type: 'twinsRequested' | 'twinsFound' }>;

/**
 * Update for twins. Pure.
 *
 * They are looked for when first asked for, not at the start: most sessions never ask, and a library is read again
 * after each edit. The search runs beside everything else; who has gone on to something else by then is left there.
 */
export function updateTwins(model: Model, action: TwinsAction): Step {
  switch (action.type) {
    case 'twinsRequested': {
      const id = currentDefinition(model)?.id;
      if (id === undefined) return step(model);
      const { groups, wanted } = model.twins;
      if (groups) return step(withTwinsCompared(model, groups, id));
      const asked = noted({ ...model, twins: { groups, wanted: id } }, 'Looking for twins …', 'plain');
      // One that is under way, or comes with the end of reading, answers this question too.
      if (wanted !== null || model.library.loading) return step(asked);
      return step(asked, { type: 'findTwins', definitions: model.library.agents });
    }

    case 'twinsFound': {
      const { groups, definitions } = action;
      // Another library has been read since; it is being looked through by itself.
      if (definitions !== model.library.agents) return step(model);
      const { wanted } = model.twins;
      const known = { ...model, twins: { groups, wanted: null } };
      const isAwaited = wanted !== null && isInList(model) && currentDefinition(model)?.id === wanted;
      return step(isAwaited ? withTwinsCompared({ ...known, notice: null }, groups, wanted) : known);
    }
  }
}

/** What reading the library leads to, and then: twins known are no longer so, and those still wanted looked for again. */
export function withTwinsOutdated({ model, effects }: Step): Step {
  const { definitions, loading } = model.library;
  const { wanted } = model.twins;
  const outdated = { ...model, twins: { groups: null, wanted } };
  if (loading || wanted === null) return step(outdated, ...effects);
  return step(outdated, ...effects, { type: 'findTwins', definitions });
}

/** A definition and its twins marked, next to what was marked before, and compared. */
function withTwinsCompared(model: Model, groups: readonly TwinGroup[], id: string): Model {
  const twins = definitionsAmong(model.library.agents, twinsOf(groups, id)).map((definition) => definition.id);
  if (twins.length === 0) return noted(model, 'It has no twins here', 'plain');
  const ids = [id, ...twins];
  const marked = [...new Set([...model.browse.marked, ...ids])];
  return withCompared({ ...model, browse: { ...model.browse, marked } }, ids);
}

function isInList(model: Model): boolean {
  return screenOf(model) === 'browse' && model.dialog === null;
}
