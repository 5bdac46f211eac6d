import { tellWhatToDo } from './grouping/whole-sections.ts';
import { coverage, isSameSaying } from './passage-likeness.ts';
import type { Block, Slot } from './version-content.ts';

/** What becomes of a block of a topic. */
export interface BlockFate {
  /** The one that stands instead; `null` for one that stands. */
  readonly rival: Block | null;
  /** The slots of one that stands and says the same word by word. */
  readonly copied: readonly Slot[] | null;
}

interface OwnBlock {
  readonly block: Block;
  readonly slots: readonly Slot[];
  readonly definition: string | undefined;
}

/**
 * Which blocks of a topic stand: of those of one kind the first definition's, unless that of another says all of it and more,
 * or is an order of work that says half as much again, or twice as much of what those of others say too, or a list of what is known that
 * says half as much again.
 *
 * @param versions What each definition says, in their order.
 */
export function blockFates(versions: readonly (readonly Slot[])[]): ReadonlyMap<Block, BlockFate> {
  const blocks = versions.flatMap(blocksIn);
  const standing: OwnBlock[] = [];
  const rivals = new Map<OwnBlock, OwnBlock>();
  for (const own of blocks) {
    const others = standing.filter(({ block, definition }) => isRival(own, block, definition));
    const [first] = others;
    if (!first) standing.push(own);
    else if (
      others.length === 1 &&
      (saysMoreThan(own, first) || (isOnly(own, blocks) && isBetter(own, first, blocks)))
    ) {
      standing[standing.indexOf(first)] = own;
      for (const [one, other] of rivals) if (other === first) rivals.set(one, own);
      rivals.set(first, own);
    } else rivals.set(own, first);
  }
  const stands = new Set(standing);
  return new Map(
    blocks.map((own) => {
      // What one definition says twice it says twice: neither is the copy of the other.
      const copied = stands.has(own) ? null : (standing.find((other) => isCopy(own, other))?.slots ?? null);
      return [own.block, { rival: rivals.get(own)?.block ?? null, copied }];
    }),
  );
}

/** Whether it is the only one of its kind that its definition has here. */
function isOnly(own: OwnBlock, blocks: readonly OwnBlock[]): boolean {
  return blocks.every(
    (other) => other === own || other.definition !== own.definition || other.block.kind !== own.block.kind,
  );
}

function isRival(own: OwnBlock, block: Block, definition: string | undefined): boolean {
  return block.kind === own.block.kind && definition !== own.definition;
}

function blocksIn(version: readonly Slot[]): readonly OwnBlock[] {
  const found = new Map<Block, Slot[]>();
  for (const slot of version) {
    if (!slot.block) continue;
    const own = found.get(slot.block);
    if (own) own.push(slot);
    else found.set(slot.block, [slot]);
  }
  return [...found].map(([block, slots]) => ({ block, slots, definition: slots[0]?.passage.definition }));
}

function isCopy({ slots }: OwnBlock, other: OwnBlock): boolean {
  return (
    slots.length === other.slots.length &&
    slots.every(({ profile }, at) => other.slots[at] && isSameSaying(profile, other.slots[at].profile))
  );
}

/** So much more has an order of work to say than one before it to be taken for the better: four steps fit every task. */
const FULLER = 1.5;
/** More passages than these are no list of steps that one takes in at once, and no better for being longer. */
const LONGEST_WORK = 12;

/** So much more has it to share with those of others: what only one says of how to work fits any job. */
const AGREED = 2;
/** It may be shorter then, by so much. */
const SHORTER = 0.7;

function isBetter(own: OwnBlock, other: OwnBlock, blocks: readonly OwnBlock[]): boolean {
  // Of two lists of what is known the fuller is worth more, whoever comes first.
  if (own.block.kind === 'knowledge') return sumOf(weightsOf(own)) >= FULLER * sumOf(weightsOf(other));
  if (own.block.kind !== 'procedure' || own.slots.length > LONGEST_WORK) return false;
  // Names of what matters at work are no better than the acts themselves.
  if (tellsWhatToDo(other) && !tellsWhatToDo(own)) return false;
  const [mine, others] = [weightsOf(own), weightsOf(other)];
  if (sumOf(mine) >= FULLER * sumOf(others)) return true;
  const third = blocks.filter(
    ({ block, definition }) =>
      block.kind === 'procedure' && definition !== own.definition && definition !== other.definition,
  );
  const said = new Set(third.flatMap((one) => [...weightsOf(one).keys()]));
  const agreed = (weights: ReadonlyMap<string, number>) => sumOf(weights, (term) => said.has(term));
  return agreed(mine) > AGREED * agreed(others) && sumOf(mine) >= SHORTER * sumOf(others);
}

function tellsWhatToDo({ slots }: OwnBlock): boolean {
  return tellWhatToDo(slots.flatMap(({ passage }) => (passage.kind === 'item' ? [passage.text] : [])));
}

/** What is said in a block, by its telling words. */
function weightsOf({ slots }: OwnBlock): ReadonlyMap<string, number> {
  return new Map(slots.flatMap(({ profile }) => [...profile.passage.weights]));
}

function sumOf(weights: ReadonlyMap<string, number>, isCounted: (term: string) => boolean = () => true): number {
  let sum = 0;
  for (const [term, weight] of weights) if (isCounted(term)) sum += weight;
  return sum;
}

/** Whether a block says all that another does, and more. */
function saysMoreThan({ slots }: OwnBlock, other: OwnBlock): boolean {
  const said = other.slots.filter(({ passage }) => passage.kind !== 'title');
  const isSaid = ({ profile }: Slot) =>
    slots.some((one) => isSameSaying(one.profile, profile) || coverage(one.profile, profile) > 0);
  return slots.length > other.slots.length && said.length > 0 && said.every(isSaid);
}
