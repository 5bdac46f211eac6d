import type { Diagnostic, Severity } from '../definition/diagnostic.ts';
import type { FieldRule, FieldType, HarnessFormat } from '../formats/harness/harness-format.ts';
import { inWords, quoted } from '../formats/harness/harness-words.ts';
import { HARNESSES } from '../formats/harnesses/harnesses.ts';
import { hasType } from '../formats/loading/refused-field.ts';
import { nearestName, sameLetters } from '../naming/nearest-name.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/** Which fields the harness knows, and whether their values are what it wants. */
export function fieldRules(subject: LintSubject): readonly Diagnostic[] {
  const { definition, harness } = subject;
  const known = new Map(harness.fields.map((rule) => [rule.name, rule]));
  const stated = Object.keys(definition.frontmatter).flatMap((key) => {
    const rule = known.get(key);
    return rule === undefined ? unknownField(subject, key) : knownField(subject, rule);
  });
  return [...stated, ...missingFields(subject)];
}

/** Fields that have rules of their own, or are judged while the file is read. */
function hasOwnRules({ tools, models, colors }: HarnessFormat, name: string): boolean {
  return ['name', 'description', tools?.field, tools?.denyField, models.field, colors?.field].includes(name);
}

function unknownField(subject: LintSubject, key: string): readonly Diagnostic[] {
  const { harness } = subject;
  const names = harness.fields.map(({ name }) => name);
  const place = subject.placeOfField(key);
  const isRefused = harness.unknownFields === 'rejected' && harness.fieldsAreComplete;
  const same = sameLetters(key, names);
  const owner = HARNESSES.find(({ fields }) => fields.some(({ name }) => name === key));
  const limit = lookalikeOf(harness, key);
  if (limit !== null) {
    const message = `${harness.title} knows no field ${quoted(key)}, so it limits nothing; the field is called ${limit}.`;
    return [finding('field/unknown', place, message, isRefused ? 'error' : 'warning')];
  }
  const isOfAnotherKind = OTHER_KINDS.has(key);
  const near = same ?? (owner === undefined && !isOfAnotherKind ? nearestName(key, names) : null);
  if (near !== null) {
    const severity = isRefused ? 'error' : 'warning';
    const message = `${harness.title} knows no field ${quoted(key)}; it is called ${near}.`;
    return [finding('field/unknown', place, message, severity)];
  }
  const severity: Severity = isRefused ? 'error' : harness.unknownFields === 'rejected' ? 'warning' : 'info';
  const fate = harness.fieldsAreComplete ? FATES[harness.unknownFields] : UNCERTAIN_FATES[harness.unknownFields];
  const message =
    owner === undefined
      ? `${harness.title} knows no field ${quoted(key)} and ${fate}.`
      : `The field ${quoted(key)} is for ${owner.title}; ${harness.title} ${fate}.`;
  return [finding(owner === undefined ? 'field/unknown' : 'field/foreign', place, message, severity)];
}

/** Fields of prompts, skills and rules, which are right in those and no slips of the pen here. */
const OTHER_KINDS: ReadonlySet<string> = new Set(['agent', 'globs', 'license', 'paths']);

/** The field that limits the tools, of one that looks as if it did: its author takes the agent for limited. */
function lookalikeOf({ tools }: HarnessFormat, key: string): string | null {
  if (ALLOWS_TOOLS.test(key)) return tools?.field ?? null;
  return DENIES_TOOLS.test(key) ? (tools?.denyField ?? null) : null;
}

const ALLOWS_TOOLS = /^(?:allow(?:ed)?[-_]?tools?|tools?[-_]?(?:allow(?:ed|list)?|whitelist))$/i;
const DENIES_TOOLS = /^(?:den(?:y|ied)|disallow(?:ed)?|forbid(?:den)?|exclude[ds]?|block(?:ed)?)[-_]?tools?$/i;

const FATES = {
  ignored: 'passes over it',
  rejected: 'refuses the file for it',
  'passed-on': 'hands it on to the model',
} as const;

/** Where the harness has more fields than we list. */
const UNCERTAIN_FATES = { ...FATES, rejected: 'refuses the file unless its configuration has such a key' } as const;

function knownField(subject: LintSubject, rule: FieldRule): readonly Diagnostic[] {
  const { definition, harness } = subject;
  const value = definition.frontmatter[rule.name];
  // A key without a value mostly counts as left out, and a value that was read leniently has no type of its own.
  if (value === null || value === undefined) return blankField(subject, rule);
  const retired = retiredField(subject, rule);
  if (hasOwnRules(harness, rule.name) || definition.repairs.some(({ field }) => field === rule.name)) return retired;
  return [
    ...retired,
    ...(hasType(value, rule.types) ? valueProblems(subject, rule, value) : [wrongType(subject, rule)]),
  ];
}

function blankField(subject: LintSubject, { name, refusesBlank }: FieldRule): readonly Diagnostic[] {
  if (refusesBlank === undefined) return [];
  const message = `${subject.harness.title} refuses a file whose field ${quoted(name)} has no value.`;
  return [finding('field/value', subject.placeInField(name), message, 'error')];
}

function retiredField(subject: LintSubject, { name, replacedBy }: FieldRule): readonly Diagnostic[] {
  if (replacedBy === undefined) return [];
  const instead = replacedBy === null ? 'nothing takes its place' : `write ${replacedBy} instead`;
  const message = `${subject.harness.title} has retired the field ${quoted(name)}; ${instead}.`;
  return [finding('field/retired', subject.placeOfField(name), message)];
}

function wrongType(subject: LintSubject, rule: FieldRule): Diagnostic {
  const { name, types } = rule;
  const wanted = inWords([...new Set(types.map((type) => TYPE_WORDS[type]))], 'or');
  const message = `${subject.harness.title} wants ${wanted} in the field ${quoted(name)}.`;
  return finding('field/type', subject.placeInField(name), message, strictness(subject.harness, rule));
}

const TYPE_WORDS: Readonly<Record<FieldType, string>> = {
  text: 'text',
  'comma-list': 'text with commas',
  list: 'a list',
  map: 'a map',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

/** How bad a wrong value is: some harnesses refuse the file for any, some for some. */
const strictness = ({ reading }: HarnessFormat, { isFatal }: FieldRule): Severity =>
  reading.wrongValue === 'rejected' || isFatal === true ? 'error' : 'warning';

function valueProblems(subject: LintSubject, rule: FieldRule, value: unknown): readonly Diagnostic[] {
  const { title } = subject.harness;
  const { name, values, valueAliases = {}, pattern, min, max, warnAbove } = rule;
  const report = (message: string): readonly Diagnostic[] => [
    finding('field/value', subject.placeInField(name), message, strictness(subject.harness, rule)),
  ];
  if (typeof value === 'string') {
    if (values !== undefined && !values.includes(value) && !Object.hasOwn(valueAliases, value)) {
      return report(`${title} knows no ${name} ${quoted(value)}; it knows ${inWords(values)}.`);
    }
    if (pattern !== undefined && !pattern.test(value)) {
      return report(`${quoted(value)} is not what ${title} wants in the field ${quoted(name)}.`);
    }
  }
  const size = typeof value === 'string' ? value.length : typeof value === 'number' ? value : null;
  const unit = typeof value === 'string' ? ' characters' : '';
  if (size === null) return [];
  if (min !== undefined && size < min)
    return report(`${title} wants at least ${min}${unit} in the field ${quoted(name)}.`);
  if (max !== undefined && size > max)
    return report(`${title} wants at most ${max}${unit} in the field ${quoted(name)}.`);
  return warnAbove !== undefined && size > warnAbove
    ? report(`${title} warns above ${warnAbove}${unit} in the field ${quoted(name)}.`)
    : [];
}

/** Name, description and prompt are judged while the file is read. */
function missingFields(subject: LintSubject): readonly Diagnostic[] {
  const { definition, harness } = subject;
  if (Object.keys(definition.frontmatter).length === 0) return [];
  return harness.fields
    .filter(({ name, required }) => required && !['name', 'description', harness.prompt.field].includes(name))
    .filter(({ name }) => (definition.frontmatter[name] ?? null) === null)
    .map(({ name }) =>
      finding(
        'field/missing',
        subject.placeOfField(name),
        `${harness.title} refuses a file without the field ${name}.`,
      ),
    );
}
