import type { AskedPairs } from './asked-pairs.ts';
import type { SectionProfile } from './section-profile.ts';

/** From this share of common terms on two lines of lists that met say the same (Dice's coefficient). */
const SAME_LINE = 0.5;
/** Fewer terms in common are chance. */
const FEWEST_SHARED = 2;
/** More than any two real lists have. */
const PAIRS_TRIED = 10_000;

type Group = readonly SectionProfile[];

/** The sections that were left over inside others and put together, with what speaks for it. */
export type LeftOver = ReadonlyMap<SectionProfile, 'text' | 'place'>;

/**
 * What is left over inside sections that met, put together.
 *
 * Within two lists that are known to speak of one thing, less proves that two of their items do: first those of nearly the
 * same text meet, whatever they are called; then, where most of both lists met, the one item that each has left between
 * the same neighbours. And what announces the one list that each of two sections has in it, meets.
 *
 * @param groups Sections that meet, each in one group; every section is in one.
 * @param asked What the user wants apart stays so.
 * @returns The groups grown, and what was put together.
 */
export function joinLeftOver(
  groups: readonly Group[],
  { areApart }: AskedPairs,
): {
  readonly groups: readonly Group[];
  readonly leftOver: LeftOver;
} {
  const groupOf = new Map(groups.flatMap((group) => group.map((profile) => [profile, group] as const)));
  const inside = new Map<SectionProfile, SectionProfile[]>();
  for (const profile of [...groupOf.keys()].sort((a, b) => a.index - b.index)) {
    if (!profile.parent) continue;
    const siblings = inside.get(profile.parent);
    if (siblings) siblings.push(profile);
    else inside.set(profile.parent, [profile]);
  }
  const leftOver = new Map<SectionProfile, 'text' | 'place'>();
  const waiting = groups.filter(({ length }) => length > 1);
  const join = (a: SectionProfile, b: SectionProfile, by: 'text' | 'place'): boolean => {
    const [one, other] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]];
    if (one.some((p) => other.some((q) => p.column === q.column || areApart(p, q)))) return false;
    const both = [...one, ...other];
    for (const profile of both) groupOf.set(profile, both);
    leftOver.set(a, by).set(b, by);
    waiting.push(both);
    return true;
  };
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    for (const [at, one] of group.entries()) {
      for (const other of group.slice(at + 1)) {
        const [ones, others] = [inside.get(one) ?? [], inside.get(other) ?? []];
        if (ones.length * others.length <= PAIRS_TRIED) joinInside(ones, others, groupOf, join);
      }
    }
  }
  return { groups: [...new Set(groupOf.values())], leftOver };
}

type Join = (a: SectionProfile, b: SectionProfile, by: 'text' | 'place') => boolean;

function joinInside(
  ones: readonly SectionProfile[],
  others: readonly SectionProfile[],
  groupOf: ReadonlyMap<SectionProfile, Group>,
  join: Join,
): void {
  const [column, otherColumn] = [ones[0]?.column, others[0]?.column];
  const isLeft = (profile: SectionProfile, met: number | undefined) =>
    !groupOf.get(profile)?.some((one) => one.column === met);
  const [one, other] = [ones[0], others[0]];
  if (!one || !other) return;
  if (ones.length === 1 && others.length === 1 && bothAnnounce(one, other)) {
    if (isLeft(one, otherColumn) && isLeft(other, column)) join(one, other, 'place');
    return;
  }
  const left = ones.filter((line) => line.isLine && isLeft(line, otherColumn));
  const otherLeft = others.filter((line) => line.isLine && isLeft(line, column));
  if (left.length === 0 || otherLeft.length === 0) return;
  const terms: ReadonlySet<number>[] = otherLeft.map(({ text }) => new Set(text));
  for (const line of left) {
    const own = new Set(line.text);
    const at = terms.findIndex((those) => saySame(own, those));
    const match = otherLeft[at];
    if (match && join(line, match, 'text')) terms[at] = NONE;
  }
  joinBetween(ones, others, groupOf, join);
}

function bothAnnounce({ section: { kind } }: SectionProfile, { section: other }: SectionProfile): boolean {
  return kind === other.kind && (kind === 'lead-in' || kind === 'bold');
}

/** Join what each has left alone between the same two neighbours, if most of both lists met. */
function joinBetween(
  ones: readonly SectionProfile[],
  others: readonly SectionProfile[],
  groupOf: ReadonlyMap<SectionProfile, Group>,
  join: Join,
): void {
  const partner = (profile: SectionProfile) => others.find((other) => groupOf.get(profile)?.includes(other));
  const partners = ones.map(partner);
  const met = partners.filter((one) => one !== undefined).length;
  const most = Math.max(ones.length, others.length);
  if (met * 2 < most) return;
  for (const [at, one] of ones.entries()) {
    if (partners[at] || !one.isLine) continue;
    const before = at === 0 ? -1 : others.indexOf(partners[at - 1] as SectionProfile);
    const after = at === ones.length - 1 ? others.length : others.indexOf(partners[at + 1] as SectionProfile);
    if ((at > 0 && before < 0) || after !== before + 2) continue;
    const other = others[before + 1];
    if (other?.isLine && !ones.some((profile) => groupOf.get(other)?.includes(profile))) join(one, other, 'place');
  }
}

const NONE: ReadonlySet<number> = new Set([]);

function saySame(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const enough = Math.max(FEWEST_SHARED, (SAME_LINE * (one.size + other.size)) / 2);
  if (Math.min(one.size, other.size) < enough) return false;
  let shared = 0;
  for (const term of one) if (other.has(term)) shared += 1;
  return shared >= enough;
}
