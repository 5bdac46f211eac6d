import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import { fileText } from '../core/definition/file-text.ts';
import { isOff, OFF_ENDING, pathWhenOn } from '../core/definition/switched-off.ts';
import { placeFields } from '../core/lint/field-places.ts';
import type { Sha256 } from '../core/recipe/recipe.ts';
import type { FileChange } from './carry-out-changes.ts';

/** What it takes to switch an agent on or off. */
export type Switching =
  | { readonly kind: 'already' }
  | { readonly kind: 'change'; readonly change: FileChange }
  /** It is not the user's own: it is listed, or no longer. */
  | { readonly kind: 'listing' };

/**
 * What switches an agent on or off: its own field where its harness has one, else another name of its file, which no
 * harness looks for. Switched off and on again the bytes are the same. Pure.
 *
 * @param hidden Ids of what is not listed.
 */
export function switching(
  definition: AgentDefinition,
  isOn: boolean,
  hidden: readonly string[],
  sha256: Sha256,
): Switching {
  const { id, path, scope } = definition;
  if (scope !== 'project' && scope !== 'user')
    return hidden.includes(id) === isOn ? { kind: 'listing' } : { kind: 'already' };
  if (isOff(definition) !== isOn) return { kind: 'already' };
  const isOffByName = path.endsWith(OFF_ENDING);
  const text = isOffByName ? null : textSwitched(definition, isOn);
  const hash = sha256(fileText(definition));
  if (text !== null) return { kind: 'change', change: { kind: 'write', from: path, to: path, text, replaces: hash } };
  const to = isOn ? pathWhenOn(path) : path + OFF_ENDING;
  return { kind: 'change', change: { kind: 'move', from: path, to, sha256: hash } };
}

/** The line that OpenCode reads, and that tells ours from one that was there before. */
const OFF_LINE = 'disable: true # switched off';

/** The text of a file with OpenCode's own field; `null` where it has no place for it, or another harness reads it. */
function textSwitched(definition: AgentDefinition, isOn: boolean): string | null {
  if (definition.format !== 'opencode') return null;
  const text = fileText(definition);
  const place = placeFields(definition.frontmatterRaw, false).get('disable');
  if (place !== undefined) {
    const line = text.slice(place.start, text.indexOf('\n', place.start) + 1);
    if (isOn && line.trimEnd() === OFF_LINE) return text.slice(0, place.start) + text.slice(place.start + line.length);
    const value = text.slice(place.valueStart, place.end).replace(/^(?:true|false)/i, String(!isOn));
    return text.slice(0, place.valueStart) + value + text.slice(place.end);
  }
  const opening = /^\uFEFF?---[ \t]*(\r?\n)/.exec(text);
  return opening && !isOn ? `${opening[0]}${OFF_LINE}${opening[1]}${text.slice(opening[0].length)}` : null;
}
