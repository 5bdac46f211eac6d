import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { fileText } from '../../core/definition/file-text.ts';
import { resemblance } from '../../core/twins/overlap.ts';
import { createShingler } from '../../core/twins/shingles.ts';

/** What agents were before. */
export interface PairedAgents {
  /** Those of now with what they were. */
  readonly before: ReadonlyMap<AgentDefinition, AgentDefinition>;
  /** Those that nothing is now. */
  readonly gone: readonly AgentDefinition[];
}

/** From this share of neighbouring words on a file that came is one that went, as git takes it for renamed. */
const ALIKE = 0.5;
/** In short prompts longer runs would hold few that are the same. */
const PAIR_OF_WORDS = 2;
/** More pairs than so many are not compared: then a whole collection was exchanged. */
const MOST_COMPARED = 20_000;

/**
 * Which agents of then and now are one: those of a path; of the others those of a name, each with one, the same text and
 * the nearest path first; of what is left those that are most alike.
 */
export function pairAgents(then: readonly AgentDefinition[], now: readonly AgentDefinition[]): PairedAgents {
  const before = new Map<AgentDefinition, AgentDefinition>();
  const thenByPath = new Map(then.map((one) => [one.path, one]));
  for (const one of now) {
    const was = thenByPath.get(one.path);
    if (was) before.set(one, was);
  }
  const left = new Set(then);
  for (const was of before.values()) left.delete(was);
  const pairBy = (scoreOf: (one: AgentDefinition, was: AgentDefinition) => number): void => {
    const came = now.filter((one) => !before.has(one));
    if (came.length * left.size > MOST_COMPARED) return;
    const pairs = came.flatMap((one) => [...left].map((was) => ({ one, was, score: scoreOf(one, was) })));
    // Of pairs that are alike the one given first, as sorting keeps their order.
    for (const { one, was, score } of pairs.sort((a, b) => b.score - a.score)) {
      if (score <= 0 || before.has(one) || !left.has(was)) continue;
      before.set(one, was);
      left.delete(was);
    }
  };
  pairBy((one, was) => (one.name === was.name ? 1 + Number(isSameText(one, was)) + nearness(one.path, was.path) : 0));
  const shingles = createShingler(PAIR_OF_WORDS);
  const words = new Map<AgentDefinition, Uint32Array>();
  const wordsOf = (one: AgentDefinition): Uint32Array => {
    const known = words.get(one) ?? shingles(one.body);
    words.set(one, known);
    return known;
  };
  pairBy((one, was) => {
    const alike = resemblance(wordsOf(one), wordsOf(was));
    return alike >= ALIKE ? alike : 0;
  });
  return { before, gone: then.filter((was) => left.has(was)) };
}

/** Whether both say the same, whatever ends their lines: a clone may have others. */
export const isSameText = (one: AgentDefinition, other: AgentDefinition): boolean =>
  withPlainEnds(fileText(one)) === withPlainEnds(fileText(other));

const withPlainEnds = (text: string): string => text.replaceAll('\r\n', '\n');

/** How much of two paths is the same at both ends, below 1. */
function nearness(one: string, other: string): number {
  const [a, b] = [one.split('/'), other.split('/')];
  const shared = (at: (parts: readonly string[], place: number) => string | undefined): number => {
    let count = 0;
    while (count < Math.min(a.length, b.length) && at(a, count) === at(b, count)) count += 1;
    return count;
  };
  return (
    (shared((parts, place) => parts[place]) + shared((parts, place) => parts.at(-1 - place))) /
    (2 * Math.max(a.length, b.length) + 1)
  );
}
