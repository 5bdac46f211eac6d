import type { HarnessFormat, ModelRule } from '../harness/harness-format.ts';
import { claude } from '../harnesses/claude.ts';

/**
 * How a harness names a model that a definition of Claude Code states.
 *
 * Short names (`sonnet`) are Claude Code's own, and which model they stand for changes. `inherit` is what every harness
 * does without a model.
 *
 * @returns The model; `null` to leave it out without loss, `undefined` if the harness has no name for it.
 */
export function writtenModel({ id, models }: HarnessFormat, model: string): string | null | undefined {
  if (model === 'inherit') return null;
  if (models.field === null) return undefined;
  if (isClaudeModel(model)) {
    const { anthropic } = models;
    if (id === 'claude') return model;
    return anthropic?.pattern.test(model) ? anthropic.prefix + model : undefined;
  }
  return isNamed(models, model) ? model : undefined;
}

const isClaudeModel = (model: string): boolean => isNamed(claude.models, model);

function isNamed({ aliases, patterns }: ModelRule, model: string): boolean {
  return aliases.includes(model) || patterns.some((pattern) => pattern.test(model));
}

/** A model that a harness names, as Claude Code names it; unchanged if it has no name for it. */
export function claudeModel({ models: { anthropic } }: HarnessFormat, model: string): string {
  if (anthropic === null || !model.startsWith(anthropic.prefix)) return model;
  const name = model.slice(anthropic.prefix.length);
  return anthropic.pattern.test(name) ? name : model;
}
