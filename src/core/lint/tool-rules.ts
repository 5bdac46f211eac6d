import { isRecord } from '../../kit/plain-data.ts';
import type { Diagnostic, Severity } from '../definition/diagnostic.ts';
import { listedTools } from '../definition/tool-list.ts';
import type { HarnessFormat, ToolRule } from '../formats/harness/harness-format.ts';
import { inWords, quoted } from '../formats/harness/harness-words.ts';
import { toolKind } from '../formats/harness/known-tool.ts';
import { HARNESSES } from '../formats/harnesses/harnesses.ts';
import { nearestName } from '../naming/nearest-name.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/** Whether the tools a file names are tools of its harness, written as it wants them. */
export function toolRules(subject: LintSubject): readonly Diagnostic[] {
  const { tools } = subject.harness;
  if (tools === null) return [];
  return [tools.field, tools.denyField].flatMap((field) => (field === null ? [] : toolsIn(subject, tools, field)));
}

function toolsIn(subject: LintSubject, rule: ToolRule, field: string): readonly Diagnostic[] {
  const value = subject.definition.frontmatter[field];
  if (value === null || value === undefined) return [];
  const form = isRecord(value) ? 'map' : Array.isArray(value) ? 'list' : 'comma-list';
  if (!rule.forms.includes(form)) return [wrongForm(subject, rule, field, form)];
  const isRetiredField = subject.harness.fields.some((one) => one.name === field && one.replacedBy !== undefined);
  const unknown: string[] = [];
  const found = [...new Set(listedTools(value))].slice(0, MAX_TOOLS).flatMap((tool) => {
    const judgement = judgeTool(subject.harness, rule, tool);
    // A field that has given way is read as before, with the names of its time.
    if (isRetiredField && judgement !== null && judgement !== 'unknown' && judgement.code === 'tools/retired')
      return [];
    if (judgement === 'unknown') unknown.push(tool);
    if (judgement === null || judgement === 'unknown') return [];
    const { code, message, severity } = judgement;
    return [finding(code, subject.placeInField(field, tool), message, severity)];
  });
  const [first] = unknown;
  return first === undefined ? found : [...found, unknownTools(subject, rule, field, unknown)];
}

/** Tools of a field that are looked at; nobody lists more. */
const MAX_TOOLS = 500;

type Form = ToolRule['forms'][number];

const FORM_WORDS: Readonly<Record<Form, string>> = {
  'comma-list': 'text with commas',
  list: 'a list',
  map: 'a map of names to true or false',
};

function wrongForm(subject: LintSubject, rule: ToolRule, field: string, form: Form): Diagnostic {
  const { title, reading } = subject.harness;
  const wanted = inWords(
    rule.forms.map((one) => FORM_WORDS[one]),
    'or',
  );
  const others = HARNESSES.filter(({ tools }) => tools?.forms.includes(form)).map((harness) => harness.title);
  const whose = others.length > 0 && others.length < 3 ? ` as for ${inWords(others)}` : '';
  const message = `${title} wants ${wanted} in the field ${quoted(field)}, and this is ${FORM_WORDS[form]}${whose}.`;
  const isFatal = reading.wrongValue === 'rejected' || isFatalField(subject, field);
  return finding('tools/form', subject.placeInField(field), message, isFatal ? 'error' : 'warning');
}

function isFatalField({ harness }: LintSubject, field: string): boolean {
  return harness.fields.some(({ name, isFatal }) => name === field && isFatal === true);
}

interface Judgement {
  readonly code: 'tools/retired' | 'tools/foreign' | 'tools/withheld' | 'tools/unknown';
  readonly message: string;
  readonly severity: Severity;
}

/** `null` if there is nothing to say about a tool. */
function judgeTool(harness: HarnessFormat, rule: ToolRule, tool: string): Judgement | 'unknown' | null {
  const { title } = harness;
  const found = toolKind(rule, tool);
  if (found.kind === 'pattern') return null;
  if (found.kind === 'unknown') return foreignTool(harness, rule, tool) ?? 'unknown';
  if (found.kind === 'refused') {
    const message = `${title} does not take the tool ${quoted(tool)}: ${found.pattern.meaning}.`;
    return { code: 'tools/unknown', message, severity: unknownSeverity(rule) };
  }
  const { name, replacedBy, withheld } = found.tool;
  if (replacedBy !== undefined) {
    const instead = replacedBy === null ? 'nothing takes its place' : `${replacedBy} takes its place`;
    return {
      code: 'tools/retired',
      message: `${title} has retired the tool ${name}; ${instead}.`,
      severity: 'warning',
    };
  }
  if (!withheld) return null;
  return { code: 'tools/withheld', message: `${title} never gives ${name} to an agent.`, severity: 'info' };
}

function foreignTool(harness: HarnessFormat, rule: ToolRule, tool: string): Judgement | null {
  for (const { tools, title, id } of HARNESSES) {
    const theirs = id === harness.id || tools === null ? null : toolKind(tools, tool);
    if (theirs?.kind !== 'known') continue;
    const meant = (theirs.tool.claude ?? []).flatMap((name) =>
      rule.names.filter(({ claude = [], replacedBy }) => replacedBy === undefined && claude.includes(name)),
    );
    const names = [...new Set(meant.map(({ name }) => name))];
    const instead = names.length === 0 ? `${harness.title} has none` : `in ${harness.title} it is ${inWords(names)}`;
    return {
      code: 'tools/foreign',
      message: `${quoted(tool)} is a tool of ${title}; ${instead}.`,
      severity: unknownSeverity(rule),
    };
  }
  return null;
}

/** All unknown tools in one sentence: lists that were written for another program would fill the screen otherwise. */
function unknownTools(subject: LintSubject, rule: ToolRule, field: string, tools: readonly string[]): Diagnostic {
  const { title } = subject.harness;
  const [first = ''] = tools;
  const near =
    tools.length === 1
      ? nearestName(
          first,
          rule.names.map(({ name }) => name),
        )
      : null;
  const shown = tools.slice(0, MAX_LISTED).map(quoted);
  const names =
    tools.length > MAX_LISTED ? `${shown.join(', ')} and ${tools.length - MAX_LISTED} more` : inWords(shown);
  const hint = near === null ? '' : `; the nearest is ${near}`;
  const fate = rule.isOpen ? OPEN_FATE : UNKNOWN_FATES[rule.unknown];
  const message = `${title} has no tool${tools.length > 1 ? 's' : ''} ${names}${hint}${fate}.`;
  return finding('tools/unknown', subject.placeInField(field, first), message, unknownSeverity(rule));
}

const MAX_LISTED = 5;

const UNKNOWN_FATES = { ignored: '', rejected: ', and refuses the file', unspecified: '' } as const;

/** Said where a set, a server or an extension may have such a tool. */
const OPEN_FATE = ' of its own, and passes over what no set, server or extension brings';

function unknownSeverity({ unknown, isOpen }: ToolRule): Severity {
  if (unknown === 'rejected') return 'error';
  return unknown === 'ignored' && !isOpen ? 'warning' : 'info';
}
