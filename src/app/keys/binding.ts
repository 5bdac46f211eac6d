import type { Action } from '../model/actions.ts';
import type { Dialog } from '../model/dialog.ts';
import type { Screen } from '../model/model.ts';

/**
 * Where a binding holds: a screen, a dialog, the search line, the list after saving, the choices of a field, or everywhere;
 * `linear` everywhere where everything is told in lines.
 */
export type KeyContext =
  | 'everywhere'
  | 'linear'
  | 'search'
  | 'list'
  | 'find'
  | 'filter'
  | 'landed'
  | 'choices'
  | Exclude<Screen, 'browse'>
  | Dialog['kind'];

/** The contexts in which a text field has the focus. */
export const TYPING_CONTEXTS: ReadonlySet<KeyContext> = new Set([
  'search',
  'find',
  'filter',
  'save',
  'choices',
  'help',
  'palette',
  'column',
  'rename',
  'reword',
  'name',
  'new',
]);

/** What one wants with a key; help has the keys of a screen in these groups. */
export const KEY_GROUPS = ['take', 'arrange', 'move', 'go-on'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

/** One meaning of some keys, as data. Footer, help, palette and docs/keys.md are made from these. */
export interface Binding<Id extends string = string> {
  /** Stable name, `context.name`; a user's own keys are bound to it. */
  readonly id: Id;
  /** Key names as `isKeyName` has them. With none, the palette is the way to it. */
  readonly keys: readonly string[];
  readonly context: KeyContext;
  /** One line for help, palette and docs/keys.md. */
  readonly title: string;
  /** A word for the footer; left out, the footer does not show it. */
  readonly hint?: string;
  /** Names of the bindings of its context whose keys the footer shows, where one binding speaks for a pair. */
  readonly hintKeys?: readonly string[];
  readonly action: Action;
  /** Of two that do the same in opposite directions what both do, where that is not the hint. */
  readonly pair?: string;
  /** What it is wanted for; unless said otherwise what its action is for. */
  readonly group: KeyGroup;
}

type Hints = Partial<Pick<Binding, 'hint' | 'hintKeys' | 'pair' | 'group'>>;

/** What actions are for; those not named here lead on. */
const ACTION_GROUPS: { readonly [Type in Action['type']]?: KeyGroup } = {
  definitionMarked: 'take',
  marksCleared: 'take',
  twinsRequested: 'take',
  rivalsOpened: 'take',
  sectionPicked: 'take',
  versionsTaken: 'take',
  versionTurned: 'take',
  topicsUnited: 'take',
  versionChosen: 'take',
  sectionHeldApart: 'arrange',
  sectionJoined: 'arrange',
  sortChanged: 'arrange',
  callsAsked: 'arrange',
  viewChanged: 'arrange',
  ledgerScopeChanged: 'arrange',
  matrixToggled: 'arrange',
  otherRowsChosen: 'arrange',
  foldToggled: 'arrange',
  outlineToggled: 'arrange',
  bundledToggled: 'arrange',
  markedListed: 'arrange',
  lookChosen: 'arrange',
  previewPlaced: 'arrange',
  shareChanged: 'arrange',
  pickMoved: 'arrange',
  orderRestored: 'arrange',
  levelChanged: 'arrange',
  renameOpened: 'arrange',
  rewordOpened: 'arrange',
  pickEditRequested: 'arrange',
  editDropped: 'arrange',
  choicesOpened: 'arrange',
  choiceTaken: 'take',
  choiceMoved: 'move',
  fileMoved: 'move',
  draftDiscarded: 'arrange',
  duplicateRequested: 'arrange',
  newAgentOpened: 'arrange',
  agentRenameOpened: 'arrange',
  removeRequested: 'arrange',
  switchRequested: 'arrange',
  moved: 'move',
  previewMoved: 'move',
  topicChanged: 'move',
  paneChanged: 'move',
  differenceChanged: 'move',
  nextConflictShown: 'move',
  conflictChanged: 'move',
  doubtVisited: 'move',
  hitChanged: 'move',
  fieldLeft: 'move',
  searchFocused: 'move',
  listFocused: 'move',
  findOpened: 'move',
  filterOpened: 'move',
};

/** Actions that are nothing but their type can be written as that. */
type BareAction = {
  [Type in Action['type']]: { type: Type } extends Extract<Action, { type: Type }> ? Type : never;
}[Action['type']];

type Bind<Context extends KeyContext> = <Name extends string>(
  name: Name,
  keys: readonly string[],
  title: string,
  action: Action | BareAction,
  hints?: Hints,
) => Binding<`${Context}.${Name}`>;

/** A function that writes bindings of one context, each with an id made of both. */
export function inContext<Context extends KeyContext>(context: Context): Bind<Context> {
  return (name, keys, title, given, hints = {}) => {
    // The compiler does not see that each bare type by itself is an action.
    const action = typeof given === 'string' ? ({ type: given } as Action) : given;
    return {
      id: `${context}.${name}`,
      keys,
      context,
      title,
      action,
      group: ACTION_GROUPS[action.type] ?? 'go-on',
      ...hints,
    };
  };
}

type LineMoveKeys = { readonly [Key in 'up' | 'down' | 'pageUp' | 'pageDown']: readonly string[] };

const lineMoves = <Context extends KeyContext>(context: Context, keys: LineMoveKeys) => {
  const bind = inContext(context);
  const pair = { hint: 'move', hintKeys: ['up', 'down'] };
  return [
    bind('up', keys.up, 'Up', { type: 'moved', unit: 'line', direction: -1 }),
    bind('down', keys.down, 'Down', { type: 'moved', unit: 'line', direction: 1 }, pair),
    bind('page-up', keys.pageUp, 'One page up', { type: 'moved', unit: 'page', direction: -1 }, { pair: 'one page' }),
    bind('page-down', keys.pageDown, 'One page down', { type: 'moved', unit: 'page', direction: 1 }),
  ];
};

/** Moving where no text is typed: arrows, and letters as in vi. */
export const moves = <Context extends KeyContext>(context: Context) => {
  const bind = inContext(context);
  return [
    ...lineMoves(context, {
      up: ['up', 'k'],
      down: ['down', 'j'],
      pageUp: ['pageup', 'ctrl+b'],
      pageDown: ['pagedown', 'ctrl+f'],
    }),
    bind('first', ['g', 'home'], 'To the start', { type: 'moved', unit: 'end', direction: -1 }, { pair: 'start, end' }),
    bind('last', ['G', 'end'], 'To the end', { type: 'moved', unit: 'end', direction: 1 }),
  ];
};

/** Moving while text is typed: letters, `home` and `end` belong to the field. */
export const movesBesideField = <Context extends KeyContext>(context: Context) =>
  lineMoves(context, {
    up: ['up', 'ctrl+p'],
    down: ['down', 'ctrl+n'],
    pageUp: ['pageup'],
    pageDown: ['pagedown'],
  });

/**
 * Scrolling a pane that the cursor is not in.
 *
 * @param letters For up and down, where no text is typed.
 * @param pages For a page up and down, where nothing else has them.
 */
export const scrolls = <Context extends KeyContext, Pane extends string>(
  context: Context,
  pane: Pane,
  type: 'previewMoved' | 'fileMoved',
  letters: readonly [] | readonly [string, string],
  pages: readonly [] | readonly [string, string] = [],
) => {
  const bind = inContext(context);
  const [up, down] = letters;
  const [pageUp, pageDown] = pages;
  const keys = (named: string, letter: string | undefined) => (letter === undefined ? [named] : [named, letter]);
  const pair = { hint: pane, hintKeys: [`${pane}-up`, `${pane}-down`] };
  return [
    bind(`${pane}-up`, keys('shift+up', up), `Scroll the ${pane} up`, { type, unit: 'line', direction: -1 }),
    bind(
      `${pane}-down`,
      keys('shift+down', down),
      `Scroll the ${pane} down`,
      { type, unit: 'line', direction: 1 },
      pair,
    ),
    bind(
      `${pane}-page-up`,
      keys('shift+pageup', pageUp),
      `Scroll the ${pane} one page up`,
      { type, unit: 'page', direction: -1 },
      { pair: `${pane}, one page` },
    ),
    bind(`${pane}-page-down`, keys('shift+pagedown', pageDown), `Scroll the ${pane} one page down`, {
      type,
      unit: 'page',
      direction: 1,
    }),
  ];
};

/** The binding that leaves a screen. */
export const back = <Context extends KeyContext>(
  context: Context,
  title: string,
  keys: readonly string[] = ['escape', 'q'],
) => inContext(context)('back', keys, title, 'wentBack', { hint: 'back' });

/** The binding that closes a dialog and changes nothing. */
export const closes = <Context extends KeyContext>(context: Context, title: string, keys: readonly string[]) =>
  inContext(context)('close', keys, title, 'dialogClosed', { hint: 'close' });
