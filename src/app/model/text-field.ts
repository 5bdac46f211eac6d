import { runBefore } from '../../kit/run-before.ts';

/** A one-line text being edited. */
export interface TextField {
  readonly text: string;
  /** Position of the cursor in UTF-16 units, always between two graphemes. */
  readonly cursor: number;
  /** Where what is selected begins, which ends at the cursor; absent where nothing is. */
  readonly from?: number;
}

/** A field with the cursor at the end. */
export function textField(text = ''): TextField {
  return { text, cursor: text.length };
}

/** The field with text typed before the cursor, in the place of what is selected. */
export function typedInto({ text, cursor, from = cursor }: TextField, typed: string): TextField {
  return { text: text.slice(0, from) + typed + text.slice(cursor), cursor: from + typed.length };
}

/** The field with the word selected that the cursor is on: typing takes its place, deleting takes it away. */
export function wordSelected({ text, cursor }: TextField): TextField {
  const from = runBefore(text, cursor, isOfWord);
  const end = wordRight({ text, cursor: from });
  return isOfWord(text.slice(cursor, cursor + 1)) ? { text, cursor: end, from } : { text, cursor };
}

/**
 * The field after an editing key, as readline has them; `null` if the key is not one of them.
 *
 * @param key A key name as `decodeKeys` gives it.
 */
export function edited(field: TextField, key: string): TextField | null {
  if (field.from !== undefined && DELETING.has(key)) return typedInto(field, '');
  return EDITS[key]?.(field) ?? null;
}

/** Whether a text field takes a key for itself: one that types a character, or edits. */
export function isFieldKey(key: string): boolean {
  return isCharacter(key) || isEditingKey(key);
}

/** Whether a key, in a text field, stands for itself. */
export function isCharacter(key: string): boolean {
  return key === 'space' || [...key].length === 1;
}

/** Whether a key edits a text field. */
export function isEditingKey(key: string): boolean {
  return Object.hasOwn(EDITS, key);
}

type Edit = (field: TextField) => TextField;

const moveTo =
  (position: (field: TextField) => number): Edit =>
  (field) => ({ text: field.text, cursor: position(field) });

const deleteTo =
  (position: (field: TextField) => number): Edit =>
  (field) => {
    const other = position(field);
    const [start, end] = other < field.cursor ? [other, field.cursor] : [field.cursor, other];
    return { text: field.text.slice(0, start) + field.text.slice(end), cursor: start };
  };

const start = () => 0;
const end = ({ text }: TextField) => text.length;

const EDITS: Readonly<Record<string, Edit>> = {
  left: moveTo(graphemeLeft),
  'ctrl+b': moveTo(graphemeLeft),
  right: moveTo(graphemeRight),
  'ctrl+f': moveTo(graphemeRight),
  home: moveTo(start),
  'ctrl+a': moveTo(start),
  'ctrl+home': moveTo(start),
  end: moveTo(end),
  'ctrl+e': moveTo(end),
  'ctrl+end': moveTo(end),
  'alt+b': moveTo(wordLeft),
  'alt+left': moveTo(wordLeft),
  'ctrl+left': moveTo(wordLeft),
  'alt+f': moveTo(wordRight),
  'alt+right': moveTo(wordRight),
  'ctrl+right': moveTo(wordRight),
  backspace: deleteTo(graphemeLeft),
  'ctrl+h': deleteTo(graphemeLeft),
  delete: deleteTo(graphemeRight),
  'ctrl+d': deleteTo(graphemeRight),
  'ctrl+u': deleteTo(start),
  'ctrl+k': deleteTo(end),
  'ctrl+w': deleteTo(blankDelimitedLeft),
  'alt+backspace': deleteTo(wordLeft),
  'alt+d': deleteTo(wordRight),
};

/** Keys that delete what is selected, and nothing else. */
const DELETING: ReadonlySet<string> = new Set(['backspace', 'ctrl+h', 'delete', 'ctrl+d']);

function graphemeLeft({ text, cursor }: TextField): number {
  let last = 0;
  for (const { index } of graphemes(text.slice(0, cursor))) last = index;
  return last;
}

function graphemeRight({ text, cursor }: TextField): number {
  for (const { segment } of graphemes(text.slice(cursor))) return cursor + segment.length;
  return cursor;
}

/** Readline's backward-word: over what is no letter or digit, then over the word. */
function wordLeft({ text, cursor }: TextField): number {
  return runBefore(text, runBefore(text, cursor, isNotOfWord), isOfWord);
}

function wordRight({ text, cursor }: TextField): number {
  return cursor + (/^[^\p{L}\p{N}]*[\p{L}\p{N}]*/u.exec(text.slice(cursor))?.[0].length ?? 0);
}

/** Readline's unix-word-rubout, which knows only blanks as the end of a word. */
function blankDelimitedLeft({ text, cursor }: TextField): number {
  return runBefore(text, runBefore(text, cursor, isBlank), (character) => !isBlank(character));
}

const isOfWord = (character: string) => /[\p{L}\p{N}]/u.test(character);
const isNotOfWord = (character: string) => !isOfWord(character);
const isBlank = (character: string) => /\s/.test(character);

let segmenter: Intl.Segmenter | null = null;

/** Made on first use: building a segmenter costs milliseconds that start-up should not pay. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}
