import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Source } from '../core/definition/agent-definition.ts';
import { isRecord } from '../kit/plain-data.ts';

/**
 * The `agents` folders of the plugins that Claude Code has installed and not switched off.
 *
 * Claude Code loads a plugin from a copy, `~/.claude/plugins/cache/MARKETPLACE/PLUGIN/VERSION`, and keeps in
 * `~/.claude/plugins/installed_plugins.json` which copies count (anthropics/claude-plugins-official issue 612,
 * anthropics/claude-code issues 13799 and 76759). Other versions in the cache and the clones of marketplaces are not
 * loaded, so they are not read here. `enabledPlugins` of the settings switches plugins off; the project's settings win
 * over the user's.
 *
 * @param projectFolders Project folders, nearest first; plugins installed for other projects are left out.
 * @returns Nothing if the files are missing or are not as expected. Folders need not exist.
 */
export function pluginSources(home: string, projectFolders: readonly string[]): readonly Source[] {
  const installed = readJson(join(home, '.claude', 'plugins', 'installed_plugins.json'));
  if (!isRecord(installed) || !isRecord(installed.plugins)) return [];
  const isEnabled = enabledPlugins(home, projectFolders);
  return Object.entries(installed.plugins).flatMap(([key, value]) => {
    if (!isEnabled(key)) return [];
    const plugin = key.replace(/@[^@]*$/, '');
    // Version 1 of the file has one installation, version 2 a list of them.
    const installations = Array.isArray(value) ? value : [value];
    const folders = installations.flatMap((one) => installationFolder(one, projectFolders) ?? []);
    return [...new Set(folders)].map(
      (folder): Source => ({
        id: `plugin/${plugin}`,
        scope: 'plugin',
        folder: join(folder, 'agents'),
        format: 'claude',
        plugin,
      }),
    );
  });
}

function installationFolder(installation: unknown, projectFolders: readonly string[]): string | null {
  if (!isRecord(installation)) return null;
  const { installPath, projectPath } = installation;
  if (typeof projectPath === 'string' && !projectFolders.includes(projectPath)) return null;
  return typeof installPath === 'string' && isAbsolute(installPath) ? installPath : null;
}

/** Whether the settings leave a plugin on: the first that mention it count, local before shared, project before user. */
function enabledPlugins(home: string, projectFolders: readonly string[]): (key: string) => boolean {
  const files = [...projectFolders, home].flatMap((folder) => [
    join(folder, '.claude', 'settings.local.json'),
    join(folder, '.claude', 'settings.json'),
  ]);
  const maps = files.flatMap((file) => {
    const settings = readJson(file);
    return isRecord(settings) && isRecord(settings.enabledPlugins) ? [settings.enabledPlugins] : [];
  });
  return (key) => maps.find((map) => Object.hasOwn(map, key))?.[key] !== false;
}

/** Larger than any file Claude Code writes there. */
const MAX_BYTES = 8 * 1024 * 1024;

/** What a JSON file holds; `null` if it is missing, no file, too large or broken: it is not ours to complain about. */
function readJson(path: string): unknown {
  try {
    const kind = statSync(path);
    return kind.isFile() && kind.size <= MAX_BYTES ? JSON.parse(readFileSync(path, 'utf8')) : null;
  } catch {
    return null;
  }
}
