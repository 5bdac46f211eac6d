import { isLongForm, joinedForms } from '../words/acronyms.ts';
import { type Expansion, expandLiterally, expandLoosely } from './expand-word.ts';
import { expandMeaning, expandToTrade } from './other-words.ts';
import {
  best,
  collector,
  expandExactly,
  raised,
  raiseFolders,
  raiseRow,
  raiseWords,
  rangesOf,
  type TermGround,
  type TermScores,
  usageOf,
} from './term-ground.ts';
import {
  BESIDE_ACRONYM,
  FORM_OF_UNKNOWN,
  JOINED_WORDS,
  KNOWN_LONG_FORM,
  LONG_FORM,
  SAME_FORM,
  SAME_WORD,
} from './weights.ts';
import { initialsOf, partsOf } from './words-in-a-row.ts';

/** Below so many definitions that have a word as typed, something else may be meant. */
const ENOUGH = 3;
/** Where more have a word it is not looked for in two. */
const MANY = 16;

/**
 * What a word of a query is worth: as typed, as what it stands for, and if hardly a definition has it, as what it may be a
 * mistake or an abbreviation for.
 */
export function scoreWord(ground: TermGround, query: string): TermScores {
  const { index, isThere } = ground;
  const { vocabulary } = index.words;
  const usage = usageOf(ground, query);
  const known = isLongForm(query) === null ? null : initialsOf(query, index, isThere);
  const isKnown = known?.isKnown === true;
  const isShort = ground.shortForms.longOf(query).length > 0;
  const isWord = usage.isWord || isKnown || isShort;
  const isAcronym = usage.isAcronym || isKnown;
  const all = expandLiterally(query, vocabulary);
  const literally = isAcronym || isShort ? besideAcronym(all, vocabulary.find(`${query}s`)) : all;
  raiseWords(ground, literally, null);
  const isLiteral = collector.size() >= ENOUGH;
  // A word that nobody has ever used may as well be mistyped.
  const ofForm = vocabulary.find(query) === undefined ? FORM_OF_UNKNOWN : SAME_FORM;
  const joined = joinedForms(query).map((word) => raised(expandExactly(word, index), KNOWN_LONG_FORM));
  const meaning = best([expandMeaning(query, vocabulary, ground.shortForms, ofForm), ...joined]);
  raiseWords(ground, meaning, null);
  // Where nobody says what it stands for, it is a word like others.
  const isInitials = isKnown || !isLiteral || isAcronym;
  const initials = isInitials ? (known ?? initialsOf(query, index, isThere)) : null;
  raiseRow(ground, initials, isKnown ? KNOWN_LONG_FORM : LONG_FORM);
  const isRare = usage.isWord ? collector.size() < MANY : !isLiteral && !isWord;
  const parts = !isRare ? null : partsOf(query, index, isThere);
  raiseRow(ground, parts, JOINED_WORDS);
  const loosely = isLiteral || query.startsWith('.') ? null : expandLoosely(query, vocabulary);
  if (loosely) raiseWords(ground, loosely, null);
  const expansion = best([literally, meaning, ...(loosely ? [loosely] : [])]);
  const ofWords = rangesOf(ground, query, expansion, null);
  const holders = collector.size();
  raiseFolders(ground, query);
  const found = collector.take();
  return {
    found,
    // Where only folders have it, they say it.
    holders: holders || found.slots.length,
    isLiteral,
    isWord,
    isAcronym,
    words: expansion,
    rangesIn: (words, field) => {
      const ranges = ofWords(words, field);
      return ranges.length > 0 ? ranges : [initials, parts].flatMap((row) => row?.rangesIn(words) ?? []);
    },
  };
}

/** What an acronym stands for: of longer words its plural, and hardly those that only begin with these letters, or hold them. */
function besideAcronym(expansion: Expansion, plural: number | undefined): Expansion {
  const worth = (number: number, quality: number) =>
    quality === SAME_WORD ? quality : number === plural ? SAME_FORM : BESIDE_ACRONYM * quality;
  return new Map([...expansion].map(([number, quality]) => [number, worth(number, quality)]));
}

/**
 * What a word of a description is worth: a word that somebody uses, in whatever form, is no mistake, and a short one no part of
 * another but where it is the last, which may be unfinished.
 */
export function scoreDescribing(ground: TermGround, query: string, mayGoOn: boolean): TermScores {
  const { index } = ground;
  const { vocabulary } = index.words;
  const { isWord, isAcronym } = usageOf(ground, query);
  const exactly = expandExactly(query, index);
  const meaning = expandMeaning(query, vocabulary, ground.shortForms, SAME_FORM);
  raiseWords(ground, exactly, null);
  raiseWords(ground, meaning, null);
  const own = collector.size();
  const trade = expandToTrade(query, vocabulary);
  raiseWords(ground, trade, null);
  // A single letter is a word, or one hardly begun.
  const isLetter = query.length === 1;
  if (collector.size() === 0 && !isLetter) return scoreWord(ground, query);
  const isMeant = own === 0;
  const begun = mayGoOn && !isLetter && !isMeant ? expandLiterally(query, vocabulary) : new Map<number, number>();
  raiseWords(ground, begun, null);
  const initials = isAcronym ? initialsOf(query, index, ground.isThere) : null;
  raiseRow(ground, initials, LONG_FORM);
  const words = best([exactly, meaning, begun, trade]);
  const ofWords = rangesOf(ground, query, words, null);
  const rangesIn: TermScores['rangesIn'] = (own, field) => [...ofWords(own, field), ...(initials?.rangesIn(own) ?? [])];
  const holders = own || collector.size();
  raiseFolders(ground, query);
  return { found: collector.take(), holders, isLiteral: true, isWord, isAcronym, words, rangesIn };
}
