import type { ParsedDefinition, Section } from '../agent-definition.ts';
import type { Provenance, UnionPassage, UnionPick } from '../draft.ts';
import { passagesOf } from '../passages/passages-of.ts';
import { flattenSections } from '../section-text.ts';
import { plainTitle } from '../sections/section-title.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import { putIn } from './added-passages.ts';
import { type AnyPassage, matchPassages } from './match-passages.ts';
import { isSameText } from './word-likeness.ts';

/** A passage of a union before and after; `null` where there is none. */
export interface PassageMove {
  readonly before: UnionPassage | null;
  readonly after: UnionPassage | null;
}

/** A union with what one ingredient says now. */
export interface RefreshedUnion {
  /** What stands for what is still as it was: `settleStanding` puts that right. */
  readonly union: UnionPick;
  readonly moves: readonly PassageMove[];
  /** Sections that are no longer there; what was taken from them stays. */
  readonly gone: readonly string[];
}

/**
 * A union in which what one ingredient says is as in its file now: other wordings in place of the old ones, what is new
 * behind what it stands behind in the file, and without what is no longer there.
 *
 * @param isElsewhere Whether another pick of the draft has a section of this ingredient.
 */
export function refreshUnion(
  union: UnionPick,
  { path, definition: id, agent }: Provenance,
  definition: ParsedDefinition,
  isElsewhere: (section: string) => boolean,
): RefreshedUnion {
  const isOwn = (passage: UnionPassage) => passage.path === path && passage.definition === id;
  const own = union.passages.filter(isOwn);
  const roots = rootsOf(own).map((root) => ({ root, now: rootNow(root, own, sectionsOf(definition)) }));
  const gone = roots.filter(({ now }) => now === null).map(({ root }) => root);
  const before = own.filter(({ section }) => !gone.some((root) => isWithin(root, section)));
  const renamed = new Map(roots.flatMap(({ root, now }) => (now && now.id !== root ? [[root, now.id] as const] : [])));
  const after = roots.flatMap(({ now }) => (now ? passagesIn(now, isElsewhere) : []));
  const match = matchPassages(
    before.map((passage) => ({ ...passage, section: sectionNow(passage.section, renamed) })),
    after.map(withoutLine),
  );
  const moves = before.map((old, at) => ({ before: old, after: passageNow(old, after[match[at] ?? -1]) }));
  const nowOf = new Map(moves.map((move) => [move.before, move.after]));
  const kept = union.passages.flatMap((passage) => (nowOf.has(passage) ? (nowOf.get(passage) ?? []) : [passage]));
  const isNew = after.map((_, at) => !match.includes(at));
  const provenance = { definition: id, agent, path };
  const { passages, added } = putIn(kept, after.map(withoutLine), isNew, provenance, sectionsOf(definition));
  return {
    union: isUnchanged(union.passages, passages) ? union : { ...union, passages },
    moves: [...moves, ...added.map((passage) => ({ before: null, after: passage }))],
    gone,
  };
}

function isUnchanged(before: readonly UnionPassage[], after: readonly UnionPassage[]): boolean {
  return before.length === after.length && before.every((passage, at) => passage === after[at]);
}

function passageNow(old: UnionPassage, now: AnyPassage | undefined): UnionPassage | null {
  if (!now) return null;
  const text = isSameText(old.text, now.text) ? old.text : now.text;
  const isSame = text === old.text && now.section === old.section && now.index === old.index;
  return isSame ? old : { ...old, section: now.section, index: now.index, text };
}

function withoutLine({ section, index, kind, text }: AnyPassage): AnyPassage {
  return { section, index, kind, text };
}

function isWithin(root: string, section: string): boolean {
  return section === root || section.startsWith(`${root}/`);
}

/** The sections that passages are of, without those inside others of them. */
function rootsOf(passages: readonly AnyPassage[]): readonly string[] {
  const sections = [...new Set(passages.map(({ section }) => section))];
  return sections.filter((one) => !sections.some((other) => other !== one && isWithin(other, one)));
}

/** The section that a root is now: the one with its id, or else with its title. */
function rootNow(root: string, own: readonly AnyPassage[], sections: readonly Section[]): Section | null {
  const all = flattenSections(sections);
  const byId = all.find(({ id }) => id === root);
  if (byId) return byId;
  const first = own.find(({ section, index, kind }) => section === root && (kind === 'title' || index === 1));
  const title = first && plainTitle(first.text.split('\n', 1)[0] ?? '');
  return all.find((section) => section.title !== '' && section.title === title) ?? null;
}

function sectionNow(section: string, renamed: ReadonlyMap<string, string>): string {
  for (const [root, now] of renamed) if (isWithin(root, section)) return now + section.slice(root.length);
  return section;
}

/** The passages of a section and of what is inside it, but for what another pick has. */
function passagesIn(section: Section, isElsewhere: (id: string) => boolean): readonly AnyPassage[] {
  const inner = section.sections.filter(({ id }) => !isElsewhere(id));
  return [...passagesOf(section), ...inner.flatMap((one) => passagesIn(one, isElsewhere))];
}
