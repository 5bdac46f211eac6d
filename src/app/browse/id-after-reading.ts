import { pathWhenOn } from '../../core/definition/switched-off.ts';
import { once } from '../../kit/once.ts';
import { definitionById } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';

/**
 * What an agent is called once its library was read again: where it was switched on or off, or another of its name came or
 * went, it can be called otherwise, and another as it was.
 *
 * @returns By the id of before; `null` for what is there no more.
 */
export function idAfterReading(before: Model, next: Model): (id: string) => string | null {
  const byPath = once(() => {
    const { definitions } = next.library;
    return new Map([
      ...definitions.map(({ path, id }) => [pathWhenOn(path), id] as const),
      ...definitions.map(({ path, id }) => [path, id] as const),
    ]);
  });
  return (id) => {
    const path = definitionById(before, id)?.path;
    if (path === undefined) return definitionById(next, id)?.id ?? null;
    return byPath().get(path) ?? byPath().get(pathWhenOn(path)) ?? null;
  };
}
