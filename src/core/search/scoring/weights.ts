/**
 * Every number that decides what comes first, so that they can be seen beside each other. All were set by
 * `npm run eval:search`; docs/search.md says how, and what each is worth.
 *
 * A definition's score is the best of three readings of the query: the name typed in full or begun, words found
 * anywhere, letters of the name.
 */

// How well a word of the query fits a word of a definition, from 0 to 1.

/** The word itself. */
export const SAME_WORD = 1;
/** A longer word that begins so: from this, for a single letter of it, up to this and {@link LENGTH_SHARE}. */
export const WORD_BEGINS = 0.75;
/** A longer word that holds it: `sql` in `postgresql`. */
export const WORD_HOLDS = 0.45;
/** Added in proportion to how much of the word was typed. */
export const LENGTH_SHARE = 0.2;
/** Two neighbouring letters swapped, the mistake that fast fingers make. */
export const SWAPPED_LETTERS = 0.7;
/** Any other single mistake; fuse.js' score, which rises with the share of wrong letters, is taken from it. */
export const ONE_MISTAKE = 0.75;
/** The letters in their order with others between them: `dsgn` for `design`. */
export const LETTERS_LEFT_OUT = 0.5;
/** Another form or spelling of it: `refactor` for `refactoring`. */
export const SAME_FORM = 0.85;
/** The same for a word that nobody uses, which is less than what it may be a mistake for. */
export const FORM_OF_UNKNOWN = 0.6;
/** What it is short for: `database` for `db`, `kubernetes` for `k8s`. */
export const SHORT_FORM = 0.8;
/** What is short for it, and what it is short for by its letters alone: `db` for `database`, its initials. */
export const LONG_FORM = 0.7;
/** What everybody knows that an acronym stands for. */
export const KNOWN_LONG_FORM = 0.85;
/** What somebody may mean with an everyday word: `performance` for `slow`. */
export const TRADE_WORD = 0.5;
/** The same for two of them, which are surer together: `authentication` for `sign in`. */
export const TRADE_WORD_OF_TWO = 0.9;
/** Two words that are joined in the query, or one that is split in it. */
export const JOINED_WORDS = 0.85;
/** Of longer words that begin with an acronym, or hold it, this much is kept: `clip` for `cli`. */
export const BESIDE_ACRONYM = 0.5;
/** Of initials that say what hardly anybody says with these letters this much is kept. */
export const FEW_SAY_SO = 0.3;
/** Of a mistyped word this much is kept however much longer the word found is. */
export const LOOSE_FLOOR = 0.6;

// What a word is worth where it is found.

export const IN_NAME = 1;
/** In a description of a single word, and in one of {@link LONGEST}; in between by the logarithm of the length. */
export const IN_DESCRIPTION = 0.85;
export const IN_LONG_DESCRIPTION = 0.5;

/** Where only a folder that a definition lies in is called so: of what all words are worth this much is kept. */
export const IN_FOLDER = 0.02;

// How the words of a query come together.

/** Each word weighs this, and more the fewer definitions have it. */
export const ANY_WORD = 1;
/** If no definition has all words, those with the most count, for this power of the share they have. */
export const MISSING_WORDS = 2;
/** So many words and more describe what is meant: what lacks some of them is found too. */
export const DESCRIBING = 3;
/** Of the worth of words of a description this much is kept however long the text is, half of the rest at so many words. */
export const KEPT_OF_LONG = 0.3;
export const LONG_TEXT = 100;
/** This much is kept of words that stand far from each other. */
export const KEPT_OF_STREWN = 0.6;
/** What has less than this share of what the words of a description weigh is not found by it. */
export const LEAST_OF_DESCRIPTION = 0.3;
/** Of definitions with the same words, the one whose name holds little else is meant; this much is kept by others. */
export const COVERAGE_FLOOR = 0.85;
/** The most that words can reach: a name in full reaches 1, one that begins so nearly that. */
export const WORDS_CEILING = 0.9;
/** What lies between the best words and a name in full, given out in proportion to how much of the name was typed. */
export const NAME_BEGINS = 0.09;
/** A name that only begins with a word which other names have as their own, as `redis` does with `red`. */
export const NAME_BEGINS_OTHERWISE = 0.7;
/** The same where that word is an acronym, as `rails` with `rai`. */
export const NAME_BEGINS_WITH_ACRONYM = 0.4;

/** What has some of its words in the prompt alone comes below all else. */
export const IN_PROMPT = 0.01;

/** A definition that meets one side of `words | filter:value` by the filter alone. */
export const FILTERS_ALONE = 0.4;

// Letters of a name.

/** A letter at the beginning of a word: of the first one, or of the one after that of the letter before. */
export const WORD_START = 1;
/** The same after words were passed over. */
export const SKIPPING_START = 0.5;
/** The letter right after the one before. */
export const NEXT_LETTER = 0.9;
/** A letter further on in the same word. */
export const LATER_LETTER = 0.5;
/** A letter inside of another word. */
export const STRAY_LETTER = 0.1;
/** The mean of the letters has to reach this, or chance would find names everywhere. */
export const MIN_ABBREVIATION = 0.62;
/** Two letters are found by chance in most names: both have to begin a word or stand together. */
export const MIN_TWO_LETTERS = 0.9;
/** Where words stand as typed in more definitions than this, they are not tried as letters, which takes time. */
export const MANY_BY_WORDS = 1_000;
/** Where words that it may be a mistake for stand in more than this, a query is tried as initials only. */
export const MANY_BY_GUESS = 20_000;
/** Of letters that do not all start words this much is kept where what was typed is a word that somebody uses. */
export const LETTERS_OF_A_WORD = 0.5;
/** Taken from the mean, so that poor abbreviations rank below words found in a description. */
export const ABBREVIATION_HANDICAP = 0.2;
