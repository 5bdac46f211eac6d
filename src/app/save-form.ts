import type { AgentDefinition } from '../core/agent-definition.ts';
import { type Draft, type DraftFields, ingredientIds } from '../core/draft.ts';
import { suggestedFields } from '../core/ingredient-fields.ts';
import { type FieldProblems, fieldProblems } from '../core/validate-draft.ts';
import { definitionsAmong } from './browse-results.ts';
import { type Model, SAVE_FIELDS, type SaveField, type SaveState } from './model.ts';
import { textField } from './text-field.ts';

/** The fields of the form as a draft has them. */
export function formFields({ fields }: SaveState): DraftFields {
  return {
    name: fields.name.text,
    description: fields.description.text,
    model: fields.model.text,
    tools: fields.tools.text,
    color: fields.color.text,
  };
}

/** The draft with what the form says. */
export function formDraft({ draft, save }: Model): Draft {
  return { ...draft.present, fields: formFields(save) };
}

/** What is wrong with the form's fields. */
export function formProblems(model: Model): FieldProblems & { readonly folder?: string } {
  const folder = model.save.fields.folder.text.trim() === '' ? { folder: 'Say which folder' } : {};
  return { ...fieldProblems(formFields(model.save)), ...folder };
}

/** Absolute path of the file the form would write; with `…` for a name that is not there yet. */
export function targetPath({ save, surroundings }: Model): string {
  const name = save.fields.name.text.trim() || '…';
  return `${absoluteFolder(save.fields.folder.text.trim(), surroundings)}/${name}.md`;
}

/** A folder as the user typed it, as an absolute path: `~` is the home folder, the rest is relative to the working directory. */
function absoluteFolder(folder: string, { cwd, home }: Model['surroundings']): string {
  const trimmed = folder.length > 1 ? folder.replace(/\/+$/, '') : folder;
  if (trimmed === '~' || trimmed.startsWith('~/')) return home + trimmed.slice(1);
  return /^(?:\/|[A-Za-z]:)/.test(trimmed) ? trimmed : `${cwd}/${trimmed}`;
}

/** The form for a draft: what was typed before, else what its ingredients suggest. */
export function openedForm(model: Model, focused: SaveField): SaveState {
  const { fields } = model.draft.present;
  const fresh = Object.values(fields).every((text) => text === '');
  const texts = fresh ? suggestedFields(ingredients(model)) : fields;
  const folder = model.save.fields.folder;
  const entries = SAVE_FIELDS.map((name) => [name, name === 'folder' ? folder : textField(texts[name])] as const);
  return { fields: Object.fromEntries(entries) as SaveState['fields'], focused, saving: false };
}

/** The definitions the draft's picks came from, as far as they are still there. */
export function ingredients({ library, draft }: Model): readonly AgentDefinition[] {
  return definitionsAmong(library.definitions, ingredientIds(draft.present));
}
