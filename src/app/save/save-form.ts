import { carriableFields, suggestedFields } from '../../core/compose/ingredient-fields.ts';
import { type FieldProblems, fieldProblems } from '../../core/compose/validate-draft.ts';
import { type AgentDefinition, FORMATS, type Format } from '../../core/definition/agent-definition.ts';
import { KINDS, type Kind } from '../../core/definition/kind.ts';
import { toolsText, typedTools } from '../../core/definition/typed-tools.ts';
import { type CarriedField, type Draft, type DraftFields, saysNothing } from '../../core/draft/draft.ts';
import { kindFileName } from '../../core/formats/converting/kind-file-name.ts';
import { kindFolders } from '../../core/formats/harnesses/kind-folders.ts';
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
  const { ownName: _, ...present } = draft.present;
  const ownName = save.fields.mentions.text.trim().toLowerCase() === 'replace';
  return {
    ...present,
    fields: formFields(save),
    carried,
    kind: formKind(save),
    format: formFormat(save),
    ...(ownName && { ownName }),
  };
}

/** The harness the form names; Claude Code while what is typed is none. */
export function formFormat({ fields }: SaveState): Format {
  const typed = fields.harness.text.trim().toLowerCase();
  return FORMATS.find((format) => format === typed) ?? 'claude';
}

/** What the form makes; an agent while what is typed is nothing of the kind. */
export function formKind({ fields }: SaveState): Kind {
  const typed = fields.kind.text.trim().toLowerCase();
  return KINDS.find((kind) => kind === typed) ?? 'agent';
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

/** What can become of the names by which ingredients speak of themselves. */
const MENTIONS: readonly string[] = ['keep', 'replace'];

/** What is wrong with the form's fields. */
export function formProblems(model: Model): FieldProblems & { readonly [Field in SaveField]?: string } {
  const { fields } = model.save;
  const known = carriable(model).map(({ field }) => field);
  const unknown = formNames(model.save).find((name) => !known.includes(name));
  const mentions = fields.mentions.text.trim().toLowerCase();
  const kind = fields.kind.text.trim().toLowerCase();
  const harness = fields.harness.text.trim().toLowerCase();
  return {
    ...fieldProblems(formFields(model.save), formFormat(model.save), formKind(model.save)),
    ...(unknown !== undefined && { other: `None of its agents has a field ${unknown}` }),
    ...(!MENTIONS.includes(mentions) && { mentions: `One of ${MENTIONS.join(' ')}` }),
    ...(!KINDS.some((one) => one === kind) && { kind: `One of ${KINDS.join(' ')}` }),
    ...(!FORMATS.some((format) => format === harness) && { harness: `One of ${FORMATS.join(' ')}` }),
    ...folderProblem(fields.folder.text.trim(), model.surroundings),
  };
}

/** Absolute path of the file the form would write; with `…` for a name that is not there yet. */
export function targetPath({ save, surroundings }: Model): string {
  const name = save.fields.name.text.trim();
  const file = kindFileName(formFormat(save), formKind(save), name || 'name');
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
  const { fields, carried, kind, format, ownName } = model.draft.present;
  const stated = saysNothing(fields) ? suggestedFields(ingredients(model), format) : fields;
  const texts = {
    ...stated,
    tools: toolsText(stated.tools),
    other: carried.map(({ field }) => field).join(', '),
    mentions: ownName ? 'replace' : 'keep',
    kind,
    harness: format,
  };
  const held = model.save.fields.folder;
  const entries = SAVE_FIELDS.map((name) => [name, name === 'folder' ? held : textField(texts[name])] as const);
  const opened = untouchedForm(Object.fromEntries(entries) as SaveFields, focused);
  if (held.text !== '') return withFolderOf(model.save, opened);
  return { ...opened, fields: { ...opened.fields, folder: textField(usualFolder(model, opened)) } };
}

/** Where nothing is remembered: the project, but for what is all the user's where the project has no agents. */
function usualFolder(model: Model, form: SaveState): string {
  const sources = ingredients(model);
  const isUsers = sources.length > 0 && sources.every(({ scope }) => scope === 'user');
  const isProject = model.library.sources.some(({ scope }) => scope === 'project');
  const [first, second] = isUsers && !isProject ? (['user', 'project'] as const) : (['project', 'user'] as const);
  return formFolder(form, first) ?? formFolder(form, second) ?? '';
}

/** A folder that belongs to the kind and harness before becomes that of those now; any other is the user's own and stays. */
export function withFolderOf(before: SaveState, after: SaveState): SaveState {
  const held = after.fields.folder.text.trim();
  const scope = (['project', 'user'] as const).find((one) => formFolder(before, one) === held);
  const folder = scope && (formFolder(after, scope) ?? formFolder(after, 'project'));
  return folder === undefined || folder === null || folder === held
    ? after
    : { ...after, fields: { ...after.fields, folder: textField(folder) } };
}

/** Where the harness looks for what the form makes, as the user types it; `null` for nowhere. */
export function formFolder(save: SaveState, scope: 'project' | 'user'): string | null {
  const folder = kindFolders(formFormat(save), formKind(save))?.[scope] ?? null;
  return folder !== null && scope === 'user' ? `~/${folder}` : folder;
}
