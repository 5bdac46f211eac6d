/** What two passages that contradict each other differ in. */
export type DifferenceKind =
  | 'number'
  | 'version'
  | 'bound'
  | 'negation'
  | 'opposite'
  | 'preference'
  | 'order'
  | 'modality'
  | 'extent'
  | 'choice';

/** What makes two passages contradict each other, in their own words; empty where one says it by saying nothing. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly one: string;
  readonly other: string;
}

/** A difference in words of the two passages. */
export function between(
  kind: DifferenceKind,
  one: { readonly raw: string },
  other: { readonly raw: string },
): Difference {
  return { kind, one: one.raw, other: other.raw };
}
