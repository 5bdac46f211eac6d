import { splitTools } from '../definition/tool-list.ts';
import { INHERIT, type Tools, toolList } from '../definition/tools.ts';

/**
 * Tools as a draft or a recipe keeps them.
 *
 * @param kept A list, which grants nothing if it is empty, or `null` for all tools. Before there were lists it was a text
 *   with commas, and all tools if blank.
 */
export function keptTools(kept: string | readonly string[] | null): Tools {
  if (kept === null) return INHERIT;
  if (typeof kept !== 'string') return toolList(kept);
  return kept.trim() === '' ? INHERIT : toolList(splitTools(kept));
}
