import { once } from '../../kit/once.ts';

/** What stands in place of a bullet; lines of one kind make a list, so that ✅ and ❌ can take turns. */
type SignKind = 'dash' | 'arrow' | 'picture';

/** A sign in place of a bullet. */
export interface Sign {
  readonly kind: SignKind;
  /** Characters up to the item's own text. */
  readonly width: number;
}

const SIGNS: readonly (readonly [SignKind, () => RegExp])[] = [
  ['dash', once(() => /^[–—]+[ \t]+(?=\S)/u)],
  ['arrow', once(() => /^[→⇒⟶➔➜➡►▶]\u{FE0F}?[ \t]+(?=\S)/u)],
  [
    'picture',
    once(
      () =>
        /^(?:(?![©®™↔])\p{Extended_Pictographic}|[✓✗✔✘☐☑☒]|\p{Regional_Indicator}|[0-9#*]\u{FE0F}?\u{20E3})(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D}|\u{20E3})*[ \t]+(?=\S)/u,
    ),
  ],
];
/** Digits and signs of ASCII open a keycap at most. */
const KEYCAP = /^[0-9#*]\u{FE0F}?\u{20E3}/u;

/** The sign that a line begins with in place of a bullet: an emoji, a tick, an arrow, a long dash; `null` for any other line. */
export function signOf(text: string): Sign | null {
  if (text.charCodeAt(0) < 128 && !KEYCAP.test(text)) return null;
  for (const [kind, sign] of SIGNS) {
    const width = sign().exec(text)?.[0].length ?? 0;
    if (width > 0) return { kind, width };
  }
  return null;
}
