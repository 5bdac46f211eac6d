import type { AgentDefinition } from '../definition/agent-definition.ts';
import { emptySearch } from './search.ts';
import { plainWordsOf } from './words/fold-text.ts';

/** Definitions that are searched: enough for a letter to find more than are put in order at once. */
const SAMPLE = 1_500;
/** Names that queries are made of. */
const NAMES = 12;

/**
 * Searches that nobody asked for, each found in a part of a library and thrown away.
 *
 * An engine runs code slowly until it has run often: the first letters typed would take ten times as long as the later
 * ones, and be seen to.
 *
 * @param definitions Of which the first {@link SAMPLE} are taken.
 * @returns The work, in steps of a millisecond or two.
 */
export function* rehearseSearch(definitions: readonly AgentDefinition[]): Generator<void, void> {
  const sample = definitions.slice(0, SAMPLE);
  const work = emptySearch().withDefinitions(sample).work('');
  let step = work.next();
  for (; !step.done; step = work.next()) yield;
  const search = step.value;
  for (const { name } of sample.slice(0, NAMES)) {
    for (const query of queriesFor(name)) {
      for (const { matches } of search.search(query).slice(0, NAMES)) void [matches.name, matches.description];
      yield;
    }
  }
}

/** What people type who look for a name: letter by letter, words, initials, mistakes, what it does. */
function queriesFor(name: string): readonly string[] {
  const words = plainWordsOf(name).map(({ text }) => text);
  const [first = 'a', second = first] = words;
  return [
    ...Array.from(first, (_, at) => first.slice(0, at + 1)),
    `${first} ${second}`,
    `${second} ${first}`,
    words.map((word) => word.slice(0, 1)).join(''),
    words.map((word) => word.slice(0, 2)).join(''),
    `${first.slice(0, 2)}${first.slice(3)}x`,
    ...Array.from(first.slice(4), (_, at) => `${first.slice(0, 3)}${first.slice(4, 5 + at)}`),
    `${second.slice(0, 1)}q${second.slice(1)}`,
    ...words.map((word) => word.replace(/[aeiou]/g, '')),
    `^${first.slice(0, 2)}`,
    `"${second}"`,
    `-${first} ${second}`,
    `the ${first} that checks ${second} for us`,
  ];
}
