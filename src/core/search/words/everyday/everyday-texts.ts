import { BUSINESS_ROLES } from './business-roles.ts';
import { BUSINESS_WORDS } from './business-words.ts';
import { DATA_ROLES } from './data-roles.ts';
import { GENERAL_WORDS } from './general-words.ts';
import { OPERATIONS_WORDS } from './operations-words.ts';
import { SOFTWARE_ROLES } from './software-roles.ts';
import { SOFTWARE_WORDS } from './software-words.ts';

/**
 * The lists of everyday words, an entry a line: `everyday words: words of the trade`, and headings behind a `#`.
 *
 * A function, so that the program loads them with the first phrase that somebody types, and has them once for all its scripts.
 */
export const everydayTexts = (): readonly string[] => [
  GENERAL_WORDS,
  SOFTWARE_WORDS,
  SOFTWARE_ROLES,
  OPERATIONS_WORDS,
  DATA_ROLES,
  BUSINESS_WORDS,
  BUSINESS_ROLES,
];
