import type { AgentDefinition } from './agent-definition.ts';

/** The whole text of a definition's file. The prompt of a TOML file is a value of what stands before it. */
export function fileText({
  path,
  frontmatterRaw,
  body,
}: Pick<AgentDefinition, 'path' | 'frontmatterRaw' | 'body'>): string {
  return /\.toml$/i.test(path) ? frontmatterRaw : frontmatterRaw + body;
}
