import type { AgentDefinition, Section } from '../definition/agent-definition.ts';
import { type Draft, isEmptyPick, type Pick } from '../draft/draft.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import type { Topic } from '../topics/comparison.ts';

/** Where a pick stands among topics: the row, the column, the place in its file; `null` where that is not known. */
export type PlaceOf = (pick: Pick) => readonly number[] | null;

/**
 * A function for where picks stand among topics, the openings first. What has no row of its own stands in the row of what is
 * around it, and a whole prompt where it begins.
 *
 * @param topics As lined up, in reading order.
 * @param definitions Those the topics' cells belong to, in that order.
 */
export function placesAmong(topics: readonly Topic[], definitions: readonly AgentDefinition[]): PlaceOf {
  const rows = new Map<Section, number>();
  for (const [row, { cells }] of topics.entries()) for (const cell of cells) if (cell) rows.set(cell, row);
  const places = new Map<string, readonly number[]>();
  for (const [column, definition] of definitions.entries()) {
    let count = 0;
    const place = (section: Section, around: number): void => {
      const row = rows.get(section) ?? around;
      places.set(keyOf(definition.id, section.id), [row, column, count]);
      count += 1;
      for (const inner of section.sections) place(inner, row);
    };
    for (const section of sectionsOf(definition)) place(section, 0);
  }
  const placeIn = (definition: string, section: string, index = 0): readonly number[] | null => {
    const place = places.get(keyOf(definition, section));
    return place === undefined ? null : [...place, index];
  };
  return (pick) => {
    if (pick.kind === 'union') {
      const found = pick.passages.map(({ definition, section, index }) => placeIn(definition, section, index));
      return found.reduce((first, one) => (first && one && compared(one, first) < 0 ? one : (first ?? one)), null);
    }
    const { part, definition } = pick;
    if (part.kind === 'section') return placeIn(definition, part.id);
    if (part.kind === 'passage') return placeIn(definition, part.section, part.index);
    const column = definitions.findIndex(({ id }) => id === definition);
    return column < 0 ? null : [0, column, 0, 0];
  };
}

const keyOf = (definition: string, section: string): string => `${definition}\n${section}`;

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/**
 * A draft in which what was taken last stands where it belongs among the others, unless the user has put them in an order
 * of their own.
 *
 * @param before The draft before something was taken, which then stands at the end.
 */
export function withNewPlaced(before: Draft, draft: Draft, placeOf: PlaceOf): Draft {
  // What was changed where it stands is not new; what stood there with nothing in it is.
  if (draft.isArranged || standing(draft) <= standing(before)) return draft;
  const known = new Set(before.picks);
  const first = draft.picks.findLastIndex((pick) => known.has(pick)) + 1;
  if (first === 0 || first === draft.picks.length) return draft;
  let picks = draft.picks.slice(0, first);
  for (const pick of draft.picks.slice(first)) {
    const place = placeOf(pick);
    const next = picks.findIndex((one) => isBehind(placeOf(one), place));
    picks = next < 0 ? [...picks, pick] : picks.toSpliced(next, 0, pick);
  }
  return { ...draft, picks };
}

/** Of how many picks something stands. */
const standing = ({ picks }: Draft): number => picks.filter((pick) => !isEmptyPick(pick)).length;

function isBehind(place: readonly number[] | null, other: readonly number[] | null): boolean {
  return place !== null && other !== null && compared(place, other) > 0;
}

/**
 * A draft with everything where it belongs; what has no place there stays behind what it follows. The same if it all does.
 */
export function inNaturalOrder(draft: Draft, placeOf: PlaceOf): Draft {
  let last: readonly number[] = [-1];
  const placed = draft.picks.map((pick) => {
    last = placeOf(pick) ?? last;
    return { pick, place: last };
  });
  const picks = placed.sort((a, b) => compared(a.place, b.place)).map(({ pick }) => pick);
  if (picks.every((pick, at) => pick === draft.picks[at])) return draft;
  const { isArranged: _, ...rest } = draft;
  return { ...rest, picks };
}
