import { type PassageKey, standingOf, type UnionPick } from '../draft/draft.ts';
import { passageKeyText } from '../union/passage-key.ts';
import { withTitlesOver } from '../union/titles-over.ts';

/** Whether a union says more than some passages. */
export function saysMoreThan(union: UnionPick, keys: readonly PassageKey[]): boolean {
  const texts = new Set(keys.map(passageKeyText));
  return union.passages.some((passage) => !texts.has(passageKeyText(passage)));
}

/**
 * A union that says more than one topic, with one version of a topic standing in its place and the others left out. What a
 * passage that goes stood for elsewhere in the union stands again.
 *
 * @param versions The passages of all versions of the topic.
 * @param version Those of the one that is to stand.
 */
export function withVersionAlone(
  union: UnionPick,
  versions: readonly PassageKey[],
  version: readonly PassageKey[],
): UnionPick {
  const [all, own] = [versions, version].map((keys) => new Set(keys.map(passageKeyText)));
  const isGone = (text: string): boolean => all?.has(text) === true && own?.has(text) !== true;
  const passages = union.passages.map((passage): UnionPick['passages'][number] => {
    const text = passageKeyText(passage);
    if (own?.has(text)) return { ...passage, state: 'kept', by: null };
    if (isGone(text)) return passage.state === 'kept' ? { ...passage, state: 'dropped', by: null } : passage;
    const isOrphan = passage.by !== null && isGone(passageKeyText(passage.by));
    return isOrphan ? { ...passage, state: 'kept', by: null } : passage;
  });
  return withTitlesOver(union, { ...union, passages });
}

/** A union that says more than one topic, in which the versions of a topic stand as they do in their own union. */
export function withTopicMerged(union: UnionPick, topic: UnionPick): UnionPick {
  const merged = new Map(topic.passages.map((passage) => [passageKeyText(passage), passage]));
  const passages = union.passages.map((passage) => {
    const own = merged.get(passageKeyText(passage));
    return own ? { ...passage, ...standingOf(own.state, own.by) } : passage;
  });
  return withTitlesOver(union, { ...union, passages });
}
