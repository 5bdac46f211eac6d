import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import { fileName, folderOf } from '../core/definition/file-name.ts';
import { fileText, isTomlFile } from '../core/definition/file-text.ts';
import { fileStem } from '../core/formats/converting/fitting-name.ts';
import { harnessFormat } from '../core/formats/harnesses/harnesses.ts';
import { refusedName } from '../core/formats/loading/refused-name.ts';
import { placeFields } from '../core/lint/field-places.ts';
import { applyEdits, type TextEdit } from '../core/lint/text-edit.ts';
import { type Mention, mentionsOf } from '../core/naming/mentions.ts';

/** A file that a rename changes. */
export interface RenamedFile {
  readonly path: string;
  /** Where it will lie; the same as `path` for all but the agent's own file. */
  readonly newPath: string;
  readonly before: string;
  readonly after: string;
  /** Where in the text before it speaks of the agent. */
  readonly mentions: readonly Mention[];
}

/** What a rename comes to. */
export interface RenamePlan {
  readonly definition: AgentDefinition;
  readonly to: string;
  /** The agent's own file first, the others by path. */
  readonly files: readonly [RenamedFile, ...RenamedFile[]];
}

/** What is to be done, or why nothing may be. */
export type PlannedRename =
  | { readonly kind: 'plan'; readonly plan: RenamePlan }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * What it takes to give an agent another name: its name, its file if that is called so, and every place in the user's own
 * definitions that speaks of it. Definitions of a source that has an agent of that name itself speak of that one. Pure.
 *
 * @param definitions All that are known, of every kind.
 */
export function planRename(
  definitions: readonly AgentDefinition[],
  definition: AgentDefinition,
  to: string,
): PlannedRename {
  const reason = whyNot(definitions, definition, to);
  if (reason !== null) return { kind: 'refused', reason };
  const own = renamedItself(definition, to);
  if (own === null) {
    return { kind: 'refused', reason: `its name is not written as ${definition.name} in the file: change it there` };
  }
  const isMoved = own.path !== own.newPath;
  const elsewhere = new Set(
    definitions.flatMap((one) => (one.path !== definition.path && isCalled(one, definition.name) ? [one.source] : [])),
  );
  const others = definitions.flatMap((one) => {
    if (one.path === definition.path || !isOwn(one) || (one.source !== definition.source && elsewhere.has(one.source)))
      return [];
    return mentioning(one, definition.name, to, isMoved) ?? [];
  });
  others.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { kind: 'plan', plan: { definition, to, files: [own, ...others] } };
}

function whyNot(definitions: readonly AgentDefinition[], definition: AgentDefinition, to: string): string | null {
  const { name, kind, format, frontmatter } = definition;
  if (kind !== 'agent') return `it is a ${kind}, and only agents are renamed`;
  if (!isOwn(definition))
    return `it belongs to ${definition.scope === 'bundled' ? 'the program' : 'a plugin'}: copy it first`;
  if (to === name) return 'that is its name';
  if (fileStem(to) !== to) return `${to} is no name for a file: letters, digits, dots, hyphens and underscores`;
  const refusal = refusedName(harnessFormat(format), to, frontmatter);
  if (refusal !== null) return refusal.reason;
  const taken = definitions.find(
    (one) => one.path !== definition.path && one.source === definition.source && isCalled(one, to),
  );
  return taken === undefined ? null : `${to} is the name of ${taken.path}`;
}

/** Whether its file is the user's, to be changed. */
const isOwn = ({ scope }: AgentDefinition): boolean => scope !== 'bundled' && scope !== 'plugin';

const isCalled = (one: AgentDefinition, name: string): boolean =>
  one.kind === 'agent' && one.name.toLowerCase() === name.toLowerCase();

/**
 * What an agent's file is called and says under another name: the value of its name differs, and nothing else. Where it
 * goes by the name of its file, that alone.
 *
 * @returns `null` where the name in it is written with escapes.
 */
export function underName(
  definition: AgentDefinition,
  to: string,
): { readonly fileName: string; readonly text: string } | null {
  const { path, name } = definition;
  const edit = nameEdit(definition, to);
  if (edit === null) return null;
  const file = fileName(path);
  const ending = isCalledSo(file, name) ? file.slice(name.length) : (/\.agent\.md$|\.[^.]+$/i.exec(file)?.[0] ?? '');
  return { fileName: to + ending, text: applyEdits(fileText(definition), edit) };
}

/** An ending may be of two parts: `.agent.md`. */
const isCalledSo = (file: string, name: string): boolean =>
  file.slice(0, name.length).toLowerCase() === name.toLowerCase() && file[name.length] === '.';

/** What changes the name that a file states; nothing where it states none, `null` where it cannot be told from the rest. */
function nameEdit(definition: AgentDefinition, to: string): readonly TextEdit[] | null {
  const { name, nameInferred, frontmatterRaw } = definition;
  const stated = nameInferred ? undefined : placeFields(frontmatterRaw, isToml(definition)).get('name');
  if (stated === undefined) return [];
  const at = fileText(definition).slice(stated.valueStart, stated.end).indexOf(name);
  const start = stated.valueStart + at;
  return at === -1 ? null : [{ start, end: start + name.length, text: to }];
}

/** The agent's own file; `null` where the name in it is written with escapes, and cannot be told from the rest. */
function renamedItself(definition: AgentDefinition, to: string): RenamedFile | null {
  const { path, name } = definition;
  const file = fileName(path);
  const newPath = isCalledSo(file, name) ? `${folderOf(path)}/${to}${file.slice(name.length)}` : path;
  const before = fileText(definition);
  const edit = nameEdit(definition, to);
  // What neither states its name nor has it from its file is called by its title.
  if (edit === null || (edit.length === 0 && newPath === path)) return null;
  const mentions = mentionsIn(definition, before, name, newPath !== path);
  return { path, newPath, before, after: applyEdits(before, [...edit, ...replacing(mentions, to)]), mentions };
}

function mentioning(definition: AgentDefinition, name: string, to: string, isMoved: boolean): RenamedFile | null {
  const { path } = definition;
  const before = fileText(definition);
  const mentions = mentionsIn(definition, before, name, isMoved);
  if (mentions.length === 0) return null;
  return { path, newPath: path, before, after: applyEdits(before, replacing(mentions, to)), mentions };
}

/** What speaks of its file does so as long as the file is called so. */
function mentionsIn(definition: AgentDefinition, text: string, name: string, isMoved: boolean): readonly Mention[] {
  // The prompt of a TOML file is a text in it.
  const bodyStart = isToml(definition) ? 0 : definition.frontmatterRaw.length;
  const found = mentionsOf({ text, bodyStart }, name);
  const own = isToml(definition) ? placeFields(text, true).get('name') : undefined;
  return found.filter(({ form, start }) => {
    const isField = own !== undefined && start >= own.start && start < own.end;
    return !isField && (form !== 'file' || isMoved);
  });
}

const replacing = (mentions: readonly Mention[], to: string): readonly TextEdit[] =>
  mentions.map(({ start, end }) => ({ start, end, text: to }));

const isToml = ({ path }: AgentDefinition): boolean => isTomlFile(path);
