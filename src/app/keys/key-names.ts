/** Keys that have a name of their own; with Ctrl, Alt and Shift held where terminals tell. */
const NAMED = 'up|down|left|right|home|end|insert|delete|pageup|pagedown|f(?:[1-9]|1[0-2])';
/** Ctrl with a letter or sign that is a code of its own: Ctrl-H, I, J, M and [ send what other keys send. */
const CONTROL = String.raw`ctrl\+(?:[a-gk-ln-z\\\]^_]|space)`;

const KEY_NAME = new RegExp(
  [
    String.raw`(?:ctrl\+)?(?:alt\+)?(?:shift\+)?(?:${NAMED})`,
    String.raw`(?:alt\+)?(?:${CONTROL}|space|enter|tab|backspace)`,
    'escape',
    String.raw`shift\+tab`,
    String.raw`alt\+[^\p{Cc} ]`,
    String.raw`[^\p{Cc} ]`,
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
  'u',
);

/**
 * Whether terminals send a key of this name: `a`, `G`, `日`, `space`, `ctrl+s`, `alt+b`, `shift+tab`, `ctrl+shift+up`, `f5`.
 * They are the names that `decodeInput` gives.
 */
export function isKeyName(name: string): boolean {
  return KEY_NAME.test(name);
}
