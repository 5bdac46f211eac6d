import type { AgentDefinition } from '../definition/agent-definition.ts';
import { foldersOf } from '../library/origin.ts';
import { STOP_WORDS } from '../passages/stop-words.ts';
import { termOf, wordsOf } from '../passages/terms.ts';
import { isEmptyWord, isTitle, isWide, isWordOfWork, type KindOfWork, kindOfWork } from './routing-words.ts';
import { isInOtherScript, isTechnology, subjectWords, widerThan } from './subject-words.ts';

/** What a harness has to choose an agent by. */
export interface RoutingProfile {
  /** How much the name and the description say of each term, before it is known how many others say it too. */
  readonly weights: ReadonlyMap<string, number>;
  /** A word that stands for each term, as it is written. */
  readonly words: ReadonlyMap<string, string>;
  /** The terms of the name that say on what it works. */
  readonly subjects: readonly string[];
  readonly work: KindOfWork;
  /** The description is in another script than Latin. */
  readonly isForeign: boolean;
  /** It says that others call it, and not a user's request. */
  readonly isInner: boolean;
  /** Numbers in the name. */
  readonly versions: ReadonlySet<string>;
  /** Its name as others write it, `code-reviewer`, and the names with hyphens that its description has. */
  readonly calledAs: string;
  readonly mentions: ReadonlySet<string>;
  /** The collection that it was put in; `null` where that is not told. */
  readonly collection: string | null;
}

/** What of a definition counts. */
export type Routed = Pick<AgentDefinition, 'name' | 'description' | 'path' | 'scope' | 'source' | 'origin'>;

/** Where the next word of a name begins: `codeReviewer`. */
const CAMEL_CASE = /(\p{Ll})(\p{Lu})/gu;

/** A word of the name says as much as a word that the description says some times. */
const OF_NAME = 2;

/** A word that speaks of another thing as well says half as much of that. */
const OF_WIDER = 0.5;

/**
 * Reads what a harness reads of a definition: its name and its description without examples.
 *
 * @param fronts Terms that several names begin with, as that of a collection.
 */
export function routingProfile(definition: Routed, fronts: ReadonlySet<string> = new Set()): RoutingProfile {
  const { name, description } = definition;
  const text = withoutExamples(description);
  const parted = partedName(name, description);
  const said = subjectWords(text).filter((word) => !STOP_WORDS.has(word));
  const named = subjectWords(parted)
    .filter((word) => !STOP_WORDS.has(word) && !isTitle(word))
    .map((word) => ({ word, term: termOf(word) }));
  const described = said.filter((word) => !isEmptyWord(word)).map((word) => ({ word, term: termOf(word) }));
  // Of several forms of a word the first stands for it.
  const words = new Map([...named, ...described].reverse().map(({ term, word }) => [term, word]));
  const isForeign = isInOtherScript(text);
  return {
    weights: weightsOf(named, described),
    words,
    subjects: subjectsOf(named, new Set(said.map(termOf)), isForeign, isFrontIn(definition, named, fronts)),
    work: kindOfWork(wordsOf(parted)),
    isForeign,
    isInner: INNER.test(text),
    versions: new Set(name.match(VERSION) ?? []),
    calledAs: name.trim().replace(CAMEL_CASE, '$1-$2').replace(/[_ ]/g, '-').toLowerCase(),
    mentions: new Set(description.toLowerCase().match(HYPHENATED) ?? []),
    collection: collectionOf(definition),
  };
}

const HYPHENATED = /(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])/g;

/** A name with spaces where its words part, but not in what is one word: `DevOps`, or what the description writes so. */
function partedName(name: string, description: string): string {
  const said = new Set(description.toLowerCase().match(WORD) ?? []);
  return name.replace(WORD, (word) => {
    const lower = word.toLowerCase();
    const isOne = said.has(lower) || isTechnology(termOf(lower)) || ONE_WORD.test(word);
    return isOne ? word : word.replace(CAMEL_CASE, '$1 $2');
  });
}

const WORD = /[\p{L}\p{N}]+/gu;
const ONE_WORD = /^\p{L}+Ops$/u;

/** The first words of names, by the term, that at least so many different names begin with. */
export function frontsOf(names: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const name of new Set(names)) {
    const [first] = subjectWords(name.replace(CAMEL_CASE, '$1 $2'));
    if (first !== undefined) counts.set(termOf(first), (counts.get(termOf(first)) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([term, count]) => (count >= LEAST_FRONTED ? [term] : [])));
}

const LEAST_FRONTED = 3;

/** Whether a word of a name may be that of its collection: a folder that it lies in, or what several names begin with. */
function isFrontIn(definition: Routed, named: readonly Said[], fronts: ReadonlySet<string>): (one: Said) => boolean {
  // In a title nobody writes one.
  if (/\s/.test(definition.name.trim())) return () => true;
  const folders = new Set(foldersOf(definition).flatMap(subjectWords).map(termOf));
  return ({ term }) => folders.has(term) || (named[0]?.term === term && fronts.has(term));
}

/** Whose it is: its plugin, the collection in a folder of collections, or the folder that the user put it in. */
function collectionOf(definition: Routed): string | null {
  const { origin, scope, source } = definition;
  if (scope === 'plugin') return origin;
  if (scope === 'added') return origin === source ? null : origin;
  return foldersOf(definition)[0] ?? null;
}

/** Called by another agent or a command, or through a file of theirs: not for what a user asks. */
const INNER =
  /\b(?:spawned|dispatched|invoked|called|launched|orchestrated|delegated) (?:by|from)\b|\bsub-?agent that\b|(?<=\w)(?<!readme|claude|agents|changelog)\.(?:md|json|ya?ml)\b/i;
const VERSION = /\b\d+(?:\.\d+)?\b/g;

interface Said {
  readonly word: string;
  readonly term: string;
}

function weightsOf(named: readonly Said[], described: readonly Said[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { term } of described) times.set(term, (times.get(term) ?? 0) + 1);
  const weights = new Map([...times].map(([term, count]) => [term, 1 + Math.log(count)]));
  for (const term of new Set(named.map((one) => one.term))) weights.set(term, (weights.get(term) ?? 0) + OF_NAME);
  const wider = new Map<string, number>();
  for (const { term, word } of [...named, ...described])
    for (const other of widerThan(word).map(termOf))
      wider.set(other, Math.max(wider.get(other) ?? 0, OF_WIDER * (weights.get(term) ?? 0)));
  for (const [term, weight] of wider) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  return weights;
}

/**
 * What a name speaks of: words that are no kind of work, but for the name of a collection before it, which the description
 * does not say. A name of nothing but kinds of work speaks of these.
 */
function subjectsOf(
  all: readonly Said[],
  said: ReadonlySet<string>,
  isForeign: boolean,
  isFront: (one: Said) => boolean,
): readonly string[] {
  const telling = all.filter(({ word }) => !isWide(word));
  const named = telling.length > 0 ? telling : all;
  const things = named.filter(({ word }) => !isWordOfWork(word));
  const chosenFrom = things.length > 0 ? things : named;
  const spoken = (some: readonly Said[]): readonly Said[] => some.filter((one) => said.has(one.term) || !isFront(one));
  // What another script says cannot be held against a name.
  const choices = isForeign ? [] : [spoken(chosenFrom), kindOfWork(named.map(({ word }) => word)) ? spoken(named) : []];
  const chosen = choices.find((some) => some.length > 0) ?? chosenFrom;
  return [...new Set(chosen.map(({ term }) => term))];
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
