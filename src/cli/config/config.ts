import { meantNames } from '../../core/naming/nearest-name.ts';
import {
  listedWith,
  SETTING_KEYS,
  type SettingName,
  settingNamed,
  settingNames,
  settingsSchema,
} from '../../ports/setting-table.ts';
import type { SettingsReading } from '../../ports/settings.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { didYouMean } from '../guide/usage-hint.ts';
import { jsonText } from '../json-text.ts';
import { textColumns } from '../text-columns.ts';
import { usageError } from '../usage-error.ts';

/** What `agents config` can do. */
export const CONFIG_ACTIONS = ['list', 'get', 'set', 'unset', 'path', 'edit', 'schema'] as const;

interface ConfigOptions {
  readonly json: boolean;
}

/**
 * `agents config`: what is set and where it comes from, and changing it. A file that cannot be read is never written over.
 *
 * @throws A usage error for a key that there is not, or a value that a key cannot have.
 */
export async function config(
  context: CommandContext,
  action: string,
  words: readonly string[],
  { json }: ConfigOptions,
): Promise<number> {
  const [name, ...values] = words;
  switch (action) {
    case 'list':
      none(action, words);
      return list(context, json);
    case 'get':
      none(action, values);
      return get(context, await named(context, action, name), json);
    case 'set':
      return set(context, await named(context, action, name), values);
    case 'unset':
      none(action, values);
      return done(context, await keep(context, await named(context, action, name), undefined));
    case 'path':
      none(action, words);
      if (context.settingsFile === null) return done(context, 'There is no home folder, so there are no settings');
      context.print(`${context.settingsFile}\n`);
      return ExitCode.Done;
    case 'edit':
      none(action, words);
      return edit(context);
    case 'schema':
      none(action, words);
      context.printExact(jsonText(settingsSchema(), 2));
      return ExitCode.Done;
    default: {
      const actions = listedWith(CONFIG_ACTIONS, 'or');
      throw usageError(`config knows ${actions}, not ${visibleText(action)}${didYouMean(action, CONFIG_ACTIONS)}`);
    }
  }
}

function none(action: string, words: readonly string[]): void {
  if (words.length > 0) throw usageError(`config ${action} takes nothing more: ${words.map(visibleText).join(' ')}`);
}

/** The setting of a name. Of the keys of bindings the app knows which there are. */
async function named(context: CommandContext, action: string, name: string | undefined): Promise<SettingName> {
  if (name === undefined) throw usageError(`Say which key to ${action}; ${context.program} config lists them`);
  const found = settingNamed(name);
  const bindings = /^keys\./.test(name) ? (await context.openKeys()).BINDING_NAMES.map((one) => `keys.${one}`) : null;
  if (found !== null && (bindings === null || bindings.includes(name))) return found;
  const known = bindings ?? settingNames();
  const [meant] = meantNames(name, known);
  throw usageError(`There is no key ${visibleText(name)}${meant === undefined ? '' : `; did you mean ${meant}?`}`);
}

/** One setting as it is in force. */
interface SettingRow {
  readonly key: string;
  readonly value: unknown;
  readonly origin: string;
  readonly variables: readonly string[];
}

/** Every key, those with parts once for each that is set. */
function rowsOf({ values, originOf }: SettingsReading): readonly SettingRow[] {
  const all: Readonly<Record<string, unknown>> = { ...values };
  return SETTING_KEYS.flatMap(({ name, parts, variables }): readonly SettingRow[] => {
    const value = all[name];
    const origin = originOf(name);
    const set = parts && typeof value === 'object' && value !== null ? Object.entries(value) : [];
    if (set.length === 0) return [{ key: name, value, origin, variables }];
    return set.map(([part, one]) => ({ key: `${name}.${part}`, value: one, origin, variables }));
  });
}

async function list(context: CommandContext, json: boolean): Promise<number> {
  const reading = await context.readSettings();
  const { ownKeys } = await context.openKeys();
  const problems = [...reading.problems, ...ownKeys(reading.values.keys, reading.placeOf).problems];
  const rows = rowsOf(reading);
  if (json) context.printExact(jsonText(rows.map(settingJson), 2));
  else context.print(textColumns(rows.map(rowCells), context.columns));
  for (const problem of problems) context.tell(`${problem}\n`);
  return problems.length > 0 ? ExitCode.Failed : ExitCode.Done;
}

/** The shape is public: fields may be added, never renamed or removed. */
const settingJson = ({ key, value, origin, variables }: SettingRow): unknown => ({
  schema: 1,
  key,
  value,
  origin,
  variables,
});

function rowCells({ key, value, origin }: SettingRow): readonly string[] {
  return [key, valueText(value) || '-', origin].map(visibleText);
}

/** A value as people write it: a text as it is, all else as JSON. */
function valueText(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : jsonText(value).trimEnd();
}

async function get(context: CommandContext, { key, part }: SettingName, json: boolean): Promise<number> {
  const reading = await context.readSettings();
  for (const problem of reading.problems) context.tell(`${problem}\n`);
  const all: Readonly<Record<string, unknown>> = { ...reading.values };
  const whole = all[key.name];
  const value = part === null ? whole : (new Map(Object.entries(whole ?? {})).get(part) ?? null);
  const name = part === null ? key.name : `${key.name}.${part}`;
  const row = { key: name, value, origin: reading.originOf(key.name), variables: key.variables };
  if (json) context.printExact(jsonText(settingJson(row), 2));
  else context.print(`${valueText(value)}\n`);
  return reading.isBroken ? ExitCode.Failed : ExitCode.Done;
}

async function set(context: CommandContext, { key, part }: SettingName, words: readonly string[]): Promise<number> {
  const name = part === null ? key.name : `${key.name}.${part}`;
  if (key.parts && part === null)
    throw usageError(`${key.name} is set by its parts: ${key.name}.${key.parts.title} VALUE`);
  const shape = part === null || !key.parts ? key.shape : key.parts.shape;
  const isList = Array.isArray(shape.read(['']));
  if (words.length === 0 && !(isList && part !== null)) throw usageError(`Say what ${name} is to be: ${shape.words}`);
  if (words.length > 1 && !isList) throw usageError(`${name} is one value: ${shape.words}`);
  const value = key.name === 'sources' ? words.map(context.absolute) : shape.read(words);
  if (!shape.fits(value)) {
    const [word = ''] = words;
    const nearest = shape.choices === undefined ? '' : didYouMean(word, shape.choices);
    throw usageError(`${name} is ${shape.words}, not ${visibleText(word)}${nearest}`);
  }
  if (key.name === 'keys' && part !== null) await checkKeys(context, part, value);
  const [hiding] = key.variables.filter((one) => (context.environment[one] ?? '') !== '');
  const code = done(context, await keep(context, { key, part }, value));
  if (code === ExitCode.Done && hiding !== undefined)
    context.tell(`${hiding} is set, and comes before the settings file\n`);
  return code;
}

/** Keys that cannot be are not kept: the app would pass over them. */
async function checkKeys(context: CommandContext, binding: string, keys: unknown): Promise<void> {
  const { values } = await context.readSettings();
  const { ownKeys } = await context.openKeys();
  const all: Readonly<Record<string, unknown>> = { ...(values.keys as object), [binding]: keys };
  const before = new Set(ownKeys(values.keys, () => '').problems);
  const [problem] = ownKeys(all, () => '').problems.filter((one) => !before.has(one));
  if (problem !== undefined) throw usageError(visibleText(problem.replace(/^: /, '')));
}

async function keep(context: CommandContext, { key, part }: SettingName, value: unknown): Promise<string | null> {
  const settings = await context.openSettings();
  return settings.keep(part === null ? [key.name] : [key.name, part], value);
}

async function edit(context: CommandContext): Promise<number> {
  const { settingsFile: path, files } = context;
  if (path === null) return done(context, 'There is no home folder, so there are no settings');
  const made = await files.write(path, '{}\n', { kind: 'absent' });
  if (made.kind === 'failed') return done(context, `${context.shown(path)}: ${made.reason}`);
  const reason = await (await context.openEditor()).open(path);
  if (reason !== null) return done(context, reason);
  const { problems, values, placeOf } = await context.readSettings();
  const all = [...problems, ...(await context.openKeys()).ownKeys(values.keys, placeOf).problems];
  for (const problem of all) context.tell(`${problem}\n`);
  return all.length > 0 ? ExitCode.Failed : ExitCode.Done;
}

function done(context: CommandContext, problem: string | null): number {
  if (problem === null) return ExitCode.Done;
  context.tell(`${problem}\n`);
  return ExitCode.Failed;
}
