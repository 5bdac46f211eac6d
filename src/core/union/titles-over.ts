import { isSamePassage, standingOf, type UnionPassage, type UnionPick } from '../draft/draft.ts';
import { isWithin } from '../sections/definition-part.ts';

/**
 * A union in which titles and announcing lines follow what changed under them: one under which nothing stands any more goes
 * where that has gone, and one under which something stands again comes back.
 *
 * @param before The union as it was: the same passages, some of them in another state.
 */
export function withTitlesOver(before: UnionPick, after: UnionPick): UnionPick {
  if (before.passages.every((passage, at) => passage === after.passages[at])) return after;
  const passages = [...after.passages];
  // From the last on: what stands under a title may have titles of its own.
  for (let at = passages.length - 1; at >= 0; at -= 1) {
    const title = passages[at];
    if (!title || title.block !== undefined || !isOver(title)) continue;
    const under = placesUnder(passages, at);
    const stands = under.some((place) => isKept(passages[place]));
    if (stands === under.some((place) => isKept(before.passages[place]))) continue;
    const changed = under.find((place) => passages[place] !== before.passages[place]);
    passages[at] = stands ? back(title, passages) : gone(title, changed === undefined ? title : passages[changed]);
  }
  return { ...after, passages };
}

const isKept = (passage: UnionPassage | undefined): boolean => passage?.state === 'kept' && passage.kind !== 'title';

function isOver({ kind, text }: UnionPassage): boolean {
  return kind === 'title' || /[:：][*_]*$/.test(text.trim());
}

/** Another title may stand for one, whatever stands under it; what announces comes back where it went with its list. */
function back(title: UnionPassage, passages: readonly UnionPassage[]): UnionPassage {
  const { kind, by } = title;
  if (kind !== 'title' && by === null) return title;
  const isOfTitle = by !== null && passages.some((one) => one.kind === 'title' && isSamePassage(one, by));
  return kind === 'title' && isOfTitle ? title : { ...title, state: 'kept', by: null };
}

function gone(title: UnionPassage, under: UnionPassage | undefined): UnionPassage {
  if (title.state !== 'kept') return title;
  const { state, by } = under ?? title;
  return { ...title, ...standingOf(state === 'kept' ? 'dropped' : state, by) };
}

/** The places of what stands under a title, wherever it was put, or of the list that a passage announces. */
function placesUnder(passages: readonly UnionPassage[], at: number): readonly number[] {
  const title = passages[at];
  if (!title) return [];
  const end = passages.findIndex((one, place) => place > at && endsUnder(title, one));
  return passages.flatMap((one, place) => {
    const isBehind = place > at && (end < 0 || place < end);
    const isOwn = title.kind === 'title' && one.definition === title.definition && isWithin(title.section, one.section);
    return place !== at && (isBehind || isOwn) ? [place] : [];
  });
}

function endsUnder(title: UnionPassage, one: UnionPassage): boolean {
  if (title.kind !== 'title') return one.kind !== 'item' || (title.kind === 'item' && one.depth <= title.depth);
  const isOfSame = one.by !== null && isSamePassage(one.by, title);
  return one.kind === 'title' && one.depth <= title.depth && !isOfSame && one.block === undefined;
}
