import { compareText } from '../../kit/compare-text.ts';
import { finish } from '../../kit/run-steps.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import { resemblance } from '../twins/overlap.ts';
import { createShingler } from '../twins/shingles.ts';
import { type HeldText, type Holder, holdersOf, type MayBeOlder } from './accounted-lines.ts';

/** A definition that a text was made of. */
export interface Ancestor {
  readonly definition: AgentDefinition;
  /** How many lines of the text it accounts for that no ancestor before it does. */
  readonly lines: number;
  /** The same as a part of all lines of the text that say something, 0 to 1. */
  readonly share: number;
  /** Others that account for the same lines: copies of it. */
  readonly equal: readonly AgentDefinition[];
}

/** What a text was made of. */
export interface Lineage {
  readonly of: AgentDefinition;
  /** The one that accounts for most first. */
  readonly ancestors: readonly Ancestor[];
  /** The part of its lines that no ancestor accounts for, 0 to 1; 1 for a text that says nothing. */
  readonly own: number;
}

/** What an ancestor accounts for at least: lines, counted by how surely, and a share of the text. */
const LEAST_LINES = 3;
const LEAST_SHARE = 0.02;

/**
 * Find which definitions some texts were made of.
 *
 * Greedy: the definition that accounts for most lines, then the one that accounts for most of the others, as long as
 * it is enough. Lines that many definitions have that are no copies of each other, blocks of safety rules and the like,
 * tell nothing and make nobody an ancestor.
 *
 * @param texts Read as definitions; one that is among `definitions` by its path is no ancestor of itself.
 * @param definitions All that can be ancestors, in any order: the result does not depend on it.
 * @returns One for each text, in order.
 */
export function lineagesOf(
  texts: readonly AgentDefinition[],
  definitions: readonly AgentDefinition[],
): readonly Lineage[] {
  return finish(lineageSearch(texts, definitions));
}

/** {@link lineagesOf} in small steps, for those who have other things to do in between, and know who is no ancestor. */
export function* lineageSearch(
  texts: readonly AgentDefinition[],
  definitions: readonly AgentDefinition[],
  mayBeOlder: MayBeOlder = () => true,
): Generator<undefined, readonly Lineage[]> {
  const lineages: Lineage[] = [];
  const isStock = stockTest();
  const isOther: MayBeOlder = (definition, text) => definition.path !== text.path && mayBeOlder(definition, text);
  for (const held of yield* holdersOf(texts, definitions, isOther)) {
    lineages.push(lineageOf(held, isStock));
    yield;
  }
  return lineages;
}

function lineageOf({ of, lines, holders }: HeldText, isStock: StockTest): Lineage {
  const enough = (gain: Gain) => gain.weight >= LEAST_LINES && gain.lines.length >= LEAST_SHARE * lines;
  const told = new Set<number>();
  const accounted = new Set<number>();
  const ancestors: Ancestor[] = [];
  let left = holders;
  for (;;) {
    const gains = left.map((holder) => gainOf(holder, told)).filter(enough);
    const best = gains.reduce<Gain | null>((most, gain) => (most && beforeOther(most, gain) ? most : gain), null);
    if (best === null) break;
    for (const line of best.lines) told.add(line);
    left = gains.map(({ holder }) => holder);
    if (isStock(best, left)) continue;
    for (const line of best.lines) accounted.add(line);
    ancestors.push({
      definition: best.holder.definition,
      lines: best.lines.length,
      share: best.lines.length / lines,
      equal: gains.filter((gain) => gain !== best && isEqual(gain, best)).map(({ holder }) => holder.definition),
    });
  }
  return { of, ancestors, own: lines === 0 ? 1 : 1 - accounted.size / lines };
}

/** What a holder accounts for beyond what is told already. */
interface Gain {
  readonly holder: Holder;
  readonly lines: readonly number[];
  /** How many lines that are, those that were edited counting less. */
  readonly weight: number;
}

function gainOf(holder: Holder, told: ReadonlySet<number>): Gain {
  const lines: number[] = [];
  let weight = 0;
  for (const [at, line] of holder.lines.entries()) {
    if (told.has(line)) continue;
    lines.push(line);
    weight += holder.sureness[at] ?? 0;
  }
  return { holder, lines, weight };
}

/** Whether one comes first: the one with more of the text, then the shorter one, which has less besides. */
function beforeOther(one: Gain, other: Gain): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight;
  const [a, b] = [one.holder.definition, other.holder.definition];
  return a.body.length !== b.body.length ? a.body.length < b.body.length : a.path <= b.path;
}

function isEqual(one: Gain, other: Gain): boolean {
  return one.weight === other.weight && one.lines.every((line, at) => line === other.lines[at]);
}

/** Whether the lines that were gained stand in so many definitions that they tell nothing. */
type StockTest = (gain: Gain, holders: readonly Holder[]) => boolean;

/** Who has most of some lines has them from the same place. */
const MOST = 0.75;
/** From here on two definitions are versions of one, which may have been copied any number of times. */
const VERSIONS = 0.3;
/** In how many definitions that are not versions of each other lines stand at most. */
const MOST_HOLDERS = 6;

/** Of thousands that are all alike some are as good as all. */
const MOST_COMPARED = 200;

function stockTest(): StockTest {
  const shinglesOf = createShingler();
  return ({ holder, lines }, holders) => {
    const gained = new Set(lines);
    const hasMost = (other: Holder) =>
      other.lines.reduce((sum, line) => sum + Number(gained.has(line)), 0) >= MOST * lines.length;
    const bodies = new Map(
      holders.filter(hasMost).map(({ definition }) => [definition.body, definition.path] as const),
    );
    const others = [...bodies].sort(([, a], [, b]) => compareText(a, b)).slice(0, MOST_COMPARED);
    const distinct = [shinglesOf(holder.definition.body)];
    for (const [body] of others) {
      const shingles = shinglesOf(body);
      if (distinct.every((one) => resemblance(one, shingles) < VERSIONS)) distinct.push(shingles);
      if (distinct.length > MOST_HOLDERS) return true;
    }
    return false;
  };
}
