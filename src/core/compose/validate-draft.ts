import type { Format } from '../definition/agent-definition.ts';
import type { Kind } from '../definition/kind.ts';
import type { Draft, DraftFields } from '../draft/draft.ts';
import { harnessFormat } from '../formats/harnesses/harnesses.ts';
import { knowsColor, knowsModel } from '../formats/loading/known-value.ts';

/** The first problem of each field, in words that say what to do; a field without one is fine. */
export type FieldProblems = { readonly [Field in keyof DraftFields]?: string };

/** Colours Claude Code knows (its documentation of sub-agents). */
export const COLORS: readonly string[] = ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'];

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MODEL = /^[\w./:@[\]-]+$/;
const MAX_NAME = 64;
const MAX_SKILL_DESCRIPTION = 1024;

/**
 * What keeps the fields of a draft from being saved.
 *
 * The name is the file's name too, so it is held to the letters, digits and hyphens that every harness and file
 * system takes; nothing that could leave the folder passes. Model and color may be such as the harness it is for knows.
 *
 * @param kind What it is to be.
 */
export function fieldProblems(fields: DraftFields, format: Format, kind: Kind = 'agent'): FieldProblems {
  const named = problem('name', nameProblem(fields.name.trim()));
  const described = problem('description', descriptionProblem(fields.description.trim(), kind));
  // Nothing else stands in skills and commands.
  if (kind !== 'agent') return { ...named, ...described };
  const harness = harnessFormat(format);
  const model = fields.model.trim();
  const color = fields.color.trim();
  const isModel = model === '' || MODEL.test(model) || knowsModel(harness, model);
  const isColor = color === '' || COLORS.includes(color) || knowsColor(harness, color);
  return {
    ...named,
    ...described,
    ...problem('model', isModel ? null : 'A model is one word: sonnet, opus, haiku'),
    ...problem('color', isColor ? null : `One of ${COLORS.join(' ')}`),
  };
}

/** The first thing that keeps a draft from being saved, or `null`. */
export function draftProblem({ picks, fields, format, kind }: Draft): string | null {
  if (picks.length === 0) return 'Nothing is taken yet';
  return Object.values(fieldProblems(fields, format, kind))[0] ?? null;
}

/** People choose a command themselves; of skills agentskills.io/specification takes so many characters. */
function descriptionProblem(description: string, kind: Kind): string | null {
  if (description === '' && kind !== 'command') return 'Say when to use it: harnesses choose by this';
  const isLong = kind === 'skill' && description.length > MAX_SKILL_DESCRIPTION;
  return isLong ? `At most ${MAX_SKILL_DESCRIPTION} characters in a skill; these are ${description.length}` : null;
}

function nameProblem(name: string): string | null {
  if (name === '') return 'A name is needed';
  if (name.length > MAX_NAME) return `At most ${MAX_NAME} characters`;
  return NAME.test(name) ? null : 'Lowercase letters, digits and single hyphens: my-agent';
}

function problem(field: keyof DraftFields, words: string | null): FieldProblems {
  return words === null ? {} : { [field]: words };
}
