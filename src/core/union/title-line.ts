import { headingLevel } from '../sections/line-shapes.ts';
import { openingTagName } from '../sections/tag-pairs.ts';

/** Whether a title is a line of text, bold or announcing, as opposed to a heading or a tag. */
export function isTitleLine(text: string): boolean {
  const marker = text.trim();
  return headingLevel(marker) === 0 && openingTagName(marker) === null;
}
