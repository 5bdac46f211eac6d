import {
  type Background,
  backgroundOf,
  COLOR_NAMES,
  type ColorRole,
  colorChannels,
  type Look,
} from '../text/appearance.ts';
import type { Role } from '../text/styled-text.ts';

/** What there is to paint with. */
export interface Colors {
  /** False where the user wants none (NO_COLOR, see no-color.org). */
  readonly any: boolean;
  /** Whether the terminal shows any colour, not 256 of them only. */
  readonly all: boolean;
}

/** SGR parameters for each role; empty for text as it is. */
type RoleCodes = Readonly<Record<Role, string>>;

/** A theme as it is painted: ordinary rows, the row that the keys act on, and such a row in a pane that waits. */
export interface Codes {
  readonly ordinary: RoleCodes;
  readonly current: RoleCodes;
  readonly resting: RoleCodes;
}

interface RoleLook {
  readonly color: Exclude<ColorRole, 'row'> | null;
  /** SGR parameters beside the colour. */
  readonly weight: string;
  /** In place of both where there are no colours. */
  readonly plain: string;
}

const LOOKS: Readonly<Record<Role, RoleLook>> = {
  text: { color: null, weight: '', plain: '' },
  strong: { color: null, weight: '1', plain: '1' },
  emphasis: { color: null, weight: '3', plain: '3' },
  code: { color: 'code', weight: '', plain: '' },
  link: { color: null, weight: '4', plain: '4' },
  heading: { color: 'heading', weight: '1', plain: '1' },
  subheading: { color: null, weight: '1', plain: '1' },
  muted: { color: 'muted', weight: '', plain: '2' },
  accent: { color: 'accent', weight: '', plain: '1' },
  marker: { color: 'muted', weight: '', plain: '2' },
  match: { color: 'match', weight: '1', plain: '1;4' },
  success: { color: 'good', weight: '', plain: '1' },
  warning: { color: 'doubtful', weight: '', plain: '1' },
  error: { color: 'error', weight: '', plain: '1' },
  added: { color: 'added', weight: '', plain: '4' },
  removed: { color: 'removed', weight: '', plain: '9' },
  'added-word': { color: 'added', weight: '4', plain: '4' },
  'removed-word': { color: 'removed', weight: '4', plain: '9' },
};

/**
 * Only the sixteen colours of the user's own palette are used, so that they read well on whatever ground he has: cyan is
 * the accent, green, yellow and red mean good, doubtful and wrong. What is secondary is dim.
 */
const USUAL: Readonly<Record<Exclude<ColorRole, 'row'>, string>> = {
  accent: '36',
  heading: '36',
  match: '36',
  code: '36',
  muted: '2',
  good: '32',
  doubtful: '33',
  error: '31',
  added: '32',
  removed: '31',
};

/** The ground of the current row, and the colour of a text on it: grays that every terminal of 256 colours has alike. */
const GROUNDS: Readonly<Record<Background, { readonly ground: string; readonly text: string }>> = {
  dark: { ground: '48;5;236', text: '38;5;255' },
  light: { ground: '48;5;254', text: '38;5;234' },
};

/** How a theme is painted. */
export function codesOf(look: Look, colors: Colors): Codes {
  const isStark = look.theme === 'high-contrast';
  const ordinaryOf = (role: RoleLook): string => {
    const { color, weight, plain } = role;
    const own = color !== null && colors.any ? look.colors[color] : undefined;
    if (own !== undefined) return joined(weight, colorCode(own, colors, 'text'));
    if (isDim(role) && isStark) return '';
    return colors.any && color !== null ? joined(weight, USUAL[color]) : plain;
  };
  const { ground, text } = groundOf(look, colors);
  const currentOf = (role: RoleLook): string => {
    if (isDim(role)) return joined('1', ground, text);
    // On a ground turned round each colour would be a block of its own.
    return ground === REVERSED ? joined('1', ground, role.plain) : joined('1', ground, text, ordinaryOf(role));
  };
  return {
    ordinary: ofRoles(ordinaryOf),
    current: ofRoles(currentOf),
    resting: ofRoles((role) => joined(role.color === null ? '1' : '', ordinaryOf(role))),
  };
}

/** Whether it is secondary: faint wherever it is not in the way. */
const isDim = ({ color }: RoleLook): boolean => color === 'muted';

function ofRoles(codeOf: (look: RoleLook) => string): RoleCodes {
  return Object.fromEntries(Object.entries(LOOKS).map(([role, look]) => [role, codeOf(look)])) as RoleCodes;
}

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(';');

const REVERSED = '7';
const NO_GROUND = { ground: '', text: '' };

function groundOf({ theme, background, colors: own }: Look, colors: Colors): typeof NO_GROUND {
  if (theme === 'high-contrast') return { ground: REVERSED, text: '' };
  if (!colors.any) return NO_GROUND;
  if (own.row !== undefined) {
    const channels = colorChannels(own.row);
    const under = channels && backgroundOf([channels[0] / 255, channels[1] / 255, channels[2] / 255]);
    return { ground: colorCode(own.row, colors, 'ground'), text: under ? GROUNDS[under].text : '' };
  }
  const under = theme === 'auto' ? background : theme === 'ansi' ? null : theme;
  return under ? GROUNDS[under] : NO_GROUND;
}

/** A colour as SGR parameters. */
function colorCode(color: string, { all }: Colors, use: 'text' | 'ground'): string {
  const shift = use === 'ground' ? 10 : 0;
  const channels = colorChannels(color);
  if (!channels) return String((COLOR_NAMES.get(color) ?? 39) + shift);
  return all ? `${38 + shift};2;${channels.join(';')}` : `${38 + shift};5;${nearestOf256(channels)}`;
}

/** The steps of a channel in the cube of 216 colours (xterm's 256colres.h); the grays behind it go up by 10 from 8. */
const CUBE = [0, 95, 135, 175, 215, 255] as const;

/** The one of the 256 colours that is nearest, of the cube or of the grays. */
function nearestOf256(channels: readonly [number, number, number]): number {
  const steps = channels.map((value) => nearest(CUBE, value));
  const gray = Math.max(0, Math.min(23, Math.round(((channels[0] + channels[1] + channels[2]) / 3 - 8) / 10)));
  const away = (shown: (at: number) => number): number =>
    channels.reduce((sum, value, at) => sum + (value - shown(at)) ** 2, 0);
  const isGray = away(() => 8 + 10 * gray) < away((at) => CUBE[steps[at] ?? 0] ?? 0);
  const [red = 0, green = 0, blue = 0] = steps;
  return isGray ? 232 + gray : 16 + 36 * red + 6 * green + blue;
}

function nearest(values: readonly number[], wanted: number): number {
  return values.reduce(
    (best, value, at) => (Math.abs(value - wanted) < Math.abs((values[best] ?? 0) - wanted) ? at : best),
    0,
  );
}
