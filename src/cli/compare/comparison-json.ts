import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { wholeTopicItems } from '../../core/topics/topic-items.ts';
import { sectionsIn, type WholeTopic, wholeTopics } from '../../core/topics/whole-topics.ts';
import { comparedFields } from './compared-fields.ts';
import type { Comparison } from './comparison-topics.ts';
import { partSize } from './part-size.ts';

/**
 * A comparison as `compare --json` gives it. Texts are exact, not made safe to show.
 *
 * A cell is the section that a definition has of a topic; of several the first, with the others in its `further`.
 *
 * A titled item is an item of the topic it stands in, and has a topic of its own as well. `columns` says what `in`
 * says, by place: two definitions from different folders may go by one id. `score` and `by` say why the sections of a
 * topic stand together (`title`, `text` or `place`, or `asked` by the user); of a topic that one definition has they are `null`, as `similarity` is.
 *
 * The shape is public: fields may be added, never renamed or removed.
 */
export function comparisonJson({ definitions, topics }: Comparison): Readonly<Record<string, unknown>> {
  const fields = comparedFields(definitions);
  return {
    schema: 1,
    agents: definitions.map(({ id }) => id),
    definitions: definitions.map(({ id, name, path }) => ({ id, name, path })),
    frontmatter: fields.map(({ name, isSame, values }) => ({ field: name, same: isSame, values })),
    topics: wholeTopics(topics).map((rows) => topicJson(rows, definitions)),
  };
}

function topicJson(rows: WholeTopic, definitions: readonly AgentDefinition[]): unknown {
  const [{ title, depth, similarity, why }] = rows;
  return {
    title,
    depth,
    cells: definitions.map((definition, column) => {
      const [first, ...further] = sectionsIn(rows, column).map((section) => ({
        section: section.id,
        title: section.title,
        tokens: partSize(definition, section),
      }));
      return first ? { agent: definition.id, ...first, ...(further.length > 0 && { further }) } : null;
    }),
    similarity: similarity === null ? null : rounded(similarity),
    score: why && rounded(why.score),
    by: why?.by ?? null,
    items: wholeTopicItems(rows).map(({ text, kind, in: columns, wordings, differs }) => ({
      text,
      in: columns.map((column) => definitions[column]?.id),
      kind,
      columns,
      wordings,
      ...(differs && {
        differs: { kind: differs.kind, columns: differs.columns, words: [differs.one, differs.other] },
      }),
    })),
  };
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
