import type { Role, Span } from '../text/styled-text.ts';
import { visibleText } from '../text/visible-text.ts';

/** A letter or mark of ASCII for each sign and each piece of a rule or border. */
const ASCII: ReadonlyMap<string, string> = new Map([
  ['❯', '>'],
  // Beside a divider it is told apart.
  ['▎', ':'],
  ['✓', 'x'],
  ['✗', 'X'],
  ['●', '*'],
  ['○', 'o'],
  ['◐', '%'],
  ['∪', 'u'],
  ['◇', '?'],
  ['·', '.'],
  ['–', '-'],
  ['≠', '#'],
  ['─', '-'],
  ['│', '|'],
  ...[...'┬┴┼╭╮╰╯'].map((piece) => [piece, '+'] as const),
]);

/** Roles of what we say ourselves; the words of an agent are left as they are, whatever signs they hold. */
const OURS: ReadonlySet<Role> = new Set(['accent', 'muted', 'marker', 'success', 'warning', 'error']);
const NOTHING_BUT_SIGNS = new RegExp(`^[${[...ASCII.keys()].join('')}\\d\\[\\] ]+$`, 'u');

/** The text of a span with signs and rules in ASCII: for terminals that draw them two cells wide, or not at all. */
export function asciiText({ text, role, sign }: Span): string {
  const shown = visibleText(text);
  if (sign === undefined && !(OURS.has(role) && NOTHING_BUT_SIGNS.test(shown))) return shown;
  return [...shown].map((character) => ASCII.get(character) ?? character).join('');
}
