import { memoTexts } from '../../kit/memo.ts';
import { lineWidth, type Span, type StyledLine } from '../../text/styled-text.ts';
import { textWidth } from '../../text/text-cells.ts';
import { visibleText } from '../../text/visible-text.ts';
import { completionOf } from '../browse/search-suggestion.ts';
import type { Binding } from '../keys/binding.ts';
import type { BindingId } from '../keys/bindings.ts';
import { shortKeyLabel } from '../keys/key-labels.ts';
import { activeBindings, getsThrough } from '../keys/keymap.ts';
import type { Model } from '../model/model.ts';
import { hintOf } from './hints.ts';
import { paletteCommands } from './palette.ts';
import { refusalOf } from './refusals.ts';

/** Cells between two hints. */
const GAP = 2;

interface Hint {
  readonly spans: readonly Span[];
  readonly width: number;
  /** The keys it names, in their order, and the cells of that. */
  readonly keys: readonly string[];
  readonly keysWidth: number;
  /** What leads on comes before what only moves. */
  readonly rank: number;
  /** The bindings it speaks for. */
  readonly ids: readonly BindingId[];
}

/**
 * The footer: what the keys do now. Only keys that would do something are offered, those that lead on first; the way back
 * and help always have room, and what had none is counted.
 *
 * @param width Cells of the whole line.
 */
export function footerLine(model: Model, width: number): StyledLine {
  const { shown, help, unsaid } = fitted(model, width);
  const count: readonly Span[] = unsaid > 0 && help.length > 0 ? [{ text: `+${unsaid}  `, role: 'muted' }] : [];
  const left = spaced(shown);
  const right = [...count, ...spaced(help)];
  const gap = width - 1 - lengthOf(left) - lengthOf(right) - (right.length > 0 ? 1 : 0);
  const between: Span = {
    text: ' '.repeat(Math.max(left.length > 0 && right.length > 0 ? GAP : 0, gap)),
    role: 'text',
  };
  return { spans: [{ text: ' ', role: 'text' }, ...left, between, ...right] };
}

/** The key that a footer of a width offers at a column, or `null` where it offers none. */
export function footerKeyAt(model: Model, width: number, column: number): string | null {
  const { shown, help } = fitted(model, width);
  const helpWidth = widthOf(help) - GAP;
  const places = [
    ...placesOf(shown, 1),
    // Help stands at the right end, its count of the others before it.
    ...placesOf(help, Math.max(0, lineWidth(footerLine(model, width)) - helpWidth)),
  ];
  const place = places.find(({ at, hint }) => column >= at && column < at + hint.width);
  if (!place) return null;
  const { keys, keysWidth } = place.hint;
  const offset = column - place.at;
  return keys[offset < keysWidth ? Math.floor((offset * keys.length) / keysWidth) : keys.length - 1] ?? null;
}

function placesOf(hints: readonly Hint[], start: number): readonly { readonly at: number; readonly hint: Hint }[] {
  let at = start;
  return hints.map((hint) => {
    const place = { at, hint };
    at += hint.width + GAP;
    return place;
  });
}

/** What a footer of a width offers: for each word of it the bindings it speaks for. */
export function offeredBindings(model: Model, width: number): readonly (readonly BindingId[])[] {
  const { shown, help } = fitted(model, width);
  return [...shown, ...help].map(({ ids }) => ids);
}

interface Fitted {
  readonly shown: readonly Hint[];
  readonly help: readonly Hint[];
  /** How many that would do something now are not shown. */
  readonly unsaid: number;
}

/** Whether a key would do something now. */
function isLive(model: Model, binding: Binding<BindingId>): boolean {
  // What can be run is found by whether it is refused, so that this cannot be asked there.
  if (binding.context === 'palette' && binding.id !== 'palette.close') {
    const count = paletteCommands(model).length;
    return binding.action.type === 'moved' ? count > 1 : count > 0;
  }
  return refusalOf(model, binding) === null;
}

function fitted(model: Model, width: number): Fitted {
  const live = activeBindings(model).filter((one) => firstKey(model, one) !== null && isLive(model, one));
  const hints = [...suggestionHint(model), ...live.flatMap((one) => hintFor(model, live, one) ?? [])];
  const isHelp = ({ ids }: Hint): boolean => ids[0] === 'everywhere.help';
  const isBack = ({ ids: [id] }: Hint): boolean => /\.(?:back|close)$|^search\.leave$/.test(id ?? '');
  const back = hints.filter(isBack);
  // Where there is no room for both, the way back stays.
  const hasHelp = model.dialog?.kind !== 'help' && widthOf([...back, ...hints.filter(isHelp)]) <= width;
  const help = hasHelp ? hints.filter(isHelp) : [];
  const others = hints.filter((one) => !isHelp(one) && !isBack(one)).toSorted((a, b) => a.rank - b.rank);
  // A count of what does not fit: what it takes for two digits, whether or not it is needed.
  let room = width - 1 - widthOf([...back, ...help]) - (help.length > 0 ? '+99'.length + GAP : 0);
  const fitting: Hint[] = [];
  for (const hint of others) {
    if (room < hint.width + GAP) break;
    room -= hint.width + GAP;
    fitting.push(hint);
  }
  const shown = [...fitting, ...back];
  const said = new Set([...shown, ...help].flatMap(({ ids }) => ids));
  const unsaid = room < 0 && fitting.length === 0 ? 0 : live.filter(({ id }) => !said.has(id)).length;
  return { shown, help, unsaid };
}

/** While the search line suggests how to go on: the key that takes it, and the word it becomes. */
function suggestionHint(model: Model): readonly Hint[] {
  const suggested = completionOf(model);
  if (!suggested) return [];
  const word = `${model.browse.query.text}${suggested.rest}`.split(' ').at(-1) ?? '';
  const spans: Span[] = [
    { text: '→', role: 'strong' },
    { text: ` ${visibleText(word)}`, role: 'muted' },
  ];
  return [{ spans, width: lengthOf(spans), keys: ['right'], keysWidth: 1, rank: 0, ids: [] }];
}

function hintFor(model: Model, live: readonly Binding<BindingId>[], binding: Binding<BindingId>): Hint | null {
  const word = hintOf(model, binding);
  if (word === null) return null;
  const { context, hintKeys } = binding;
  const pair = hintKeys?.flatMap((name) => live.find(({ id }) => id === `${context}.${name}`) ?? []) ?? [binding];
  const named = pair.flatMap((one) => firstKey(model, one) ?? []);
  const keys = keyWords(named.map(shortKeyLabel));
  const spans: Span[] = [
    { text: keys, role: 'strong' },
    { text: ` ${word}`, role: 'muted' },
  ];
  const rank = rankOf(binding);
  const keysWidth = wordWidth(keys);
  const ids = [binding.id, ...pair.map(({ id }) => id)];
  return { spans, width: keysWidth + 1 + wordWidth(word), keys: named, keysWidth, rank, ids };
}

/** The cells of a word or of keys: each frame asks for the same few. */
const wordWidth = memoTexts(128, textWidth);

/** What moves about comes after what does something, and what works everywhere last. */
function rankOf({ action, context }: Binding): number {
  if (context === 'everywhere') return 3;
  return action.type === 'moved' ? 2 : SCROLLING.has(action.type) ? 1 : 0;
}

/** What scrolls a pane that the cursor is not in. */
const SCROLLING: ReadonlySet<string> = new Set(['previewMoved', 'fileMoved']);

/** Arrows stand together; what is held with both is said once. */
function keyWords(labels: readonly string[]): string {
  if (!labels.every((label) => /^⇧?[↑↓←→]$/.test(label))) return labels.join(' ');
  const [first = ''] = labels;
  return first.startsWith('⇧') ? `⇧${labels.join('').replaceAll('⇧', '')}` : labels.join('');
}

/** While typing, `?` would be typed: the key that is not. */
function firstKey(model: Model, { keys, context }: Binding): string | null {
  return keys.find((key) => getsThrough(model, context, key)) ?? null;
}

function spaced(hints: readonly Hint[]): readonly Span[] {
  return hints.flatMap(({ spans }, at) => (at === 0 ? spans : [{ text: ' '.repeat(GAP), role: 'text' }, ...spans]));
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { text }) => sum + wordWidth(text), 0);
const widthOf = (hints: readonly Hint[]): number => hints.reduce((sum, { width }) => sum + width + GAP, 0);
