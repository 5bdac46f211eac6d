import type { Diagnostic } from '../definition/diagnostic.ts';
import { treatmentSeverity } from '../formats/harness/harness-words.ts';
import type { Treatment } from '../formats/harness/reading-rule.ts';
import { flawsFor } from '../formats/loading/why-not-loaded.ts';
import { findFence } from '../reading/fence.ts';
import { type Finding, finding, type LintSubject } from './lint-subject.ts';

/**
 * What reading found, each with what the file's harness makes of it: reading alone does not know for whom a file is.
 *
 * A flaw that the harness copes with is less bad, one that keeps it from loading the file is an error; a missing name
 * is no flaw where files give the names.
 */
export function readingRules(subject: LintSubject): readonly Finding[] {
  return [
    ...subject.definition.diagnostics.flatMap((diagnostic) => judged(subject, diagnostic)),
    ...byteOrderMark(subject),
  ];
}

/**
 * What reading found in a skill or a command: what holds of the text whoever reads it. Either may do without name and
 * description, and a command without frontmatter.
 */
export function syntaxRules({ definition }: LintSubject): readonly Diagnostic[] {
  return definition.diagnostics.filter(({ code }) => SYNTAX.test(code));
}

const SYNTAX = /^(?:frontmatter\/(?!missing$)|body\/empty$|description\/literal-newline$)/;

function judged(subject: LintSubject, diagnostic: Diagnostic): readonly Finding[] {
  const { reading, prompt } = subject.harness;
  switch (diagnostic.code) {
    case 'name/missing':
      return reading.missingName === 'loads' || subject.definition.plugin !== undefined
        ? []
        : [withFate({ ...diagnostic, message: 'The file states no name.' }, reading.missingName)];
    case 'description/missing': {
      const message = 'The file states no description, by which an agent is chosen.';
      return [withFate({ ...diagnostic, message }, reading.missingDescription)];
    }
    case 'frontmatter/misplaced':
      return [withFate(diagnostic, reading.misplacedFence)];
    case 'frontmatter/missing':
    case 'frontmatter/unopened':
    case 'frontmatter/not-a-map':
    case 'frontmatter/unsupported-language':
      return [withFate(diagnostic, reading.noFrontmatter)];
    case 'frontmatter/unclosed':
      return [withFate(diagnostic, unclosedTreatment(subject))];
    case 'frontmatter/not-yaml':
      return isAlsoUnclosed(subject) ? [] : [withFate(diagnostic, brokenTreatment(subject))];
    case 'body/empty':
      return prompt.min === null ? [diagnostic] : [withFate(diagnostic, 'rejected')];
    default:
      return [diagnostic];
  }
}

function withFate(diagnostic: Diagnostic, fate: Treatment): Finding {
  return { ...diagnostic, severity: treatmentSeverity(fate), fate };
}

/** Without any closing line there is no frontmatter; with one far below, all before it is taken for fields. */
function unclosedTreatment({ harness, text }: LintSubject): Treatment {
  const { unclosedFence, brokenSyntax } = harness.reading;
  return findFence(text)?.closing === 'none' ? unclosedFence : brokenSyntax;
}

const isAlsoUnclosed = ({ definition }: LintSubject): boolean =>
  definition.diagnostics.some(({ code }) => code === 'frontmatter/unclosed');

function brokenTreatment({ definition, harness }: LintSubject): Treatment {
  const found = flawsFor(harness, { parsed: definition }).find(({ code }) => code === 'frontmatter/not-yaml');
  return found === undefined ? harness.reading.brokenSyntax : harness.reading[found.flaw];
}

function byteOrderMark({ harness, text }: LintSubject): readonly Finding[] {
  const treatment = harness.reading.byteOrderMark;
  if (text.charCodeAt(0) !== 0xfeff || treatment === 'loads') return [];
  const found = finding('frontmatter/byte-order-mark', TOP, 'The file starts with a byte order mark.');
  return [withFate(found, treatment)];
}

const TOP = { line: 1, column: 1 };
