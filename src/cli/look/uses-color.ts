/** When something is done to output that a terminal shows: where there is one that can, always, or never. */
export const WHENS = ['auto', 'always', 'never'] as const;
export type When = (typeof WHENS)[number];

/** What decides about colours. */
export interface ColorGrounds {
  /** What the command line says; `null` for nothing. */
  readonly asked: When | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What is set, and whether a variable of the program says so, which comes before those of all programs. */
  readonly setting: When;
  readonly isOwnVariable: boolean;
  /** Whether it is a terminal that draws. */
  readonly canDraw: boolean;
}

/**
 * Whether output is coloured: as the command line says, then `AGENTS_COLOR`, then `NO_COLOR`, `FORCE_COLOR`,
 * `CLICOLOR_FORCE` and `CLICOLOR` (no-color.org, force-color.org, bixense.com/clicolors), then the settings.
 */
export function usesColor({ asked, environment, setting, isOwnVariable, canDraw }: ColorGrounds): boolean {
  const own = asked ?? (isOwnVariable ? setting : null);
  if (own !== null) return own === 'auto' ? canDraw : own === 'always';
  const { NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR } = environment;
  const isSet = (value: string | undefined): boolean => (value ?? '') !== '';
  if (isSet(NO_COLOR)) return false;
  if ([FORCE_COLOR, CLICOLOR_FORCE].some((value) => isSet(value) && value !== '0')) return true;
  if (CLICOLOR === '0' || FORCE_COLOR === '0') return false;
  return setting === 'auto' ? canDraw : setting === 'always';
}
