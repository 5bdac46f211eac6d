import type { KeptText } from '../core/definition/kept-text.ts';
import { onForget } from '../kit/memo.ts';

/**
 * Keep a text as UTF-8 outside of the engine's heap. As a string, one character above U+00FF doubles all of it, and
 * every collection of garbage carries it along.
 *
 * @param text Without halves of surrogate pairs, as any that was read from UTF-8.
 * @param bytes The same in UTF-8, if it is at hand; not copied.
 */
export function keepText(text: string, bytes: Uint8Array = ENCODER.encode(text)): KeptText {
  // A command reads a few files and looks at them at once.
  remember(bytes, text);
  return () => {
    const known = recent.get(bytes);
    if (known !== undefined) return known;
    const decoded = DECODER.decode(bytes);
    remember(bytes, decoded);
    return decoded;
  };
}

function remember(bytes: Uint8Array, text: string): void {
  recent.set(bytes, text);
  characters += text.length;
  forgetOldest();
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** Texts that were asked for lately, the oldest first: whoever looks at a definition asks again and again. */
const recent = new Map<Uint8Array, string>();
let characters = 0;
/** As many characters of them are remembered, and always the last one. */
const MAX_CHARACTERS = 2 ** 20;
onForget(() => {
  recent.clear();
  characters = 0;
});

function forgetOldest(): void {
  for (const [bytes, text] of recent) {
    if (characters <= MAX_CHARACTERS || recent.size === 1) return;
    recent.delete(bytes);
    characters -= text.length;
  }
}
