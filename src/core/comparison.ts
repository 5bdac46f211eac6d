import type { AgentDefinition, Section } from './agent-definition.ts';
import { flattenSections, isClosingTag, sectionLabel } from './section-text.ts';

/** One row of a comparison: what each definition says of the same thing. */
export interface Topic {
  readonly title: string;
  /** Depth in the outline of the definition that brought the topic in; 0 at the top. */
  readonly depth: number;
  /** One cell a definition, in their order; `null` where it says nothing. */
  readonly cells: readonly (Section | null)[];
}

/** A definition with its sections, as comparing needs it. */
export interface Comparand {
  readonly definition: AgentDefinition;
  readonly sections: readonly Section[];
}

/**
 * Line up the sections of several definitions into topics.
 *
 * Sections meet when their titles say the same, case, order and filler words apart. Each section stands in exactly one
 * row, except closing tags, which stand in none. What a definition has before a topic it shares comes right before
 * that topic; the rest comes last.
 */
export function compareSections(comparands: readonly Comparand[]): readonly Topic[] {
  let rows: readonly Row[] = [];
  for (const [column, { sections }] of comparands.entries()) rows = withColumn(rows, column, sections);
  return rows.map(({ title, depth, cells }) => ({
    title,
    depth,
    cells: comparands.map((_, column) => cells.get(column) ?? null),
  }));
}

/** The rows with one more definition's sections in them. */
function withColumn(rows: readonly Row[], column: number, sections: readonly Section[]): readonly Row[] {
  const waiting: Row[] = [];
  const before = new Map<Row, readonly Row[]>();
  const byKey = new Map(rows.map((row) => [row.key, row]));
  for (const section of flattenSections(sections)) {
    if (isClosingTag(section)) continue;
    const key = titleKey(section);
    const shared = key === null ? undefined : byKey.get(key);
    if (shared && !shared.cells.has(column)) {
      shared.cells.set(column, section);
      before.set(shared, waiting.splice(0));
    } else {
      waiting.push({ key, title: sectionLabel(section), depth: depthOf(section), cells: new Map([[column, section]]) });
    }
  }
  return [...rows.flatMap((row) => [...(before.get(row) ?? []), row]), ...waiting];
}

interface Row {
  /** What titles that meet have in common; `null` for a text without a title, which meets no other. */
  readonly key: string | null;
  readonly title: string;
  readonly depth: number;
  readonly cells: Map<number, Section>;
}

const FILLER = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'our', 'the', 'to', 'will', 'with', 'you', 'your']);

/** The words of a title that matter, sorted; the place of a text that has none but is first or last. */
function titleKey(section: Section): string | null {
  if (section.kind === 'untitled' && !section.id.endsWith('closing')) return null;
  const words =
    sectionLabel(section)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !FILLER.has(word))
    .sort()
    .join(' ');
}

/** Ids are paths, one part a level. */
function depthOf({ id }: Section): number {
  return id.split('/').length - 1;
}
