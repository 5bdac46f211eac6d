import { isRecord } from '../../kit/plain-data.ts';
import { listedWith, SETTING_KEYS, type SettingKey } from '../../ports/setting-table.ts';
import type { SettingsValues } from '../../ports/settings.ts';

/** Something that cannot be in force, by the keys that lead to it, and why. */
interface SettingFault {
  readonly path: readonly string[];
  readonly words: string;
}

/** The settings as far as they can be in force. */
export interface CheckedSettings {
  readonly values: SettingsValues;
  readonly faults: readonly SettingFault[];
}

/** What is in force of what a settings file holds: the usual values for all that it does not have, or not right. */
export function checkedSettings(store: Readonly<Record<string, unknown>>): CheckedSettings {
  const checked = SETTING_KEYS.map((key) => [key.name, checkedSetting(key, store[key.name])] as const);
  const unknown = Object.keys(store).filter(
    (name) => !/^[_$]/.test(name) && !SETTING_KEYS.some((key) => key.name === name),
  );
  return {
    // The table has a key for each of them, of this type.
    values: Object.fromEntries(checked.map(([name, { value }]) => [name, value])) as unknown as SettingsValues,
    faults: [
      ...checked.flatMap(([, { faults }]) => faults),
      ...unknown.map((name) => ({ path: [name], words: 'is no setting' })),
    ],
  };
}

/** A value that was set for a key, as far as it fits; the usual one for what is not set. */
function checkedSetting(
  { name, shape, usual, parts }: SettingKey,
  value: unknown,
): { readonly value: unknown; readonly faults: readonly SettingFault[] } {
  if (value === undefined) return { value: usual, faults: [] };
  // Which keys can be, the app knows, and tells itself.
  if (name === 'keys') return { value, faults: [] };
  if (!shape.fits(value)) return { value: usual, faults: [{ path: [name], words: shape.fault }] };
  if (!parts || !isRecord(value)) return { value, faults: [] };
  const faults = Object.entries(value).flatMap(([part, one]): readonly SettingFault[] => {
    if (parts.names && !parts.names.includes(part))
      return [{ path: [name, part], words: `is none of ${listedWith(parts.names, 'and')}` }];
    return parts.shape.fits(one) ? [] : [{ path: [name, part], words: parts.shape.fault }];
  });
  const wrong = new Set(faults.map(({ path }) => path.at(-1)));
  return { value: Object.fromEntries(Object.entries(value).filter(([part]) => !wrong.has(part))), faults };
}
