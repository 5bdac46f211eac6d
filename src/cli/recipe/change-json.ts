import type { IngredientChange } from '../../core/recipe/ingredient-change.ts';

/** The shape is public: fields may be added, never renamed or removed. */
export function changeJson({ kind, definition, path, what, effect, before, after }: IngredientChange): unknown {
  return { kind, agent: definition, path, section: what, effect, before, after };
}
