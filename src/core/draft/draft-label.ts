import type { Draft } from './draft.ts';

/**
 * What a draft is called: by its name, or while it has none by what it holds: `draft of backend-architect and 1 more`.
 *
 * @returns Text as it stands in files, not yet made safe to show.
 */
export function draftLabel({ fields, picks }: Draft): string {
  const name = fields.name.trim();
  if (name !== '') return name;
  const taken = picks.flatMap((pick): readonly Taken[] => (pick.kind === 'union' ? pick.passages : [pick]));
  const [first, ...others] = new Map(taken.map(({ definition, agent }) => [definition, agent])).values();
  if (first === undefined) return 'draft';
  return `draft of ${first}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}

/** What tells where a pick or a passage of one is from. */
type Taken = Readonly<Record<'definition' | 'agent', string>>;
