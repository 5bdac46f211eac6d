import { carriableFields, suggestedFields } from '../../core/compose/ingredient-fields.ts';
import { type FieldProblems, fieldProblems } from '../../core/compose/validate-draft.ts';
import { type AgentDefinition, FORMATS, type Format } from '../../core/definition/agent-definition.ts';
import { toolsText, typedTools } from '../../core/definition/typed-tools.ts';
import { type CarriedField, type Draft, type DraftFields, saysNothing } from '../../core/draft/draft.ts';
import { definitionFileName } from '../../core/formats/converting/fitting-name.ts';
import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { memoLast } from '../../kit/memo.ts';
import { withoutEnd } from '../../kit/run-before.ts';
import { ingredients } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import { SAVE_FIELDS, type SaveField, type SaveFields, type SaveState, untouchedForm } from '../model/save-state.ts';
import { textField } from '../model/text-field.ts';

/** The fields of the form as a draft has them. */
export function formFields({ fields }: SaveState): DraftFields {
  return {
    name: fields.name.text,
    description: fields.description.text,
    model: fields.model.text,
    tools: typedTools(fields.tools.text),
    color: fields.color.text,
  };
}

/** The draft with what the form says. */
export function formDraft(model: Model): Draft {
  const { draft, save } = model;
  const names = formNames(save);
  const carried = carriable(model).filter(({ field }) => names.includes(field));
  return { ...draft.present, fields: formFields(save), carried, format: formFormat(save) };
}

/** The harness the form names; Claude Code while what is typed is none. */
export function formFormat({ fields }: SaveState): Format {
  const typed = fields.harness.text.trim().toLowerCase();
  return FORMATS.find((format) => format === typed) ?? 'claude';
}

/** Fields of the ingredients that can be carried over, and those the draft has from ingredients that are gone. */
export function carriable(model: Model): readonly CarriedField[] {
  const found = carriableAmong(ingredients(model));
  const { carried } = model.draft.present;
  return [...found, ...carried.filter(({ field }) => !found.some((one) => one.field === field))];
}

const carriableAmong = memoLast((definitions: readonly AgentDefinition[]): readonly CarriedField[] =>
  carriableFields(definitions).map(({ others: _, ...field }) => field),
);

/** The names of other fields that the form asks for. */
export function formNames({ fields }: SaveState): readonly string[] {
  return fields.other.text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** What is wrong with the form's fields. */
export function formProblems(model: Model): FieldProblems & { readonly [Field in SaveField]?: string } {
  const { fields } = model.save;
  const known = carriable(model).map(({ field }) => field);
  const unknown = formNames(model.save).find((name) => !known.includes(name));
  const harness = fields.harness.text.trim().toLowerCase();
  return {
    ...fieldProblems(formFields(model.save), formFormat(model.save)),
    ...(unknown !== undefined && { other: `None of its agents has a field ${unknown}` }),
    ...(!FORMATS.some((format) => format === harness) && { harness: `One of ${FORMATS.join(' ')}` }),
    ...folderProblem(fields.folder.text.trim(), model.surroundings),
  };
}

/** Absolute path of the file the form would write; with `…` for a name that is not there yet. */
export function targetPath({ save, surroundings }: Model): string {
  const name = save.fields.name.text.trim();
  const file = definitionFileName(harnessFormat(formFormat(save)), name || 'name');
  const shown = name === '' ? file.replace('name', '…') : file;
  return `${absoluteFolder(save.fields.folder.text.trim(), surroundings)}/${shown}`;
}

function folderProblem(folder: string, { home }: Model['surroundings']): { readonly folder?: string } {
  if (folder === '') return { folder: 'Say which folder' };
  return home === null && isInHome(folder) ? { folder: 'There is no home folder for ~ to stand for' } : {};
}

function isInHome(folder: string): boolean {
  return folder === '~' || folder.startsWith('~/');
}

/** A folder as the user typed it, as an absolute path: `~` is the home folder, the rest is relative to the working directory. */
function absoluteFolder(folder: string, { cwd, home }: Model['surroundings']): string {
  const trimmed = folder.length > 1 ? withoutEnd(folder, (character) => character === '/') : folder;
  if (isInHome(trimmed)) return home === null ? trimmed : home + trimmed.slice(1);
  return /^(?:\/|[A-Za-z]:)/.test(trimmed) ? trimmed : `${cwd}/${trimmed}`;
}

/** What no link may lead out of unseen: the project or the home folder where the folder is in one, else itself. */
export function boundsOfFolder(folder: string, surroundings: Model['surroundings']): string {
  const absolute = absoluteFolder(folder, surroundings);
  if (absolute.split('/').includes('..')) return absolute;
  const { cwd, home } = surroundings;
  return [cwd, home].find((around) => around !== null && `${absolute}/`.startsWith(`${around}/`)) ?? absolute;
}

/** The form for a draft: what was typed before, else what its ingredients suggest. */
export function openedForm(model: Model, focused: SaveField): SaveState {
  const { fields, carried, format } = model.draft.present;
  const stated = saysNothing(fields) ? suggestedFields(ingredients(model), format) : fields;
  const texts = {
    ...stated,
    tools: toolsText(stated.tools),
    other: carried.map(({ field }) => field).join(', '),
    harness: format,
  };
  const { folder } = model.save.fields;
  const entries = SAVE_FIELDS.map((name) => [name, name === 'folder' ? folder : textField(texts[name])] as const);
  return untouchedForm(Object.fromEntries(entries) as SaveFields, focused);
}
