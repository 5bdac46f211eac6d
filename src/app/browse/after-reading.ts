import { pathWhenOn } from '../../core/definition/switched-off.ts';
import { once } from '../../kit/once.ts';
import type { BrowseState } from '../model/browse-state.ts';
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

/**
 * The marks once the library was read again: on what is still there, and on what has come back since it went.
 *
 * @param idOf What an agent of before is called now; `null` for what is there no more.
 */
export function marksAfter(
  before: Model,
  next: Model,
  idOf: (id: string) => string | null,
): Pick<BrowseState, 'marked' | 'lostMarks'> {
  const { marked, lostMarks } = before.browse;
  const kept = marked.flatMap((id) => idOf(id) ?? []);
  if (lostMarks.length === 0 && kept.length === marked.length) return { marked: kept, lostMarks };
  const lost = new Set(lostMarks);
  const back = next.library.definitions.filter(({ path }) => lost.has(path));
  for (const { path } of back) lost.delete(path);
  for (const id of marked) {
    const path = idOf(id) === null ? definitionById(before, id)?.path : undefined;
    if (path !== undefined) lost.add(path);
  }
  return { marked: [...new Set([...kept, ...back.map(({ id }) => id)])], lostMarks: [...lost] };
}
