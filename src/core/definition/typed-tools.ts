import { splitTools } from './tool-list.ts';
import { INHERIT, NO_TOOLS, type Tools, toolList } from './tools.ts';

/** What stands for an empty list where tools are typed. A tool of that name is typed in brackets: `[none]`. */
const NONE = 'none';

/**
 * The tools that a text of one line says, as people type it in a form or on a command line.
 *
 * @param text A list with commas, with brackets or without. Blank or with `*` in it inherits all tools; `none` and `[]`
 *   grant none.
 */
export function typedTools(text: string): Tools {
  const typed = text.trim();
  if (typed === '') return INHERIT;
  if (typed.toLowerCase() === NONE) return NO_TOOLS;
  const tools = splitTools(typed);
  return tools.includes('*') ? INHERIT : toolList(tools);
}

/**
 * The text that one would type for tools.
 *
 * Law: {@link typedTools} reads it as the same tools, where they are such as {@link splitTools} returns.
 */
export function toolsText(tools: Tools): string {
  if (tools.kind === 'inherit') return '';
  if (tools.tools.length === 0) return NONE;
  const text = tools.tools.join(', ');
  const isPlain = text.toLowerCase() !== NONE && !(text.startsWith('[') && text.endsWith(']'));
  return isPlain ? text : `[${text}]`;
}
