import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { type Diagnostic, SEVERITY_WORDS, type Severity } from '../../core/definition/diagnostic.ts';
import type { FileProblem } from '../../core/definition/file-problem.ts';
import { fileText } from '../../core/definition/file-text.ts';
import { LINT_CODES } from '../../core/lint/lint-codes.ts';
import { lintDefinition, SEVERITIES } from '../../core/lint/lint-definition.ts';
import { lintLibrary } from '../../core/lint/lint-library.ts';
import type { KnownAgents } from '../../core/lint/unknown-agents.ts';
import { counted, countText } from '../../text/count-text.ts';
import type { CommandContext } from '../command-context.ts';
import type { ProjectSettings } from './lint-settings.ts';

/** What was found in one file. */
export interface LintedFile {
  /** Absolute path. */
  readonly path: string;
  /** Id and name of the definition; `null` for a file that could not be read. */
  readonly id: string | null;
  readonly name: string | null;
  /** The whole text; empty for a file that could not be read. */
  readonly text: () => string;
  /** Those at or above the severity asked for, in file order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What was found in all files. */
export interface LintReport {
  /** Every file that was looked at, in the order of their paths. */
  readonly files: readonly LintedFile[];
  /** How many of each severity there are, those below the one asked for included. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many problems the settings of a project switch off. */
  readonly off: number;
  /** The least severity that is reported and counts as a failure. */
  readonly threshold: Severity;
}

/**
 * Lint definitions, and count files that could not be read as errors, so that none is missed.
 *
 * @param threshold The least severity to be reported.
 * @param settings What their projects say of them.
 * @param knownTo The agents that a definition may call; `null` where not all of them are known.
 * @param progress Told how far it has come.
 */
export function lintReport(
  definitions: readonly AgentDefinition[],
  problems: readonly FileProblem[],
  threshold: Severity,
  settings: ProjectSettings,
  knownTo: (definition: AgentDefinition) => KnownAgents | null,
  progress: CommandContext['progress'],
): LintReport {
  for (const [at, definition] of definitions.entries()) {
    progress(() => `Looking at agent ${countText(at + 1)} of ${countText(definitions.length)} …`);
    // What is found in each is kept for when all are looked at together.
    lintDefinition(definition);
  }
  const found = lintLibrary(definitions, knownTo);
  const looked: readonly LintedFile[] = [
    ...definitions.map((definition) => {
      const { path, id, name } = definition;
      return { path, id, name, text: () => fileText(definition), diagnostics: found.get(id) ?? [] };
    }),
    ...problems.map((problem) => {
      return { path: problem.path, id: null, name: null, text: () => '', diagnostics: [asDiagnostic(problem)] };
    }),
  ];
  const all = looked.map((file) => ({ ...file, diagnostics: settings.adjusted(file.path, file.diagnostics) }));
  const off = looked.reduce(
    (sum, { diagnostics }, at) => sum + diagnostics.length - (all[at]?.diagnostics.length ?? 0),
    0,
  );
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
    off,
    threshold,
  };
}

/** Whether anything at or above the threshold was found. */
export function hasFindings({ files }: LintReport): boolean {
  return files.some(({ diagnostics }) => diagnostics.length > 0);
}

/** A file that cannot be read, as lint tells it. */
export function asDiagnostic({ code, reason }: FileProblem): Diagnostic {
  const { severity } = LINT_CODES[code];
  return { code, severity, message: `The file cannot be read: ${reason}.`, line: 1, column: 1 };
}

/** The counts in words: `3 files: 1 error, 2 doubtful`. */
export function summaryWords({ files, counts, off, threshold }: LintReport): string {
  const hidden = SEVERITIES.slice(SEVERITIES.indexOf(threshold) + 1).filter((severity) => counts[severity] > 0);
  const shown = SEVERITIES.filter((severity) => !hidden.includes(severity) && counts[severity] > 0);
  const words = (severity: Severity) =>
    severity === 'warning' ? `${countText(counts.warning)} doubtful` : counted(counts[severity], NOUNS[severity]);
  const found = shown.length > 0 ? shown.map(words).join(', ') : 'no problems';
  const rest = hidden.map(words).join(', ');
  const least = hidden.at(-1);
  const more = least === undefined ? '' : ` (and ${rest}; --severity ${SEVERITY_WORDS[least]} shows all)`;
  const switchedOff = off === 0 ? '' : `; ${countText(off)} switched off in .agents/lint.json`;
  return `${counted(files.length, 'file')}: ${found}${more}${switchedOff}`;
}

const NOUNS = { error: 'error', info: 'remark' } as const;
