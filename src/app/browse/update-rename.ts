import { counted } from '../../text/count-text.ts';
import { planRename, type RenamePlan } from '../../usecases/plan-rename.ts';
import type { Action } from '../model/actions.ts';
import { type Step, step } from '../model/effects.ts';
import { knownDefinitions } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { textField } from '../model/text-field.ts';
import { currentDefinition } from './browse-results.ts';
import { notOwnFile } from './update-files.ts';

type RenameAction = Extract<Action, { type: 'agentRenameOpened' | 'agentNamed' | 'agentRenameConfirmed' }>;

/** Update for another name of an agent: asked for, shown with all it changes, and given. Pure. */
export function updateRename(model: Model, action: RenameAction): Step {
  const { dialog } = model;
  switch (action.type) {
    case 'agentRenameOpened': {
      const definition = currentDefinition(model);
      if (definition === null) return step(model);
      return step({ ...model, dialog: { kind: 'name', definition, words: textField(definition.name), asked: null } });
    }

    case 'agentNamed': {
      if (dialog?.kind !== 'name') return step(model);
      const to = dialog.words.text.trim();
      if (to === dialog.definition.name) return step({ ...model, dialog: null });
      const planned = planRename(ownDefinitions(model), dialog.definition, to);
      if (planned.kind === 'refused') return step(noted(model, `Not renamed: ${planned.reason}`, 'bad'));
      return step({ ...model, dialog: { kind: 'renaming', plan: planned.plan, scroll: 0 } });
    }

    case 'agentRenameConfirmed': {
      if (dialog?.kind !== 'renaming') return step(model);
      const { plan } = dialog;
      const { definition, to, files } = plan;
      const others = files.length === 1 ? '' : `, and ${counted(files.length - 1, 'file')} that spoke of it`;
      const said = `Renamed ${definition.name} to ${to}${others}`;
      return step({ ...model, dialog: null }, { type: 'renameAgent', plan, foundIn: foundIn(model, plan), said });
    }
  }
}

/** What was taken from a repository is not the user's to be changed. */
function ownDefinitions({ library }: Model): ReturnType<typeof knownDefinitions> {
  const taken = new Set(library.sources.flatMap(({ id, isTaken }) => (isTaken ? [id] : [])));
  const known = knownDefinitions(library);
  return taken.size === 0 ? known : known.filter(({ source }) => !taken.has(source));
}

/** The folder in which each file of a plan was found, by its path. */
function foundIn({ library }: Model, { files }: RenamePlan): ReadonlyMap<string, string> {
  const folders = new Map(library.sources.map(({ id, folder }) => [id, folder]));
  const paths = new Set(files.map(({ path }) => path));
  const changed = knownDefinitions(library).filter(({ path }) => paths.has(path));
  return new Map(changed.map(({ path, source }) => [path, folders.get(source) ?? path]));
}

/** Why the agent that the cursor is on gets no other name, or `null`. */
export function notRenamed(model: Model): string | null {
  const definition = currentDefinition(model);
  return notOwnFile(model) ?? (definition?.kind === 'agent' ? null : 'Only agents are renamed');
}
