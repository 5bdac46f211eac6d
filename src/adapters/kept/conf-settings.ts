import { lstat } from 'node:fs/promises';
import { join, parse, sep } from 'node:path';
import { placeAt, placeInJson } from '../../kit/json-place.ts';
import { isRecord } from '../../kit/plain-data.ts';
import { SETTING_KEYS } from '../../ports/setting-table.ts';
import type { Settings, SettingsReading } from '../../ports/settings.ts';
import { readRegularFileAtOnce } from '../read-file.ts';
import { homeFolder, NO_HOME, SETTINGS_FILE } from '../user-folders.ts';
import { checkedSettings } from './checked-settings.ts';
import { underLock } from './lock-file.ts';

/** Where the settings are kept, and what is in force before them. */
export interface SettingsOptions {
  /** The file's name, in its folder. */
  readonly file?: string;
  /** Variables that come before the file. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Told of the file before it is changed. */
  readonly note?: (path: string) => Promise<unknown>;
}

/**
 * The settings file `config.json` in the user's configuration folder, kept by the package `conf`.
 *
 * It is read once, and a broken one is reported and left as it is.
 *
 * @param folder Where the file lies, see `settingsPlace`; `null` for nowhere.
 */
export async function openSettings(folder: string | null, options: SettingsOptions = {}): Promise<Settings> {
  const read = await readSettings(folder, options);
  const { file = SETTINGS_FILE, note } = options;
  const write = async (
    next: (store: Readonly<Record<string, unknown>>) => SettingChange | string | null,
  ): Promise<string | null> => {
    if (folder === null) return `Not kept: ${NO_HOME}`;
    const path = join(folder, file);
    // Loaded before: the lock is to be had for as long as it takes to write, and no longer.
    const { Conf } = await import('./conf-file.ts');
    const reason = await underLock(`${path}.lock`, async () => {
      const now = await readStore(folder, file);
      if ('problem' in now) return now.problem;
      if ((await lstat(path).catch(() => null))?.isSymbolicLink())
        return `${path} is a link, and nothing is written through it`;
      const change = next(now.store);
      if (change === null || typeof change === 'string') return change;
      await note?.(path);
      const { name, ext } = parse(file);
      const place = { cwd: folder, configName: name, fileExtension: ext.slice(1) };
      const conf = new Conf<Record<string, unknown>>({ projectName: 'agents', projectSuffix: '', ...place });
      if (change.value === undefined) conf.delete(change.key);
      else conf.set(change.key, change.value);
      return null;
    });
    return reason === null ? null : `Not kept: ${reason}`;
  };
  return {
    read: () => read,
    change: (key, next) =>
      write((store) => {
        const before = checkedSettings(store).values[key];
        const value = next(before);
        return value === before ? null : { key, value };
      }),
    keep: ([key, part], value) =>
      write((store) => {
        if (part === undefined) return { key, value };
        const whole = withPart(store[key], part, value);
        return whole === null ? `${key} is there, and has no parts` : { key, value: whole };
      }),
  };
}

/** A value for a key of the file; nothing takes the key away. */
interface SettingChange {
  readonly key: string;
  readonly value: unknown;
}

/** A value with one of its parts changed, or without it; `null` where it has none, and nothing where none is left. */
function withPart(
  whole: unknown = {},
  part: string,
  value: unknown,
): Readonly<Record<string, unknown>> | null | undefined {
  if (!isRecord(whole)) return null;
  const others = Object.entries(whole).filter(([name]) => name !== part);
  const parts = value === undefined ? others : [...others, [part, value] as const];
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

/**
 * The values alone, read without `conf`, which is there to change them: loading it takes longer than all else a short
 * command does.
 */
export async function readSettings(folder: string | null, options: SettingsOptions = {}): Promise<SettingsReading> {
  const { file = SETTINGS_FILE, environment = {} } = options;
  const found = await readStore(folder, file);
  const isRead = !('problem' in found);
  const read = isRead ? found : { ...found, store: {}, text: '' };
  const { values, faults } = checkedSettings(read.store);
  const variables = setByVariables(environment);
  const placeOf = (path: readonly string[]): string =>
    isRead ? `${read.file}:${placeInJson(read.text, path)}` : read.file;
  return {
    values: { ...values, ...variables.values },
    problems: [
      ...('problem' in found ? [`${found.problem}; the defaults are in force`] : []),
      ...faults.map(({ path, words }) => `${placeOf(path)}: ${path.join('.')} ${words}`),
      ...variables.problems,
    ],
    isBroken: !isRead,
    placeOf,
    originOf: (name) => variables.names.get(name) ?? (Object.hasOwn(read.store, name) ? 'file' : 'default'),
  };
}

/** What variables of the environment set; a blank one sets nothing. */
function setByVariables(environment: Readonly<Record<string, string | undefined>>) {
  const set = SETTING_KEYS.flatMap((key) => {
    const name = key.variables.find((one) => (environment[one] ?? '').trim() !== '');
    if (name === undefined) return [];
    const value = key.shape.read([environment[name] ?? '']);
    return [{ key, name, value, fits: key.shape.fits(value) }];
  });
  const inForce = set.filter(({ fits }) => fits);
  return {
    values: Object.fromEntries(inForce.map(({ key, value }) => [key.name, value])),
    names: new Map(inForce.map(({ key, name }) => [key.name, name])),
    problems: set.filter(({ fits }) => !fits).map(({ key, name }) => `${name}: ${key.name} ${key.shape.fault}`),
  };
}

/** What the file holds, or what is wrong with it, with its place. */
type StoreReading = { readonly file: string } & (
  | { readonly store: Readonly<Record<string, unknown>>; readonly text: string }
  | { readonly problem: string }
);

async function readStore(folder: string | null, name: string): Promise<StoreReading> {
  if (folder === null) return { file: '', store: {}, text: '' };
  const path = join(folder, name);
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
