import type { Section } from '../definition/agent-definition.ts';
import { cutSegments } from './cut-segments.ts';
import { scanLines } from './line-scanner.ts';
import { sectionIds } from './section-id.ts';
import type { Segment } from './section-stack.ts';

/** A section whose list of sections is still being filled. */
interface GrowingSection extends Section {
  readonly sections: GrowingSection[];
}

/**
 * Split the body of a definition into sections as people see them, losing nothing.
 *
 * Headings alone are not enough: many prompts are built of bold lines, lines that announce a list, list items with
 * bold titles, labels, and tags. `docs/sections.md` has the grammar and its ranks; here is what that leaves open:
 *
 * - `raw` is a section's own text up to the first section inside it; blank lines and rules above a marker belong to what
 *   is before them. Blank lines at the start of the body belong to the first section.
 * - The closing line of a tag is the tag's own text; behind sections inside the tag it is an untitled section of the tag,
 *   so that taking the last of them takes no stray closing tag. A tag ends headings, except a single leading h1.
 * - A bold item is a section when every list item around it is one; inside a plain item it is that item's text.
 * - `items` are the outermost plain items of the section's own text, without bullets, boxes of tasks and signs; what is
 *   nested in one is part of it, line for line as written.
 * - Where sections inside a section have ended and its text goes on, that text is an untitled section of it. The last of
 *   the body gets the id `closing`.
 *
 * Law: joining `raw` of all sections in pre-order gives `body` back, byte for byte, whatever the body is.
 * Linear in the body; sections nest no deeper than some sixty levels, so recursion over them is safe.
 *
 * @param body The text after the frontmatter, in its own line endings.
 * @param firstLine 1-based line of the file that the body starts on.
 * @param opensWithLabel Whether the text begins with a label that is known to be a section, although it is alone here.
 * @returns The sections at the top, in document order; none for an empty body.
 *
 * @example
 * splitSections('Be brief.\n\n**Tools:**\n- Read\n').map(({ id }) => id);
 * //=> ['preamble', 'tools']
 */
export function splitSections(body: string, firstLine = 1, opensWithLabel = false): readonly Section[] {
  const lines = scanLines(body);
  const segments = cutSegments(lines, body.length, opensWithLabel);
  const ids = sectionIds();
  const built = new Map<Segment, GrowingSection>();
  const top: GrowingSection[] = [];
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    const parent = segment.parent && built.get(segment.parent);
    const section: GrowingSection = {
      id: ids.next(parent?.id ?? null, partOf(segment, next === undefined)),
      title: segment.title,
      kind: segment.kind,
      level: segment.level,
      line: firstLine + segment.index,
      raw: body.slice(segment.start, next?.start),
      items: segment.items.map(({ start, end }) => body.slice(start, end).trimEnd()),
      sections: [],
    };
    built.set(segment, section);
    (parent?.sections ?? top).push(section);
  }
  return top;
}

function partOf({ kind, title }: Segment, isLast: boolean): string {
  if (kind === 'untitled') return isLast ? 'closing' : 'untitled';
  return kind === 'preamble' ? kind : title;
}
