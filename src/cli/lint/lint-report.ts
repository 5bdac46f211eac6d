import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { type Diagnostic, SEVERITY_WORDS, type Severity } from '../../core/definition/diagnostic.ts';
import type { FileProblem } from '../../core/definition/file-problem.ts';
import { LINT_CODES } from '../../core/lint/lint-codes.ts';
import { SEVERITIES } from '../../core/lint/lint-definition.ts';
import { lintLibrary } from '../../core/lint/lint-library.ts';
import { counted, countText } from '../../text/count-text.ts';

/** What was found in one file. */
interface LintedFile {
  /** Absolute path. */
  readonly path: string;
  /** Id and name of the definition; `null` for a file that could not be read. */
  readonly id: string | null;
  readonly name: string | null;
  /** Those at or above the severity asked for, in file order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What was found in all files. */
export interface LintReport {
  /** Every file that was looked at, in the order of their paths. */
  readonly files: readonly LintedFile[];
  /** How many of each severity there are, those below the one asked for included. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** The least severity that is reported and counts as a failure. */
  readonly threshold: Severity;
}

/**
 * Lint definitions, and count files that could not be read as errors, so that none is missed.
 *
 * @param threshold The least severity to be reported.
 */
export function lintReport(
  definitions: readonly AgentDefinition[],
  problems: readonly FileProblem[],
  threshold: Severity,
): LintReport {
  const found = lintLibrary(definitions);
  const all: readonly LintedFile[] = [
    ...definitions.map(({ path, id, name }) => ({ path, id, name, diagnostics: found.get(id) ?? [] })),
    ...problems.map((problem) => ({ path: problem.path, id: null, name: null, diagnostics: [asDiagnostic(problem)] })),
  ];
  const count = (severity: Severity) =>
    all.reduce((sum, { diagnostics }) => sum + diagnostics.filter((one) => one.severity === severity).length, 0);
  const wanted = new Set(SEVERITIES.slice(0, SEVERITIES.indexOf(threshold) + 1));
  const files = all.map((file) => ({
    ...file,
    diagnostics: file.diagnostics.filter((one) => wanted.has(one.severity)),
  }));
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    threshold,
  };
}

/** Whether anything at or above the threshold was found. */
export function hasFindings({ files }: LintReport): boolean {
  return files.some(({ diagnostics }) => diagnostics.length > 0);
}

function asDiagnostic({ code, reason }: FileProblem): Diagnostic {
  const { severity } = LINT_CODES[code];
  return { code, severity, message: `The file cannot be read: ${reason}.`, line: 1, column: 1 };
}

/** The counts in words: `3 files: 1 error, 2 doubtful`. */
export function summaryWords({ files, counts, threshold }: LintReport): string {
  const hidden = SEVERITIES.slice(SEVERITIES.indexOf(threshold) + 1).filter((severity) => counts[severity] > 0);
  const shown = SEVERITIES.filter((severity) => !hidden.includes(severity) && counts[severity] > 0);
  const words = (severity: Severity) =>
    severity === 'warning' ? `${countText(counts.warning)} doubtful` : counted(counts[severity], NOUNS[severity]);
  const found = shown.length > 0 ? shown.map(words).join(', ') : 'no problems';
  const rest = hidden.map(words).join(', ');
  const least = hidden.at(-1);
  const more = least === undefined ? '' : ` (and ${rest}; --severity ${SEVERITY_WORDS[least]} shows all)`;
  return `${counted(files.length, 'file')}: ${found}${more}`;
}

const NOUNS = { error: 'error', info: 'remark' } as const;
