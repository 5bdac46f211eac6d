import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import { fileText } from '../../core/definition/file-text.ts';
import { renderedIndex } from '../../core/rendering/markdown-lines.ts';
import { flattenSections, isClosingTag, sectionLabel } from '../../core/sections/section-text.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import { memoLast } from '../../kit/memo.ts';
import type { StyledLine } from '../../text/styled-text.ts';
import { definitionById } from '../model/known-definitions.ts';
import { EDGE, readerLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import type { ReaderView } from '../model/reader-state.ts';
import { renderedText } from '../model/rendered-text.ts';
import { shortPath } from '../model/short-path.ts';
import { aboutLines } from './about-lines.ts';

/** What the reader shows. */
export interface ReaderText {
  readonly definition: AgentDefinition;
  /** What the file says besides its prompt, then the sections of that in document order, without closing tags. */
  readonly outline: readonly OutlineEntry[];
  readonly lines: readonly StyledLine[];
  /** In the source, for each line its number in the file as a column; of one that goes on with the one above a blank. */
  readonly numbers: readonly string[] | null;
}

/** A place in the text to go to. */
interface OutlineEntry {
  readonly title: string;
  /** `null` for what is no section of the prompt. */
  readonly section: Section | null;
  /** The first of its lines. */
  readonly start: number;
}

/** Cells before the text, for the bar along the section that is read. */
const BAR = 2;
/** Lines longer than this are hard to read. */
const LONGEST_LINE = 96;

/** The definition in the reader, or `null` if it is no longer there. */
export function readerText(model: Model): ReaderText | null {
  const definition = definitionById(model, model.reader.id);
  if (!definition) return null;
  const columns = readerLayout(model).second.columns - BAR - EDGE;
  const width = Math.max(1, Math.min(longestLine(model), columns));
  const whole = textOf(definition, model.reader.view, width, shortPath(definition.path, model.surroundings));
  return withFolds(whole, model.reader.folded);
}

/** Cells left blank at the left of the text where the pane is wider than a line should be. */
export function readerMargin(model: Pick<Model, 'size' | 'reader' | 'surroundings' | 'look'>): number {
  return Math.max(0, Math.floor((readerLayout(model).second.columns - BAR - EDGE - longestLine(model)) / 2));
}

/** What is told in lines has a line for each paragraph. */
function longestLine({ surroundings }: Pick<Model, 'surroundings'>): number {
  return surroundings.linear ? Number.POSITIVE_INFINITY : LONGEST_LINE;
}

const textOf = memoLast(
  (definition: AgentDefinition, view: ReaderView, width: number, path: string): ReaderText =>
    view === 'source' ? sourceText(definition, width) : renderedWhole(definition, width, path),
);

/** The text with some sections folded to their first line and a count of those below it. */
const withFolds = memoLast((text: ReaderText, folded: readonly string[]): ReaderText => {
  if (folded.length === 0) return text;
  const { outline, lines, numbers } = text;
  const shown: StyledLine[] = [];
  const shownNumbers: string[] = [];
  const starts: number[] = [];
  /** The first line that is shown again. */
  let end = 0;
  for (const [at, { section, start }] of outline.entries()) {
    if (start < end) {
      starts.push(Math.max(0, shown.length - 1));
      continue;
    }
    starts.push(shown.length);
    const isFolded = section !== null && folded.includes(section.id);
    end = isFolded ? endOfSection(text, at) : (outline[at + 1]?.start ?? lines.length);
    const count = end - start - 1;
    const kept = isFolded && count > 1 ? start + 1 : end;
    for (let line = start; line < kept; line += 1) {
      shown.push(lines[line] ?? { spans: [] });
      shownNumbers.push(numbers?.[line] ?? '');
    }
    if (kept === end) continue;
    shown.push({ spans: [{ text: `… ${count} lines folded`, role: 'muted' }] }, { spans: [] });
    shownNumbers.push(' '.repeat(numbers?.[start]?.length ?? 0), '');
  }
  const entries = outline.map((entry, at) => ({ ...entry, start: starts[at] ?? 0 }));
  return { ...text, outline: entries, lines: shown, numbers: numbers && shownNumbers };
});

/** The line after a section and all that is inside it. */
function endOfSection({ outline, lines }: ReaderText, at: number): number {
  const id = outline[at]?.section?.id;
  const next = outline.slice(at + 1).find(({ section }) => !section?.id.startsWith(`${id}/`));
  return next?.start ?? lines.length;
}

function renderedWhole(definition: AgentDefinition, width: number, path: string): ReaderText {
  const about = [...aboutLines(definition, path, width), { spans: [] }];
  const body = renderedText(definition.body, width, 'rendered');
  const outline = outlineOf(definition, (line) => about.length + renderedIndex(body, line - definition.bodyLine));
  return { definition, outline, lines: [...about, ...body], numbers: null };
}

/** The file as it is, line by line. */
function sourceText(definition: AgentDefinition, width: number): ReaderText {
  const text = fileText(definition);
  const column = String(text.split('\n').length).length;
  const lines = renderedText(text, Math.max(1, width - column - 1), 'source');
  const numbers = lines.map(({ source }, at) =>
    `${lines[at - 1]?.source === source ? '' : source + 1} `.padStart(column + 1),
  );
  return { definition, outline: outlineOf(definition, (line) => renderedIndex(lines, line - 1)), lines, numbers };
}

function outlineOf(definition: AgentDefinition, startOf: (line: number) => number): readonly OutlineEntry[] {
  const sections = flattenSections(sectionsOf(definition)).filter((section) => !isClosingTag(section));
  return [
    { title: 'About this agent', section: null, start: 0 },
    ...sections.map((section) => ({ title: sectionLabel(section), section, start: startOf(section.line) })),
  ];
}
