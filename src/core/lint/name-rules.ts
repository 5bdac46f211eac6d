import type { Diagnostic } from '../definition/diagnostic.ts';
import { pathWhenOn } from '../definition/switched-off.ts';
import { fieldText } from '../definition/value-as-text.ts';
import { inWords, quoted } from '../formats/harness/harness-words.ts';
import { refusedName } from '../formats/loading/refused-name.ts';
import { inferName } from '../reading/infer.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/** Names that every harness and file system takes; what a new definition is held to (`validate-draft.ts`). */
const SAFE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether the harness takes the name a file states, and whether people find the file by it. */
export function nameRules(subject: LintSubject): readonly Diagnostic[] {
  const { definition, harness } = subject;
  const stated = fieldText(definition.frontmatter.name);
  if (stated === null || !harness.identity.from.includes('name')) return [];
  const refusals = refusalsOf(subject, stated);
  return [
    ...(refusals.length > 0 ? refusals : formOf(subject, stated)),
    ...builtIn(subject, stated),
    ...unlikeFile(subject, stated),
  ];
}

/** Whether the harness loads another definition of the name instead. */
export function shadowRules(subject: LintSubject): readonly Diagnostic[] {
  const { definition, harness } = subject;
  if (definition.shadowedBy === null) return [];
  const message = `${harness.title} does not load this file: ${definition.shadowedBy} has the same name and wins.`;
  return [finding('name/shadowed', subject.placeInField('name'), message)];
}

function refusalsOf(subject: LintSubject, name: string): readonly Diagnostic[] {
  const { title, identity } = subject.harness;
  const { minLength, maxLength, reserved, colon, caseSensitive, pattern, isEnforced, rule } = identity;
  const key = caseSensitive ? name : name.toLowerCase();
  const refuse = (message: string, part = '') =>
    finding(
      'name/refused',
      subject.placeInField('name', part),
      `${title} refuses the name ${quoted(name)}: ${message}.`,
    );
  if (reserved.includes(key)) return [refuse('it is reserved')];
  if (colon === 'rejected' && name.includes(':')) return [refuse('it holds a colon', ':')];
  if (minLength !== null && name.length < minLength) return [refuse(`it has fewer than ${minLength} characters`)];
  if (maxLength !== null && name.length > maxLength) return [refuse(`it has more than ${maxLength} characters`)];
  return isEnforced && pattern !== null && !pattern.test(name) ? [refuse(`it takes ${rule}`)] : [];
}

/** Where the rule for names is only advice, names that are safe everywhere pass. */
function formOf(subject: LintSubject, name: string): readonly Diagnostic[] {
  const { pattern, rule } = subject.harness.identity;
  if (pattern === null || pattern.test(name) || SAFE_NAME.test(name)) return [];
  const message = `The name ${quoted(name)} is not made of ${rule}, as ${subject.harness.title} asks.`;
  return [finding('name/form', subject.placeInField('name'), message)];
}

function builtIn(subject: LintSubject, name: string): readonly Diagnostic[] {
  if (!subject.harness.identity.builtIn.includes(name)) return [];
  const { title } = subject.harness;
  const stays = refusedName(subject.harness, name, subject.definition.frontmatter)?.code === 'name/built-in';
  const fate = stays ? 'which stays' : 'which this file replaces';
  const message = `${title} has an agent ${quoted(name)} of its own, ${fate}.`;
  return [finding('name/built-in', subject.placeInField('name'), message)];
}

function unlikeFile(subject: LintSubject, name: string): readonly Diagnostic[] {
  const file = inferName(pathWhenOn(subject.definition.path));
  if (lettersOf(file) === lettersOf(name)) return [];
  const message = `The agent is called ${quoted(name)} and its file ${quoted(file)}; harnesses go by the ${inWords([...new Set(subject.harness.identity.from)].map((from) => FROM_WORDS[from]).slice(0, 1))}.`;
  return [finding('name/unlike-file', subject.placeInField('name'), message)];
}

const FROM_WORDS = { name: 'name in the file', 'file-name': 'name of the file', path: 'path of the file' } as const;

/** `Code Reviewer`, `code_reviewer` and `code-reviewer` are the same to people. */
const lettersOf = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');
