import type { TopicReason } from './comparison.ts';
import { createInvertedIndex, type InvertedIndex } from './inverted-index.ts';
import type { SectionProfile } from './section-profile.ts';
import type { Vocabulary } from './term-numbers.ts';
import { termTable, textTable } from './term-table.ts';
import { sharesSubject, titleLikeness, type WeighedTitle } from './title-weights.ts';

/** Two sections of different definitions and how much speaks for their being one topic. */
export interface SectionPair {
  readonly a: SectionProfile;
  readonly b: SectionProfile;
  /** 0 is nothing; from {@link ALIKE} on a person would most likely put them together; exact matches go beyond 1. */
  readonly score: number;
  /** What speaks for it most. */
  readonly by: TopicReason['by'];
}

/** From here on two sections count as the same topic. */
export const ALIKE = 0.44;

/** What texts count beside titles, which count 1. Whole texts are seldom more than half alike. */
const TEXT = 1.1;
/** Doubt about short texts, as much as some three rare words weigh. */
const DOUBT = 20;
/** Standing under sections that are alike themselves. */
const SAME_CONTEXT = 0.09;
/** An item, and something under sections that are not. */
const LINE_ELSEWHERE = 0.25;
/** One tells what the agent knows, the other what it does. */
const KNOWING_AND_DOING = 0.2;
/** Both titles state what for, and not the same; or one does. */
const OTHER_PURPOSE = 0.3;
const PURPOSE_AND_NONE = 0.2;
/** Purposes that go over into each other; where both are told in steps, that speaks for them. */
const KINDRED_PURPOSE = -0.05;
const KINDRED_STEPS = -0.25;
/** Titles share a purpose and nothing else: of an item of a list and a section; of one at the top and one inside. */
const ITEM_BY_PURPOSE = 0.5;
const INSIDE_BY_PURPOSE = 0.2;
/** One only announces what the section around it says, which is there to be met. */
const ANNOUNCES_ALL = 0.3;
/** Small things, which decide between equals: a line and a section, a top section and one inside another. */
const OTHER_SHAPE = 0.06;
const OTHER_LEVEL = 0.03;
/** From one end of the document to the other. */
const FAR_APART = 0.05;
/** Ten times as long. */
const TEN_TIMES = 0.03;
/** What openings and closings have in common by their place alone. */
const BOTH_OPEN = 0.55;
const EMPTY_OPEN = 0.46;
const STANDS_IN = 0.5;
const BOTH_CLOSE = 0.5;
/** What stands in for an opening, and not the opening that the other has. */
const MISSES_OPENING = 0.3;
/** Context is no evidence by itself, and texts that share less than this cannot come to half of being alike. */
const SOME_EVIDENCE = 0.15;
/** Many times what the eight largest definitions known take. */
const TITLE_LOOK_UPS = 2_000_000;
const TEXT_LOOK_UPS = 40_000_000;
/** Pairs with less are not told of. */
const LEAST = ALIKE / 2;
/** Of one section, no more pairs with another definition than these are kept, the best ones. */
const PAIRS_KEPT = 16;

/**
 * The pairs of sections of different definitions that share anything, with what speaks for and against them.
 *
 * Title and text are compared term by term through inverted indices; place, shape, size and context weigh in. The
 * constants were chosen on the labels for tuning of `test/evaluation`; `docs/topics.md` has the reasons.
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
  const opened = new Set(
    columns.flatMap((column) => column.find((one) => opens(one) && one.text.length > 0)?.column ?? []),
  );
  const sections = columns.flat().map(
    (profile): Weighed => ({
      profile,
      title: titleOf(profile),
      magnitude: Math.log10(profile.text.length + 10),
      hasOpening: opened.has(profile.column),
    }),
  );
  const pool: Pool = {
    sections,
    titles: createInvertedIndex(termTable(sections.map(({ title }) => title)), TITLE_LOOK_UPS),
    texts: createInvertedIndex(
      textTable(
        sections.map(({ profile }) => profile.text),
        vocabulary.weights,
        DOUBT,
      ),
      TEXT_LOOK_UPS,
    ),
    alike: new Map(),
  };
  const found: SectionPair[] = [];
  let start = 0;
  for (const { length } of columns) {
    for (let at = start; at < start + length; at += 1) {
      for (const pair of bestOfEachColumn(pairsWith(at, start, pool))) found.push(pair);
    }
    for (let at = start; at < start + length; at += 1) {
      pool.titles.add(at);
      pool.texts.add(at);
    }
    start += length;
  }
  return found;
}

/** All sections, with what is known of those of the definitions gone through so far. */
interface Pool {
  readonly sections: readonly Weighed[];
  readonly titles: InvertedIndex;
  readonly texts: InvertedIndex;
  readonly alike: AlikeSections;
}

/** The pairs of a section with those before a place, which are of other definitions. */
function pairsWith(at: number, start: number, { sections, titles, texts, alike }: Pool): readonly SectionPair[] {
  const one = sections[at];
  if (!one) return [];
  const byTitle = titles.overlaps(at);
  const byText = texts.overlaps(at);
  const pairs: SectionPair[] = [];
  const consider = (place: number) => {
    const other = sections[place];
    if (!other || !canMeet(one.profile, other.profile)) return;
    const title = byTitle.products[place] === 0 ? 0 : titleLikeness(one.title, other.title);
    const text = byText.products[place] ?? 0;
    const score = scoreOf(one, other, title, text, alike);
    if (score < LEAST) return;
    const by = title >= TEXT * text ? 'title' : 'text';
    pairs.push({ a: other.profile, b: one.profile, score, by: byPlace(one.profile, other.profile) ? 'place' : by });
  };
  if (one.profile.role === 'part' && !one.profile.introduces) {
    for (let nth = 0; nth < byTitle.count; nth += 1) consider(byTitle.texts[nth] ?? 0);
    for (let nth = 0; nth < byText.count; nth += 1) {
      const place = byText.texts[nth] ?? 0;
      if ((byText.products[place] ?? 0) >= SOME_EVIDENCE && byTitle.products[place] === 0) consider(place);
    }
  } else {
    // Openings and closings are alike by their place, even with nothing in common.
    for (let place = 0; place < start; place += 1) consider(place);
  }
  return pairs;
}

/** For each section those whose title and text alone are like its own; parents are there before their children. */
type AlikeSections = Map<SectionProfile, Set<SectionProfile>>;

interface Weighed {
  readonly profile: SectionProfile;
  readonly title: WeighedTitle;
  /** Logarithm of how many terms its text has, a few added so that tiny ones are not worlds apart. */
  readonly magnitude: number;
  /** Whether something introduces its definition. */
  readonly hasOpening: boolean;
}

/**
 * @param title How much their titles say the same.
 * @param text The cosine of their texts, less where they are short.
 */
function scoreOf(one: Weighed, other: Weighed, title: number, text: number, alike: AlikeSections): number {
  const likeness = title + TEXT * text;
  if (likeness >= ALIKE) {
    const known = alike.get(one.profile);
    if (known) known.add(other.profile);
    else alike.set(one.profile, new Set([other.profile]));
  }
  if (bothOpen(one.profile, other.profile))
    return opening(one.profile, other.profile) + (1 - BOTH_OPEN) * Math.max(title, text);
  if (one.profile.role !== other.profile.role) return title + TEXT * text - OTHER_SHAPE;
  if (one.profile.role === 'closing') return BOTH_CLOSE + (1 - BOTH_CLOSE) * text;
  if (likeness + SAME_CONTEXT < LEAST) return 0;
  const context = title + text >= SOME_EVIDENCE ? contextOf(one.profile, other.profile, alike) : 0;
  const against = purposeApart(one, other) + apart(one, other) + byPurposeAlone(one, other, title);
  return likeness + context - against - (missesOpening(one, other) || missesOpening(other, one) ? MISSES_OPENING : 0);
}

/** Openings meet openings and what stands in for one, mere titles each other, and closings the last section too. */
function canMeet(one: SectionProfile, other: SectionProfile): boolean {
  if (isEmptyWhole(one) !== isEmptyWhole(other) && !bothOpen(one, other)) return false;
  if (one.role === other.role || bothOpen(one, other)) return true;
  if (one.text.length === 0 && other.text.length === 0) return true;
  return (one.role === 'closing' && other.position === 1) || (other.role === 'closing' && one.position === 1);
}

/** Whether a section holds a whole document and says nothing itself. */
function isEmptyWhole({ section, text }: SectionProfile): boolean {
  return text.length === 0 && section.sections.length > 0;
}

/** Whether two sections meet for where they stand, whatever they say. */
function byPlace(one: SectionProfile, other: SectionProfile): boolean {
  return bothOpen(one, other) || (one.role === 'closing' && other.role === 'closing');
}

function bothOpen(one: SectionProfile, other: SectionProfile): boolean {
  return opens(one) && opens(other);
}

function opens({ role, introduces }: SectionProfile): boolean {
  return role === 'opening' || introduces;
}

function missesOpening({ profile }: Weighed, other: Weighed): boolean {
  return profile.introduces && other.hasOpening;
}

/** A title without text opens less than what has some, and what stands in for an opening less than one. */
function opening(one: SectionProfile, other: SectionProfile): number {
  if ((one.text.length === 0) !== (other.text.length === 0)) return EMPTY_OPEN;
  return one.role === other.role ? BOTH_OPEN : STANDS_IN;
}

/** An item says little without the list it stands in. */
function contextOf(one: SectionProfile, other: SectionProfile, alike: AlikeSections): number {
  const [a, b] = [one.parent, other.parent];
  if (!a && !b) return 0;
  if (a && b && alike.get(a)?.has(b)) return SAME_CONTEXT;
  if (one.isLine || other.isLine) return -LINE_ELSEWHERE;
  return a && b ? 0 : -OTHER_LEVEL;
}

function purposeApart(one: Weighed, other: Weighed): number {
  const [purposes, others] = [one.title.purposes, other.title.purposes];
  if (purposes.length === 0 && others.length === 0) return 0;
  if (purposes.length === 0 || others.length === 0) return PURPOSE_AND_NONE;
  if (sharesPurpose(one, other)) return 0;
  if (!one.title.kindred || !other.title.kindred) return OTHER_PURPOSE;
  return one.profile.isSteps && other.profile.isSteps ? KINDRED_STEPS : KINDRED_PURPOSE;
}

function sharesPurpose({ title: one }: Weighed, { title: other }: Weighed): boolean {
  return one.purposes.some((purpose) => other.purposes.includes(purpose));
}

/**
 * A word for a purpose brings together what stands alike: neither an item of a list and a section, `Practical Examples`
 * and `Examples`, nor a section at the top and one inside another.
 */
function byPurposeAlone(one: Weighed, other: Weighed, title: number): number {
  if (title === 0 || !sharesPurpose(one, other) || sharesSubject(one.title, other.title)) return 0;
  const [a, b] = [one.profile, other.profile];
  if (a.isLine !== b.isLine) return ITEM_BY_PURPOSE;
  return (a.parent === null) === (b.parent === null) ? 0 : INSIDE_BY_PURPOSE;
}

function apart({ profile: one, magnitude }: Weighed, { profile: other, magnitude: otherMagnitude }: Weighed): number {
  const kind = one.kind && other.kind && one.kind !== other.kind ? KNOWING_AND_DOING : 0;
  const shape = one.isLine === other.isLine ? 0 : OTHER_SHAPE;
  const announced = one.announcesAll === other.announcesAll ? 0 : ANNOUNCES_ALL;
  const place = FAR_APART * Math.abs(one.position - other.position);
  return kind + shape + announced + place + TEN_TIMES * Math.abs(magnitude - otherMagnitude);
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
