import type { Span, StyledLine } from '../../text/styled-text.ts';
import { textWidth } from '../../text/text-cells.ts';
import type { Model } from '../model/model.ts';
import type { Binding } from './binding.ts';
import { shortKeyLabel } from './key-labels.ts';
import { activeBindings, getsThrough } from './keymap.ts';

const SEPARATOR: Span = { text: '  ', role: 'text' };

/**
 * The footer: what the keys do now, as many as there is room for. Help always has room, since it names the others.
 *
 * @param width Cells of the whole line.
 */
export function footerLine(model: Model, width: number): StyledLine {
  const active = activeBindings(model);
  const hints = (binding: Binding) => hintSpans(model, active, binding);
  const shown = active.filter((binding) => binding.hint !== undefined && firstKey(model, binding) !== null);
  const inHelp = model.dialog?.kind === 'help';
  const help = inHelp ? [] : shown.filter(({ id }) => id === 'everywhere.help').map(hints);
  const others = shown.filter(({ id }) => id !== 'everywhere.help').map(hints);
  let room = width - 1 - help.reduce((sum, spans) => sum + widthOf(spans), 0);
  const fitting: (readonly Span[])[] = [];
  for (const spans of others) {
    room -= widthOf(spans);
    if (room < 0) break;
    fitting.push(spans);
  }
  const line = [...fitting, ...help].flatMap((spans, index) => (index === 0 ? spans : [SEPARATOR, ...spans]));
  return { spans: [{ text: ' ', role: 'text' }, ...line] };
}

function hintSpans(model: Model, active: readonly Binding[], binding: Binding): readonly Span[] {
  const { context, hint = '', hintKeys } = binding;
  const pair = hintKeys?.map((name) => active.find(({ id }) => id === `${context}.${name}`)) ?? [binding];
  const keys = pair.flatMap((one) => (one && firstKey(model, one)) ?? []).map(shortKeyLabel);
  return [
    { text: keys.join(keys.every(isArrow) ? '' : ' '), role: 'strong' },
    { text: ` ${hint}`, role: 'muted' },
  ];
}

const isArrow = (label: string): boolean => /^[↑↓←→]$/.test(label);

/** While typing, `?` would be typed: the key that is not. */
function firstKey(model: Model, { keys, context }: Binding): string | null {
  return keys.find((key) => getsThrough(model, context, key)) ?? null;
}

function widthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { text }) => sum + textWidth(text), 0) + SEPARATOR.text.length;
}
