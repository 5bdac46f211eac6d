import { signWords } from '../../app/model/signs.ts';
import { addAll } from '../../kit/long-lists.ts';
import type { Span, StyledLine } from '../../text/styled-text.ts';

/** What only draws: the cursor, the bar along what it is on, bullets. */
const DRAWN: ReadonlySet<string> = new Set(['❯', '▎', '•', '◦', '▪']);

/**
 * A line of a screen as it is said: its signs by name, the first of them with a colon, its columns parted by commas, and
 * nothing that is only drawn.
 */
export function spokenLine({ spans }: StyledLine): string {
  const parts: string[] = [];
  let text = '';
  const end = (): void => {
    addAll(parts, text.split(/\s{2,}/));
    text = '';
  };
  let lead = '';
  for (const one of spans) {
    if (one.sign !== undefined) {
      end();
      if (lead === '' && parts.every((part) => part.trim() === '')) lead = signWords(one.sign);
      else parts.push(signWords(one.sign));
    } else if (!isDrawn(one)) text += wordsOf(one, text.trim() === '');
  }
  end();
  const words = joined(parts.map((part) => part.trim()).filter((part) => part !== ''));
  return lead === '' ? words : words === '' ? lead : `${lead}: ${words}`;
}

/** What a span says: a word of ours at the start is a label, and has a colon; what we say beside a text is in our words. */
function wordsOf({ text, role }: Span, isFirst: boolean): string {
  if (role === 'muted' && /^\s*\d+:\d+\s+$/.test(text)) return spokenWords(text);
  if (isFirst && (role === 'strong' || role === 'muted') && /^\s*\S+\s+$/.test(text)) return `${text.trimEnd()}: `;
  return role === 'muted' || role === 'warning' ? spokenWords(text) : text;
}

const isDrawn = ({ text, sign }: Span): boolean => sign === undefined && DRAWN.has(text.trim());

/** Words one after the other; what ends with a stop of its own gets no comma. */
export function joined(parts: readonly string[]): string {
  return parts.reduce((text, part) => (text === '' ? part : `${text}${/[.,:;!?]$/.test(text) ? '' : ','} ${part}`), '');
}

/** Words of ours as they are said: what parts them on a screen is a comma, and numbers stand by words. */
export function spokenWords(text: string): string {
  return text
    .replace(/ (?:·|›) /g, ', ')
    .replace(/~(?=\d)/g, 'about ')
    .replace(/(\d)×/g, '$1 times')
    .replace(/→ ?/g, '')
    .replace(/(?<!\d)(\d{1,9})–(\d{1,9}) of/g, (all, from, to) => (from === to ? `line ${from} of` : all))
    .replace(/^\s*(\d+):(\d+)\s+$/, 'line $1, column $2: ');
}

/** A sentence: with a full stop, unless it ends with a stop already. */
function sentence(text: string): string {
  return text === '' || /[.,:;!?…]$/.test(text) ? text : `${text}.`;
}

/** Some sentences on one line. */
export function sentences(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .map(sentence)
    .join(' ');
}
