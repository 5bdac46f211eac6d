import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import { SEVERITY_WORDS } from '../core/definition/diagnostic.ts';
import { toolWords } from '../core/definition/tools.ts';
import { lintDefinition } from '../core/lint/lint-definition.ts';
import { tokensOf } from '../core/tokens/definition-tokens.ts';
import { countText } from '../text/count-text.ts';
import { visibleText } from '../text/visible-text.ts';
import type { CommandContext } from './command-context.ts';
import type { OutputLook } from './look/output-look.ts';
import { wrappedPage } from './look/wrapped-page.ts';
import { visibleBlock } from './visible-block.ts';

/** What problems are painted as. */
const ROLES = { error: 'error', warning: 'doubtful', info: 'muted' } as const;

/** A definition to be read: what it is, what is wrong with it, its description and its text. */
export function definitionPage(
  definition: AgentDefinition,
  text: string,
  { shown, columns }: Pick<CommandContext, 'shown' | 'columns'>,
  { paint, link }: Pick<OutputLook, 'paint' | 'link'>,
): string {
  const { kind, name, scope, format, description, model, color, tools, path } = definition;
  const facts = [
    model ?? 'no model stated',
    ...(color === null ? [] : [color]),
    toolWords(tools),
    `~${countText(tokensOf(definition))} tokens`,
  ];
  const problems = lintDefinition(definition).map(({ severity, line, message, code }) => ({
    words: `${SEVERITY_WORDS[severity]}, line ${line}: ${message} (${code})`,
    role: ROLES[severity],
  }));
  const where = visibleText(shown(path));
  const head = [
    `${paint('name', visibleText(name))}${paint('muted', `  ${scope} · ${kind === 'agent' ? format : kind}`)}`,
    link(path, paint('muted', where)),
    paint('muted', visibleText(facts.join(' · '))),
    ...problems.map(({ words, role }) => paint(role, wrappedPage(visibleText(words), columns))),
  ];
  const body = visibleBlock(text.replace(/^(?:[ \t]*\r?\n)+/, '').replace(/\r?\n$/, ''));
  const page = [...(description === '' ? [] : [visibleBlock(description), '']), body, ''].join('\n');
  return [...head, '', wrappedPage(page, columns)].join('\n');
}
