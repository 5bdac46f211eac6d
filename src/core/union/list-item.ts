import { bulletOf } from '../sections/line-shapes.ts';

/** Whether the items of a list are numbered. */
export type ListKind = 'bullet' | 'number';

const NUMBER = /^\d+(?=[.)])/;

/** The kind of list that a text begins with, or `null` if it begins with no list item. */
export function listKindOf(text: string): ListKind | null {
  const [line = ''] = text.trimStart().split('\n', 1);
  if (bulletOf(line) === null) return null;
  return NUMBER.test(line) ? 'number' : 'bullet';
}

/** A numbered item with another number; the lines under it move as far as its text does. */
export function renumbered(item: string, number: number): string {
  const before = NUMBER.exec(item)?.[0] ?? '';
  const moved = String(number).length - before.length;
  const text = item.replace(NUMBER, `${number}`);
  return moved > 0 ? text.replace(/\n(?= {2})/g, `\n${' '.repeat(moved)}`) : text;
}

/**
 * A list item under another bullet: its lines are moved so that what stood under its text still does.
 *
 * @param item Its lines as they stand in a file, `\n` between them.
 * @param bullet The bullet with the white space behind it.
 * @param indent Columns the bullet stands in.
 */
export function rebulleted(item: string, bullet: string, indent: number): string {
  const [first = '', ...rest] = item.split('\n');
  const start = first.length - first.trimStart().length;
  const width = start + (bulletOf(first.trimStart())?.width ?? 0);
  const lead = ' '.repeat(indent + bullet.length);
  const lines = rest.map((line) => (line.trim() === '' ? '' : lead + withoutIndent(line, width)));
  return [' '.repeat(indent) + bullet + first.slice(width), ...lines].join('\n');
}

/** Takes up to so many columns of white space; a tab counts for four. */
function withoutIndent(line: string, columns: number): string {
  let taken = 0;
  let at = 0;
  while (at < line.length && taken < columns) {
    if (line[at] === ' ') taken += 1;
    else if (line[at] === '\t') taken += 4;
    else break;
    at += 1;
  }
  return ' '.repeat(Math.max(0, taken - columns)) + line.slice(at);
}
