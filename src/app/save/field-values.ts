import { type FieldChoice, fieldChoices } from '../../core/compose/ingredient-fields.ts';
import { FORMATS } from '../../core/definition/agent-definition.ts';
import { agentFolder } from '../../core/formats/agent-folder.ts';
import { ingredients } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import type { SaveField } from '../model/save-state.ts';
import { textField } from '../model/text-field.ts';
import { carriable, formFormat } from './save-form.ts';

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
      return names.length === 0
        ? []
        : [
            { value: names.join(', '), from: 'all of them' },
            { value: '', from: 'none of them' },
          ];
    }
    case 'harness':
      return FORMATS.map((value) => ({ value, from: agentFolder(value, 'project') }));
    case 'folder':
      return [
        { value: agentFolder(format, 'project'), from: 'this project' },
        { value: `~/${agentFolder(format, 'user')}`, from: 'you, in every project' },
      ];
  }
}

/** A folder of the harness before becomes that of the harness now; any other is the user's own and stays. */
export function withFolderOfHarness(before: Model, after: Model): Model {
  const folder = after.save.fields.folder;
  const scopes = ['project', 'user'] as const;
  const pathOf = (model: Model, scope: (typeof scopes)[number]) =>
    `${scope === 'user' ? '~/' : ''}${agentFolder(formFormat(model.save), scope)}`;
  const scope = scopes.find((one) => pathOf(before, one) === folder.text.trim());
  if (!scope) return after;
  const fields = { ...after.save.fields, folder: textField(pathOf(after, scope)) };
  return { ...after, save: { ...after.save, fields } };
}
