import { createInvertedIndex } from './inverted-index.ts';
import type { SectionProfile } from './section-profile.ts';
import { createVectorizer, type TermVector } from './term-vector.ts';
import { titleLikeness, type WeighedTitle } from './title-weights.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Two sections of different definitions and how much speaks for their being one topic. */
export interface SectionPair {
  readonly a: SectionProfile;
  readonly b: SectionProfile;
  /** 0 is nothing; from {@link ALIKE} on a person would most likely put them together; exact matches go beyond 1. */
  readonly score: number;
}

/** From here on two sections count as the same topic. */
export const ALIKE = 0.44;

/** What texts count beside titles, which count 1. Whole texts are seldom more than half alike. */
const TEXT = 1.3;
/** Doubt about short texts, as much as some three rare words weigh. */
const DOUBT = 25;
/** Standing under sections that are alike themselves. */
const SAME_CONTEXT = 0.15;
/** One tells what the agent knows, the other what it does. */
const KNOWING_AND_DOING = 0.25;
/** Both titles state what for, and not the same; or one does. */
const OTHER_PURPOSE = 0.3;
const PURPOSE_AND_NONE = 0.1;
/** Small things, which decide between equals: a line and a section, a top section and one inside another. */
const OTHER_SHAPE = 0.06;
const OTHER_LEVEL = 0.03;
/** From one end of the document to the other. */
const FAR_APART = 0.05;
/** Ten times as long. */
const TEN_TIMES = 0.03;
/** What openings and closings have in common by their place alone. */
const BOTH_OPEN = 0.55;
const BOTH_CLOSE = 0.5;
/** Context is no evidence by itself, and texts that share less than this cannot come to half of being alike. */
const SOME_EVIDENCE = 0.15;
/** Many times what the eight largest definitions known take. */
const TITLE_LOOK_UPS = 2_000_000;
const TEXT_LOOK_UPS = 40_000_000;
/** Of one section, no more pairs with another definition than these are kept, the best ones. */
const PAIRS_KEPT = 16;

/**
 * The pairs of sections of different definitions that share anything, with what speaks for and against them.
 *
 * Title and text are compared term by term through inverted indices; place, shape, size and context weigh in. The
 * constants were chosen on two thirds of the labelled pairs of `test/evaluation`; `docs/topics.md` has the reasons.
 *
 * @param columns The profiles of each definition.
 * @param titleOf What a section's title counts.
 * @param vocabulary What the numbers of terms stand for.
 * @returns Those with at least half of what it takes to be alike, in document order.
 */
export function sectionPairs(
  columns: readonly (readonly SectionProfile[])[],
  titleOf: (profile: SectionProfile) => WeighedTitle,
  vocabulary: Vocabulary,
): readonly SectionPair[] {
  const vectorOf = createVectorizer(vocabulary);
  const pool = emptyPool();
  const alike: AlikeSections = new Map();
  const found: SectionPair[] = [];
  for (const column of columns) {
    const weighed = column.map(
      (profile): Weighed => ({
        profile,
        title: titleOf(profile),
        text: vectorOf(profile.text, DOUBT),
        size: profile.text.length + 10,
      }),
    );
    for (const one of weighed) found.push(...bestOfEachColumn(pairsWith(one, pool, alike)));
    for (const one of weighed) pool.add(one);
  }
  return found;
}

/** The sections seen so far, and which of them may have something in common with another. */
interface Pool {
  readonly add: (one: Weighed) => void;
  readonly candidates: (one: Weighed) => readonly Candidate[];
}

interface Candidate {
  readonly other: Weighed;
  /** What their titles share; 0 is nothing. */
  readonly title: number;
  /** The cosine of their texts, less where they are short. */
  readonly text: number;
}

function emptyPool(): Pool {
  const titles = createInvertedIndex(Math.min, TITLE_LOOK_UPS);
  const texts = createInvertedIndex((a, b) => a * b, TEXT_LOOK_UPS);
  const seen: Weighed[] = [];
  return {
    add(one) {
      titles.add(one.title.vector);
      texts.add(one.text);
      seen.push(one);
    },
    candidates(one) {
      const byTitle = titles.overlaps(one.title.vector);
      const byText = texts.overlaps(one.text, SOME_EVIDENCE);
      const found: Candidate[] = [];
      const add = (at: number) => {
        const other = seen[at];
        if (other?.profile.role !== one.profile.role) return;
        found.push({ other, title: byTitle.sumOf(at), text: byText.sumOf(at) });
      };
      if (one.profile.role === 'part') {
        byTitle.texts.forEach(add);
        for (const at of byText.texts) if (byTitle.sumOf(at) === 0) add(at);
      } else {
        // Openings and closings are alike by their place, even with nothing in common.
        seen.forEach((_, at) => {
          add(at);
        });
      }
      return found;
    },
  };
}

function pairsWith(one: Weighed, pool: Pool, alike: AlikeSections): readonly SectionPair[] {
  const pairs: SectionPair[] = [];
  for (const candidate of pool.candidates(one)) {
    const score = scoreOf(one, candidate, alike);
    if (score >= ALIKE / 2) pairs.push({ a: candidate.other.profile, b: one.profile, score });
  }
  return pairs;
}

/** For each section those whose title and text alone are like its own; parents are there before their children. */
type AlikeSections = Map<SectionProfile, Set<SectionProfile>>;

interface Weighed {
  readonly profile: SectionProfile;
  readonly title: WeighedTitle;
  readonly text: TermVector;
  /** Terms of the text, a few added so that tiny ones are not worlds apart. */
  readonly size: number;
}

function scoreOf(one: Weighed, { other, title: shared, text }: Candidate, alike: AlikeSections): number {
  const title = shared > 0 ? titleLikeness(one.title, other.title) : 0;
  const likeness = title + TEXT * text;
  if (likeness >= ALIKE) {
    const known = alike.get(one.profile);
    if (known) known.add(other.profile);
    else alike.set(one.profile, new Set([other.profile]));
  }
  switch (one.profile.role) {
    case 'opening':
      return BOTH_OPEN + (1 - BOTH_OPEN) * Math.max(title, text);
    case 'closing':
      return BOTH_CLOSE + (1 - BOTH_CLOSE) * text;
    case 'part': {
      const context = title + text >= SOME_EVIDENCE ? contextOf(one.profile, other.profile, alike) : 0;
      return likeness + context - purposeApart(one.title, other.title) - apart(one, other);
    }
  }
}

function contextOf({ parent: a }: SectionProfile, { parent: b }: SectionProfile, alike: AlikeSections): number {
  if (!a || !b) return a || b ? -OTHER_LEVEL : 0;
  return alike.get(a)?.has(b) ? SAME_CONTEXT : 0;
}

function purposeApart({ purposes: one }: WeighedTitle, { purposes: other }: WeighedTitle): number {
  for (const purpose of one) if (other.has(purpose)) return 0;
  if (one.size > 0 && other.size > 0) return OTHER_PURPOSE;
  return one.size > 0 || other.size > 0 ? PURPOSE_AND_NONE : 0;
}

function apart({ profile: one, size }: Weighed, { profile: other, size: otherSize }: Weighed): number {
  const kind = one.kind && other.kind && one.kind !== other.kind ? KNOWING_AND_DOING : 0;
  const shape = one.isLine === other.isLine ? 0 : OTHER_SHAPE;
  const place = FAR_APART * Math.abs(one.position - other.position);
  return kind + shape + place + TEN_TIMES * Math.abs(Math.log10(size / otherSize));
}

function bestOfEachColumn(pairs: readonly SectionPair[]): readonly SectionPair[] {
  if (pairs.length <= PAIRS_KEPT) return pairs;
  const kept = new Map<number, number>();
  return [...pairs]
    .sort((p, q) => q.score - p.score || p.a.index - q.a.index)
    .filter(({ a: { column } }) => {
      const count = kept.get(column) ?? 0;
      kept.set(column, count + 1);
      return count < PAIRS_KEPT;
    });
}
