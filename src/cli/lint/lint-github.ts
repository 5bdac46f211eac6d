import type { Diagnostic, Severity } from '../../core/definition/diagnostic.ts';
import { lintCodeEntry } from '../../core/lint/lint-codes.ts';
import type { LintedFile } from './lint-report.ts';

/**
 * A report as workflow commands, which GitHub Actions shows beside the lines of a pull request
 * (docs.github.com/actions/reference/workflow-commands-for-github-actions, "Setting an error message"). What is escaped
 * is what actions/toolkit escapes (packages/core/src/command.ts).
 *
 * @param shown A path relative to the repository, which is where workflows run.
 */
export function lintGithub(
  { files }: { readonly files: readonly Pick<LintedFile, 'path' | 'diagnostics'>[] },
  shown: (path: string) => string,
): string {
  return files
    .flatMap(({ path, diagnostics }) => diagnostics.map((diagnostic) => command(shown(path), diagnostic)))
    .join('');
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

function command(path: string, { severity, line, column, code, message }: Diagnostic): string {
  const title = `${lintCodeEntry(code)?.title ?? code} (${code})`;
  const properties = Object.entries({ file: path, line: String(line), col: String(column), title })
    .map(([key, value]) => `${key}=${escapeProperty(value)}`)
    .join(',');
  return `::${COMMANDS[severity]} ${properties}::${escapeData(message)}\n`;
}

const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
