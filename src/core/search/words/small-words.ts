import { STOP_WORDS } from '../../passages/stop-words.ts';

/** Whether a word says nothing of what is looked for, but where nothing else is asked for. */
export function isSmallWord(word: string): boolean {
  return STOP_WORDS.has(word) || ASKING.has(word);
}

/** What people say around the thing that they look for. */
const ASKING = new Set(
  [
    'able again anybody anyone anything away back bit bring come comes coming everything get gets getting give gives',
    'given giving go goes going good help helps helping keep keeps kind know knows let look looking lot lots made',
    'make makes making many much nice people person please put puts really right say says see seen show shows',
    'somebody someone something sort still stuff take takes taking tell tells thing things try trying want wants way',
    'ways work works',
  ]
    .join(' ')
    .split(' '),
);
