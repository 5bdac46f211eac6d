import { isRecord } from '../../kit/plain-data.ts';
import { fileName, folderOf, foldersBetween } from '../definition/file-name.ts';
import type { Kind } from '../definition/kind.ts';
import type { PluginPlace } from '../definition/source-file.ts';
import { isHarnessHome } from '../formats/place-in-source.ts';

/** What the names of the files of a collection, and its manifests, say of what lies where. Paths are absolute. */
export interface CollectionMap {
  /** The folder, or the one file, that the user named. */
  readonly root: string;
  /** Files that a manifest names. */
  readonly files: ReadonlyMap<string, Kind>;
  /** Folders that hold files of one kind, because a manifest says so. */
  readonly folders: ReadonlyMap<string, Kind>;
  /** Folders of plugins and extensions. */
  readonly plugins: ReadonlyMap<string, PluginPlace>;
  /** Folders that are a skill with all that lies in them. */
  readonly skills: ReadonlySet<string>;
  /** What the root holds by its own name; `null` where that says nothing, as for a repository called `agents`. */
  readonly rootKind: Kind | null;
}

/** The ends of the paths of the files that {@link collectionMap} reads. */
export const MANIFESTS: readonly string[] = [
  '/.claude-plugin/plugin.json',
  '/.claude-plugin/marketplace.json',
  '/gemini-extension.json',
  '/package.json',
];

/** Whether a file says what others are. */
export function isManifest(path: string): boolean {
  return MANIFESTS.some((end) => path.endsWith(end));
}

/** Whether a file's name makes its folder a skill (agentskills.io). */
export function isSkillFile(path: string): boolean {
  return /\/SKILL\.md$/i.test(path);
}

/** What a folder of such a name holds: in any letters, as people write them. */
export function kindOfFolder(name: string): Kind | null {
  const lower = name.toLowerCase();
  if (AGENT_FOLDERS.has(lower)) return 'agent';
  return COMMAND_FOLDERS.has(lower) ? 'command' : null;
}

const AGENT_FOLDERS: ReadonlySet<string> = new Set([
  'agents',
  'agent',
  'droids',
  'chatmodes',
  'subagents',
  'sub-agents',
]);
const COMMAND_FOLDERS: ReadonlySet<string> = new Set(['command', 'commands', 'prompts']);

/**
 * The map of a collection.
 *
 * Manifests: `.claude-plugin/plugin.json` and the plugins of `.claude-plugin/marketplace.json` name agents, skills and
 * commands, as files or folders (Claude Code, "Plugins reference"); `package.json` has folders of agents under `pi`;
 * beside `gemini-extension.json` lies `agents/`. One that is no JSON, or no manifest, says nothing.
 *
 * @param root Absolute path of the folder.
 * @param paths The files below it, absolute.
 * @param manifests The texts of those of them that are manifests, by path.
 */
export function collectionMap(
  root: string,
  paths: readonly string[],
  manifests: ReadonlyMap<string, string>,
): CollectionMap {
  const files = new Map<string, Kind>();
  const folders = new Map<string, Kind>();
  const plugins = new Map<string, PluginPlace>();
  for (const [path, text] of manifests) {
    const manifest = parsedJson(text);
    if (!isRecord(manifest)) continue;
    for (const { folder, fields, place } of pluginsOf(path, manifest)) {
      if (place !== null) plugins.set(folder, besides(plugins.get(folder), place));
      for (const [entry, kind] of entriesUnder(folder, fields)) {
        (/\.md$/i.test(entry) ? files : folders).set(entry, kind);
      }
    }
  }
  const skills = new Set(paths.filter(isSkillFile).map(folderOf));
  const isSorted = manifests.size > 0 || paths.some((path) => foldersBetween(root, path).some(isNamedFolder));
  return { root, files, folders, plugins, skills, rootKind: kindOfRoot(root, isSorted) };
}

/** A map that knows only names: of a file that was named by itself. */
export const bareMap = (root: string): CollectionMap => collectionMap(root, [], new Map());

/** What is in `.claude/agents` are agents; a repository that is called so has its agents in folders of its own. */
function kindOfRoot(root: string, isSorted: boolean): Kind | null {
  const [parent = '', name = ''] = root.split('/').slice(-2);
  const kind = kindOfFolder(name);
  return kind === null || isHarnessHome(parent) || (kind === 'agent' && !isSorted) ? kind : null;
}

const isNamedFolder = (name: string): boolean => kindOfFolder(name) !== null || name.toLowerCase() === 'skills';

/** What is a plugin and an extension at once is written for either, or for both. */
const besides = (known: PluginPlace | undefined, place: PluginPlace): PluginPlace =>
  known === undefined || known.format === place.format ? place : { ...known, format: null };

type Entry = readonly [path: string, kind: Kind];

/** What a manifest is about. */
interface Described {
  readonly folder: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly place: PluginPlace | null;
}

function pluginsOf(path: string, manifest: Readonly<Record<string, unknown>>): readonly Described[] {
  const folder = folderOf(path);
  if (path.endsWith('/gemini-extension.json')) {
    return [{ folder, fields: { agents: './agents' }, place: { name: nameOf(manifest, folder), format: 'gemini' } }];
  }
  if (path.endsWith('/package.json'))
    return isRecord(manifest.pi) ? [{ folder, fields: manifest.pi, place: null }] : [];
  const plugin = folderOf(folder);
  const claudes = (at: string, fields: Described['fields']): Described => {
    return { folder: at, fields, place: { name: nameOf(fields, at), format: 'claude' } };
  };
  if (path.endsWith('/plugin.json')) return [claudes(plugin, manifest)];
  const { plugins, metadata } = manifest;
  const pluginRoot = isRecord(metadata) && typeof metadata.pluginRoot === 'string' ? metadata.pluginRoot : '.';
  return (Array.isArray(plugins) ? plugins : []).flatMap((entry: unknown) =>
    isRecord(entry) && typeof entry.source === 'string'
      ? [claudes(inside(plugin, `${pluginRoot}/${entry.source}`), entry)]
      : [],
  );
}

const nameOf = ({ name }: Described['fields'], folder: string): string =>
  typeof name === 'string' ? name : fileName(folder);

/**
 * The plugin or extension that a file is a part of: one that its manifest names, or that lies where its harness looks.
 * What else lies in the folder, such as a prompt of a skill or an agent of the project itself, is none of it.
 */
export function pluginOf(path: string, kind: Kind, map: CollectionMap): PluginPlace | null {
  const { root, plugins, folders } = map;
  if (plugins.size === 0) return null;
  let isNamed = map.files.has(path);
  for (let folder = folderOf(path); folder.length >= root.length; folder = folderOf(folder)) {
    isNamed ||= folders.get(folder) === kind;
    const place = plugins.get(folder);
    if (place !== undefined) return isNamed || path.startsWith(`${folder}/${kind}s/`) ? place : null;
    if (folder === '/') break;
  }
  return null;
}

/** What a plugin names under `agents`, `skills` and `commands`: one path or several. */
function entriesUnder(folder: string, fields: Readonly<Record<string, unknown>>): readonly Entry[] {
  return (['agent', 'skill', 'command'] as const).flatMap((kind) => {
    const value = fields[`${kind}s`];
    const paths: readonly unknown[] = Array.isArray(value) ? value : [value];
    return paths.flatMap((path) => (typeof path === 'string' ? [[inside(folder, path), kind] as const] : []));
  });
}

/** A path in a manifest, made absolute: `./a/../b` too. */
function inside(folder: string, path: string): string {
  const parts = folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
