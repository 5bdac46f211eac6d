import type { Role, Span } from '../../text/styled-text.ts';

/** A sign of one cell, with one meaning on all screens. */
interface Sign {
  readonly text: string;
  readonly role: Role;
  /** What the legend says of it. */
  readonly words: string;
}

/** Every sign there is, in the order in which a legend explains them. */
const SIGNS = {
  marked: { text: '✓', role: 'accent', words: 'marked' },
  error: { text: '✗', role: 'error', words: 'error' },
  doubtful: { text: '!', role: 'warning', words: 'doubtful' },
  off: { text: '○', role: 'muted', words: 'off' },
  taken: { text: '●', role: 'accent', words: 'taken' },
  part: { text: '◐', role: 'accent', words: 'part taken' },
  merged: { text: '∪', role: 'accent', words: 'merged' },
  joining: { text: '◇', role: 'accent', words: 'to be joined' },
  inside: { text: '·', role: 'accent', words: 'inside a taken one' },
  free: { text: '○', role: 'text', words: 'not taken' },
  same: { text: '=', role: 'muted', words: 'same' },
  alike: { text: '~', role: 'warning', words: 'alike' },
  conflict: { text: '≠', role: 'error', words: 'conflict' },
  only: { text: '+', role: 'success', words: 'only here' },
  shared: { text: '&', role: 'success', words: 'not in the base' },
  lacks: { text: '–', role: 'muted', words: 'lacks it' },
  changed: { text: '~', role: 'warning', words: 'changed' },
  fresh: { text: '+', role: 'success', words: 'new' },
  gone: { text: '–', role: 'error', words: 'gone' },
  unsaid: { text: '○', role: 'warning', words: 'left out, said nowhere else' },
  nearlySaid: { text: '~', role: 'muted', words: 'left out, nearly said' },
  saidAgain: { text: '=', role: 'muted', words: 'left out, same words' },
  opposed: { text: '≠', role: 'error', words: 'left out, in conflict' },
  stands: { text: '●', role: 'accent', words: 'what will stand' },
  undecided: { text: '≠', role: 'warning', words: 'to decide' },
  open: { text: '●', role: 'accent', words: 'being edited' },
} as const satisfies Readonly<Record<string, Sign>>;

export type SignName = keyof typeof SIGNS;

/** A sign as a span, with what follows it; the legend of the screen then explains it. */
export function signSpan(name: SignName, after = ''): Span {
  const { text, role } = SIGNS[name];
  return { text: text + after, role, sign: name };
}

/** What a sign means, for where it is said. */
export function signWords(name: string): string {
  return Object.hasOwn(SIGNS, name) ? SIGNS[name as SignName].words : name;
}

/** The signs that say how one text stands to another. */
const COMPARING: ReadonlySet<SignName> = new Set(['same', 'alike', 'conflict', 'only', 'shared', 'lacks']);

/**
 * The legend of the signs that some spans hold, in one order everywhere.
 *
 * @param against What texts are compared with, said before the signs that compare; empty where that is plain.
 */
export function legendSpans(shown: ReadonlySet<string>, against = ''): readonly Span[] {
  const names = (Object.keys(SIGNS) as SignName[]).filter((name) => shown.has(name));
  const first = names.find((name) => COMPARING.has(name));
  return names.flatMap((name, at): readonly Span[] => [
    { text: at === 0 ? ' ' : '  ', role: 'text' },
    ...(name === first && against !== '' ? [{ text: `${against}  `, role: 'muted' as const }] : []),
    signSpan(name),
    { text: ` ${SIGNS[name].words}`, role: 'muted' },
  ]);
}
