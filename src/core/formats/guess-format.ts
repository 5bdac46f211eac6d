import { isRecord } from '../../kit/plain-data.ts';
import type { Format } from '../definition/agent-definition.ts';
import { fileName } from '../definition/file-name.ts';
import { HARNESSES, harnessFormat } from './harnesses/harnesses.ts';
import { namedPlace } from './place-in-source.ts';

/** For which harness a file was written, as far as anything tells. */
export interface HarnessGuess {
  /** Claude Code's format where nothing tells, since most collections are written in it. */
  readonly format: Format;
  /** Whether nothing tells: then nothing is to be said of the file that holds for one harness only. */
  readonly isOpen: boolean;
}

/**
 * The harness that a file in a collection was written for: by the folder it lies in (`.github/agents`), by its name
 * (`x.agent.md`, `x.toml`), by a field that no other harness has or that has values of one harness, by the plugin or
 * extension it lies in, then by tools, model and colour that only one harness knows.
 *
 * @param path The path of the file as far as it counts: that of {@link placeInSource}.
 * @param fields Its frontmatter.
 * @param plugin The format of the plugin or extension that it is a part of.
 */
export function guessHarness(
  path: string,
  fields: Readonly<Record<string, unknown>>,
  plugin: Format | null = null,
): HarnessGuess {
  const format = toldByName(path) ?? formatByFolder(path);
  if (format !== null) return { format, isOpen: isNamedElsewhere(path, fields) };
  if (isOfOtherHarness(path)) return { format: 'claude', isOpen: true };
  const told = formatByFields(fields) ?? plugin ?? formatByValues(fields);
  return { format: told ?? 'claude', isOpen: told === null };
}

/** The format of {@link guessHarness}. */
export function guessFormat(path: string, fields: Readonly<Record<string, unknown>>): Format {
  return guessHarness(path, fields).format;
}

/**
 * Whether a role is no file that Codex finds, but one that its configuration names (`config_file`), which says too what it
 * is called and when to use it: so it states neither, and lies where Codex does not look.
 */
function isNamedElsewhere(path: string, fields: Readonly<Record<string, unknown>>): boolean {
  if (!path.endsWith('.toml') || path.includes('/.codex/agents/')) return false;
  return !Object.hasOwn(fields, 'name') && !Object.hasOwn(fields, 'description');
}

function toldByName(path: string): Format | null {
  const name = fileName(path);
  if (name.endsWith('.toml')) return 'codex';
  return /\.(?:agent|chatmode)\.md$/.test(name) ? 'copilot' : null;
}

/** The harness a folder belongs to by its place, such as `.github/agents`; Claude Code's format where it does not say. */
export function formatOfFolder(folder: string): Format {
  return formatByFolder(`${namedPlace(folder)}/`) ?? 'claude';
}

/** The innermost folder of a harness counts: a collection of Copilot agents may lie somewhere below `.claude`. */
function formatByFolder(path: string): Format | null {
  const slashed = path.includes('\\') ? path.replaceAll('\\', '/') : path;
  // No folder of theirs; one look at most paths instead of one for each harness.
  if (!slashed.includes('/.') && !slashed.includes('/opencode/')) return null;
  let found: { readonly format: Format; readonly at: number } | null = null;
  for (const [folder, format] of FOLDERS) {
    const at = slashed.lastIndexOf(folder);
    if (at !== -1 && (found === null || at > found.at)) found = { format, at };
  }
  return found?.format ?? null;
}

/** Whether a file lies in a folder of agents of a harness whose rules are not known: `.kiro/agents`. */
function isOfOtherHarness(path: string): boolean {
  return OTHER_HARNESS.test(path);
}

const OTHER_HARNESS =
  /\/\.(?!(?:agents|cache|config|local|worktrees)\/)[^/]+\/(?:agents?|subagents|sub-agents|droids|chatmodes|modes)\/[^/]/i;

function formatByFields(fields: Readonly<Record<string, unknown>>): Format | null {
  const { tools, permission, mode, model } = fields;
  if (isRecord(tools) || isRecord(permission)) return 'opencode';
  if (typeof mode === 'string' && OPENCODE_MODES.has(mode)) return 'opencode';
  // A list of tools is none of OpenCode's, and others have models of several providers too.
  const isProviders = typeof model === 'string' && /^[\w.-]+\/[\w.:/-]+$/.test(model);
  if (isProviders && (tools === undefined || tools === null)) return 'opencode';
  const telling = TELLING_FIELDS.find(([field]) => Object.hasOwn(fields, field));
  return telling?.[1] ?? null;
}

const OPENCODE_MODES: ReadonlySet<string> = new Set(['primary', 'subagent', 'all']);

/** By tools, models and colours: what only one harness calls so. Tools of others are no word for Claude Code's models. */
function formatByValues(fields: Readonly<Record<string, unknown>>): Format | null {
  const { model, color } = fields;
  const { format, isForeign } = formatByTools(fields.tools);
  if (format !== null) return format;
  if (typeof model === 'string' && /^gemini-/i.test(model)) return 'gemini';
  if (isForeign) return null;
  if (typeof model === 'string' && /^(?:sonnet|opus|haiku|inherit|claude-.*)$/i.test(model)) return 'claude';
  const isClaudes =
    typeof color === 'string' && harnessFormat('claude').colors?.names.includes(color.toLowerCase()) === true;
  return isClaudes ? 'claude' : null;
}

/**
 * Another harness is told by a list of which it alone knows all; Claude Code, whose lists name tools of servers besides,
 * by more tools of its own than of others.
 */
function formatByTools(stated: unknown): { readonly format: Format | null; readonly isForeign: boolean } {
  const names = toolNames(stated);
  const claudes = names.filter((name) => knowsTool('claude', name)).length;
  const others = HARNESSES.filter(({ id }) => id !== 'claude');
  const foreign = names.filter(
    (name) => !knowsTool('claude', name) && others.some(({ id }) => knowsTool(id, name)),
  ).length;
  if (foreign === 0) return { format: claudes > 0 ? 'claude' : null, isForeign: false };
  const knowing = others.filter(({ id }) => names.every((name) => knowsTool(id, name)));
  const current = knowing.filter(({ id }) => !names.some((name) => hasRetired(id, name)));
  const [meant, ...more] = current.length > 0 ? current : knowing;
  if (meant !== undefined) return { format: more.length === 0 ? meant.id : null, isForeign: true };
  return { format: claudes > foreign ? 'claude' : null, isForeign: true };
}

function toolNames(stated: unknown): readonly string[] {
  const listed: readonly unknown[] =
    typeof stated === 'string' ? stated.split(/[,\s]+/) : Array.isArray(stated) ? stated : [];
  return listed.flatMap((name) => (typeof name === 'string' && name !== '' ? [name.split('(', 1)[0] ?? ''] : []));
}

const toolOf = (id: Format, name: string) => harnessFormat(id).tools?.names.find((tool) => tool.name === name);

const knowsTool = (id: Format, name: string): boolean => toolOf(id, name) !== undefined;

/** Harnesses took names from each other and dropped some of them. */
const hasRetired = (id: Format, name: string): boolean => toolOf(id, name)?.replacedBy !== undefined;

/** Folders that hold things of any program. */
const SHARED: readonly string[] = ['/.config/', '/.agents/'];

/** The folder that holds a harness's own things, as in `/.github/` for `.github/agents`. */
const FOLDERS: readonly (readonly [part: string, format: Format])[] = [
  ...HARNESSES.flatMap(({ id, places }) =>
    places
      .filter(({ owner, folder }) => owner === id && folder.startsWith('.'))
      .map(({ folder }) => [`/${folder.split('/')[0]}/`, id] as const),
  ).filter(([part]) => !SHARED.includes(part)),
  ['/opencode/agent', 'opencode'],
];

/** Fields that one harness alone knows and that are no everyday words. */
const TELLING_FIELDS: readonly (readonly [field: string, format: Format])[] = [
  ['developer_instructions', 'codex'],
  ['top_p', 'opencode'],
  ['maxSteps', 'opencode'],
  ['steps', 'opencode'],
  ['variant', 'opencode'],
  ['permissionMode', 'claude'],
  ['disallowedTools', 'claude'],
  ['argument-hint', 'copilot'],
  ['disable-model-invocation', 'copilot'],
  ['user-invocable', 'copilot'],
  ['handoffs', 'copilot'],
  ['mcp-servers', 'copilot'],
  ['is_background', 'cursor'],
  ['max_turns', 'gemini'],
  ['timeout_mins', 'gemini'],
  ['display_name', 'gemini'],
  ['mcp_servers', 'gemini'],
  ['approvalMode', 'qwen'],
  ['runConfig', 'qwen'],
];
