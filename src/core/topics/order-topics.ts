/** A section by its place in its definition. */
export interface PlacedSection {
  /** Index of its definition among those compared. */
  readonly column: number;
  /** Place among all sections compared, definition after definition. */
  readonly index: number;
  /** The section it stands in; `null` at the top and right under what holds the whole document. */
  readonly parent: PlacedSection | null;
  /** Whether it begins its definition, ends it, or stands between. */
  readonly role: 'opening' | 'closing' | 'part';
}

/** A group of sections with its place among the others. */
export interface PlacedGroup<Placed> {
  readonly group: readonly Placed[];
  /** How deep it stands under other groups; 0 at the top. */
  readonly depth: number;
  /** Which part of its group it is, where that is put in its place part by part; 0 for the first. */
  readonly nth: number;
}

/**
 * Groups of sections in the order in which they are read.
 *
 * A group stands under the one that holds the section its first definition has it in, so that the first definition
 * reads from top to bottom as it is written, and each other as far as it can: what it has before something shared comes
 * right before that, the rest comes last. Openings come first and closing words last.
 *
 * @param groups Each with one section of a definition at most.
 * @param rankOf Place of a definition in the order given by the user, by its column.
 * @param putIn How the groups of one more definition, in its order, come among those that are there already.
 * @param arrange Puts those at the top in another order.
 * @param partsOf What of a group is read one after the other, each with what stands in it.
 */
export function orderGroups<Placed extends PlacedSection>(
  groups: readonly (readonly Placed[])[],
  rankOf: (column: number) => number,
  putIn: PutIn<readonly Placed[]> = withMembers,
  arrange: (top: readonly (readonly Placed[])[]) => readonly (readonly Placed[])[] = (top) => top,
  partsOf: (group: readonly Placed[]) => readonly (readonly Placed[])[] = (group) => [group],
): readonly PlacedGroup<Placed>[] {
  type Group = readonly Placed[];
  const parts = new Map(groups.map((group) => [group, partsOf(group)]));
  const partOf = new Map<PlacedSection, Group>(
    [...parts.values()].flat().flatMap((part) => part.map((profile) => [profile, part] as const)),
  );
  const leaders = new Map(groups.map((group) => [group, firstOf(group, rankOf)]));
  const children = new Map<Group | null, Group[]>();
  for (const group of groups) {
    const leader = leaders.get(group);
    const above = leader?.parent && leader.role === 'part' ? (partOf.get(leader.parent) ?? null) : null;
    const siblings = children.get(above);
    if (siblings) siblings.push(group);
    else children.set(above, [group]);
  }
  const placed: PlacedGroup<Placed>[] = [];
  const place = (above: Group | null, depth: number) => {
    const ordered = inReadingOrder(children.get(above) ?? [], rankOf, putIn);
    for (const group of withEndsOutside(above === null ? arrange(ordered) : ordered, rankOf)) {
      for (const [nth, part] of (parts.get(group) ?? []).entries()) {
        placed.push({ group: part, depth, nth });
        place(part, depth + 1);
      }
    }
  };
  place(null, 0);
  return placed;
}

/** Groups of siblings with those of one more definition among them, each once. */
type PutIn<Group> = (ordered: readonly Group[], members: readonly Group[]) => readonly Group[];

function firstOf<Placed extends PlacedSection>(
  group: readonly Placed[],
  rankOf: (column: number) => number,
): Placed | undefined {
  return [...group].sort((a, b) => rankOf(a.column) - rankOf(b.column))[0];
}

/** Siblings, definition after definition put in between those that are there. */
function inReadingOrder<Group extends readonly PlacedSection[]>(
  siblings: readonly Group[],
  rankOf: (column: number) => number,
  putIn: PutIn<Group>,
): readonly Group[] {
  const byColumn = new Map<number, { readonly group: Group; readonly index: number }[]>();
  for (const group of siblings) {
    for (const { column, index } of group) {
      const members = byColumn.get(column);
      if (members) members.push({ group, index });
      else byColumn.set(column, [{ group, index }]);
    }
  }
  let ordered: readonly Group[] = [];
  for (const [, members] of [...byColumn].sort(([a], [b]) => rankOf(a) - rankOf(b))) {
    const inOrder = members.sort((a, b) => a.index - b.index).map(({ group }) => group);
    ordered = putIn(ordered, [...new Set(inOrder)]);
  }
  return ordered;
}

/** Openings first, closing words last. */
function withEndsOutside<Group extends readonly PlacedSection[]>(
  ordered: readonly Group[],
  rankOf: (column: number) => number,
): readonly Group[] {
  return [...ordered].sort((a, b) => rankOfRole(firstOf(a, rankOf)) - rankOfRole(firstOf(b, rankOf)));
}

/** The groups with those of one more definition put in, each before the next one that is there already. */
function withMembers<Group>(ordered: readonly Group[], members: readonly Group[]): readonly Group[] {
  const there = new Set(ordered);
  const before = new Map<Group, readonly Group[]>();
  let waiting: Group[] = [];
  for (const group of members) {
    if (!there.has(group)) {
      waiting.push(group);
      continue;
    }
    before.set(group, waiting);
    waiting = [];
  }
  return [...ordered.flatMap((group) => [...(before.get(group) ?? []), group]), ...waiting];
}

/** What stands in for an opening stays where its definition has it. */
function rankOfRole(first: PlacedSection | undefined): number {
  return first?.role === 'opening' ? 0 : first?.role === 'closing' ? 2 : 1;
}
