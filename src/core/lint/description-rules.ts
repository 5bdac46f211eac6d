import type { Diagnostic } from '../definition/diagnostic.ts';
import { isChosenByPeople } from '../formats/loading/judge.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/**
 * Characters above which a description is long for anyone: harnesses put the descriptions of all agents into every
 * session. Of 5,217 published definitions 95 % have 402 characters or fewer.
 */
const LONG = 1500;

/** Whether the description helps to choose the agent, at a reasonable length. */
export function descriptionRules(subject: LintSubject): readonly Diagnostic[] {
  if (subject.definition.descriptionInferred) return [];
  return [...tooLong(subject), ...noOccasion(subject)];
}

function tooLong(subject: LintSubject): readonly Diagnostic[] {
  const { harness, definition } = subject;
  const { length } = definition.description;
  const { max = Number.POSITIVE_INFINITY, warnAbove = Number.POSITIVE_INFINITY } =
    harness.fields.find(({ name }) => name === 'description') ?? {};
  // The place is looked for only where there is something to say of it, which is seldom.
  if (length <= Math.min(LONG, max, warnAbove)) return [];
  const place = subject.placeInField('description');
  const has = `The description has ${length} characters`;
  if (length > max) return [finding('description/long', place, `${has}, and ${harness.title} takes ${max}.`)];
  if (length > warnAbove) {
    return [finding('description/long', place, `${has}, and ${harness.title} warns above ${warnAbove}.`)];
  }
  return [finding('description/long', place, `${has}, all of them part of every session.`, 'info')];
}

/** Words with which people say when an agent is to be used. */
const OCCASION =
  /\b(?:use|used|using|when|whenever|if|after|before|during|while|must be|should be|invoke|invoked|call|called|trigger|triggers|proactive|proactively|delegate|choose|pick|select|needs?|ask|asks|asked|request|requests|activate|engage|launch|spawn|run|runs|for)\b/i;

/**
 * Words of other languages, which are not judged, that also stand in texts without a single accent: German, Dutch,
 * French, Spanish, Portuguese, Italian, Polish, Turkish, Indonesian, Vietnamese and Scandinavian ones that are no English
 * words, names or abbreviations.
 */
const OTHER_LANGUAGE =
  /\b(?:und|oder|f[u\u00fc]r|mit|wenn|falls|sobald|nicht|eine[nmrs]?|voor|wanneer|het|een|naar|avec|pour|dans|quand|lorsque|une|les|utiliser|utilisez|cuando|para|los|del|usar|quando|uma|della|delle|degli|che|gli|oraz|kiedy|lub|ve|ile|olan|bir|untuk|yang|dengan|ketika|khi|och|eller|n[a\u00e4]r|ikke|til)\b/i;

/** Letters of another language, with accents or of another script; dashes, quotation marks and emoji are none. */
function hasOtherLetters(text: string): boolean {
  // One look spares most texts the classes of Unicode, which engines take milliseconds to work out.
  return STRANGE.test(text) && (ACCENTED.test(text) || /(?!\p{Script=Latin})\p{L}/u.test(text));
}

/** What may be such a letter: neither ASCII nor in the blocks of punctuation, arrows, symbols and emoji. */
const STRANGE = /[^\x00-\x7f\u2000-\u206f\u2190-\u2bff\u{1f000}-\u{1faff}]/u;
const ACCENTED = /[\u00c0-\u024f]/;

function noOccasion(subject: LintSubject): readonly Diagnostic[] {
  const { definition, harness } = subject;
  const { description } = definition;
  if (OCCASION.test(description) || OTHER_LANGUAGE.test(description) || hasOtherLetters(description)) return [];
  if (isChosenByPeople(harness, definition)) return [];
  const message = 'The description does not say when to use the agent, which is what it is chosen by.';
  return [finding('description/no-occasion', subject.placeInField('description'), message)];
}
