import { type FieldChoice, fieldChoices } from '../../core/compose/ingredient-fields.ts';
import { type AgentDefinition, FORMATS } from '../../core/definition/agent-definition.ts';
import { KINDS, type Kind } from '../../core/definition/kind.ts';
import { fileStem } from '../../core/formats/converting/fitting-name.ts';
import { kindFolders } from '../../core/formats/harnesses/kind-folders.ts';
import { ingredients } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import type { SaveField } from '../model/save-state.ts';
import { shortPath } from '../model/short-path.ts';
import { carriable, formFolder, formFormat, formKind } from './save-form.ts';

/** The values that one can go through for a field, each with where it comes from. */
export function fieldValues(model: Model, field: SaveField): readonly FieldChoice[] {
  const sources = ingredients(model);
  const format = formFormat(model.save);
  switch (field) {
    case 'name':
      return nameChoices(sources);
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
      const places: readonly (readonly [string | null, string])[] = [
        [formFolder(model.save, 'project'), 'this project'],
        [formFolder(model.save, 'user'), 'you, in every project'],
        ...ownFolders(model),
      ];
      const choices = new Map(places.flatMap(([value, from]) => (value === null ? [] : [[value, { value, from }]])));
      return [...choices.values()];
    }
  }
}

/** A name of one's own for each agent, and that of the agent itself. */
function nameChoices(sources: readonly AgentDefinition[]): readonly FieldChoice[] {
  const names = [...new Set(sources.map(({ name }) => name))].filter((name) => fileStem(name) === name);
  return [
    ...names.map((name) => ({ value: `my-${name}`, from: `after ${name}` })),
    ...names.map((name) => ({ value: name, from: 'as that agent is called' })),
  ];
}

/** The folders that the user added, with the names they have in the list. */
function ownFolders({ library, surroundings }: Model): readonly (readonly [string, string])[] {
  const added = library.sources.filter(({ scope, folder }) => scope === 'added' && !/\.\w{1,9}$/.test(folder));
  return added.map(({ id, folder }) => [shortPath(folder, surroundings), `source ${id}`] as const);
}

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  agent: 'works on its own',
  skill: 'read when it is wanted',
  command: 'called by its name',
};
