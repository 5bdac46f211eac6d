import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { errorCode } from './plain-reason.ts';
import { workingFolder } from './working-folder.ts';

/** Environment variables that say where a user's files lie. */
export interface FolderEnvironment {
  readonly XDG_CONFIG_HOME?: string | undefined;
  readonly XDG_DATA_HOME?: string | undefined;
  readonly XDG_STATE_HOME?: string | undefined;
  readonly XDG_CACHE_HOME?: string | undefined;
}

/** Why nothing can be kept where these functions give `null`, as a clause. */
export const NO_HOME = 'there is no home folder: HOME is not set to an absolute path';

/**
 * The user's home folder, or `null` for none: whoever sets `HOME` to nothing, or to a path that is not absolute, wants
 * no other to be guessed, and a folder that depends on where the program is started is nobody's home.
 */
export function homeFolder(): string | null {
  try {
    return absolute(homedir());
  } catch (error) {
    // HOME is not set, and the system does not know the user.
    if (errorCode(error) === null) throw error;
    return null;
  }
}

/** The settings, where nothing else is said. */
export const SETTINGS_FILE = 'config.json';

/**
 * Where the settings lie: `$XDG_CONFIG_HOME/agents`, by default `~/.config/agents` (XDG Base Directory Specification,
 * by which a path that is not absolute counts as not set), on macOS too, as people who live in terminals expect. `null`
 * where there is no home.
 */
export function configFolder({ XDG_CONFIG_HOME: xdg }: FolderEnvironment): string | null {
  return within(xdg, 'agents') ?? within(homeFolder(), '.config', 'agents');
}

/**
 * Where the settings file lies: as `AGENTS_CONFIG` says, from the working folder on where it is not absolute; else
 * {@link SETTINGS_FILE} in {@link configFolder}.
 */
export function settingsPlace(environment: FolderEnvironment & { readonly AGENTS_CONFIG?: string | undefined }): {
  readonly folder: string | null;
  readonly file: string;
} {
  const { AGENTS_CONFIG: path } = environment;
  if (!path) return { folder: configFolder(environment), file: SETTINGS_FILE };
  const from = isAbsolute(path) ? '/' : workingFolder();
  // Where the working folder was deleted, what lies in it is nowhere.
  if (from === null) return { folder: null, file: basename(path) };
  const whole = resolve(from, path);
  return { folder: dirname(whole), file: basename(whole) };
}

/**
 * Where the program keeps what is neither settings nor cache: `$XDG_DATA_HOME/agents`, by default
 * `~/.local/share/agents`. `null` where there is no home.
 */
export function dataFolder({ XDG_DATA_HOME: xdg }: FolderEnvironment): string | null {
  return within(xdg, 'agents') ?? within(homeFolder(), '.local', 'share', 'agents');
}

/**
 * Where the program keeps what was done, so that it can be undone: `$XDG_STATE_HOME/agents`, by default
 * `~/.local/state/agents`. `null` where there is no home.
 */
export function stateFolder({ XDG_STATE_HOME: xdg }: FolderEnvironment): string | null {
  return within(xdg, 'agents') ?? within(homeFolder(), '.local', 'state', 'agents');
}

/**
 * Where the program keeps what it can make again: `$XDG_CACHE_HOME/agents`, by default `~/.cache/agents`. `null`
 * where there is no home.
 */
export function cacheFolder({ XDG_CACHE_HOME: xdg }: FolderEnvironment): string | null {
  return within(xdg, 'agents') ?? within(homeFolder(), '.cache', 'agents');
}

function within(folder: string | null | undefined, ...parts: readonly string[]): string | null {
  const base = absolute(folder);
  return base === null ? null : join(base, ...parts);
}

function absolute(path: string | null | undefined): string | null {
  return path && isAbsolute(path) ? path : null;
}
