import type { Draft } from '../core/draft.ts';

/** What was found where the draft is kept. */
type DraftOutcome =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'none' }
  /** What is there cannot be used; it was set aside, not deleted. */
  | { readonly kind: 'failed'; readonly reason: string };

/** The draft between two runs. */
export interface Drafts {
  read(): Promise<DraftOutcome>;
  /** Keep the draft in place of the one kept before; the problem in words, or `null`. */
  write(draft: Draft): Promise<string | null>;
}
