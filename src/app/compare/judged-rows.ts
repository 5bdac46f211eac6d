import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { resultsOf } from '../browse/browse-results.ts';
import type { JudgedRows } from '../model/browse-state.ts';
import { type Step, step } from '../model/effects.ts';
import { browseLayout } from '../model/layout.ts';
import { type Model, screenOf } from '../model/model.ts';

/** So many definitions are judged while their rows are drawn. Where there are more, the rows come first. */
const JUDGED_AT_ONCE = 8;

/** Whether the row of a definition shows what the rules find in it. */
export function isJudged({ recent, before }: JudgedRows, definition: AgentDefinition): boolean {
  return recent.has(definition) || before.has(definition);
}

/**
 * The rows on the screen that were drawn without judgement: so few that nobody would notice the work are judged from now
 * on as they are drawn, for more it is asked, so that they come first.
 */
export function withRowsAsked({ model, effects }: Step): Step {
  if (screenOf(model) !== 'browse') return { model, effects };
  const { top, judged } = model.browse;
  const unjudged = resultsOf(model)
    .slice(top, top + browseLayout(model).first.rows)
    .flatMap(({ definition }) => (definition.shadowedBy !== null || isJudged(judged, definition) ? [] : [definition]));
  if (unjudged.length === 0) return { model, effects };
  if (unjudged.length <= JUDGED_AT_ONCE) return step(rowsJudged(model, unjudged), ...effects);
  return step(model, ...effects, { type: 'judgeRows', definitions: unjudged });
}

/** Once so many were added, the ones before are forgotten: they are added by copying, which a key has time for. */
const REMEMBERED = 512;

/** The rows of some definitions show what the rules find in them. */
export function rowsJudged(model: Model, definitions: readonly AgentDefinition[]): Model {
  if (definitions.length === 0) return model;
  const { judged } = model.browse;
  const isFull = judged.recent.size >= REMEMBERED;
  const next =
    definitions.length >= REMEMBERED
      ? { recent: judged.recent, before: new Set(definitions) }
      : {
          recent: new Set([...(isFull ? [] : judged.recent), ...definitions]),
          before: isFull ? judged.recent : judged.before,
        };
  return { ...model, browse: { ...model.browse, judged: next } };
}
