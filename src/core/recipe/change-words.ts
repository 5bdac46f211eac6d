import { visibleText } from '../../text/visible-text.ts';
import type { ChangeEffect, IngredientChange } from './ingredient-change.ts';

/** A change of an ingredient in a line: `changed  forge#anvil`. */
export function changeWords(change: IngredientChange, shown: (path: string) => string): string {
  const { kind, agent, path, what, effect, pick } = change;
  if (kind === 'file-gone')
    return `gone     ${visibleText(shown(path))}: no longer there, or not to be read; its text stays`;
  const isField = pick === null && effect !== 'not-taken';
  const place = visibleText(isField ? `${agent}: ${what}` : `${agent}#${what}`);
  if (kind === 'section-gone') return `gone     ${place}: no longer in ${visibleText(shown(path))}; its text stays`;
  return `${kind.padEnd(8)} ${place}${EFFECT_WORDS[effect]}`;
}

const EFFECT_WORDS: Readonly<Record<ChangeEffect, string>> = {
  result: '',
  edited: ': your own words stay',
  'left-out': ': left out as before',
  already: ': the same words are there already',
  conflict: ': in conflict with what stands there, which stays',
  'not-taken': ': new there, and not taken',
  none: '',
};
