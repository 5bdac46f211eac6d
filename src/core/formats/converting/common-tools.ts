import type { AgentDefinition, Format } from '../../definition/agent-definition.ts';
import { grantsAll, type Tools, toolList, toolsJson } from '../../definition/tools.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { isKnownTool, toolKind } from '../harness/known-tool.ts';
import { HARNESSES, harnessFormat } from '../harnesses/harnesses.ts';
import { claudeTool } from './claude-tool.ts';
import { claudeTools } from './counterpart.ts';
import { partlyDenied } from './tool-limits.ts';
import { toolKey } from './tool-overlap.ts';

/** The tools of a definition in words that all definitions share, so that they can be compared and put together. */
export interface CommonTools {
  /** As Claude Code names them, or the harness they are meant for; each once. */
  readonly tools: Tools;
  /** Those that neither has, as written. */
  readonly lost: readonly string[];
}

/**
 * What the tools of a definition are to Claude Code, in whose words drafts keep them, and which the writing turns into
 * those of the harness a draft is for.
 *
 * People give files of one harness the tools of another: a name that its own does not know is read as that harness does
 * which knows most of the list. A tool never becomes one that does more. Servers go by what each user calls them, so that
 * only a form that says so (`mcp_`) is sure to be a tool of one.
 *
 * @param to The harness that the result is for: names of its own are kept where Claude Code has none.
 */
export function commonTools(definition: AgentDefinition, to: Format): CommonTools {
  const { tools, format, frontmatter } = definition;
  if (grantsAll(tools)) return { tools, lost: [] };
  const items = toolsJson(tools) ?? [];
  const own = harnessFormat(format);
  const speakers = [own, ...otherSpeaker(own, items)];
  const partly = own.tools === null ? [] : partlyDenied(own.tools, frontmatter);
  const lost: string[] = [];
  const words = items.flatMap((item) => {
    const found = partly.includes(item) ? [] : commonWords(item, speakers, to);
    if (found.length === 0) lost.push(item);
    return found;
  });
  return { tools: toolList(distinctTools(words)), lost };
}

/** Tools in words that all share, where they were typed for a harness. */
export function commonItems(items: readonly string[], to: Format): readonly string[] {
  const rule = harnessFormat(to).tools;
  return items.flatMap((item) => {
    if (rule === null || claudeTool(item).kind !== 'foreign') return [item];
    const words = claudeTools(rule, item);
    return words.length > 0 ? words : [item];
  });
}

/** Tools each once, however they are called; the first word for each stays. */
export function distinctTools(items: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const item of items) if (!byKey.has(toolKey(item))) byKey.set(toolKey(item), item);
  return [...byKey.values()];
}

/** The harness that knows most of the names that a list's own does not know; none if no other knows any. */
function otherSpeaker(own: HarnessFormat, items: readonly string[]): readonly HarnessFormat[] {
  const unknown = items.filter((item) => !isWordOf(own, item) && claudeTool(item).kind === 'foreign');
  const known = (harness: HarnessFormat) => unknown.filter((item) => isWordOf(harness, item)).length;
  const [best] = HARNESSES.filter((harness) => harness !== own && known(harness) > 0).sort(
    (a, b) => known(b) - known(a),
  );
  return best === undefined ? [] : [best];
}

/** @returns None if there is no word that all share, nor one of the harness the result is for. */
function commonWords(item: string, [own, ...others]: readonly HarnessFormat[], to: Format): readonly string[] {
  const isClaudes = claudeTool(item).kind !== 'foreign';
  const isOwn = own !== undefined && own.id !== 'claude' && own.tools !== null;
  if (isClaudes && !(isOwn && toolKind(own.tools, item).kind === 'known')) return [item];
  const speaker = isOwn && isKnownTool(own.tools, item) ? own : others.find((one) => isWordOf(one, item));
  // A name that nobody has may be one that is newer than what is known here.
  if (speaker?.tools == null) return !isOwn && NEW_NAME.test(item) ? [item] : [];
  const found = toolKind(speaker.tools, item);
  const isPart = found.kind === 'known' && found.tool.partOf !== undefined;
  const isSure = found.kind === 'known' || item.startsWith('mcp_');
  const words = isSure && !(isPart && speaker.id === to) ? claudeTools(speaker.tools, item) : [];
  if (words.length > 0) return words;
  return speaker.id === to && !isClaudes ? [item] : [];
}

/** What a tool of Claude Code that is not known yet looks like. */
const NEW_NAME = /^[A-Z][A-Za-z]*(?:\([^\n]*\))?$/;

/**
 * Whether a harness has a tool of that name, or takes its form for that of a server's. Where any name at all may be such
 * (`permissions`), it is no sign of the harness.
 */
function isWordOf({ tools: rule }: HarnessFormat, item: string): boolean {
  if (rule === null) return false;
  const { kind } = toolKind(rule, item);
  return kind === 'known' || (kind === 'pattern' && rule.permissions === null);
}
