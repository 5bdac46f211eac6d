import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited, type TextField, textField, typedInto } from '../../../src/app/model/text-field.ts';

/** A field written with `|` where the cursor is. */
const field = (picture: string): TextField => ({
  text: picture.replace('|', ''),
  cursor: picture.indexOf('|'),
});

const picture = (value: TextField | null) =>
  value && `${value.text.slice(0, value.cursor)}|${value.text.slice(value.cursor)}`;

describe('editing a text field', () => {
  test.each([
    ['left', 'ab|c', 'a|bc'],
    ['left', '|abc', '|abc'],
    ['right', 'a|bc', 'ab|c'],
    ['right', 'abc|', 'abc|'],
    ['home', 'ab|c', '|abc'],
    ['ctrl+a', 'ab|c', '|abc'],
    ['ctrl+e', '|abc', 'abc|'],
    ['ctrl+u', 'one two|three', '|three'],
    ['ctrl+k', 'one| two', 'one|'],
    ['ctrl+w', 'one two-three|', 'one |'],
    ['ctrl+w', 'one two  |', 'one |'],
    ['alt+backspace', 'one two-three|', 'one two-|'],
    ['alt+b', 'one two-three|', 'one two-|three'],
    ['alt+b', 'one  |', '|one  '],
    ['alt+f', 'one| two three', 'one two| three'],
    ['alt+d', 'one| two three', 'one| three'],
    ['backspace', 'ab|c', 'a|c'],
    ['backspace', '|abc', '|abc'],
    ['delete', 'a|bc', 'a|c'],
    ['ctrl+d', 'a|bc', 'a|c'],
  ])('%s turns %j into %j', (key, before, after) => {
    expect(picture(edited(field(before), key))).toBe(after);
  });

  test('takes a family emoji and a letter with its accent as one step', () => {
    expect(picture(edited(field('👨‍👩‍👧|'), 'backspace'))).toBe('|');
    expect(picture(edited(field('|e\u0301x'), 'right'))).toBe('e\u0301|x');
  });

  test('leaves other keys to the key map', () => {
    expect(edited(field('a|'), 'ctrl+p')).toBeNull();
    expect(edited(field('a|'), 'enter')).toBeNull();
  });

  test('typing in the middle keeps what stands behind the cursor', () => {
    expect(picture(typedInto(field('one| three'), ' two'))).toBe('one two| three');
  });

  test('law: the cursor stays inside the text, whatever keys are pressed', () => {
    const keys = fc.constantFrom('left', 'right', 'ctrl+w', 'alt+b', 'alt+f', 'backspace', 'delete', 'ctrl+k', 'home');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(keys), (text, pressed) => {
        const last = pressed.reduce((value, key) => edited(value, key) ?? value, textField(text));
        expect(last.cursor).toBeGreaterThanOrEqual(0);
        expect(last.cursor).toBeLessThanOrEqual(last.text.length);
      }),
    );
  });
});
