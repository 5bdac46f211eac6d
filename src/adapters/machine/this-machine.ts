import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import process from 'node:process';
import type { KeptFolder, Machine } from '../../ports/machine.ts';
import { errorCode } from '../plain-reason.ts';
import { cacheFolder, dataFolder, settingsPlace, stateFolder } from '../user-folders.ts';
import { clipboardPrograms } from './clipboard-programs.ts';

/** The machine that the program runs on. */
export const thisMachine: Machine = {
  facts: (program) => {
    const data = dataFolder(process.env);
    const clipboard = clipboardPrograms(process.env, process.platform).map(({ words }) => words[0]);
    return {
      node: process.version,
      named: [...new Set(onPath(program).map((path) => realpathSync(path)))],
      self: realpathSync(process.argv[1] ?? ''),
      folders: [
        keptFolder('settings', settingsPlace(process.env).folder),
        keptFolder('data', data),
        keptFolder('state', stateFolder(process.env)),
        keptFolder('cache', cacheFolder(process.env)),
      ],
      git: versionOf('git'),
      clipboard: clipboard.find((command) => onPath(command).length > 0) ?? null,
      clipboardLacks: clipboard.filter((command) => onPath(command).length === 0),
      crash: data === null ? null : crashIn(join(data, 'crash.log')),
    };
  },
  find: (command) => (isAbsolute(command) ? (isProgram(command) ? command : null) : (onPath(command)[0] ?? null)),
};

/** Files that a shell would run by a name, in its order. */
function onPath(name: string): readonly string[] {
  if (name.includes('/')) return [];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, name)).filter(isProgram);
}

function isProgram(path: string): boolean {
  return can(path, constants.X_OK) && statSync(path).isFile();
}

function can(path: string, right: number): boolean {
  try {
    accessSync(path, right);
    return true;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}

/** Whether something can be kept there, now or once its folder is made. */
function keptFolder(what: KeptFolder['what'], path: string | null): KeptFolder {
  if (path === null) return { what, path, state: 'refused', free: null };
  const isThere = existsSync(path);
  let above = path;
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
  const isUsable = can(above, constants.W_OK | constants.X_OK) && statSync(above).isDirectory();
  return { what, path, state: isUsable ? (isThere ? 'usable' : 'absent') : 'refused', free: freeBytes(above) };
}

function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

function versionOf(command: string): string | null {
  const { error, status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return error === undefined && status === 0 ? (stdout.split('\n')[0] ?? '') : null;
}

function crashIn(path: string): { readonly path: string; readonly at: string } | null {
  return existsSync(path) ? { path, at: statSync(path).mtime.toISOString().slice(0, 10) } : null;
}
