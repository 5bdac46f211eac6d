import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { knownDiagnostics } from '../../core/lint/lint-definition.ts';
import { resultsOf } from '../browse/browse-results.ts';
import { type Step, step } from '../model/effects.ts';
import { browseLayout } from '../model/layout.ts';
import { type Model, screenOf } from '../model/model.ts';

/** So many definitions are judged while their rows are drawn. Where there are more, the rows come first. */
const JUDGED_AT_ONCE = 8;

/**
 * Of the definitions of a list's rows those that are to be judged after the rows are drawn: none, where they are so few
 * that nobody would notice.
 */
export function judgedLater(rows: readonly AgentDefinition[]): readonly AgentDefinition[] {
  const unknown = rows.filter((one) => one.shadowedBy === null && knownDiagnostics(one) === null);
  return unknown.length > JUDGED_AT_ONCE ? unknown : [];
}

/** Ask for the judgement of the rows on the screen that were drawn without it. */
export function withRowsAsked({ model, effects }: Step): Step {
  if (screenOf(model) !== 'browse') return { model, effects };
  const { top } = model.browse;
  const rows = resultsOf(model).slice(top, top + browseLayout(model.size).first.rows);
  const definitions = judgedLater(rows.map(({ definition }) => definition));
  return definitions.length === 0 ? { model, effects } : step(model, ...effects, { type: 'judgeRows', definitions });
}

/** The rows are drawn again with what is known now. */
export function rowsJudged(model: Model): Model {
  return { ...model, browse: { ...model.browse, judged: model.browse.judged + 1 } };
}
