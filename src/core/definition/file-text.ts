import type { AgentDefinition } from './agent-definition.ts';
import { pathWhenOn } from './switched-off.ts';

/** The whole text of a definition's file. The prompt of a TOML file is a value of what stands before it. */
export function fileText({
  path,
  frontmatterRaw,
  body,
}: Pick<AgentDefinition, 'path' | 'frontmatterRaw' | 'body'>): string {
  return isTomlFile(path) ? frontmatterRaw : frontmatterRaw + body;
}

/** Whether a file is TOML, switched off or on. */
export function isTomlFile(path: string): boolean {
  return /\.toml$/i.test(pathWhenOn(path));
}
