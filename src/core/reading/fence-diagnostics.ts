import type { Diagnostic, Severity } from '../definition/diagnostic.ts';
import type { Fence } from './fence.ts';
import type { InnerLine } from './split-fields.ts';

interface Place {
  readonly line: number;
  readonly column: number;
}

const diagnostic = (code: string, severity: Severity, { line, column }: Place, message: string): Diagnostic => ({
  code: `frontmatter/${code}`,
  severity,
  message,
  line,
  column,
});

/** Where it opens, or where its first line is missing. */
const placeOf = ({ openLine, isOpened, indent }: Fence): Place => ({
  line: isOpened ? openLine : openLine + 1,
  column: indent.length + 1,
});

/** What can be wrong with frontmatter as a block, in words. */
export const fenceDiagnostics = {
  /** The file starts with its body. */
  missing: (): Diagnostic =>
    diagnostic(
      'missing',
      'info',
      { line: 1, column: 1 },
      'The file has no frontmatter, so its name and description are inferred.',
    ),

  /** The frontmatter is not YAML by its own word. */
  unsupported: (fence: Fence): Diagnostic =>
    diagnostic(
      'unsupported-language',
      'error',
      placeOf(fence),
      `Frontmatter in ${fence.language.slice(0, 20)} is never read or run, so the whole file counts as body.`,
    ),

  /** Two rules with text, or a list, between them. */
  notAMap: (fence: Fence): Diagnostic =>
    diagnostic(
      'not-a-map',
      'warning',
      placeOf(fence),
      'The block at the start is not a map of fields, so the whole file counts as body.',
    ),

  /** The body starts without a closing fence. */
  unclosed: (fence: Fence, bodyStart: InnerLine | undefined): Diagnostic =>
    diagnostic(
      'unclosed',
      'error',
      placeOf(fence),
      bodyStart === undefined
        ? 'The frontmatter is never closed with ---, so the file has no body.'
        : `The frontmatter is never closed with ---; its fields end before line ${bodyStart.number}, so the body is taken to start there.`,
    ),

  /** Strict YAML refuses the block. */
  notYaml: (reason: string, place: Place): Diagnostic =>
    diagnostic('not-yaml', 'warning', place, `Not valid YAML (${reason}), so it was read line by line.`),

  /** Too long for the YAML parser. */
  tooLarge: (fence: Fence): Diagnostic =>
    diagnostic(
      'too-large',
      'warning',
      placeOf(fence),
      'The frontmatter is longer than 64 KiB, so it was read line by line and not as YAML.',
    ),

  /** Too long to be read whole. */
  cut: (fence: Fence): Diagnostic =>
    diagnostic(
      'too-large',
      'error',
      placeOf(fence),
      'The frontmatter is longer than 256 KiB, so fields after that are not read.',
    ),

  /** Fences that we understand and most harnesses do not. */
  ofFence: (fence: Fence): readonly Diagnostic[] => {
    const found: Diagnostic[] = [];
    if (!fence.isOpened) {
      found.push(
        diagnostic(
          'unopened',
          'error',
          placeOf(fence),
          'The line --- above the frontmatter is missing, so harnesses take its fields for text.',
        ),
      );
    }
    if (fence.preceded || fence.indent !== '') {
      found.push(
        diagnostic(
          'misplaced',
          'warning',
          placeOf(fence),
          'The frontmatter does not start in column 1 of line 1, so most harnesses take it for text.',
        ),
      );
    }
    if (fence.closing === 'long') {
      found.push(
        diagnostic(
          'long-fence',
          'warning',
          placeOf(fence),
          'The frontmatter is closed by more than three dashes, so harnesses that want exactly --- read on.',
        ),
      );
    }
    return found;
  },
} as const;
