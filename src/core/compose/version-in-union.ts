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
  const { passages: settled, ...rest } = withTitlesOver(union, { ...union, passages });
  // Of the topic itself what was asked for stands, whatever stands beside it.
  return {
    ...rest,
    passages: settled.map((passage, at) => (all?.has(passageKeyText(passage)) ? (passages[at] ?? passage) : passage)),
  };
}

/**
 * A union that says more than one topic, in which the versions of a topic stand as they do where all is merged, and what they
 * stand for elsewhere in it goes again.
 *
 * @param versions The passages of all versions of the topic.
 * @param merged All as it is merged.
 */
export function withTopicMerged(
  union: UnionPick,
  versions: readonly PassageKey[],
  merged: readonly UnionPick[],
): UnionPick {
  const own = new Set(versions.map(passageKeyText));
  const then = new Map(merged.flatMap(({ passages }) => passages.map((one) => [passageKeyText(one), one] as const)));
  const passages = union.passages.map((passage): UnionPick['passages'][number] => {
    const text = passageKeyText(passage);
    const was = then.get(text);
    const isOf = own.has(text) || (was?.by !== undefined && was.by !== null && own.has(passageKeyText(was.by)));
    return was && isOf ? { ...passage, ...standingOf(was.state, was.by) } : passage;
  });
  return withTitlesOver(union, { ...union, passages });
}
