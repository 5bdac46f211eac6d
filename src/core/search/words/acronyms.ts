import { once } from '../../../kit/once.ts';
import { ACRONYMS } from './known-acronyms.ts';
import { formOf } from './word-forms.ts';

/** What an acronym stands for, each as its words; by the acronym. */
const table = once(() => {
  const meant = new Map<string, (readonly string[])[]>();
  for (const entry of ACRONYMS.trim().split('\n')) {
    const [acronym = '', ...words] = entry.split(' ');
    meant.set(acronym, [...(meant.get(acronym) ?? []), words]);
  }
  return meant;
});

/**
 * Whether some words are what an acronym stands for, in whatever form.
 *
 * @returns `null` for an acronym that is not known.
 */
export function isLongForm(acronym: string): ((words: readonly string[]) => boolean) | null {
  if (acronym.length < SHORTEST) return null;
  const known = table().get(acronym);
  // Forms take a moment each: of this acronym alone, with the first words that are asked for.
  const forms = once(() => known?.map(formsOf));
  return known ? (words) => forms()?.includes(formsOf(words)) === true : null;
}

/** The words that what an acronym stands for begins with. */
export const firstWordsOf = (acronym: string): readonly string[] =>
  (table().get(acronym) ?? []).flatMap((words) => words.slice(0, 1));

/** The first letter of a query is none, and has not to wait for the table. */
const SHORTEST = 2;

const formsOf = (words: readonly string[]): string => words.map(formOf).join(' ');

/** What an acronym stands for where its two words are written as one: `frontend` for `fe`. */
export const joinedForms = (acronym: string): readonly string[] =>
  (table().get(acronym) ?? []).filter(({ length }) => length === 2).map((words) => words.join(''));
