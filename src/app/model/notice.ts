import type { Copied } from '../../ports/clipboard.ts';
import type { Model, Notice } from './model.ts';

/** Of more news nobody wants to know. */
const MOST_NEWS = 500;

/** The model with one line of news for the user, which stays among the news of the session. */
export function noted(model: Model, text: string, tone: Notice['tone'] = 'good'): Model {
  const notice = { text, tone };
  return { ...model, notice, news: [...model.news.slice(1 - MOST_NEWS), notice] };
}

/**
 * What is said of a text that was to be on the clipboard: by what it went there, and whether that can be known.
 *
 * @param what The text in words: `the prompt of scout`.
 */
export function copiedWords(what: string, copied: Copied): string {
  if (copied.kind === 'taken') return `On the clipboard by ${copied.by}: ${what}`;
  const doubt = copied.isLong ? 'it is more than many terminals take' : 'whether it took it, it does not say';
  return `Sent to the terminal’s clipboard by ${copied.by}: ${what}; ${doubt}`;
}
