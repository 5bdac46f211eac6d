import type { AgentDefinition } from '../definition/agent-definition.ts';
import { createShingler } from '../twins/shingles.ts';
import { isUnspaced, sayingLines } from './saying-lines.ts';

/** A definition that says something that a text says. */
export interface Holder {
  readonly definition: AgentDefinition;
  /** Lines of the text that it accounts for, by their number, ascending. */
  readonly lines: Uint32Array;
  /** For each how surely: 1 for a line that stands there whole. */
  readonly sureness: Float32Array;
}

/** A text, how many lines that say something it has, and who says any of them. */
export interface HeldText {
  readonly of: AgentDefinition;
  readonly lines: number;
  readonly holders: readonly Holder[];
}

/** Whether a definition may be older than a text, which was made of it then. */
export type MayBeOlder = (definition: AgentDefinition, text: AgentDefinition) => boolean;

/** Words in a run. With four a word changed in a short line would leave nothing of it. */
const RUN_WORDS = 3;
/** The share of a line's runs that another line has if the one was made of the other. */
const LEAST_RUNS = 0.5;
/** A line of fewer runs says too little to be known again by a part. */
const FEWEST_RUNS = 2;
/** The same where each character counts as a word: one long word makes as many runs. */
const FEWEST_UNSPACED_RUNS = 8;
/** An edited line weighs less, so that of two versions of a definition the one that has it whole is found. */
const EDITED = 0.75;

/**
 * Find who says what some texts say. A line is accounted for where a line of the definition has the same letters
 * and digits, or at least half of its runs of three words: a line that was edited, or broken elsewhere.
 *
 * The lines asked about are indexed, not the library: of a collection that is searched nothing is kept but what it holds
 * of them.
 *
 * @param mayBeOlder Others are passed over.
 * @returns One for each text, in order. Yields between small steps.
 */
export function* holdersOf(
  texts: readonly AgentDefinition[],
  definitions: readonly AgentDefinition[],
  mayBeOlder: MayBeOlder,
): Generator<undefined, readonly HeldText[]> {
  const index = createLineIndex();
  const firsts: number[] = [];
  for (const { body } of texts) {
    firsts.push(index.size());
    index.add(body);
    yield;
  }
  const ends = [...firsts.slice(1), index.size()];
  const holders: Holder[][] = texts.map(() => []);
  const find = index.finder();
  for (const definition of definitions) {
    const found = [...find(definition.body)].sort(([a], [b]) => a - b);
    let start = 0;
    for (const [at, text] of texts.entries()) {
      let end = start;
      while (end < found.length && (found[end]?.[0] ?? 0) < (ends[at] ?? 0)) end++;
      if (end > start && mayBeOlder(definition, text)) holders[at]?.push(holderOf(definition, found.slice(start, end)));
      start = end;
    }
    yield;
  }
  return texts.map((of, at) => ({ of, lines: (ends[at] ?? 0) - (firsts[at] ?? 0), holders: holders[at] ?? [] }));
}

/** Lines of which it is kept what they are made of. */
const MOST_KEPT = 10_000;

function holderOf(definition: AgentDefinition, found: readonly AccountedLine[]): Holder {
  return {
    definition,
    lines: Uint32Array.from(found, ([line]) => line),
    sureness: Float32Array.from(found, ([, sureness]) => sureness),
  };
}

/** The number of a line that is accounted for, and how surely. */
type AccountedLine = readonly [line: number, sureness: number];

/** The lines asked about, by what they say. */
interface LineIndex {
  readonly size: () => number;
  /** Put in the lines of a body. */
  readonly add: (body: string) => void;
  /** A function that finds which of them another body accounts for; all must be in by then. */
  readonly finder: () => (body: string) => Iterable<AccountedLine>;
}

function createLineIndex(): LineIndex {
  const shinglesOf = createShingler(RUN_WORDS);
  const byKey = new Map<string, number[]>();
  const byRun = new Map<number, number[]>();
  /** By the number of a line how many runs another must share with it to be made of it. */
  const enough: number[] = [];

  const finder = () => {
    const counts = new Uint32Array(enough.length);
    /** The lines asked about of which another text has as many runs as are enough. */
    const linesIn = (text: string): readonly number[] => {
      const touched: number[] = [];
      for (const run of shinglesOf(text)) {
        for (const line of byRun.get(run) ?? []) {
          const count = counts[line] ?? 0;
          if (count === 0) touched.push(line);
          counts[line] = count + 1;
        }
      }
      const found = touched.filter((line) => (counts[line] ?? 0) >= (enough[line] ?? 0));
      for (const line of touched) counts[line] = 0;
      return found;
    };
    // What is made from one template has the same lines again and again.
    const known = new Map<string, readonly number[]>();
    const linesOf = (text: string): readonly number[] => {
      const found = known.get(text) ?? linesIn(text);
      if (found.length > 0 && known.size < MOST_KEPT) known.set(text, found);
      return found;
    };
    return (body: string): Iterable<AccountedLine> => {
      const found = new Map<number, number>();
      // What the whole body has not, none of its lines has: that spares looking at the lines of nearly all.
      if (linesIn(body).length === 0) return found;
      const said = sayingLines(body);
      for (const { text } of said) for (const line of linesOf(text)) found.set(line, EDITED);
      for (const { key } of said) for (const line of byKey.get(key) ?? []) found.set(line, 1);
      return found;
    };
  };

  return {
    size: () => enough.length,
    add: (body) => {
      for (const { text, key } of sayingLines(body)) {
        const runs = shinglesOf(text);
        put(byKey, key, enough.length);
        for (const run of runs) put(byRun, run, enough.length);
        const fewest = isUnspaced(key) ? FEWEST_UNSPACED_RUNS : FEWEST_RUNS;
        enough.push(Math.min(runs.length, Math.max(fewest, LEAST_RUNS * runs.length)));
      }
    },
    finder,
  };
}

function put<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
