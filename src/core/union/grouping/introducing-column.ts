import { passagesOf } from '../../sections/passages-of.ts';
import { introduces, opensWithRole, saysWho } from './introduces.ts';
import type { PlacedVersion } from './placed-version.ts';

/** How well a definition says who the agent is, the best first. */
const RANKS = ['begins with it', 'says it somewhere', 'says it as a label', 'begins with something else'] as const;

/**
 * The definition that says who the agent is: the first that begins with it, so that it can stand first, else the first that
 * says it. A label among others is no more than the next best, an opening that says something else the last.
 *
 * @returns Its column; `null` where none says it.
 */
export function introducingColumn(placed: readonly PlacedVersion[]): number | null {
  const begun = new Set<number>();
  const found: { readonly column: number; readonly rank: number }[] = [];
  for (const one of [...placed].sort((a, b) => a.index - b.index)) {
    const saysSomething = passagesOf(one.section).some(({ kind }) => kind !== 'title');
    if (!saysSomething) continue;
    if (one.role === 'opening' || introduces(one.section)) {
      const isFirst = one.role === 'opening' || (one.column === 0 && !begun.has(0));
      found.push({ column: one.column, rank: RANKS.indexOf(rankOf(one, isFirst)) });
    }
    begun.add(one.column);
  }
  return found.sort((a, b) => a.rank - b.rank)[0]?.column ?? null;
}

function rankOf({ section }: PlacedVersion, isFirst: boolean): (typeof RANKS)[number] {
  if (section.kind === 'item') return 'says it as a label';
  // What announces the rest of its file would announce what others say.
  const isAnnouncing = /[:：][*_]*$/.test(passagesOf(section).at(-1)?.text ?? '');
  if (!isFirst || isAnnouncing) return 'says it somewhere';
  return introduces(section) || opensWithRole(section) ? 'begins with it' : 'begins with something else';
}

/** Whether a definition begins with words that do not say who the agent is: where another does, they go on from there. */
export function goesOnFromRole({ role, section }: PlacedVersion): boolean {
  if (role !== 'opening') return false;
  return passagesOf(section).some(({ kind }) => kind === 'text') && !opensWithRole(section);
}

/** Whether a section says who the agent is in the second person. */
export function speaksToAgent({ role, section }: PlacedVersion): boolean {
  return (role === 'opening' || introduces(section)) && passagesOf(section).some(({ text }) => saysWho(text));
}
