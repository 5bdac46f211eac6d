import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import { SEVERITY_WORDS } from '../core/definition/diagnostic.ts';
import { toolWords } from '../core/definition/tools.ts';
import { lintDefinition } from '../core/lint/lint-definition.ts';
import { tokensOf } from '../core/tokens/definition-tokens.ts';
import { countText } from '../text/count-text.ts';
import { visibleText } from '../text/visible-text.ts';
import { visibleBlock } from './visible-block.ts';

/** A definition to be read: what it is, what is wrong with it, its description and its text. */
export function definitionPage(definition: AgentDefinition, text: string, shownPath: string): string {
  const { kind, name, scope, format, description, model, color, tools } = definition;
  const facts = [
    model ?? 'no model stated',
    ...(color === null ? [] : [color]),
    toolWords(tools),
    `~${countText(tokensOf(definition))} tokens`,
  ];
  const problems = lintDefinition(definition).map(
    ({ severity, line, message, code }) => `${SEVERITY_WORDS[severity]}, line ${line}: ${message} (${code})`,
  );
  const head = [`${name}  ${scope} · ${kind === 'agent' ? format : kind}`, shownPath, facts.join(' · '), ...problems];
  return [
    ...head.map(visibleText),
    '',
    ...(description === '' ? [] : [visibleBlock(description), '']),
    visibleBlock(text.replace(/^(?:[ \t]*\r?\n)+/, '').replace(/\r?\n$/, '')),
    '',
  ].join('\n');
}
