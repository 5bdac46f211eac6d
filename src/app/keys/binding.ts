import type { Action } from '../model/actions.ts';
import type { Dialog, Model, Screen } from '../model/model.ts';

/** Where a binding holds: a screen, a dialog, the search line, or everywhere. */
export type KeyContext = 'everywhere' | 'search' | 'list' | Exclude<Screen, 'browse'> | Dialog['kind'];

/** One meaning of some keys. Footer, help, palette and README are made from these. */
export interface Binding {
  /** Stable name; a user's own keys are bound to it. */
  readonly id: string;
  /** Key names as `decodeKeys` gives them. With none, the palette is the way to it. */
  readonly keys: readonly string[];
  readonly context: KeyContext;
  /** One line for help, palette and README. */
  readonly title: string;
  /** A word for the footer; left out, the footer does not show it. */
  readonly hint?: string;
  /** What the footer shows as the key, where one binding speaks for a pair. */
  readonly hintKeys?: string;
  /** `true`, or the reason the key does nothing right now. */
  readonly enabled?: (model: Model) => true | string;
  readonly action: Action;
}

type Extras = Pick<Binding, 'hint' | 'hintKeys' | 'enabled'>;

/** Actions that are nothing but their type can be written as that. */
type BareAction = {
  [Type in Action['type']]: { type: Type } extends Extract<Action, { type: Type }> ? Type : never;
}[Action['type']];

type Bind = (
  name: string,
  keys: readonly string[],
  title: string,
  action: Action | BareAction,
  extras?: Extras,
) => Binding;

/** A function that writes bindings of one context, each with an id made of both. */
export function inContext(context: KeyContext): Bind {
  return (name, keys, title, action, extras = {}) => ({
    id: `${context}.${name}`,
    keys,
    context,
    title,
    // The compiler does not see that each bare type by itself is an action.
    action: typeof action === 'string' ? ({ type: action } as Action) : action,
    ...extras,
  });
}

/** The bindings that move a cursor or a text in a context; a move that has no keys is none. */
export const moves = (
  context: KeyContext,
  keys: { readonly [Key in 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last']: readonly string[] },
): readonly Binding[] => {
  const bind = inContext(context);
  return [
    bind('up', keys.up, 'Up', { type: 'moved', unit: 'line', direction: -1 }),
    bind('down', keys.down, 'Down', { type: 'moved', unit: 'line', direction: 1 }, { hint: 'move', hintKeys: '↑↓' }),
    bind('page-up', keys.pageUp, 'One page up', { type: 'moved', unit: 'page', direction: -1 }),
    bind('page-down', keys.pageDown, 'One page down', { type: 'moved', unit: 'page', direction: 1 }),
    bind('first', keys.first, 'To the start', { type: 'moved', unit: 'end', direction: -1 }),
    bind('last', keys.last, 'To the end', { type: 'moved', unit: 'end', direction: 1 }),
  ].filter((binding) => binding.keys.length > 0);
};

/** Moving where no text is typed: arrows, and letters as in vi. */
export const VI_MOVES = {
  up: ['up', 'k'],
  down: ['down', 'j'],
  pageUp: ['pageup', 'ctrl+b'],
  pageDown: ['pagedown', 'ctrl+f'],
  first: ['g', 'home'],
  last: ['G', 'end'],
} as const;

/** Moving while text is typed: letters, `home` and `end` belong to the field. */
export const FIELD_MOVES = {
  up: ['up', 'ctrl+p'],
  down: ['down', 'ctrl+n'],
  pageUp: ['pageup'],
  pageDown: ['pagedown'],
  first: [],
  last: [],
} as const;

/** The binding that leaves a screen. */
export const back = (context: KeyContext, title: string, keys: readonly string[] = ['escape', 'q']): Binding =>
  inContext(context)('back', keys, title, 'wentBack', { hint: 'back' });

/** The binding that closes a dialog and changes nothing. */
export const closes = (context: KeyContext, title: string, keys: readonly string[]): Binding =>
  inContext(context)('close', keys, title, 'dialogClosed', { hint: 'close' });
