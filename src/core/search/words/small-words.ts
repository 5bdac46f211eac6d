import { STOP_WORDS } from '../../passages/stop-words.ts';

/** Whether a word says nothing of what is looked for, but where nothing else is asked for. */
export function isSmallWord(word: string): boolean {
  return STOP_WORDS.has(word) || ASKING.has(word);
}

/** What people say around the thing that they look for. */
const ASKING = new Set(
  'able anybody anyone anything everything get gets getting give gives giving made make makes making many much somebody someone something thing things want wants way'.split(
    ' ',
  ),
);
