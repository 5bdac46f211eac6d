import type { AgentDefinition, Format } from '../../src/core/definition/agent-definition.ts';
import { harnessFormat } from '../../src/core/formats/harnesses/harnesses.ts';
import { grantedTools } from '../../src/core/formats/loading/granted-tools.ts';
import { lintDefinition } from '../../src/core/lint/lint-definition.ts';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';

/** A file as a definition of its own. */
export function definitionOf(
  text: string,
  format: Format = 'claude',
  parts: Partial<AgentDefinition> = {},
): AgentDefinition {
  const { path = format === 'codex' ? '/p/reviewer.toml' : '/p/reviewer.md' } = parts;
  const parsed = parseDefinition(text, path);
  const place = { id: `project:${parsed.name}`, path, scope: 'project', source: 'project', format } as const;
  const tools = grantedTools(harnessFormat(format), parsed);
  return { ...parsed, tools, ...place, kind: 'agent', origin: 'project', shadowedBy: null, ...parts };
}

/** What lint finds in a file, as `line:column severity code`. */
export function linted(text: string, format: Format = 'claude', parts: Partial<AgentDefinition> = {}): string[] {
  return lintDefinition(definitionOf(text, format, parts)).map(
    ({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`,
  );
}

/** A file with these lines of frontmatter beside a name and a description, and this prompt. */
export function file(lines: string, body = 'Look at the change with care.\n'): string {
  const extra = lines === '' ? '' : `${lines}\n`;
  return `---\nname: reviewer\ndescription: Use it for reviews\n${extra}---\n${body}`;
}
