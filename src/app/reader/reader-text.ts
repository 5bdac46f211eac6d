import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import { type RenderedLine, renderedIndex } from '../../core/rendering/markdown-lines.ts';
import { flattenSections, isClosingTag } from '../../core/sections/section-text.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import { definitionById } from '../model/known-definitions.ts';
import { readerLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { renderedText } from '../model/rendered-text.ts';

/** What the reader shows. */
export interface ReaderText {
  readonly definition: AgentDefinition;
  /** Flattened, in document order, without closing tags. */
  readonly sections: readonly Section[];
  readonly lines: readonly RenderedLine[];
  /** For each section the first of its lines. */
  readonly starts: readonly number[];
}

/** The definition in the reader, or `null` if it is no longer there. */
export function readerText(model: Model): ReaderText | null {
  const definition = definitionById(model, model.reader.id);
  if (!definition) return null;
  const lines = renderedText(definition.body, readerLayout(model.size).second.columns - 2, model.reader.view);
  const sections = flattenSections(sectionsOf(definition)).filter((section) => !isClosingTag(section));
  const starts = sections.map(({ line }) => renderedIndex(lines, line - definition.bodyLine));
  return { definition, sections, lines, starts };
}
