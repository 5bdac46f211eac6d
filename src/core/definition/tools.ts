/** Which tools an agent may use: all there are, because nothing limits it, or those of a list. An empty list grants none. */
export type Tools =
  | { readonly kind: 'inherit' }
  /** Tool patterns as written. */
  | { readonly kind: 'list'; readonly tools: readonly string[] };

/** All tools of the session. */
export const INHERIT: Tools = { kind: 'inherit' };

/** A list that grants nothing, which is not the same as no list. */
export const NO_TOOLS: Tools = { kind: 'list', tools: [] };

/** Those tools and no others. */
export function toolList(tools: readonly string[]): Tools {
  return { kind: 'list', tools };
}

/** Whether nothing limits the tools: there is no list, or `*` is in it. */
export function grantsAll(tools: Tools): boolean {
  return tools.kind === 'inherit' || tools.tools.includes('*');
}

/** Whether there is a list with nothing in it. */
export function grantsNone(tools: Tools): boolean {
  return tools.kind === 'list' && tools.tools.length === 0;
}

/** The tools in words, for every place that shows them; not yet safe to show. */
export function toolWords(tools: Tools): string {
  if (tools.kind === 'inherit') return 'inherits all tools';
  if (grantsAll(tools)) return 'all tools';
  return tools.tools.length === 0 ? 'no tools' : tools.tools.join(', ');
}

/** The tools as JSON has them: `null` inherits all, `[]` grants none. */
export function toolsJson(tools: Tools): readonly string[] | null {
  return tools.kind === 'inherit' ? null : tools.tools;
}
