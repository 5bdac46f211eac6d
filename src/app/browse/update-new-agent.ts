import { agentFolder } from '../../core/formats/agent-folder.ts';
import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { refusedName } from '../../core/formats/loading/refused-name.ts';
import { newDefinition, whyNoName } from '../../usecases/new-definition.ts';
import type { Action } from '../model/actions.ts';
import { type Step, step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { shortPath } from '../model/short-path.ts';
import { textField } from '../model/text-field.ts';

/** Update for a new agent of the project from a template: its name, when it is to be used, and its file. Pure. */
export function updateNewAgent(
  model: Model,
  action: Extract<Action, { type: 'newAgentOpened' | 'newAgentTold' }>,
): Step {
  const { dialog } = model;
  if (action.type === 'newAgentOpened') return step(asking(model, null));
  if (dialog?.kind !== 'new') return step(model);
  const words = dialog.words.text.trim();
  if (dialog.name === null) {
    const reason = words === '' ? 'It needs a name' : refusedHere(model, words);
    return step(reason === null ? asking(model, words) : noted(model, reason, 'bad'));
  }
  if (words === '') return step(noted(model, 'Say when it is to be used', 'bad'));
  return written(model, dialog.name, words);
}

function asking(model: Model, name: string | null): Model {
  return { ...model, dialog: { kind: 'new', name, words: textField(), asked: null } };
}

function refusedHere({ surroundings: { harness } }: Model, name: string): string | null {
  return whyNoName(name) ?? refusedName(harnessFormat(harness), name)?.reason ?? null;
}

function written(model: Model, name: string, description: string): Step {
  const { cwd, harness } = model.surroundings;
  const asked = { name, description, tools: null, model: null, body: null };
  const { text, fileName, refusal } = newDefinition(asked, null, harness);
  if (refusal !== null) return step(noted(model, refusal, 'bad'));
  const path = `${cwd}/${agentFolder(harness, 'project')}/${fileName}`;
  const said = `Wrote ${shortPath(path, model.surroundings)}`;
  return step({ ...model, dialog: null }, { type: 'newAgent', name, path, text, within: cwd, said });
}
