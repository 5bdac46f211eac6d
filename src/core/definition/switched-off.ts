import type { AgentDefinition } from './agent-definition.ts';

/** What the name of a file ends in that is switched off: no harness looks for it. */
export const OFF_ENDING = '.disabled';

/** By a field of its own, as OpenCode has one. */
function isOffByField(definition: Pick<AgentDefinition, 'format' | 'frontmatter'>): boolean {
  // The fields of others are not looked at: they may have to be read first.
  return definition.format === 'opencode' && definition.frontmatter.disable === true;
}

/** Whether an agent is switched off, by the name of its file or in it. */
export function isOff(definition: Pick<AgentDefinition, 'path' | 'format' | 'frontmatter'>): boolean {
  return definition.path.endsWith(OFF_ENDING) || isOffByField(definition);
}

/** The path of a file while it is switched on. */
export function pathWhenOn(path: string): string {
  return path.endsWith(OFF_ENDING) ? path.slice(0, -OFF_ENDING.length) : path;
}
