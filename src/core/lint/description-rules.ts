import type { Diagnostic } from '../diagnostic.ts';
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
  const place = subject.placeInField('description');
  const { max, warnAbove } = harness.fields.find(({ name }) => name === 'description') ?? {};
  const has = `The description has ${length} characters`;
  if (max !== undefined && length > max) {
    return [finding('description/long', place, `${has}, and ${harness.title} takes ${max}.`)];
  }
  if (warnAbove !== undefined && length > warnAbove) {
    return [finding('description/long', place, `${has}, and ${harness.title} warns above ${warnAbove}.`)];
  }
  if (length <= LONG) return [];
  return [finding('description/long', place, `${has}, all of them part of every session.`, 'info')];
}

/** Words with which people say when an agent is to be used. Other languages than English are not judged. */
const OCCASION =
  /\b(?:use|used|using|when|whenever|if|after|before|during|while|must be|should be|invoke|invoked|call|called|trigger|triggers|proactive|proactively|delegate|choose|pick|select|needs?|ask|asks|asked|request|requests|activate|engage|launch|spawn|run|runs|for)\b/i;

/** What is not ASCII here is taken for another language, dashes, quotation marks and emoji aside. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;
const ACCENTED = /[\u00c0-\u024f]/;

function noOccasion(subject: LintSubject): readonly Diagnostic[] {
  const { description } = subject.definition;
  if (OCCASION.test(description) || OTHER_SCRIPT.test(description) || ACCENTED.test(description)) return [];
  const message = 'The description does not say when to use the agent, which is what it is chosen by.';
  return [finding('description/no-occasion', subject.placeInField('description'), message)];
}
