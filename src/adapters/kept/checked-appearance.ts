import { isRecord } from '../../kit/plain-data.ts';
import {
  type Appearance,
  COLOR_ROLES,
  DIVIDERS,
  isColor,
  PREVIEW_PLACES,
  SIGN_SETS,
  THEMES,
  USUAL_APPEARANCE,
} from '../../text/appearance.ts';

/** The look as far as the settings can have it. */
export interface CheckedAppearance extends Appearance {
  /** What cannot be, by the keys that lead to it, each with what it should be. */
  readonly problems: readonly { readonly path: readonly string[]; readonly words: string }[];
}

/** What of the settings of the look can be in force; for all else the usual look is. */
export function checkedAppearance(store: Readonly<Record<string, unknown>>): CheckedAppearance {
  const theme = THEMES.find((one) => one === (store.theme ?? USUAL_APPEARANCE.theme));
  const signs = SIGN_SETS.find((one) => one === (store.signs ?? USUAL_APPEARANCE.signs));
  const preview = PREVIEW_PLACES.find((one) => one === (store.preview ?? USUAL_APPEARANCE.preview));
  const { colors = {}, shares = {} } = store;
  const entries = isRecord(colors) ? Object.entries(colors) : [];
  const faults = entries.flatMap(([role, color]) => {
    const words = colorFault(role, color);
    return words === null ? [] : [{ path: ['colors', role], words }];
  });
  const parts = isRecord(shares) ? Object.entries(shares) : [];
  return {
    theme: theme ?? USUAL_APPEARANCE.theme,
    signs: signs ?? USUAL_APPEARANCE.signs,
    colors: Object.fromEntries(entries.filter(([role, color]) => colorFault(role, color) === null)),
    preview: preview ?? USUAL_APPEARANCE.preview,
    shares: Object.fromEntries(parts.filter(([name, share]) => shareFault(name, share) === null)),
    problems: [
      ...(preview
        ? []
        : [{ path: ['preview'], words: `is none of ${listed(PREVIEW_PLACES)}; the default is in force` }]),
      ...(theme ? [] : [{ path: ['theme'], words: `is none of ${listed(THEMES)}; the default is in force` }]),
      ...(signs ? [] : [{ path: ['signs'], words: `is none of ${listed(SIGN_SETS)}; the default is in force` }]),
      ...(isRecord(colors)
        ? faults
        : [
            {
              path: ['colors'],
              words: 'lists colours by what they are for, like { "accent": "blue" }; none is changed',
            },
          ]),
      ...(isRecord(shares)
        ? parts.flatMap(([name, share]) => {
            const words = shareFault(name, share);
            return words === null ? [] : [{ path: ['shares', name], words }];
          })
        : [{ path: ['shares'], words: 'lists per cents, like { "list": 60 }; the usual ones are in force' }]),
    ],
  };
}

function shareFault(name: string, share: unknown): string | null {
  if (!DIVIDERS.some((one) => one === name)) return `is none of ${listed(DIVIDERS)}`;
  const fits = typeof share === 'number' && share > 0 && share < 100;
  return fits ? null : 'is no per cent between 0 and 100; the usual one is in force';
}

function colorFault(role: string, color: unknown): string | null {
  if (!COLOR_ROLES.some((one) => one === role)) return `is none of ${listed(COLOR_ROLES)}`;
  return isColor(color) ? null : 'is no colour, such as cyan, bright-blue or #5cc5d6; the default is in force';
}

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
