import type { Diagnostic, Severity } from '../../core/definition/diagnostic.ts';
import { pathInside } from '../../core/definition/file-name.ts';
import { LINT_CODES, type LintCodeEntry } from '../../core/lint/lint-codes.ts';
import { jsonText } from '../json-text.ts';
import type { LintedFile, LintReport } from './lint-report.ts';

/** Where a report is made. */
interface SarifPlace {
  readonly version: string;
  /** Absolute path of the folder to which the paths are relative. */
  readonly root: string;
  readonly sha256: (text: string) => string;
}

/**
 * A report in the Static Analysis Results Interchange Format, which code scanning services read (OASIS, SARIF 2.1.0:
 * sections 3.13, 3.14, 3.19, 3.27 and 3.49). Columns count UTF-16 code units, as ours do (3.14.17).
 */
export function lintSarif({ files }: LintReport, { version, root, sha256 }: SarifPlace): string {
  const used = new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
  const codes = Object.keys(LINT_CODES).filter((code) => used.has(code));
  const rules = Object.entries<LintCodeEntry>(LINT_CODES)
    .filter(([code]) => used.has(code))
    .map(rule);
  const results = files.flatMap((file) => {
    const { path, diagnostics } = file;
    const prints = diagnostics.length === 0 ? [] : fingerprints(file, sha256);
    return diagnostics.map((diagnostic, at) => ({
      ...result(diagnostic, codes.indexOf(diagnostic.code), location(path, root)),
      partialFingerprints: { [FINGERPRINT]: prints[at] },
    }));
  });
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'agents', version, informationUri: HOME, rules } },
        columnKind: 'utf16CodeUnits',
        // A folder's URI ends in a slash (3.14.14).
        originalUriBaseIds: { [ROOT]: { uri: `${fileUri(root).replace(/\/$/, '')}/` } },
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

/** As code scanning services call the root of the sources. */
const ROOT = '%SRCROOT%';

/** A versioned name (3.5.4.2), so that prints that are made otherwise later are not held against these. */
const FINGERPRINT = 'codeAndLineHash/v1';

/**
 * By what a problem is known again in a later run (3.27.17): its code and the text of its line, however many lines are
 * put in above it. Of several that are alike in that, a count tells them apart.
 */
function fingerprints({ text, diagnostics }: LintedFile, sha256: (text: string) => string): readonly string[] {
  const lines = text().split(/\r\n|\n|\r/);
  const counts = new Map<string, number>();
  return diagnostics.map(({ code, line }) => {
    const hash = sha256(`${code}\n${(lines[line - 1] ?? '').trim()}`).slice(0, 16);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  });
}

/** A URI reference (RFC 3986): relative to the root of the sources, or of a file elsewhere. */
function location(path: string, root: string) {
  const inside = pathInside(path, root);
  return inside === path.replaceAll('\\', '/') ? { uri: fileUri(path) } : { uri: encoded(inside), uriBaseId: ROOT };
}

function fileUri(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  return `file://${slashed.startsWith('/') ? '' : '/'}${encoded(slashed)}`;
}

function encoded(path: string): string {
  // Half a surrogate pair, which a file name may hold, has no encoding.
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
