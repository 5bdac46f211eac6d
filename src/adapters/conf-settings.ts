import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../kit/plain-data.ts';
import type { Settings, SettingsValues } from '../ports/settings.ts';
import { errorCode, plainReason } from './plain-reason.ts';
import { NO_HOME } from './user-folders.ts';

/** What is in force when nothing is set. */
const DEFAULTS: SettingsValues = { saveFolder: null, sources: [], mouse: true, keys: {} };

/**
 * The settings file `config.json` in the user's configuration folder, kept by the package `conf`.
 *
 * It is read once, and a broken one is reported and left as it is.
 *
 * @param folder Where the file lies, see `configFolder`; `null` for nowhere.
 */
export async function openSettings(folder: string | null): Promise<Settings> {
  const read = await readSettings(folder);
  return {
    read: () => read,
    write: async (key, value) => {
      if (folder === null) return `Not kept: ${NO_HOME}`;
      const now = readStore(folder);
      if ('problem' in now) return `Not kept: ${now.problem}`;
      const { Conf } = await import('./conf-file.ts');
      try {
        new Conf<Record<string, unknown>>({ projectName: 'agents', projectSuffix: '', cwd: folder }).set(key, value);
        return null;
      } catch (error) {
        return `Not kept: ${plainReason(error)}`;
      }
    },
  };
}

/**
 * The values alone, read without `conf`, which is there to change them: loading it takes longer than all else a short
 * command does.
 */
export async function readSettings(folder: string | null): Promise<ReturnType<Settings['read']>> {
  const read = readStore(folder);
  return 'problem' in read ? { values: DEFAULTS, problem: read.problem } : checkedValues(read.store);
}

type StoreReading = { readonly store: Readonly<Record<string, unknown>> } | { readonly problem: string };

function readStore(folder: string | null): StoreReading {
  if (folder === null) return { store: {} };
  try {
    const store: unknown = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
    return isRecord(store) ? { store } : { problem: problemOf('it does not hold settings') };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { store: {} };
    return { problem: problemOf(error instanceof SyntaxError ? 'it is not valid JSON' : plainReason(error)) };
  }
}

function problemOf(reason: string): string {
  return `The settings file could not be read (${reason}); the defaults are in force`;
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
