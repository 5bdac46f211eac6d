import { once } from '../../../kit/once.ts';
import { ACRONYMS } from './known-acronyms.ts';
import { formOf } from './word-forms.ts';

/** What an acronym stands for, each in all ways. */
interface LongForms {
  /** As the forms of its words. */
  readonly forms: readonly string[];
  /** Two words that are as often written as one. */
  readonly joined: readonly string[];
}

const NONE: LongForms = { forms: [], joined: [] };

/** By the acronym. */
const table = once(() => {
  const meant = new Map<string, LongForms>();
  for (const entry of ACRONYMS.trim().split('\n')) {
    const [acronym = '', ...words] = entry.split(' ');
    const { forms, joined } = meant.get(acronym) ?? NONE;
    meant.set(acronym, {
      forms: [...forms, words.map(formOf).join(' ')],
      joined: words.length === 2 ? [...joined, words.join('')] : joined,
    });
  }
  return meant;
});

/**
 * Whether some words are what an acronym stands for, in whatever form.
 *
 * @returns `null` for an acronym that is not known.
 */
export function isLongForm(acronym: string): ((words: readonly string[]) => boolean) | null {
  const known = table().get(acronym);
  return known ? (words) => known.forms.includes(words.map(formOf).join(' ')) : null;
}

/** What an acronym stands for where its two words are written as one: `frontend` for `fe`. */
export const joinedForms = (acronym: string): readonly string[] => (table().get(acronym) ?? NONE).joined;
