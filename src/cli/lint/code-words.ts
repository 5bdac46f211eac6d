import { SEVERITY_WORDS } from '../../core/definition/diagnostic.ts';
import { LINT_CODES, type LintCode, type LintCodeEntry, lintCodeEntry } from '../../core/lint/lint-codes.ts';
import { LINT_EXAMPLES, type LintExample } from '../../core/lint/lint-examples.ts';
import { nearestOf } from '../../core/naming/nearest-name.ts';
import { jsonText } from '../json-text.ts';
import { usageError } from '../usage-error.ts';
import { visibleBlock } from '../visible-block.ts';

/** Every code in a line: its severity at worst, and a few words. */
export function codeList(): string {
  const entries = Object.entries<LintCodeEntry>(LINT_CODES);
  const width = Math.max(...entries.map(([code]) => code.length));
  return entries
    .map(([code, { severity, title, fixable }]) => {
      const words = `${code.padEnd(width)}  ${SEVERITY_WORDS[severity].padEnd(SEVERITY_WIDTH)}  ${title}`;
      return `${words}${fixable ? ' (--fix)' : ''}\n`;
    })
    .join('');
}

const SEVERITY_WIDTH = Math.max(...Object.values(SEVERITY_WORDS).map(({ length }) => length));

/** The same for programs. The shape is public: fields may be added, never renamed or removed. */
export function codeListJson(): string {
  const codes = Object.entries<LintCodeEntry>(LINT_CODES).map(([code, { severity, title, help, fixable = false }]) => ({
    code,
    severity,
    title,
    help,
    fixable,
  }));
  return jsonText({ schema: 1, codes }, 2);
}

/**
 * What a code means, with a file in which it is found and the same put right.
 *
 * @throws A usage error for a code that is none, with the nearest.
 */
export function explainedCode(code: string, program: string): string {
  const entry = lintCodeEntry(code);
  if (entry === null) throw usageError(unknownCode(code, program));
  const { severity, title, help, fixable } = entry;
  const { bad, good, isOfFiles } = LINT_EXAMPLES[code as LintCode] satisfies LintExample as LintExample; // An entry is there.
  const fix = fixable ? ` ${program} lint --fix puts it right.` : '';
  const head = `${code}: ${title} (${SEVERITY_WORDS[severity]})\n\n${help}${fix}\n`;
  const shown = (text: string): string => indented(visibleBlock(text));
  const of = isOfFiles ? '' : ' file';
  return `${head}\nBad${of}:\n${shown(bad)}\nGood${of}:\n${shown(good)}`;
}

/** A sentence on a code that is none. */
function unknownCode(code: string, program: string): string {
  return `There is no code ${code}; the nearest is ${nearestOf(code, Object.keys(LINT_CODES))} (${program} lint --list has all)`;
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');
