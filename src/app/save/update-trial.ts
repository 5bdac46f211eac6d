import { draftedAgent } from '../../core/compose/draft-trial.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { isEmptyDraft } from '../../core/draft/draft.ts';
import { trialOf } from '../../core/formats/converting/trial.ts';
import { currentDefinition } from '../browse/browse-results.ts';
import type { Action } from '../model/actions.ts';
import { type Step, step } from '../model/effects.ts';
import { definitionById, ingredients } from '../model/known-definitions.ts';
import { type Model, screenOf } from '../model/model.ts';
import { noted } from '../model/notice.ts';

/** Update for trying an agent, or the draft, in its harness for one session. Pure. */
export function updateTrial(model: Model, action: Extract<Action, { type: 'trialRequested' | 'trialEnded' }>): Step {
  switch (action.type) {
    case 'trialRequested': {
      const tried = triedAgent(model);
      if (tried === null) return step(model);
      const trial = trialOf(tried, tried.format);
      return typeof trial === 'string' ? step(noted(model, trial, 'bad')) : step(model, { type: 'startTrial', trial });
    }
    case 'trialEnded': {
      const { problem, title, name } = action;
      if (problem !== null) return step(noted(model, problem, 'bad'));
      // The session may have written agents itself.
      return step(noted(model, `The session with ${name} in ${title} is over, and nothing of it is left`), {
        type: 'readLibrary',
      });
    }
  }
}

/** What would be tried now: the draft where one composes, else the agent that is read or under the cursor. */
function triedAgent(model: Model): AgentDefinition | null {
  switch (screenOf(model)) {
    case 'compose':
    case 'save':
      return isEmptyDraft(model.draft.present) ? null : draftedAgent(model.draft.present, ingredients(model));
    case 'reader':
      return definitionById(model, model.reader.id);
    default:
      return currentDefinition(model);
  }
}
