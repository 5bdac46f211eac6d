/** How the screens look; `auto` goes by the background that the terminal tells of. */
export const THEMES = ['auto', 'dark', 'light', 'high-contrast', 'ansi'] as const;
export type Theme = (typeof THEMES)[number];

/** What signs and rules are drawn with. */
export const SIGN_SETS = ['unicode', 'ascii'] as const;
export type SignSet = (typeof SIGN_SETS)[number];

/** Where the preview of the list stands: `auto` is beside where there is much room, else below. */
export const PREVIEW_PLACES = ['auto', 'beside', 'below', 'off'] as const;
export type PreviewPlace = (typeof PREVIEW_PLACES)[number];

/**
 * What lies before a divider that can be moved: the list beside its preview or above it, the outline of a text, topics and
 * versions of what is composed, the form of a save, the list of what is left out and of what was made here, the columns that
 * are compared and the versions of a conflict, each by its place on the screen.
 */
export const DIVIDERS = [
  'list',
  'list-above',
  'outline',
  'topics',
  'versions',
  'form',
  'left-out',
  'made-here',
  'column-1',
  'column-2',
  'column-3',
  'column-4',
  'column-5',
  'column-6',
  'column-7',
  'version-1',
  'version-2',
] as const;
export type Divider = (typeof DIVIDERS)[number];

/** How much of the room that has, in per cent; where nothing is set as much as is usual. */
export type Shares = { readonly [Name in Divider]?: number };

/** What a colour can be set for; `row` is the ground of the current row. */
export const COLOR_ROLES = [
  'accent',
  'heading',
  'match',
  'code',
  'muted',
  'good',
  'doubtful',
  'error',
  'added',
  'removed',
  'row',
] as const;
export type ColorRole = (typeof COLOR_ROLES)[number];

/** Colours of the user's own, each as {@link isColor} has it. */
export type OwnColors = { readonly [Name in ColorRole]?: string };

/** What the user set of the look. */
export interface Appearance {
  readonly theme: Theme;
  readonly signs: SignSet;
  readonly colors: OwnColors;
  readonly preview: PreviewPlace;
  readonly shares: Shares;
}

/** The look where nothing is set. */
export const USUAL_APPEARANCE: Appearance = {
  theme: 'auto',
  signs: 'unicode',
  colors: {},
  preview: 'auto',
  shares: {},
};

/** Whether what the terminal shows text on is dark or light. */
export type Background = 'dark' | 'light';

/** What the user set, and what the terminal told of its background; `null` for nothing. */
export interface Look extends Appearance {
  readonly background: Background | null;
}

/** The look where nothing is set and nothing was told. */
export const USUAL_LOOK: Look = { ...USUAL_APPEARANCE, background: null };

/** A part of the look that is chosen in the app. */
export type LookChange =
  | Pick<Appearance, 'theme'>
  | Pick<Appearance, 'signs'>
  | Pick<Appearance, 'preview'>
  | Pick<Appearance, 'shares'>;

const SIXTEEN = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

/** Names of colours, each with the SGR parameter of a text in it; a ground has 10 more. */
export const COLOR_NAMES: ReadonlyMap<string, number> = new Map([
  ['default', 39],
  ...SIXTEEN.map((name, at) => [name, 30 + at] as const),
  ...SIXTEEN.map((name, at) => [`bright-${name}`, 90 + at] as const),
]);

const HEX = /^#[\da-f]{6}$/i;

/** Whether a value is a colour: a name, or `#rrggbb`. */
export function isColor(value: unknown): value is string {
  return typeof value === 'string' && (COLOR_NAMES.has(value) || HEX.test(value));
}

/** Red, green and blue of `#rrggbb`, 0 to 255 each; `null` for a name. */
export function colorChannels(color: string): readonly [number, number, number] | null {
  if (!HEX.test(color)) return null;
  const channel = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** Which of both a ground of a colour is, given red, green and blue from 0 to 1: by how bright they look together (ITU-R BT.601). */
export function backgroundOf([red, green, blue]: readonly [number, number, number]): Background {
  return 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 ? 'light' : 'dark';
}
