import type { Diagnostic, Severity } from '../../core/definition/diagnostic.ts';
import { LINT_CODES, type LintCodeEntry } from '../../core/lint/lint-codes.ts';
import { jsonText } from '../json-text.ts';
import type { LintReport } from './lint-report.ts';

/** Where a report is made. */
interface SarifPlace {
  readonly version: string;
  /** Absolute path of the working directory, to which the paths are relative. */
  readonly cwd: string;
}

/**
 * A report in the Static Analysis Results Interchange Format, which code scanning services read (OASIS, SARIF 2.1.0:
 * sections 3.13, 3.19, 3.27 and 3.49). Columns count UTF-16 code units, as ours do (3.14.17).
 */
export function lintSarif({ files }: LintReport, { version, cwd }: SarifPlace): string {
  const used = new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
  const codes = Object.keys(LINT_CODES).filter((code) => used.has(code));
  const rules = Object.entries<LintCodeEntry>(LINT_CODES)
    .filter(([code]) => used.has(code))
    .map(rule);
  const results = files.flatMap(({ path, diagnostics }) =>
    diagnostics.map((diagnostic) => result(diagnostic, codes.indexOf(diagnostic.code), location(path, cwd))),
  );
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'agents', version, informationUri: HOME, rules } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  return jsonText(document, 2);
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

const HOME = 'https://github.com/agents-workbench/agents';

function rule([id, { title, help, severity }]: readonly [string, LintCodeEntry]) {
  const [group = ''] = id.split('/');
  return {
    id,
    name: id.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: help },
    help: { text: help },
    // The heading of the code in the page of all, as GitHub makes anchors of headings.
    helpUri: `${HOME}/blob/HEAD/docs/problems.md#${id.replace('/', '')}`,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [group] },
  };
}

function result({ code, severity, message, line, column }: Diagnostic, ruleIndex: number, artifactLocation: object) {
  const region = { startLine: line, startColumn: column };
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
  };
}

/** A URI reference (RFC 3986): relative to the root of the sources, or of a file elsewhere. */
function location(path: string, cwd: string) {
  const slashed = path.replaceAll('\\', '/');
  const root = `${cwd.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  if (!slashed.startsWith(root)) return { uri: `file://${slashed.startsWith('/') ? '' : '/'}${encoded(slashed)}` };
  return { uri: encoded(slashed.slice(root.length)), uriBaseId: '%SRCROOT%' };
}

function encoded(path: string): string {
  // Half a surrogate pair, which a file name may hold, has no encoding.
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
