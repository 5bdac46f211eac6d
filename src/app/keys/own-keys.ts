import { isRecord } from '../../kit/plain-data.ts';
import { isFieldKey } from '../model/text-field.ts';
import { type Binding, type KeyContext, TYPING_CONTEXTS } from './binding.ts';
import { BINDINGS, type BindingId } from './bindings.ts';
import { keyLabel } from './key-labels.ts';
import { isKeyName } from './key-names.ts';

/** What keys can be bound to. */
export const BINDING_NAMES: readonly string[] = BINDINGS.map(({ id }) => id);

/** The keys a user bound himself, as far as they are in force. */
export interface OwnKeys {
  readonly keys: { readonly [Id in BindingId]?: readonly string[] };
  /** What is not in force and why: one line each, in the order of the file. */
  readonly problems: readonly string[];
}

/**
 * What of the setting `keys` can be in force. A binding with anything wrong keeps its default keys; all others are as the
 * user wants them.
 *
 * @param setting As the settings file has it.
 * @param placeOf Where a setting stands, by the keys that lead to it: `~/.config/agents/config.json:7:5`.
 */
export function ownKeys(setting: unknown, placeOf: (path: readonly string[]) => string): OwnKeys {
  if (!isRecord(setting)) {
    const reason = `keys lists keys by binding, like ${EXAMPLE}; the default keys are in force`;
    return { keys: {}, problems: [`${placeOf(['keys'])}: ${reason}`] };
  }
  const reasons = new Map<string, string>();
  const wanted: Wanted = new Map();
  for (const [id, keys] of Object.entries(setting)) {
    const binding = BINDINGS.find((one) => one.id === id);
    const reason = binding ? faultOf(binding, keys) : 'no binding has this name';
    if (reason !== null) reasons.set(id, reason);
    else if (binding && isTexts(keys)) wanted.set(binding.id, keys);
  }
  for (let clash = firstClash(wanted); clash; clash = firstClash(wanted)) {
    wanted.delete(clash.id);
    reasons.set(clash.id, `“${clash.key}” is a key of ${clash.other} already`);
  }
  const problems = Object.keys(setting).flatMap((id) => {
    const reason = reasons.get(id);
    return reason === undefined ? [] : [`${placeOf(['keys', id])}: ${id}: ${reason}${keptWords(id)}`];
  });
  return { keys: Object.fromEntries(wanted), problems };
}

const EXAMPLE = '{ "list.compare": ["d", "="] }';

/** Keys as the user wants them, in the order of the file. */
type Wanted = Map<BindingId, readonly string[]>;

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

/** What is wrong with the keys wanted for a binding, whatever the others are. */
function faultOf({ id, context }: Binding, keys: unknown): string | null {
  if (!isTexts(keys)) return 'keys are a list of texts, like ["d", "="]';
  const unknown = keys.find((key) => !isKeyName(key));
  if (unknown !== undefined)
    return `no terminal sends a key “${unknown}”; keys are named like d, G, space, ctrl+s, alt+b, f5`;
  const typed = TYPING_CONTEXTS.has(context) ? keys.find(isFieldKey) : undefined;
  if (typed !== undefined) return `“${typed}” is for the text field there`;
  if (id === 'everywhere.quit' && !keys.includes('ctrl+c')) return '“ctrl+c” always quits and has to be among its keys';
  if (keys.length === 0 && (DIALOGS.has(context) || id === 'everywhere.palette'))
    return 'without a key nothing leads to it';
  return null;
}

/** Contexts whose commands the palette does not offer: it would take their place. */
const DIALOGS: ReadonlySet<KeyContext> = new Set([
  'help',
  'palette',
  'column',
  'rename',
  'reword',
  'name',
  'new',
  'problems',
  'rivals',
  'sources',
  'drafts',
  'begin',
  'overwrite',
  'recompose',
]);

interface Clash {
  readonly id: BindingId;
  readonly key: string;
  readonly other: BindingId;
}

/** A wanted key that means something else where it would hold; what clashes with a default before what clashes with a wish. */
function firstClash(wanted: Wanted): Clash | null {
  const isDefault = (id: BindingId) => !wanted.has(id);
  const clashes = [...wanted.keys()].reverse().flatMap((id) => clashesOf(id, wanted));
  return clashes.find(({ other }) => isDefault(other)) ?? clashes[0] ?? null;
}

function clashesOf(id: BindingId, wanted: Wanted): readonly Clash[] {
  const own = BINDINGS.find((one) => one.id === id);
  if (!own) return [];
  const keys = wanted.get(id) ?? [];
  return BINDINGS.filter((other) => other.id !== id && doMeet(own, other)).flatMap((other) => {
    const theirs = wanted.get(other.id) ?? other.keys;
    // Help is closed by the key that opens it: what is so by default is meant.
    const isMeant = (key: string) => own.keys.includes(key) && other.keys.includes(key);
    const key = keys.find((one) => theirs.includes(one) && !isMeant(one));
    return key === undefined ? [] : [{ id, key, other: other.id }];
  });
}

const doMeet = (a: Binding, b: Binding): boolean =>
  a.context === b.context || a.context === 'everywhere' || b.context === 'everywhere';

function keptWords(id: string): string {
  const binding: Binding | undefined = BINDINGS.find((one) => one.id === id);
  if (!binding) return '';
  return binding.keys.length === 0 ? '; it keeps no key' : `; it keeps ${binding.keys.map(keyLabel).join(' ')}`;
}
