import { conflictingChoices, type FieldChoice, fieldChoices } from '../../core/compose/ingredient-fields.ts';
import { lostLimits, toolWidening } from '../../core/compose/ingredient-tools.ts';
import { FORMATS } from '../../core/definition/agent-definition.ts';
import { agentFolder } from '../../core/formats/agent-folder.ts';
import { keyOf } from '../keys/key-of.ts';
import { ingredients } from '../model/known-definitions.ts';
import type { Model, SaveField } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { textField } from '../model/text-field.ts';
import { carriable, formDraft, formFormat } from './save-form.ts';

/** The values that one can go through for a field, each with where it comes from. */
export function fieldValues(model: Model, field: SaveField): readonly FieldChoice[] {
  const sources = ingredients(model);
  const format = formFormat(model.save);
  switch (field) {
    case 'name':
      return [];
    case 'description':
    case 'tools':
      return fieldChoices(sources, field, format);
    case 'model':
    case 'color':
      return [...fieldChoices(sources, field, format), { value: '', from: 'not stated' }];
    case 'other': {
      const names = carriable(model).map((one) => one.field);
      return [
        { value: names.join(', '), from: 'all of them' },
        { value: '', from: 'none of them' },
      ];
    }
    case 'harness':
      return FORMATS.map((value) => ({ value, from: '' }));
    case 'folder':
      return [
        { value: agentFolder(format, 'project'), from: 'the project' },
        { value: `~/${agentFolder(format, 'user')}`, from: 'you, in every project' },
      ];
  }
}

/** The form with the next value in the focused field; a folder that belongs to a harness goes with it. */
export function withNextValue(model: Model): Model {
  const { save } = model;
  const field = save.focused;
  const values = fieldValues(model, field);
  const at = values.findIndex(({ value }) => value === save.fields[field].text.trim());
  const next = values[(at + 1) % values.length];
  if (!next) return noted(model, 'Nothing to choose from here', 'plain');
  const fields = { ...save.fields, [field]: textField(next.value) };
  const chosen = { ...model, save: { ...save, fields } };
  return field === 'harness' ? withFolderOf(model, chosen) : chosen;
}

/** A folder of the harness before becomes that of the harness now; any other is the user's own and stays. */
function withFolderOf(before: Model, after: Model): Model {
  const folder = after.save.fields.folder;
  const scopes = ['project', 'user'] as const;
  const pathOf = (model: Model, scope: (typeof scopes)[number]) =>
    `${scope === 'user' ? '~/' : ''}${agentFolder(formFormat(model.save), scope)}`;
  const scope = scopes.find((one) => pathOf(before, one) === folder.text.trim());
  if (!scope) return after;
  const fields = { ...after.save.fields, folder: textField(pathOf(after, scope)) };
  return { ...after, save: { ...after.save, fields } };
}

/** What the tools of the form allow that the ingredients do not, in words, or `null`. */
export function formWidening(model: Model): string | null {
  const sources = ingredients(model);
  const { fields, carried, format } = formDraft(model);
  const widening = toolWidening(sources, fields.tools, format);
  const [limit] = lostLimits(sources, fields.tools, carried);
  if (widening !== null || limit === undefined) return widening;
  return `${limit.agent} is denied ${limit.tools.join(', ')} by ${limit.fields.join(', ')}`;
}

/** A field that the user is to decide on before the draft is saved, and the question. */
export interface OpenQuestion {
  readonly field: SaveField;
  readonly text: string;
}

/** What ingredients disagree in and the form leaves open, or what allows more than any of them does. */
export function openQuestion(model: Model): OpenQuestion | null {
  const sources = ingredients(model);
  const { fields, asked } = model.save;
  const format = formFormat(model.save);
  const again = `${keyOf(model, 'save.save')} again`;
  for (const field of ['model', 'color'] as const) {
    const choices = fields[field].text.trim() === '' ? conflictingChoices(sources, field, format) : [];
    if (choices.length === 0 || asked.includes(field)) continue;
    const words = choices.map(({ value, from }) => `${value} (${from})`).join(' or ');
    const choosing = `${keyOf(model, 'save.choose')} chooses, ${again} leaves it out`;
    return { field, text: `${field}? ${choosing}: ${words}` };
  }
  const widening = asked.includes('tools') ? null : formWidening(model);
  return widening === null ? null : { field: 'tools', text: `tools? ${again} saves them so: ${widening}` };
}
