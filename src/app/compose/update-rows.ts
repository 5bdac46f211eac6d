import type { AskedRows, SectionAt } from '../../core/sections/asked-rows.ts';
import { isSameSection } from '../../core/sections/asked-rows.ts';
import { sectionLabel } from '../../core/sections/section-text.ts';
import { askedRows } from '../compare/topics.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action } from '../model/actions.ts';
import { type Model, screenOf } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { type Candidate, candidate } from './compose-topics.ts';
import { joiningHere } from './joining.ts';
import { short } from './passage-words.ts';
import { withRowsFollowed } from './rows-followed.ts';
import { withDraft } from './with-draft.ts';

/** Update for what the user says about the rows of sections, while comparing and composing. Pure. */
export function updateRows(
  model: Model,
  { type }: Extract<Action, { type: 'sectionHeldApart' | 'sectionJoined' }>,
): Model {
  const chosen = candidate(model);
  if (!chosen) return model;
  return type === 'sectionHeldApart' ? heldApart(model, chosen) : joined(model, chosen);
}

function heldApart(model: Model, { definition, section }: Candidate): Model {
  const alone = { definition: definition.id, section: section.id };
  const { together, apart } = askedRows(model);
  const rows = {
    together: together.filter((pair) => !pair.some((one) => isSameSection(one, alone))),
    apart: [...apart.filter((those) => !isAlone(those, alone)), [alone]],
  };
  const name = short(sectionLabel(section));
  return withRows(model, rows, `hold ${name} apart`, `Stands alone: ${name} of ${definition.name}`);
}

/** Marked as the one to be joined, taken back where it is that already, or joined with the one that is. */
function joined(model: Model, chosen: Candidate): Model {
  const waiting = joiningHere(model);
  const at = placeOf(chosen);
  const name = short(sectionLabel(chosen.section));
  if (waiting && waiting.definition !== chosen.definition) {
    const words = `${short(sectionLabel(waiting.section))} and ${name}`;
    const rows = withPair(askedRows(model), placeOf(waiting), at);
    return withRows(withJoining(model, null), rows, `join ${words}`, `In one row: ${words}`);
  }
  if (waiting?.section === chosen.section) return noted(withJoining(model, null), `Not to be joined: ${name}`, 'plain');
  const key = keyOf(model, screenOf(model) === 'compare' ? 'compare.join' : 'compose.join');
  return noted(
    withJoining(model, at),
    `To be joined: ${name} · ${key} on a section of another agent joins the two`,
    'plain',
  );
}

/** What is said of the rows, with two sections together: what they were to be apart from, or with of the other's agent, is no more. */
function withPair({ together, apart }: AskedRows, one: SectionAt, other: SectionAt): AskedRows {
  const isEither = (at: SectionAt) => isSameSection(at, one) || isSameSection(at, other);
  const kept = together.filter((pair) => {
    const [rest, ...none] = pair.filter((at) => !isEither(at));
    const isOfOne = pair.some((at) => isSameSection(at, one));
    return none.length > 0 || (rest !== undefined && rest.definition !== (isOfOne ? other : one).definition);
  });
  const loose = apart.filter(
    (those) => !isAlone(those, one) && !isAlone(those, other) && those.filter(isEither).length < 2,
  );
  return { together: [...kept, [one, other]], apart: loose };
}

function isAlone(sections: readonly SectionAt[], at: SectionAt): boolean {
  const [only, second] = sections;
  return only !== undefined && second === undefined && isSameSection(only, at);
}

function withRows(model: Model, rows: AskedRows, act: string, news: string): Model {
  const next = withRowsFollowed(model, withDraft(model, { ...model.draft.present, rows }, act));
  const key = keyOf(next, screenOf(next) === 'compare' ? 'compare.undo' : 'compose.undo');
  return noted(next, `${news} · ${key} takes it back`);
}

function withJoining(model: Model, joining: SectionAt | null): Model {
  return { ...model, topics: { ...model.topics, joining } };
}

function placeOf({ definition, section }: Candidate): SectionAt {
  return { definition: definition.id, section: section.id };
}
