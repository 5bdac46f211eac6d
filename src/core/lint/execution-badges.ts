import type { AgentDefinition } from '../definition/agent-definition.ts';
import { executionRules } from './execution-rules.ts';
import { lintSubject } from './lint-subject.ts';

/** A word or two for each thing in a definition that can run something, to stand among its other facts. */
export function executionBadges(definition: AgentDefinition): readonly string[] {
  const badges = executionRules(lintSubject(definition, false)).flatMap(({ code }) => BADGES.get(code) ?? []);
  return [...new Set(badges)];
}

const BADGES: ReadonlyMap<string, string> = new Map([
  ['executes/hooks', 'runs hooks'],
  ['executes/mcp', 'inline MCP'],
  ['executes/permissions', 'lifts permissions'],
  ['executes/program', 'runs a program'],
  ['executes/command', 'runs commands'],
]);
