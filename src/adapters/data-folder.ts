import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the program keeps what is neither configuration nor cache: `$XDG_DATA_HOME/agents`, by default
 * `~/.local/share/agents` (XDG Base Directory Specification); on Windows `%LOCALAPPDATA%\agents\Data`, on macOS
 * `~/Library/Application Support/agents`.
 */
export function dataFolder(
  environment: { readonly XDG_DATA_HOME?: string | undefined; readonly LOCALAPPDATA?: string | undefined },
  platform: NodeJS.Platform = process.platform,
): string {
  const { XDG_DATA_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (xdg) return join(xdg, 'agents');
  if (platform === 'win32') return join(local ?? join(homedir(), 'AppData', 'Local'), 'agents', 'Data');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'agents');
  return join(homedir(), '.local', 'share', 'agents');
}
