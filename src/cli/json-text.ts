/**
 * A value as JSON that a terminal may see: characters that act on one, or hide, are written as escapes. Reading it gives
 * the value to the character.
 *
 * `JSON.stringify` escapes C0 controls and halves of surrogate pairs, but neither DEL and C1 controls, one of which
 * opens escape sequences by itself, nor bidi controls, tags and other characters without a shape.
 *
 * @param indent Blanks a level; without them all stands on one line.
 */
export function jsonText(value: unknown, indent = 0): string {
  return `${JSON.stringify(value, null, indent).replace(UNSEEN, escaped)}\n`;
}

const UNSEEN = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/gu;

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
