import type { Turn } from './clauses.ts';
import type { Meaning } from './lexicon.ts';
import type { NumberSaid } from './number-said.ts';

/** A passage, read for what it says. */
export interface Passage {
  /** Its words and numbers, whatever their case, punctuation and markup. */
  readonly saying: string;
  /** Code, tables and what is too long to be compared say something else with every sign that differs. */
  readonly isVerbatim: boolean;
  /** How much each of its terms weighs. */
  readonly weights: ReadonlyMap<string, number>;
  /** What all of them weigh. */
  readonly weight: number;
  readonly mentions: readonly Mention[];
  /** By stretch whether it is affirmed (1) or denied (-1). */
  readonly signs: readonly (1 | -1)[];
  /** Whether it denies nothing. */
  readonly isPlain: boolean;
  readonly numbers: readonly NumberSaid[];
  readonly modality: Qualifier<'must' | 'optional'> | null;
  readonly extent: Qualifier<'all' | 'only'> | null;
  /** Whether it says of two which is liked better. */
  readonly prefers: boolean;
  readonly denial: Denial | null;
  /** Whether it tells or instructs, rather than naming a thing. */
  readonly isStatement: boolean;
  readonly firstWord: string;
  /** Whether it is told what to look for. */
  readonly isSeeking: boolean;
  /** Whether it is asked, quoted or to be filled in: then it claims nothing. */
  readonly isExample: boolean;
  readonly language: Language;
  /** Whether it is a bold title with nothing behind it. */
  readonly isTitleAlone: boolean;
  /** The terms of its title, where it has one and text behind it. */
  readonly title: ReadonlySet<string>;
}

/** The first word that denies. */
interface Denial {
  /** As it is written. */
  readonly raw: string;
  /** The verb behind it; empty where it denies a thing. */
  readonly next: string;
  /** Whether it reaches only what is next to it: `without`. */
  readonly isOfNext: boolean;
}

/** A term where it stands. */
export interface Mention {
  readonly key: string;
  /** As it is written. */
  readonly raw: string;
  /** The stretch of the passage it stands in, which has a sign. */
  readonly stretch: number;
  /** Whether it comes first, second, or without an order. */
  readonly turn: Turn;
  readonly meaning: Meaning | null;
}

interface Qualifier<Kind> {
  readonly kind: Kind;
  readonly raw: string;
}

/** As far as it matters: what one language denies is not found in the words of another. */
export type Language = 'english' | 'latin' | 'other letters' | 'chinese' | 'japanese';
