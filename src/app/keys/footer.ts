import type { Span, StyledLine } from '../../text/styled-text.ts';
import { textWidth } from '../../text/text-cells.ts';
import { focusedField } from '../model/focused-field.ts';
import type { Model } from '../model/model.ts';
import type { Binding } from './binding.ts';
import { shortKeyLabel } from './key-labels.ts';
import { activeBindings, isCharacter } from './keymap.ts';

const SEPARATOR: Span = { text: '  ', role: 'text' };

/**
 * The footer: what the keys do now, as many as there is room for. Help always has room, since it names the others.
 *
 * @param width Cells of the whole line.
 */
export function footerLine(model: Model, width: number): StyledLine {
  const shown = activeBindings(model).filter(({ hint, keys }) => hint !== undefined && keys.length > 0);
  const inHelp = model.dialog?.kind === 'help';
  const help = inHelp
    ? []
    : shown.filter(({ id }) => id === 'everywhere.help').map((binding) => hintSpans(model, binding));
  const others = shown.filter(({ id }) => id !== 'everywhere.help').map((binding) => hintSpans(model, binding));
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

function hintSpans(model: Model, { keys, hint = '', hintKeys, context }: Binding): readonly Span[] {
  // While typing, `?` would be typed: name the key that is not.
  const typing = context === 'everywhere' && focusedField(model) !== null;
  const key = (typing && keys.find((name) => !isCharacter(name))) || keys[0] || '';
  return [
    { text: hintKeys ?? shortKeyLabel(key), role: 'strong' },
    { text: ` ${hint}`, role: 'muted' },
  ];
}

function widthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { text }) => sum + textWidth(text), 0) + SEPARATOR.text.length;
}
