import { lstat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { placeAt, placeInJson } from '../../kit/json-place.ts';
import { isRecord } from '../../kit/plain-data.ts';
import type { Settings, SettingsReading, SettingsValues } from '../../ports/settings.ts';
import { USUAL_APPEARANCE } from '../../text/appearance.ts';
import { readRegularFileAtOnce } from '../read-file.ts';
import { homeFolder, NO_HOME, SETTINGS_FILE } from '../user-folders.ts';
import { checkedAppearance } from './checked-appearance.ts';
import { underLock } from './lock-file.ts';

/** What is in force when nothing is set. */
const DEFAULTS: SettingsValues = {
  saveFolder: null,
  sources: [],
  bundled: true,
  mouse: true,
  linear: false,
  ...USUAL_APPEARANCE,
  shortForms: {},
  keys: {},
};

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
    change: async (key, next) => {
      if (folder === null) return `Not kept: ${NO_HOME}`;
      const path = join(folder, SETTINGS_FILE);
      // Loaded before: the lock is to be had for as long as it takes to write, and no longer.
      const { Conf } = await import('./conf-file.ts');
      const reason = await underLock(`${path}.lock`, async () => {
        const now = await readStore(folder);
        if ('problem' in now) return now.problem;
        if ((await lstat(path).catch(() => null))?.isSymbolicLink())
          return `${path} is a link, and nothing is written through it`;
        const before = checkedValues(now).values[key];
        const value = next(before);
        if (value !== before)
          new Conf<Record<string, unknown>>({ projectName: 'agents', projectSuffix: '', cwd: folder }).set(key, value);
        return null;
      });
      return reason === null ? null : `Not kept: ${reason}`;
    },
  };
}

/**
 * The values alone, read without `conf`, which is there to change them: loading it takes longer than all else a short
 * command does.
 */
export async function readSettings(folder: string | null): Promise<SettingsReading> {
  const read = await readStore(folder);
  if (!('problem' in read)) return checkedValues(read);
  return { values: DEFAULTS, problems: [`${read.problem}; the defaults are in force`], placeOf: () => read.file };
}

/** What the file holds, or what is wrong with it, with its place. */
type StoreReading = { readonly file: string } & (
  | { readonly store: Readonly<Record<string, unknown>>; readonly text: string }
  | { readonly problem: string }
);

async function readStore(folder: string | null): Promise<StoreReading> {
  if (folder === null) return { file: '', store: {}, text: '' };
  const path = join(folder, SETTINGS_FILE);
  const file = shownPath(path);
  const found = await readRegularFileAtOnce(path);
  if (found.kind === 'failed')
    return found.missing ? { file, store: {}, text: '' } : { file, problem: `${file}: ${found.reason}` };
  const { text } = found;
  try {
    const store: unknown = JSON.parse(text);
    return isRecord(store) ? { file, store, text } : { file, problem: `${file}: it does not hold settings` };
  } catch (error) {
    if (error instanceof SyntaxError)
      return { file, problem: `${file}${faultPlace(text, error)}: it is not valid JSON` };
    throw error;
  }
}

/** Where a text is no JSON, as far as the error tells. */
function faultPlace(text: string, { message }: SyntaxError): string {
  const offset = /at position (\d+)/.exec(message)?.[1] ?? (message.includes('end of JSON') ? text.length : null);
  return offset === null ? '' : `:${placeAt(text, Number(offset))}`;
}

function shownPath(path: string): string {
  const home = homeFolder();
  return home !== null && path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
}

/** The values as far as they are usable, and a sentence about each that is not. */
function checkedValues({ file, store, text }: Extract<StoreReading, { store: unknown }>): SettingsReading {
  const {
    saveFolder = null,
    sources = [],
    bundled = true,
    mouse = true,
    linear = false,
    shortForms = {},
    keys = {},
  } = store;
  const saveFolderFits = saveFolder === null || typeof saveFolder === 'string';
  const sourcesFit = isTexts(sources);
  const bundledFits = typeof bundled === 'boolean';
  const mouseFits = typeof mouse === 'boolean';
  const linearFits = typeof linear === 'boolean';
  const shortFormsFit = isLists(shortForms);
  const { problems: lookProblems, ...look } = checkedAppearance(store);
  const placeOf = (path: readonly string[]): string => `${file}:${placeInJson(text, path)}`;
  const problem = (name: string, fits: boolean, words: string): readonly string[] =>
    fits ? [] : [`${placeOf([name])}: ${name} is ${words}`];
  return {
    values: {
      saveFolder: saveFolderFits ? saveFolder : DEFAULTS.saveFolder,
      sources: sourcesFit ? sources : DEFAULTS.sources,
      bundled: bundledFits ? bundled : DEFAULTS.bundled,
      mouse: mouseFits ? mouse : DEFAULTS.mouse,
      linear: linearFits ? linear : DEFAULTS.linear,
      ...look,
      shortForms: shortFormsFit ? shortForms : DEFAULTS.shortForms,
      keys,
    },
    problems: [
      ...problem('saveFolder', saveFolderFits, 'no text; the default is in force'),
      ...problem('sources', sourcesFit, 'no list of folders; none is added'),
      ...problem('bundled', bundledFits, 'neither true nor false; the default is in force'),
      ...problem('mouse', mouseFits, 'neither true nor false; the default is in force'),
      ...problem('linear', linearFits, 'neither true nor false; the default is in force'),
      ...problem('shortForms', shortFormsFit, 'no words with lists of what they stand for; none is added'),
      ...lookProblems.map(({ path, words }) => `${placeOf(path)}: ${path.join('.')} ${words}`),
      ...Object.keys(store).flatMap((name) =>
        problem(name, Object.hasOwn(DEFAULTS, name) || /^[_$]/.test(name), 'no setting'),
      ),
    ],
    placeOf,
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isLists(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  return isRecord(value) && Object.values(value).every(isTexts);
}
