import { pressedKeys, routeKey } from '../../src/app/commands/route-key.ts';
import type { Model } from '../../src/app/model/model.ts';
import { update } from '../../src/app/update.ts';
import { LINEAR_SIZE } from '../../src/ui/linear/line-display.ts';
import { linesOf } from '../../src/ui/linear/lines-of.ts';
import { aModel, type ModelParts, SURROUNDINGS } from './a-model.ts';
import { promptsSearched } from './search-worked.ts';

/** A model as linear mode has it. */
export function aLinearModel(parts: ModelParts = {}): Model {
  return aModel({ surroundings: { ...SURROUNDINGS, linear: true }, size: LINEAR_SIZE, ...parts });
}

/** What was told of the last of some keys, and the model after all of them; what they ask of the outside is left undone. */
export function toldAfter(
  model: Model,
  ...keys: readonly string[]
): { readonly lines: readonly string[]; readonly model: Model } {
  let lines: readonly string[] = [];
  let now = model;
  for (const key of keys) {
    for (const pressed of pressedKeys(now, key)) {
      const action = routeKey(now, pressed);
      if (!action) continue;
      const { model: next } = update(now, action);
      lines = linesOf(now, next, action);
      now = next;
    }
    const searched = promptsSearched(now);
    if (!searched) continue;
    const { model: next } = update(now, searched);
    lines = [...lines, ...linesOf(now, next, searched)];
    now = next;
  }
  return { lines, model: now };
}
