import type { Diagnostic } from '../definition/diagnostic.ts';
import { treatmentSeverity, treatmentWords } from '../formats/harness/harness-words.ts';
import type { Treatment } from '../formats/harness/reading-rule.ts';
import { flawsOf } from '../formats/loading/flaws.ts';
import { findFence } from '../reading/fence.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/**
 * What reading found, each with what the file's harness makes of it: reading alone does not know for whom a file is.
 *
 * A flaw that the harness copes with is less bad, one that keeps it from loading the file is an error; a missing name
 * is no flaw where files give the names.
 */
export function readingRules(subject: LintSubject): readonly Diagnostic[] {
  return [
    ...subject.definition.diagnostics.flatMap((diagnostic) => judged(subject, diagnostic)),
    ...byteOrderMark(subject),
  ];
}

function judged(subject: LintSubject, diagnostic: Diagnostic): readonly Diagnostic[] {
  const { reading, prompt } = subject.harness;
  switch (diagnostic.code) {
    case 'name/missing':
      return reading.missingName === 'loads'
        ? []
        : [withConsequence(subject, { ...diagnostic, message: 'The file states no name.' }, reading.missingName)];
    case 'description/missing': {
      const message = 'The file states no description, by which an agent is chosen.';
      return [withConsequence(subject, { ...diagnostic, message }, reading.missingDescription)];
    }
    case 'frontmatter/misplaced':
      return [withConsequence(subject, diagnostic, reading.misplacedFence)];
    case 'frontmatter/missing':
    case 'frontmatter/unopened':
    case 'frontmatter/not-a-map':
    case 'frontmatter/unsupported-language':
      return [withConsequence(subject, diagnostic, reading.noFrontmatter)];
    case 'frontmatter/unclosed':
      return [withConsequence(subject, diagnostic, unclosedTreatment(subject))];
    case 'frontmatter/not-yaml':
      return isAlsoUnclosed(subject) ? [] : [withConsequence(subject, diagnostic, brokenTreatment(subject))];
    case 'body/empty':
      return prompt.min === null ? [diagnostic] : [withConsequence(subject, diagnostic, 'rejected')];
    default:
      return [diagnostic];
  }
}

function withConsequence({ harness }: LintSubject, diagnostic: Diagnostic, treatment: Treatment): Diagnostic {
  const message = `${diagnostic.message.replace(/\.$/, '')}; ${treatmentWords(harness, treatment)}.`;
  return { ...diagnostic, message, severity: treatmentSeverity(treatment) };
}

/** Without any closing line there is no frontmatter; with one far below, all before it is taken for fields. */
function unclosedTreatment({ harness, text }: LintSubject): Treatment {
  const { unclosedFence, brokenSyntax } = harness.reading;
  return findFence(text)?.closing === 'none' ? unclosedFence : brokenSyntax;
}

const isAlsoUnclosed = ({ definition }: LintSubject): boolean =>
  definition.diagnostics.some(({ code }) => code === 'frontmatter/unclosed');

function brokenTreatment({ definition, harness, isToml }: LintSubject): Treatment {
  const found = flawsOf({ parsed: definition, isToml }).find(({ code }) => code === 'frontmatter/not-yaml');
  return found === undefined ? harness.reading.brokenSyntax : harness.reading[found.flaw];
}

function byteOrderMark(subject: LintSubject): readonly Diagnostic[] {
  const treatment = subject.harness.reading.byteOrderMark;
  if (subject.text.charCodeAt(0) !== 0xfeff || treatment === 'loads') return [];
  const message = `The file starts with a byte order mark; ${treatmentWords(subject.harness, treatment)}.`;
  return [finding('frontmatter/byte-order-mark', { line: 1, column: 1 }, message, treatmentSeverity(treatment))];
}
