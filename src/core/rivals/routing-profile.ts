import type { AgentDefinition } from '../definition/agent-definition.ts';
import { STOP_WORDS } from '../passages/stop-words.ts';
import { termOf, wordsOf } from '../passages/terms.ts';
import { isEmptyWord, isWordOfWork, type KindOfWork, kindOfWork } from './routing-words.ts';

/** What a harness has to choose an agent by. */
export interface RoutingProfile {
  /** How much the name and the description say of each term, before it is known how many others say it too. */
  readonly weights: ReadonlyMap<string, number>;
  /** A word that stands for each term, as it is written. */
  readonly words: ReadonlyMap<string, string>;
  /** The terms of the name that say on what it works. */
  readonly subjects: readonly string[];
  readonly work: KindOfWork;
}

/** Where the next word of a name begins: `codeReviewer`. */
const CAMEL_CASE = /(\p{Ll})(\p{Lu})/gu;

/** A word of the name says as much as a word that the description says some times. */
const OF_NAME = 2;

/** Reads what a harness reads of a definition: its name and its description without examples. */
export function routingProfile({ name, description }: Pick<AgentDefinition, 'name' | 'description'>): RoutingProfile {
  const parted = name.replace(CAMEL_CASE, '$1 $2');
  const named = terms(parted);
  const described = terms(withoutExamples(description));
  // Of several forms of a word the first stands for it.
  const words = new Map([...named, ...described].reverse().map(({ term, word }) => [term, word]));
  const said = new Map<string, number>();
  for (const { term } of described) said.set(term, (said.get(term) ?? 0) + 1);
  const weights = new Map([...said].map(([term, times]) => [term, 1 + Math.log(times)]));
  for (const { term } of named) weights.set(term, (weights.get(term) ?? 0) + OF_NAME);
  const speaking = named.filter(({ word }) => !isWordOfWork(word));
  // A name of nothing but kinds of work speaks of these.
  const subjects = (speaking.length > 0 ? speaking : named).map(({ term }) => term);
  return { weights, words, subjects: [...new Set(subjects)], work: kindOfWork(wordsOf(parted)) };
}

function terms(text: string): readonly { readonly term: string; readonly word: string }[] {
  return wordsOf(text)
    .filter((word) => !STOP_WORDS.has(word) && !isEmptyWord(word))
    .map((word) => ({ term: termOf(word), word }));
}

const EXAMPLES_FOLLOW = /\bexamples?:/i;

/** A description up to its examples, which tell of requests that it is not for as well. */
export function withoutExamples(description: string): string {
  const parts = description.split(/<\/?example>/i);
  // What stands in a pair of tags is every second part.
  const outside = parts.filter((_, at) => at % 2 === 0).join(' ');
  const start = EXAMPLES_FOLLOW.exec(outside)?.index ?? outside.length;
  // A text that begins with its examples says what it is for in them alone.
  return start < LEAST_SAID ? outside : outside.slice(0, start);
}

/** Characters in which something can be said. */
const LEAST_SAID = 12;
