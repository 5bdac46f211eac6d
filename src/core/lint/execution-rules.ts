import { isRecord, leaves } from '../../kit/plain-data.ts';
import type { Diagnostic } from '../definition/diagnostic.ts';
import type { FieldRule, HarnessFormat } from '../formats/harness/harness-format.ts';
import { quoted } from '../formats/harness/harness-words.ts';
import { HARNESSES } from '../formats/harnesses/harnesses.ts';
import type { LintCode } from './lint-codes.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/**
 * What in a definition can start programs or lift restrictions: to be known before using a file of somebody else's. A
 * field counts whichever harness acts on it, because a file may end up in the hands of any.
 */
export function executionRules(subject: LintSubject): readonly Diagnostic[] {
  const fields = Object.keys(subject.definition.frontmatter).flatMap((key) => executingField(subject, key));
  return [...fields, ...commands(subject)];
}

function executingField(subject: LintSubject, key: string): readonly Diagnostic[] {
  const value = subject.definition.frontmatter[key];
  if (isEmpty(value)) return [];
  const acting = actingRule(subject.harness, key);
  if (acting === null) return [];
  const { rule, harness } = acting;
  const code = codeOf(key);
  if (rule.executesWith !== undefined && !leaves(value).some((leaf) => rule.executesWith?.includes(leaf))) return [];
  if (code === 'executes/mcp' && !definesServers(value)) return [];
  const message = `The field ${quoted(key)} ${rule.executes} (${harness.title}).`;
  return [finding(code, subject.placeOfField(key), message)];
}

interface ActingRule {
  readonly rule: FieldRule;
  readonly harness: HarnessFormat;
}

/** The rule by which a field executes something: that of the file's own harness, or else of any other. */
function actingRule(own: HarnessFormat, key: string): ActingRule | null {
  const acting = ACTING_RULES.get(key);
  return acting?.find(({ harness }) => harness === own) ?? acting?.[0] ?? null;
}

/** The rules of fields that execute something, by the name of the field, in the order of the harnesses. */
const ACTING_RULES: ReadonlyMap<string, readonly ActingRule[]> = actingRules();

function actingRules(): ReadonlyMap<string, readonly ActingRule[]> {
  const rules = new Map<string, ActingRule[]>();
  for (const harness of HARNESSES) {
    for (const rule of harness.fields) {
      if (rule.executes === undefined) continue;
      const known = rules.get(rule.name);
      if (known) known.push({ rule, harness });
      else rules.set(rule.name, [{ rule, harness }]);
    }
  }
  return rules;
}

function codeOf(key: string): LintCode {
  const letters = key.toLowerCase();
  if (letters.includes('hook')) return 'executes/hooks';
  if (letters.includes('mcp')) return 'executes/mcp';
  return /permission|approval|sandbox/.test(letters) ? 'executes/permissions' : 'executes/program';
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true;
  return Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;
}

/** Names of servers start nothing by themselves; a definition in place does. */
function definesServers(value: unknown): boolean {
  const entries = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  return entries.some((entry) => isRecord(entry) && Object.keys(entry).length > 0);
}

const MAX_COMMANDS = 20;
/** An exclamation mark and a command in backticks, at the start of a line or after a blank. */
const COMMAND = /(?<=^|[ \t])!`[^`\r\n]+`/gm;

function commands(subject: LintSubject): readonly Diagnostic[] {
  const { body } = subject.definition;
  if (!body.includes('!`')) return [];
  return [...body.matchAll(COMMAND)].slice(0, MAX_COMMANDS).map(({ 0: command, index }) => {
    const message = `Harnesses that expand such lines run ${quoted(command.slice(2, -1))} and put its output here.`;
    return finding('executes/command', subject.placeAt(subject.bodyStart + index), message);
  });
}
