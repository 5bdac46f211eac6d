import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../core/plain-data.ts';
import type { Settings, SettingsValues } from '../ports/settings.ts';
import { errorCode, plainReason } from './plain-reason.ts';

/** What is in force when nothing is set. */
const DEFAULTS: SettingsValues = { saveFolder: null, sources: [], mouse: true, keys: {} };

/**
 * The settings file `config.json` in the user's configuration folder, kept by the package `conf`.
 *
 * It is read once, and a broken one is reported and left as it is.
 *
 * @param folder Where the file lies, see `configFolder`.
 */
export async function openSettings(folder: string): Promise<Settings> {
  const read = await readSettings(folder);
  return {
    read: () => read,
    write: async (key, value) => {
      const file = await openFile(folder);
      if ('problem' in file) return `Not kept: ${file.problem}`;
      try {
        file.conf.set(key, value);
        return null;
      } catch (error) {
        return `Not kept: ${reasonOf(error)}`;
      }
    },
  };
}

/**
 * The values alone, read without `conf`, which is there to change them: loading it takes longer than all else a short
 * command does.
 */
export async function readSettings(folder: string): Promise<ReturnType<Settings['read']>> {
  try {
    const store: unknown = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
    return isRecord(store) ? checkedValues(store) : unreadable('it does not hold settings');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { values: DEFAULTS, problem: null };
    return unreadable(reasonOf(error));
  }
}

function unreadable(reason: string): ReturnType<Settings['read']> {
  return { values: DEFAULTS, problem: problemOf(reason) };
}

function problemOf(reason: string): string {
  return `The settings file could not be read (${reason}); the defaults are in force`;
}

interface ConfFile {
  readonly path: string;
  readonly store: Readonly<Record<string, unknown>>;
  set(key: string, value: unknown): void;
}

type OpenFile =
  | { readonly conf: ConfFile; readonly store: Readonly<Record<string, unknown>> }
  | { readonly problem: string };

async function openFile(folder: string): Promise<OpenFile> {
  const { Conf } = await import('./conf-file.ts');
  try {
    const conf: ConfFile = new Conf({ projectName: 'agents', projectSuffix: '', cwd: folder });
    return { conf, store: conf.store };
  } catch (error) {
    return { problem: problemOf(reasonOf(error)) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'it is not valid JSON';
  if (error instanceof TypeError && errorCode(error) === null) return 'it does not hold settings';
  return plainReason(error);
}

/** The values as far as they are usable; a sentence about the first one that is not. */
function checkedValues(store: Readonly<Record<string, unknown>>): ReturnType<Settings['read']> {
  const { saveFolder = null, sources = [], mouse = true, keys = {} } = store;
  const saveFolderFits = saveFolder === null || typeof saveFolder === 'string';
  const sourcesFit = isTexts(sources);
  const mouseFits = typeof mouse === 'boolean';
  const keysFit = isKeys(keys);
  return {
    values: {
      saveFolder: saveFolderFits ? saveFolder : DEFAULTS.saveFolder,
      sources: sourcesFit ? sources : DEFAULTS.sources,
      mouse: mouseFits ? mouse : DEFAULTS.mouse,
      keys: keysFit ? keys : DEFAULTS.keys,
    },
    problem:
      (saveFolderFits ? null : 'The setting saveFolder is no text; the default is in force') ??
      (sourcesFit ? null : 'The setting sources is no list of folders; none is added') ??
      (mouseFits ? null : 'The setting mouse is neither true nor false; the default is in force') ??
      (keysFit ? null : 'The setting keys does not list keys by binding; the default keys are in force'),
  };
}

function isKeys(value: unknown): value is SettingsValues['keys'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isTexts);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
