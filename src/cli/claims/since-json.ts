import type { Change } from '../../core/claims/changes-between.ts';
import type { Claim } from '../../core/claims/claim.ts';
import { passageId } from '../../core/sections/passages-of.ts';
import { changeCounts, type SinceRevision } from './since-revision.ts';

/**
 * What `compare --since --json` gives. Texts are exact, not made safe to show.
 *
 * The shape is public: fields may be added, never renamed or removed.
 */
export function sinceJson(compared: readonly SinceRevision[], since: string): Readonly<Record<string, unknown>> {
  return {
    schema: 1,
    since,
    definitions: compared.map((one) => ({
      id: one.definition.id,
      name: one.definition.name,
      path: one.definition.path,
      isNew: one.isNew,
      counts: changeCounts(one),
      frontmatter: one.fields.map(({ name, values: [before, now] }) => ({ field: name, before, now })),
      topics: one.topics.map(({ title, changes }) => ({ title, changes: changes.map(changeJson) })),
    })),
  };
}

function changeJson(change: Change): Readonly<Record<string, unknown>> {
  return {
    kind: change.kind,
    before: change.before && claimJson(change.before),
    now: change.now && claimJson(change.now),
    ...(change.kind === 'conflict' && {
      differs: { kind: change.differs.kind, words: [change.differs.one, change.differs.other] },
    }),
  };
}

function claimJson({ text, passage }: Claim): Readonly<Record<string, unknown>> {
  return { text, section: passage.section, passage: passageId(passage), line: passage.line };
}
