import type { Provenance } from '../draft/draft.ts';

/** What became of something that was picked, in the file it came from. */
export type ChangeKind = 'changed' | 'added' | 'removed' | 'section-gone' | 'file-gone';

/**
 * What a change does to the composition: it is in the `result`; what the user `edited` stands there instead; it was
 * `left-out`; another wording says it `already`; or it is in `conflict` with what stands. What is gone has no effect: its text stays. A section that is new in
 * an ingredient of which only some were picked is `not-taken`.
 */
export type ChangeEffect = 'result' | 'edited' | 'left-out' | 'already' | 'conflict' | 'not-taken' | 'none';

/** One change of an ingredient since it was picked. */
export interface IngredientChange extends Provenance {
  readonly kind: ChangeKind;
  /** Index of the pick in the draft; `null` for a field carried over. */
  readonly pick: number | null;
  /** Section or passage id, `*` for the whole body; for a field its name. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly effect: ChangeEffect;
}
