import { remembered } from '../../../kit/memo.ts';
import type { Section } from '../../definition/agent-definition.ts';
import type { Language } from '../../passages/passage.ts';
import { readPassage } from '../../passages/read-passage.ts';
import type { Passage } from '../../sections/passage.ts';
import { itemsIn, saidBy } from './list-items.ts';

/** How the items of a list are written. */
export interface ListForm {
  readonly language: Language;
  /** The share of items, from 0 to 1, of which each is true. */
  readonly shares: {
    /** It begins with a name: `**Speed**: …`, `Speed: …`. */
    readonly named: number;
    /** It begins with a bold one. */
    readonly bold: number;
    /** Its first letter is small. */
    readonly small: number;
    /** It tells what to do, or what is so, rather than naming a thing. */
    readonly stating: number;
  };
}

/** Of so many items of one list, and of so few of the other, something is true where the two are written in two ways. */
const MOST = 0.65;
const FEW = 0.25;
/** Fewer items show no way of writing. */
const ENOUGH = 3;

/** How the list right under the title of a section is written; `null` for fewer than three items. */
export const listFormOf = (section: Section): ListForm | null => readForm(section).form;

/** It is asked for at every step of grouping. */
const readForm = remembered((section: Section): { readonly form: ListForm | null } => ({
  form: formOf(itemsIn(section)),
}));

function formOf(items: readonly Passage[]): ListForm | null {
  if (items.length < ENOUGH) return null;
  const read = items.map(({ text }) => readPassage(text.trim()));
  const said = items.map(saidBy);
  const share = (isTrue: (at: number) => boolean) => items.filter((_, at) => isTrue(at)).length / items.length;
  const named = share((at) => NAMED.test(said[at] ?? '') || (read[at]?.title.size ?? 0) > 0);
  return {
    language: mostFrequent(read.map(({ language }) => language)),
    shares: {
      named,
      bold: share((at) => said[at]?.startsWith('**') === true),
      small: share((at) => /^[\s*_`]*\p{Ll}/u.test(said[at] ?? '')),
      // A name in front of it says what it is about, not how it is said.
      stating: named >= MOST ? 0 : share((at) => read[at]?.isStatement === true),
    },
  };
}

/** A clause before a colon is no name. */
const NAMED = /^[*_]*\p{Lu}[^:：.,;]{1,40}[:：][*_]*\s/u;

/** Whether a reader sees at once that two lists are of two hands, so that they do not make one. */
export function areUnlike(one: ListForm, other: ListForm): boolean {
  if (one.language !== other.language) return true;
  const keys = ['named', 'bold', 'small', 'stating'] as const;
  return keys.some((key) => differ(one.shares[key], other.shares[key]));
}

function differ(one: number, other: number): boolean {
  return (one >= MOST && other <= FEW) || (other >= MOST && one <= FEW);
}

function mostFrequent(languages: readonly Language[]): Language {
  const counts = new Map<Language, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['english', 0] as const)[0];
}
