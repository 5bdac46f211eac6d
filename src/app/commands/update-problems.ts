import type { Model } from '../model/model.ts';
import { atFileLine } from '../reader/update-reader.ts';
import { judgedDefinition, ownProblems } from './problem-rows.ts';

/** The line that the problem under the cursor is in, in the source of the agent. */
export function problemVisited(model: Model): Model {
  const definition = judgedDefinition(model);
  const problem = model.dialog?.kind === 'problems' ? ownProblems(model)[model.dialog.cursor] : undefined;
  if (!definition || !problem) return model;
  const isReading = model.trail.includes('reader');
  const trail = isReading
    ? model.trail.slice(0, model.trail.indexOf('reader') + 1)
    : [...model.trail, 'reader' as const];
  return atFileLine({ ...model, dialog: null, trail }, definition.id, problem.line);
}
