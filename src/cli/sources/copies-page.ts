import { unifiedDifference } from '../../core/rendering/unified-difference.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { InstalledCopy } from './installed-copies.ts';

/**
 * What is to become of installed copies: of one that is merged the difference to the byte, of one in conflict both
 * versions of each place.
 *
 * @param source What the source is called.
 * @param shown A path as people write it.
 */
export function copiesPage(copies: readonly InstalledCopy[], source: string, shown: (path: string) => string): string {
  return copies.map((copy) => copyLines(copy, source, shown)).join('');
}

function copyLines(
  { file: { path }, name, before, fate }: InstalledCopy,
  source: string,
  shown: (path: string) => string,
): string {
  const place = shown(path);
  const line = (kind: string, words: string): string =>
    `${visibleText(`${kind.padEnd(8)} ${name}  ${place}  ${words}`)}\n`;
  switch (fate.kind) {
    case 'replaced':
      return line('copy', 'is replaced: nobody changed it');
    case 'current':
      return line('copy', 'stays: it says all of it already');
    case 'no-base':
      return line('conflict', `stays: ${fate.reason}`);
    case 'merged': {
      const difference = unifiedDifference(place, withPlainEnds(before), withPlainEnds(fate.text));
      return line('copy', 'is merged with what was changed in it') + shownLines(difference);
    }
    case 'conflict': {
      const places = fate.chunks.flatMap((chunk) =>
        chunk.kind === 'conflict' ? [`  here:\n${inset(chunk.ours)}  ${source}:\n${inset(chunk.theirs)}`] : [],
      );
      return line('conflict', 'stays as it is: both changed the same') + shownLines(places.join(''));
    }
  }
}

const withPlainEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

const shownLines = (text: string): string => text.split('\n').map(visibleText).join('\n');

/** What a side says of a place; that it says nothing. */
function inset(text: string): string {
  const lines = text.trimEnd() === '' ? ['(nothing)'] : text.trimEnd().split('\n');
  return lines.map((line) => `    ${line}\n`).join('');
}
