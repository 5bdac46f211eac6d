import { focusedField } from '../../app/model/focused-field.ts';
import type { Model } from '../../app/model/model.ts';
import { edited, type TextField } from '../../app/model/text-field.ts';

/**
 * What happened in the field that is typed into. What was typed is said by whole words, since where nothing is drawn
 * nothing is echoed; what the caret came to stand on, by its letter or its word.
 *
 * @param isEchoed Whether the text itself is said: of a search what it finds is.
 */
export function typedLines(before: Model, after: Model, isEchoed: boolean): readonly string[] {
  const old = focusedField(before);
  const now = focusedField(after);
  if (!old || !now || old === now) return [];
  if (old.text !== now.text) return isEchoed ? [changeWords(old.text, now.text)] : [];
  return old.cursor === now.cursor ? [] : [caretWords(now, Math.abs(now.cursor - old.cursor))];
}

/** What was added, with the word it goes on with; what was deleted; where both were, the whole. */
function changeWords(old: string, now: string): string {
  if (now.trim() === '') return 'empty';
  const start = sameUnits(old, now, (text, at) => text[at]);
  const room = Math.min(old.length, now.length) - start;
  const end = Math.min(
    room,
    sameUnits(old, now, (text, at) => text[text.length - 1 - at]),
  );
  const gone = old.slice(start, old.length - end);
  if (now.length === start + end) return `deleted: ${gone.trim() || 'space'}`;
  if (gone !== '') return now.trim();
  const word = start === 0 ? 0 : now.lastIndexOf(' ', start - 1) + 1;
  return now.slice(word, now.length - end).trim() || 'space';
}

function caretWords(field: TextField, distance: number): string {
  const { text, cursor } = field;
  if (cursor >= text.length) return 'end';
  const until = (key: string): string => text.slice(cursor, edited(field, key)?.cursor ?? text.length);
  const letter = until('right');
  if (distance <= letter.length) return letter.trim() || 'space';
  return until('alt+f').trim() || letter;
}

function sameUnits(a: string, b: string, unit: (text: string, at: number) => string | undefined): number {
  let at = 0;
  while (at < Math.min(a.length, b.length) && unit(a, at) === unit(b, at)) at += 1;
  return at;
}
