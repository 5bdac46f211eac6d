/**
 * What a stretch of a section is: the words of its marker, one list item with everything under it, or a block of other
 * text, such as a paragraph, a code block or a table.
 */
export type PassageKind = 'title' | 'item' | 'text';

/** The smallest stretch of a definition that composing takes, leaves out and accounts for. */
export interface Passage {
  /** Id of the section whose own text it is in. */
  readonly section: string;
  /** Its place among the passages of that own text: 0 for the title, 1 for what comes first under it. */
  readonly index: number;
  readonly kind: PassageKind;
  /** Its lines as they stand in the file, without the last line's end and blank lines around. */
  readonly text: string;
  /** 1-based line of its first line in the file. */
  readonly line: number;
}
