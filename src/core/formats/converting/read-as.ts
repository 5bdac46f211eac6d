import type { AgentDefinition, Format } from '../../definition/agent-definition.ts';
import { statedTools } from '../../reading/stated-tools.ts';
import { harnessFormat } from '../harnesses/harnesses.ts';
import { grantedTools } from '../loading/granted-tools.ts';

/** A definition as a harness reads its fields, whichever its file was taken to be for. */
export function readAs(definition: AgentDefinition, format: Format): AgentDefinition {
  const { frontmatter } = definition;
  const tools = grantedTools(harnessFormat(format), { tools: statedTools(frontmatter), frontmatter });
  return { ...definition, format, tools };
}
