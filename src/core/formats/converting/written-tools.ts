import { addAll } from '../../../kit/long-lists.ts';
import { grantsAll, INHERIT, NO_TOOLS } from '../../definition/tools.ts';
import type { HarnessFormat, PermissionRule, ToolRule } from '../harness/harness-format.ts';
import { inWords } from '../harness/harness-words.ts';
import { type ClaudeTool, claudeTool } from './claude-tool.ts';
import { type Counterpart, counterpart, counterparts } from './counterpart.ts';
import { readOnlyTools } from './read-only-tools.ts';
import { overlaps } from './tool-overlap.ts';
import type { AskedTools, WrittenFields } from './written-fields.ts';

/**
 * Say in the fields of a harness which tools an agent may use.
 *
 * Law: where the harness can limit an agent to certain tools, the result grants none that is not asked for, save the
 * others that one tool of the harness stands for, which is said. What has no counterpart is left out, and a list from
 * which all is left out grants nothing, or the least the harness can say. Where it cannot say even that, it is refused.
 */
export function writtenTools(harness: HarnessFormat, asked: AskedTools): WrittenFields {
  const { denied } = asked;
  const deniesAll = denied.some((item) => claudeTool(item).kind === 'everything');
  const tools = deniesAll ? NO_TOOLS : grantsAll(asked.tools) ? INHERIT : asked.tools;
  if (tools.kind === 'inherit' && denied.length === 0) return { fields: {}, warnings: [] };
  const rule = harness.tools;
  if (rule === null) return readOnlyTools(harness, { tools, denied });
  const written =
    tools.kind === 'inherit' ? withoutDenied(harness, rule, denied) : onlyThose(harness, rule, tools.tools, denied);
  if (rule.notApplied === undefined) return written;
  const word = `${harness.title} ${rule.notApplied}`;
  return { ...written, warnings: [...written.warnings, word], widens: [...(written.widens ?? []), word] };
}

function onlyThose(
  harness: HarnessFormat,
  rule: ToolRule,
  tools: readonly string[],
  denied: readonly string[],
): WrittenFields {
  const { found, warnings, widens } = granted(harness, rule, tools, denied);
  return listed(harness, rule, [...new Set(found.map(({ name }) => name))], { warnings, widens });
}

function alwaysGiven(title: string, { always = [] }: ToolRule): readonly string[] {
  return always.length === 0 ? [] : [`${title} gives every agent ${inWords(always)}, this one too`];
}

/** Those tools and no others, in the form in which the harness grants no more even where there are none. */
function listed(
  { title }: HarnessFormat,
  rule: ToolRule,
  names: readonly string[],
  { warnings, widens }: Pick<Granted, 'warnings' | 'widens'>,
): WrittenFields {
  if (rule.permissions !== null) return { fields: permissions(rule.permissions, names), warnings, widens };
  if (names.length > 0) return { fields: { [rule.field]: names }, warnings, widens };
  const more =
    rule.least === null
      ? alwaysGiven(title, rule)
      : [`${title} cannot take all tools away; the agent gets ${rule.least} alone`];
  const least = rule.least === null ? [] : [rule.least];
  return { fields: { [rule.field]: least }, warnings: [...warnings, ...more], widens: [...widens, ...more] };
}

interface Granted {
  readonly found: readonly Counterpart[];
  readonly warnings: readonly string[];
  readonly widens: readonly string[];
}

function granted(
  { title }: HarnessFormat,
  rule: ToolRule,
  tools: readonly string[],
  denied: readonly string[],
): Granted {
  const away = denied.map(claudeTool);
  const asked = tools.map(claudeTool);
  const found: Counterpart[] = [];
  const absent: string[] = [];
  const partial: string[] = [];
  const warnings: string[] = [];
  const widens: string[] = [];
  for (const [at, item] of tools.entries()) {
    const tool = asked[at];
    if (tool === undefined || away.some((one) => overlaps(one, tool))) continue;
    const meant = counterpart(rule, item);
    if (meant === null && tool.kind === 'scoped' && !isWhole(asked, tool.name)) partial.push(item);
    else if (meant === null) absent.push(item);
    else if (meant.covers.some((name) => isAway(away, name))) {
      warnings.push(`${title} has one tool ${meant.name} for ${inWords(meant.covers)}, some denied; it is left out`);
    } else if (!found.some(({ name }) => name === meant.name)) {
      found.push(meant);
      addAll(widens, wider(title, meant, asked));
    }
  }
  return { found, warnings: [...notCarried(title, absent, partial), ...warnings, ...widens], widens };
}

const isWhole = (asked: readonly ClaudeTool[], name: string): boolean =>
  asked.some((tool) => tool.kind === 'tool' && tool.name === name);

function notCarried(title: string, absent: readonly string[], partial: readonly string[]): readonly string[] {
  const fate = (items: readonly string[]): string => (items.length === 1 ? 'it is left out' : 'they are left out');
  return [
    ...(absent.length === 0 ? [] : [`${title} has no tool ${inWords(absent, 'or')}; ${fate(absent)}`]),
    ...(partial.length === 0 ? [] : [`${title} cannot limit a tool to ${inWords(partial, 'or')}; ${fate(partial)}`]),
  ];
}

/** A word on the tools that come along with one that was asked for. */
function wider(title: string, { name, covers }: Counterpart, asked: readonly ClaudeTool[]): readonly string[] {
  const others = covers.filter((one) => !isWhole(asked, one));
  if (others.length === 0 || others.length === covers.length) return [];
  return [
    `${title} has one tool ${name} for ${inWords(covers)}, so ${inWords(others)} ${others.length === 1 ? 'comes' : 'come'} along`,
  ];
}

const isAway = (away: readonly ClaudeTool[], name: string): boolean =>
  away.some((one) => overlaps(one, { kind: 'tool', name }));

/** All tools but some: in the field for that, or by listing the others. */
function withoutDenied(harness: HarnessFormat, rule: ToolRule, denied: readonly string[]): WrittenFields {
  const { title } = harness;
  const away = denied.map(claudeTool);
  if (rule.denyField !== null || (rule.permissions !== null && !away.some(({ kind }) => kind === 'every-server'))) {
    return deniedByName(title, rule, denied);
  }
  const left = counterparts(rule).filter(({ covers }) => !covers.some((name) => isAway(away, name)));
  const names = left.map(({ name }) => name);
  const warning = `${title} cannot take tools away; the others are listed instead, tools of servers aside`;
  return listed(harness, rule, names, { warnings: [warning], widens: [] });
}

function deniedByName(title: string, rule: ToolRule, denied: readonly string[]): WrittenFields {
  const warnings: string[] = [];
  const widens: string[] = [];
  const names = denied.flatMap((item) => {
    const tool = claudeTool(item);
    if (tool.kind === 'every-server') return [item];
    const meant = counterpart(rule, tool.kind === 'scoped' ? tool.name : item);
    if (meant === null) {
      // A tool of Claude Code that it does not have is none that the agent could get there; any other may be.
      const words = `${title} has no tool ${item} to take away`;
      (tool.kind === 'server' || tool.kind === 'foreign' ? widens : warnings).push(words);
      return [];
    }
    if (tool.kind === 'scoped') warnings.push(`${title} cannot deny ${item} alone; all of ${meant.name} is denied`);
    return [meant.name];
  });
  const distinct = [...new Set(names)];
  const said = { warnings: [...warnings, ...widens], widens };
  if (distinct.length === 0) return { fields: {}, ...said };
  if (rule.denyField !== null) return { fields: { [rule.denyField]: distinct }, ...said };
  const map = Object.fromEntries(distinct.map((name) => [name, 'deny']));
  return { fields: rule.permissions === null ? {} : { [rule.permissions.field]: map }, ...said };
}

function permissions(rule: PermissionRule, names: readonly string[]): WrittenFields['fields'] {
  const allowed = names.map((name) => [name, Object.hasOwn(rule.free, name) ? rule.free[name] : 'ask'] as const);
  return { [rule.field]: Object.fromEntries([[rule.everything, 'deny'], ...allowed]) };
}
