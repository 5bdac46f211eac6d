import { conflictingChoices } from '../../core/compose/ingredient-fields.ts';
import { lostLimits, toolNarrowing, toolWidening } from '../../core/compose/ingredient-tools.ts';
import { visibleText } from '../../text/visible-text.ts';
import { keyOf } from '../keys/key-of.ts';
import { ingredients } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import type { SaveField } from '../model/save-state.ts';
import { formDraft, formFormat, formKind } from './save-form.ts';

/** A field that the user is to decide on before the draft is saved, and the question. */
export interface OpenQuestion {
  readonly field: SaveField;
  readonly text: string;
}

/** What ingredients disagree in and the form leaves open, and what allows more than any of them does. */
export function openQuestions(model: Model): readonly OpenQuestion[] {
  // Nothing of this stands in skills and commands.
  if (formKind(model.save) !== 'agent') return [];
  const sources = ingredients(model);
  const { fields } = model.save;
  const format = formFormat(model.save);
  const again = `${keyOf(model, 'save.save')} again`;
  const open = (['model', 'color'] as const).flatMap((field): readonly OpenQuestion[] => {
    const choices = fields[field].text.trim() === '' ? conflictingChoices(sources, field, format) : [];
    if (choices.length === 0) return [];
    const words = choices.map(({ value, from }) => `${value} (${from})`).join(' or ');
    return [{ field, text: `${keyOf(model, 'save.choose')} chooses, ${again} leaves it out: ${words}` }];
  });
  const widening = formWidening(model);
  return widening === null ? open : [...open, { field: 'tools', text: `${again} saves them so: ${widening}` }];
}

/** What an empty field leaves open that ingredients state, each otherwise, for where nothing is typed yet; `null` for nothing. */
export function openDisagreement(model: Model, field: SaveField): string | null {
  if ((field !== 'model' && field !== 'color') || formKind(model.save) !== 'agent') return null;
  const values = conflictingChoices(ingredients(model), field, formFormat(model.save)).map(({ value }) => value);
  return values.length === 0 ? null : visibleText(`not stated: ${values.join(' or ')}?`);
}

/** What the tools of the form allow that the ingredients do not, in words, or `null`. */
export function formWidening(model: Model): string | null {
  if (formKind(model.save) !== 'agent') return null;
  const sources = ingredients(model);
  const { fields, carried, format } = formDraft(model);
  const widening = toolWidening(sources, fields.tools, format);
  const [limit] = lostLimits(sources, fields.tools, carried);
  if (widening !== null || limit === undefined) return widening;
  return `${limit.agent} is denied ${limit.tools.join(', ')} by ${limit.fields.join(', ')}`;
}

/** What an ingredient may do that the tools of the form do not allow, in words, or `null`. */
export function formNarrowing(model: Model): string | null {
  if (formKind(model.save) !== 'agent') return null;
  const { fields, format } = formDraft(model);
  return toolNarrowing(ingredients(model), fields.tools, format);
}
