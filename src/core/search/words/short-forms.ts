import { foldText } from './fold-text.ts';

/** Short forms that neither begin the word they stand for nor are made of its ends; by the short form. */
export type ShortForms = Readonly<Record<string, readonly string[]>>;

/** Those that everybody knows. Initials, beginnings and numeronyms need no entry: they are known by their letters. */
export const SHORT_FORMS: ShortForms = {
  admin: ['administrator', 'administration'],
  algo: ['algorithm'],
  app: ['application'],
  auth: ['authentication', 'authorization'],
  config: ['configuration'],
  cpp: ['c++'],
  csharp: ['c#'],
  db: ['database'],
  deps: ['dependencies'],
  dev: ['developer', 'development'],
  docs: ['documentation'],
  dotnet: ['.net'],
  env: ['environment'],
  fsharp: ['f#'],
  golang: ['go'],
  gh: ['github'],
  gql: ['graphql'],
  infra: ['infrastructure'],
  intl: ['international', 'internationalization'],
  js: ['javascript'],
  lib: ['library'],
  mgmt: ['management'],
  ops: ['operations'],
  perf: ['performance'],
  pkg: ['package'],
  postgres: ['postgresql'],
  prod: ['production'],
  py: ['python'],
  repo: ['repository'],
  spec: ['specification'],
  tf: ['terraform'],
  ts: ['typescript'],
};

/** What a word is short for, and what is short for it. */
export interface ShortFormTable {
  readonly longOf: (short: string) => readonly string[];
  readonly shortOf: (long: string) => readonly string[];
}

/**
 * A table of short forms to look words up in.
 *
 * @param own The user's; an entry takes the place of the one there is, and an empty one takes it away.
 */
export function shortFormTable(own: ShortForms = {}): ShortFormTable {
  const longs = new Map<string, readonly string[]>();
  for (const [short, words] of [...Object.entries(SHORT_FORMS), ...Object.entries(own)])
    longs.set(foldText(short), words.map(foldText));
  const shorts = new Map<string, string[]>();
  for (const [short, words] of longs) {
    for (const word of words) shorts.set(word, [...(shorts.get(word) ?? []), short]);
  }
  return { longOf: (short) => longs.get(short) ?? [], shortOf: (long) => shorts.get(long) ?? [] };
}
