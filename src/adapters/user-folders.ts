import { homedir } from 'node:os';
import { join } from 'node:path';

/** Environment variables that say where a user's files lie. */
export interface FolderEnvironment {
  readonly XDG_CONFIG_HOME?: string | undefined;
  readonly XDG_DATA_HOME?: string | undefined;
  readonly XDG_CACHE_HOME?: string | undefined;
  readonly APPDATA?: string | undefined;
  readonly LOCALAPPDATA?: string | undefined;
}

/**
 * Where the settings lie: `$XDG_CONFIG_HOME/agents`, by default `~/.config/agents` (XDG Base Directory Specification),
 * on macOS too, as people who live in terminals expect; on Windows `%APPDATA%\agents\Config`.
 */
export function configFolder(environment: FolderEnvironment, platform = process.platform): string {
  const { XDG_CONFIG_HOME: xdg, APPDATA: roaming } = environment;
  if (xdg) return join(xdg, 'agents');
  if (platform === 'win32') return join(roaming ?? join(homedir(), 'AppData', 'Roaming'), 'agents', 'Config');
  return join(homedir(), '.config', 'agents');
}

/**
 * Where the program keeps what is neither settings nor cache: `$XDG_DATA_HOME/agents`, by default
 * `~/.local/share/agents`; on Windows `%LOCALAPPDATA%\agents\Data`.
 */
export function dataFolder(environment: FolderEnvironment, platform = process.platform): string {
  const { XDG_DATA_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (xdg) return join(xdg, 'agents');
  if (platform === 'win32') return join(local ?? join(homedir(), 'AppData', 'Local'), 'agents', 'Data');
  return join(homedir(), '.local', 'share', 'agents');
}

/**
 * Where the program keeps what it can make again: `$XDG_CACHE_HOME/agents`, by default `~/.cache/agents`; on Windows
 * `%LOCALAPPDATA%\agents\Cache`.
 */
export function cacheFolder(environment: FolderEnvironment, platform = process.platform): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (xdg) return join(xdg, 'agents');
  if (platform === 'win32') return join(local ?? join(homedir(), 'AppData', 'Local'), 'agents', 'Cache');
  return join(homedir(), '.cache', 'agents');
}
