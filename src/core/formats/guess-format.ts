import { isRecord } from '../../kit/plain-data.ts';
import type { Format } from '../definition/agent-definition.ts';
import { fileName } from '../definition/file-name.ts';
import { HARNESSES } from './harnesses/harnesses.ts';

/**
 * The harness that a file in a collection was written for: by the folder it lies in (`.github/agents`), by its name
 * (`x.agent.md`, `x.toml`), then by a field that no other harness has; Claude Code's format where nothing tells, since
 * most collections are written in it.
 *
 * @param path Absolute path of the file.
 * @param fields Its frontmatter.
 */
export function guessFormat(path: string, fields: Readonly<Record<string, unknown>>): Format {
  const name = fileName(path);
  if (name.endsWith('.toml')) return 'codex';
  if (/\.(?:agent|chatmode)\.md$/.test(name)) return 'copilot';
  return formatByFolder(path) ?? formatByFields(fields) ?? 'claude';
}

/** The harness a folder belongs to by its place, such as `.github/agents`; Claude Code's format where it does not say. */
export function formatOfFolder(folder: string): Format {
  return formatByFolder(`${folder}/`) ?? 'claude';
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

function formatByFields(fields: Readonly<Record<string, unknown>>): Format | null {
  if (isRecord(fields.tools) || isRecord(fields.permission)) return 'opencode';
  const telling = TELLING_FIELDS.find(([field]) => Object.hasOwn(fields, field));
  return telling?.[1] ?? null;
}

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
