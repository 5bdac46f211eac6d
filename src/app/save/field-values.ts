import { type FieldChoice, fieldChoices } from '../../core/compose/ingredient-fields.ts';
import { FORMATS } from '../../core/definition/agent-definition.ts';
import { KINDS, type Kind } from '../../core/definition/kind.ts';
import { kindFolders } from '../../core/formats/harnesses/kind-folders.ts';
import { ingredients } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import type { SaveField } from '../model/save-state.ts';
import { carriable, formFolder, formFormat, formKind } from './save-form.ts';

/** The values that one can go through for a field, each with where it comes from. */
export function fieldValues(model: Model, field: SaveField): readonly FieldChoice[] {
  const sources = ingredients(model);
  const format = formFormat(model.save);
  switch (field) {
    case 'name':
      return [];
    case 'mentions':
      return [
        { value: 'keep', from: 'as they stand' },
        { value: 'replace', from: `${model.save.fields.name.text.trim()} instead` },
      ];
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
    case 'kind':
      return KINDS.map((value) => ({ value, from: KIND_WORDS[value] }));
    case 'harness':
      return FORMATS.map((value) => ({
        value,
        from: kindFolders(value, formKind(model.save))?.project ?? 'none known',
      }));
    case 'folder': {
      const places = [
        [formFolder(model.save, 'project'), 'this project'],
        [formFolder(model.save, 'user'), 'you, in every project'],
      ] as const;
      return places.flatMap(([value, from]) => (value === null ? [] : [{ value, from }]));
    }
  }
}

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  agent: 'works on its own',
  skill: 'read when it is wanted',
  command: 'called by its name',
};
