import { emptyRecord } from '../../kit/plain-data.ts';
import type { Repair } from '../definition/agent-definition.ts';
import type { Diagnostic } from '../definition/diagnostic.ts';
import { afterByteOrderMark, type Fence, findFence, withoutIndent } from './fence.ts';
import { fenceDiagnostics } from './fence-diagnostics.ts';
import { type PlacedRepair, repairFields } from './repair-frontmatter.ts';
import { type InnerLine, splitFields } from './split-fields.ts';
import { linesBetween } from './text-lines.ts';
import { readYaml, STRICT_LIMIT, type YamlReading } from './yaml.ts';

/** Characters of frontmatter that are read at all. */
const READ_LIMIT = 262_144;

/** What the frontmatter of a Markdown file says. */
export interface FrontmatterReading {
  /** Whether the file has frontmatter that can be read. */
  readonly isPresent: boolean;
  /** Every field, in file order; an object without prototype. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Offset at which the body starts. */
  readonly end: number;
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
  /** The lines between the fences. */
  readonly lines: readonly InnerLine[];
}

/**
 * Find and read the frontmatter of a Markdown file: as strict YAML if it is, line by line if not.
 *
 * A block that is no map of fields (a horizontal rule opened it, or it is written in another language) is body. The
 * body of a file whose frontmatter is never closed starts at the first line that is not a field.
 *
 * @param text The whole text of the file, with byte order mark and line ends as they are.
 * @returns The fields and where the body starts. Never throws.
 */
export function readFrontmatter(text: string): FrontmatterReading {
  const fence = findFence(text);
  if (fence === null) return absent(text, fenceDiagnostics.missing());
  if (fence.language !== '') return absent(text, fenceDiagnostics.unsupported(fence));
  const lines = innerLines(text, fence);
  if (fence.closing === 'none') return readByLines(text, fence, lines);
  const strict = readLines(lines);
  if (strict.kind === 'map') return present(text, fence, lines, { fields: strict.fields });
  if (strict.kind === 'empty') return present(text, fence, lines, { fields: emptyRecord() });
  if (strict.kind === 'other') return absent(text, fenceDiagnostics.notAMap(fence));
  return readByLines(text, fence, lines, strict);
}

type Refusal = Extract<YamlReading, { kind: 'refused' }>;

/** Read what is not closed or not YAML; once its end is known, an unclosed block may turn out to be YAML after all. */
function readByLines(text: string, fence: Fence, lines: readonly InnerLine[], refusal?: Refusal): FrontmatterReading {
  const split = splitFields(lines, fence.closing !== 'none');
  if (split.fields.length === 0) {
    return absent(text, fence.closing === 'none' ? fenceDiagnostics.missing() : fenceDiagnostics.notAMap(fence));
  }
  const own = lines.slice(0, split.end);
  const bodyLine = lines[split.end];
  const end = bodyLine?.start ?? fence.end;
  const endsEarly = bodyLine !== undefined;
  const strict = endsEarly || refusal === undefined ? readLines(own) : refusal;
  const unclosed = endsEarly || fence.closing === 'none' ? [fenceDiagnostics.unclosed(fence, bodyLine)] : [];
  if (strict.kind === 'map') {
    return present(text, fence, own, { fields: strict.fields, end, diagnostics: unclosed });
  }
  const { fields, repairs } = repairFields(split.fields);
  const notYaml = strict.kind === 'refused' ? [whyNotYaml(fence, own, strict, repairs)] : [];
  return present(text, fence, own, { fields, end, repairs, diagnostics: [...unclosed, ...notYaml] });
}

interface Found {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly end?: number;
  readonly repairs?: readonly PlacedRepair[];
  readonly diagnostics?: readonly Diagnostic[];
}

function present(text: string, fence: Fence, lines: readonly InnerLine[], found: Found): FrontmatterReading {
  const { fields, end = fence.end, repairs = [], diagnostics = [] } = found;
  return {
    isPresent: true,
    fields,
    end: Math.min(end, text.length),
    repairs: repairs.map(({ field, reason }) => ({ field, reason })),
    diagnostics: [...fenceDiagnostics.ofFence(fence), ...diagnostics],
    lines,
  };
}

function absent(text: string, diagnostic: Diagnostic): FrontmatterReading {
  return {
    isPresent: false,
    fields: emptyRecord(),
    end: afterByteOrderMark(text),
    repairs: [],
    diagnostics: [diagnostic],
    lines: [],
  };
}

function innerLines(text: string, { from, to, openLine, indent }: Fence): readonly InnerLine[] {
  const lines: InnerLine[] = [];
  for (const { text: line, start } of linesBetween(text, from, Math.min(to, from + READ_LIMIT))) {
    const bare = withoutIndent(line, indent);
    lines.push({ text: bare, number: openLine + lines.length + 1, indent: line.length - bare.length, start });
  }
  return lines;
}

const readLines = (lines: readonly InnerLine[]): YamlReading => readYaml(lines.map(({ text }) => text).join('\n'));

/** Where strict YAML gave up: the first field that had to be repaired says it better than the parser. */
function whyNotYaml(
  fence: Fence,
  lines: readonly InnerLine[],
  { reason, line, column }: Refusal,
  [repair]: readonly PlacedRepair[],
): Diagnostic {
  const size = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  if (fence.to - fence.from > READ_LIMIT) return fenceDiagnostics.cut(fence);
  if (size > STRICT_LIMIT) return fenceDiagnostics.tooLarge(fence);
  if (repair) return fenceDiagnostics.notYaml(`${repair.field}: ${repair.reason}`, repair);
  const at = lines[line - 1];
  const place = { line: at?.number ?? fence.openLine, column: column + (at?.indent ?? 0) };
  return fenceDiagnostics.notYaml(reason, place);
}
