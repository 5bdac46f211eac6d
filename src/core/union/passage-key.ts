import type { PassageKey } from '../draft/draft.ts';

/** The key of a passage alone. */
export function keyOf({ definition, section, index }: PassageKey): PassageKey {
  return { definition, section, index };
}

/** A passage's key as a text, for maps. */
export function passageKeyText({ definition, section, index }: PassageKey): string {
  return JSON.stringify([definition, section, index]);
}
