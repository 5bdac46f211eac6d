import type { AgentDefinition } from '../../src/core/definition/agent-definition.ts';
import { INHERIT } from '../../src/core/definition/tools.ts';

/** A definition with something in every field; a test states what it is about. */
export function aDefinition(parts: Partial<AgentDefinition> = {}): AgentDefinition {
  const { name = 'reviewer', scope = 'project', description = 'Reads what others wrote' } = parts;
  return {
    id: `${scope}:${name}`,
    kind: 'agent',
    path: `/p/${name}.md`,
    source: scope,
    format: 'claude',
    shadowedBy: null,
    origin: scope,
    name,
    scope,
    nameInferred: false,
    description,
    descriptionInferred: false,
    model: null,
    color: null,
    tools: INHERIT,
    frontmatter: { name, description },
    frontmatterRaw: `---\nname: ${name}\ndescription: ${description}\n---\n`,
    body: '',
    bodyLine: 1,
    repairs: [],
    diagnostics: [],
    bytes: 0,
    ...parts,
  };
}
