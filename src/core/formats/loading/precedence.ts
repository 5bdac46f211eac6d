import { compareText } from '../../../kit/compare-text.ts';
import type { Scope } from '../../definition/agent-definition.ts';
import type { SourceFile } from '../../definition/source-file.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import type { FoundPlace } from './place-of.ts';

/** A file that a harness loads, with what decides over its precedence. */
export interface Contestant extends FoundPlace {
  readonly file: SourceFile;
  /** What the harness calls it, its plugin's name included. */
  readonly identity: string;
  /** Number of its source among the sources in use, nearest first; decides where the project folder is not known. */
  readonly sourceOrder: number;
}

/**
 * Order files of one name as a harness does, the one it keeps first: by the rank of their places, the nearness of their
 * project folders, the order of the places and of the sources, then by path, which stands for an order that the harness
 * does not promise.
 */
export function compareContestants({ precedence }: HarnessFormat, a: Contestant, b: Contestant): number {
  const nearness = stepsUp(a) - stepsUp(b);
  const byPath = compareText(a.file.path, b.file.path);
  return (
    a.place.rank - b.place.rank ||
    (precedence.projects === 'farthest-first' ? -nearness : nearness) ||
    a.order - b.order ||
    a.sourceOrder - b.sourceOrder ||
    (precedence.duplicates === 'last-wins' ? -byPath : byPath)
  );
}

/**
 * The file that a harness loads in place of another. Agents of two plugins do not stand in each other's way, since each
 * is called by its plugin's name too.
 *
 * @param inOrder Files of one name in order of precedence.
 * @param at Which of them is meant.
 */
export function winnerOver<One extends Contestant>(inOrder: readonly One[], at: number): One | null {
  const loser = inOrder[at];
  for (const [index, one] of inOrder.entries()) {
    if (index >= at) break;
    if (one.file.source.plugin === undefined || one.identity === loser?.identity) return one;
  }
  return null;
}

/** Why a harness keeps one file and not the other, as a clause. */
export function whyShadowed(harness: HarnessFormat, winner: Contestant, loser: Contestant): string {
  const reason = reasonOf(harness, winner, loser);
  return harness.precedence.merges ? `${reason}; fields the other leaves out are taken from here` : reason;
}

function reasonOf({ title, precedence }: HarnessFormat, winner: Contestant, loser: Contestant): string {
  const { scope } = loser.place;
  if (winner.place.scope !== scope) return `${SCOPE_WORDS[winner.place.scope]} wins over ${SCOPE_WORDS[scope]}`;
  if (winner.place.rank === loser.place.rank && stepsUp(winner) !== stepsUp(loser)) {
    return precedence.projects === 'farthest-first'
      ? `${title} prefers the project folder farther up`
      : 'the other project folder is nearer';
  }
  if (winner.place === loser.place && winner.sourceOrder !== loser.sourceOrder) return 'the other folder comes first';
  if (winner.order !== loser.order) return `${winner.place.folder} wins over ${loser.place.folder}`;
  switch (precedence.duplicates) {
    case 'rejected':
      return `second of its name in one folder, which ${title} refuses`;
    case 'last-wins':
      return `of two of a name in one folder ${title} keeps the one whose path comes last`;
    case 'first-wins':
      return 'second of its name in one folder';
    case 'unspecified':
      return `second of its name in one folder; ${title} does not say which of them it keeps`;
  }
}

const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  project: 'the project',
  user: 'the user',
  plugin: 'a plugin',
  bundled: 'the bundled library',
  added: 'an added folder',
};

function stepsUp({ file }: Contestant): number {
  return file.source.project?.stepsUp ?? 0;
}
