import type { Pick } from '../draft/draft.ts';
import type { Sayings } from './merge-versions.ts';
import { sayingKey } from './passage-index.ts';
import { keyOf } from './passage-key.ts';
import { passageProfile } from './passage-likeness.ts';

/** What the unions among some picks say, for one more to be made beside them. */
export function sayingsOf(picks: readonly Pick[]): Sayings {
  const sayings: Sayings = new Map();
  for (const pick of picks) {
    if (pick.kind !== 'union') continue;
    for (const passage of pick.passages) {
      if (passage.state !== 'kept' || passage.kind === 'title') continue;
      sayings.set(sayingKey(passageProfile(passage.kind, passage.text)), keyOf(passage));
    }
  }
  return sayings;
}
