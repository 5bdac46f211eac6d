import type { Binding } from '../keys/binding.ts';
import { BINDINGS, type BindingId } from '../keys/bindings.ts';
import { activeBindings, getsThrough } from '../keys/keymap.ts';
import type { Action } from '../model/actions.ts';
import { focusedField } from '../model/focused-field.ts';
import type { Model } from '../model/model.ts';
import { isCharacter, isEditingKey } from '../model/text-field.ts';
import { refusalOf } from './refusals.ts';

/** What a command does right now, by its name, wherever its keys hold; `null` for a name that none has. */
export function commandAct(model: Model, id: string): Action | null {
  const binding = BINDINGS.find((one) => one.id === id);
  return binding ? actOf(model, binding) : null;
}

function actOf(model: Model, binding: Binding<BindingId>): Action {
  const reason = refusalOf(model, binding);
  return reason === null ? binding.action : { type: 'keyRefused', reason };
}

/** Longest text a field takes at once; more is a file pasted by mistake. */
const TEXT_LIMIT = 10_000;

/**
 * What a key does right now, or `null` for nothing: first what is bound where the user is, then what is bound everywhere,
 * then the text field that has the focus. Characters and editing keys are the field's before they are everybody's.
 *
 * @param key A key name as `decodeInput` gives it.
 */
export function routeKey(model: Model, key: string): Action | null {
  const binding = activeBindings(model).find(
    ({ keys, context }) => keys.includes(key) && getsThrough(model, context, key),
  );
  if (binding) return actOf(model, binding);
  if (focusedField(model) === null) return null;
  if (isCharacter(key)) return routeText(model, key === 'space' ? ' ' : key);
  return isEditingKey(key) ? { type: 'fieldEdited', key } : null;
}

/**
 * What text does that came at once, pasted or typed quickly: the field that has the focus gets it on one line, without
 * control characters. `null` where no field has it, or nothing is left.
 */
export function routeText(model: Model, text: string): Action | null {
  if (focusedField(model) === null) return null;
  const line = text
    .slice(0, TEXT_LIMIT)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/\p{Cc}/gu, '');
  return line === '' ? null : { type: 'fieldTyped', text: line };
}

/**
 * The keys that one key from the terminal stands for. Terminals send Alt as an Escape before the key: where Alt means
 * nothing, both were pressed in quick succession.
 */
export function pressedKeys(model: Model, key: string): readonly string[] {
  const isAlone = key.startsWith('alt+') && routeKey(model, key) === null;
  return isAlone ? ['escape', key.slice('alt+'.length)] : [key];
}
