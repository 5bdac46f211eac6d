import { isRecord } from '../../kit/plain-data.ts';
import { serialiseFrontmatter } from './write-frontmatter.ts';

/** An agent of such a document, as a file of Claude Code would say it. */
export interface AgentOfJson {
  readonly name: string;
  readonly text: string;
}

/**
 * The agents of a JSON document as `claude --agents` takes it: an object with the fields of each by its name, the prompt
 * among them.
 *
 * @returns What is wrong with it, as a clause, where it is none.
 */
export function agentsOfJson(text: string): readonly AgentOfJson[] | string {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return 'it is not valid JSON';
  }
  if (!isRecord(document) || Array.isArray(document)) return NO_AGENTS;
  const agents: AgentOfJson[] = [];
  for (const [name, fields] of Object.entries(document)) {
    if (!isRecord(fields) || Array.isArray(fields)) return NO_AGENTS;
    const { prompt, name: _, ...others } = fields;
    if (typeof prompt !== 'string') return `the agent ${name} in it has no prompt`;
    const body = prompt.endsWith('\n') ? prompt : `${prompt}\n`;
    agents.push({ name, text: `${serialiseFrontmatter({ name, ...others })}\n${body}` });
  }
  return agents.length === 0 ? NO_AGENTS : agents;
}

const NO_AGENTS = 'it is no object of agents by name, as claude --agents takes it';
