import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { fileName } from '../../core/definition/file-name.ts';
import { isOff, pathWhenOn } from '../../core/definition/switched-off.ts';
import { agentFolder } from '../../core/formats/agent-folder.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action } from '../model/actions.ts';
import { type Effect, type Step, step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { shortPath } from '../model/short-path.ts';
import { withFilesStep } from '../model/undo-steps.ts';
import { currentDefinition } from './browse-results.ts';

type FilesAction = Extract<
  Action,
  {
    type:
      | 'removeRequested'
      | 'removeConfirmed'
      | 'duplicateRequested'
      | 'switchRequested'
      | 'filesChanged'
      | 'filesUndone';
  }
>;

/** Update for the files of agents: removed, copied, and as they were before. Pure. */
export function updateFiles(model: Model, action: FilesAction): Step {
  const definition = currentDefinition(model);
  switch (action.type) {
    case 'removeRequested':
      if (definition === null) return step(model);
      return step({ ...model, dialog: { kind: 'remove', definition, scroll: 0 } });

    case 'removeConfirmed': {
      const { dialog } = model;
      if (dialog?.kind !== 'remove') return step(model);
      const said = `Removed ${pathWords(model, dialog.definition.path)}`;
      return step({ ...model, dialog: null }, { type: 'removeFile', definition: dialog.definition, said });
    }

    case 'duplicateRequested': {
      if (definition === null) return step(model);
      const to = copyPath(model, definition);
      return step(model, { type: 'copyFile', definition, to, said: `Copied to ${pathWords(model, to)}` });
    }

    case 'switchRequested': {
      if (definition === null) return step(model);
      const isOn = isOff(definition);
      const said = `${definition.name} is ${isOn ? 'on' : `off: ${offWords(model, definition)}`}`;
      return step(model, { type: 'switchAgent', definition, isOn, said });
    }

    case 'filesChanged':
      return changed(model, action);

    case 'filesUndone': {
      const { words, problem, paths } = action;
      const next = noted(awaiting(model, paths), problem ?? `Undone: ${words}`, problem === null ? 'good' : 'bad');
      return step(next, { type: 'readLibrary' });
    }
  }
}

/** What becomes of its name. */
function offWords(model: Model, { id }: AgentDefinition): string {
  const instead = model.library.agents.find(({ shadowedBy }) => shadowedBy === id);
  return instead === undefined ? 'no harness loads it' : `${pathWords(model, instead.path)} is loaded instead`;
}

/** The news of it, and how it is undone. */
function changed(
  model: Model,
  { words, said, action: id, problem, made, opens }: Extract<FilesAction, { type: 'filesChanged' }>,
): Step {
  if (problem !== null) return step(noted(model, problem, 'bad'));
  const undo = withFilesStep(model.undo, words, id);
  const where = model.trail.at(-1) === 'browse' ? '' : ' in the list';
  const back = id === null ? '' : ` · ${keyOf(model, 'list.undo')}${where} undoes it`;
  const next = noted(awaiting({ ...model, undo }, made === undefined ? [] : [made]), said + back);
  // It is read once the editor is closed.
  return step(next, opens === undefined ? { type: 'readLibrary' } : editing(model, opens));
}

/** The file of an agent in the user's editor. */
export function editing(model: Model, path: string): Effect & { readonly type: 'openEditor' } {
  return { type: 'openEditor', path, words: `edit ${fileName(path)}`, said: `Edited ${pathWords(model, path)}` };
}

const awaiting = (model: Model, paths: readonly string[]): Model => ({
  ...model,
  browse: { ...model.browse, awaited: paths },
});

const pathWords = (model: Model, path: string): string => shortPath(path, model.surroundings);

/** Where a copy of an agent for the project goes. */
function copyPath({ surroundings: { cwd } }: Model, { path, format }: AgentDefinition): string {
  return `${cwd}/${agentFolder(format, 'project')}/${fileName(pathWhenOn(path))}`;
}

/** Why the file of the agent that the cursor is on is not the user's to be changed, or `null`. */
export function notOwnFile(model: Model): string | null {
  const definition = currentDefinition(model);
  if (definition === null) return 'No agent here';
  const instead = `${keyOf(model, 'list.duplicate')} makes one of your own`;
  if (definition.scope === 'bundled') return `It comes with the program: ${instead}`;
  if (definition.scope === 'plugin') return `It belongs to a plugin: ${instead}`;
  const source = model.library.sources.find(({ id }) => id === definition.source);
  return source?.isTaken ? `It is from a repository: ${instead}` : null;
}

/** Why the agent that the cursor is on is not copied into the project, or `null`. */
export function notCopied(model: Model): string | null {
  const definition = currentDefinition(model);
  if (definition === null) return 'No agent here';
  return copyPath(model, definition) === definition.path ? 'It is in the project already' : null;
}

/** Why the agent that the cursor is on is neither switched on nor off, or `null`. */
export function notSwitched(model: Model): string | null {
  const definition = currentDefinition(model);
  if (definition === null) return 'No agent here';
  if (definition.kind !== 'agent') return 'Only agents are switched off';
  const { scope } = definition;
  return (
    notOwnFile(model) ?? (scope === 'project' || scope === 'user' ? null : 'It lies where no harness loads it from')
  );
}
