import { type Diagnostic, SEVERITY_WORDS } from '../../core/definition/diagnostic.ts';
import { greatest } from '../../kit/long-lists.ts';
import { visibleText } from '../../text/visible-text.ts';
import { jsonText } from '../json-text.ts';
import type { OutputLook } from '../look/output-look.ts';
import { type LintReport, summaryWords } from './lint-report.ts';

/**
 * A report to be read: the files with findings, each with its findings in columns, and the counts.
 *
 * @param shown A path as people write it.
 */
export function lintText(
  report: LintReport,
  shown: (path: string) => string,
  look: Pick<OutputLook, 'paint' | 'link'>,
): string {
  const files = report.files
    .filter(({ diagnostics }) => diagnostics.length > 0)
    .map(
      ({ path, diagnostics }) =>
        `${look.link(path, look.paint('name', visibleText(shown(path))))}\n${diagnosticLines(path, diagnostics, look)}\n`,
    );
  return `${files.map((file) => `${file}\n`).join('')}${summaryWords(report)}\n`;
}

const ROLES = { error: 'error', warning: 'doubtful', info: 'muted' } as const;

function diagnosticLines(
  path: string,
  diagnostics: readonly Diagnostic[],
  { paint, link }: Pick<OutputLook, 'paint' | 'link'>,
): string {
  const places = diagnostics.map(({ line, column }) => `${line}:${column}`);
  const placeWidth = greatest(places.map((place) => place.length));
  const severityWidth = greatest(diagnostics.map(({ severity }) => SEVERITY_WORDS[severity].length));
  return diagnostics
    .map(({ severity, message, code, line }, at) => {
      const place = places[at] ?? '';
      const linked = ' '.repeat(placeWidth - place.length) + link(path, paint('muted', place), line);
      const word = SEVERITY_WORDS[severity];
      const padded = paint(ROLES[severity], word) + ' '.repeat(severityWidth - word.length);
      return `  ${linked}  ${padded}  ${visibleText(message)}  ${paint('muted', code)}`;
    })
    .join('\n');
}

/** A report for programs. The shape is public: fields may be added, never renamed or removed. */
export function lintJson({ files, counts }: LintReport): string {
  const document = {
    schema: 1,
    files: files.map(({ path, id, name, diagnostics }) => ({ path, id, name, diagnostics })),
    summary: { files: files.length, errors: counts.error, warnings: counts.warning, infos: counts.info },
  };
  return jsonText(document, 2);
}
