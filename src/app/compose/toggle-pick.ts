import { type PickState, unitedPassage, withoutPickAt, withPick } from '../../core/compose/arrange-draft.ts';
import { withPassagesBack, withPassagesOut, withSectionsWhole } from '../../core/compose/leave-out.ts';
import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import { type Draft, type PassageKey, pickOfPassage } from '../../core/draft/draft.ts';
import type { Passage } from '../../core/sections/passage.ts';
import { passageId, passagesOf } from '../../core/sections/passages-of.ts';
import { sectionLabel } from '../../core/sections/section-text.ts';
import { spokenSections } from '../../core/union/topic-tree.ts';
import { definitionById } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { cellState, passageState } from './cell-state.ts';
import { type Candidate, candidate, currentPassage, currentStop } from './compose-topics.ts';
import { accountOfVersion } from './ledger-list.ts';
import { nameOf, short, shortWords } from './passage-words.ts';
import { stoppedPassage } from './result-stops.ts';
import { versionPick, withVersion } from './version-pick.ts';
import { withAct } from './with-draft.ts';

/** What the cursor is on, taken into the draft or left out: a section, one passage of it, or what stands in the result. */
export function withPickToggled(model: Model): Model {
  const { present } = model.draft;
  const stop = currentStop(model);
  if (stop) {
    const passage = stoppedPassage(present.picks, stop);
    const definition = passage && definitionById(model, passage.definition);
    if (passage && definition) return withPassageToggled(model, definition, passage, null);
    const pick = present.picks[stop.pick];
    return pick ? left(model, withoutPickAt(present, stop.pick), nameOf(pick), `pick ${stop.pick}`) : model;
  }
  const chosen = candidate(model);
  if (!chosen) return noted(model, 'Nothing to take here', 'plain');
  const passage = currentPassage(model);
  if (passage) return withPassageToggled(model, chosen.definition, passage, chosen.section);
  return withSectionToggled(model, chosen);
}

/** Whether what the cursor is on is in the draft, so that taking would leave it out. */
export function isTakenHere(model: Model): boolean {
  if (currentStop(model)) return true;
  const chosen = candidate(model);
  if (!chosen) return false;
  const { definition, section } = chosen;
  const { present } = model.draft;
  const passage = currentPassage(model);
  return passage
    ? passageState(present, definition, passage) === 'kept'
    : !isOut(cellState(present, definition, section));
}

const isOut = (state: PickState): boolean => state === 'free' || state === 'part';

function withSectionToggled(model: Model, { definition, section }: Candidate): Model {
  const { present } = model.draft;
  const name = short(sectionLabel(section));
  const passages = spokenSections(definition, section).flatMap(passagesOf);
  const keys = passages.map((passage) => keyIn(definition, passage));
  const own = `${definition.id} ${section.id}`;
  if (!isOut(cellState(present, definition, section)))
    return left(model, withPassagesOut(present, definition, keys), name, own);
  // What stands already would stand twice.
  const lacking = passages
    .filter((passage) => passageState(present, definition, passage) !== 'kept')
    .map((passage) => keyIn(definition, passage));
  const took =
    broughtBack(model, own) ??
    whole(model, definition, takenWhole(model, withPassagesBack(present, lacking), { definition, section }));
  const next = withAct(model, took, { act: `take ${name}`, news: '' });
  const { kept, leftOut } = accountOfVersion(next, definition, section);
  return taken(model, took, name, ` (${kept} of ${kept + leftOut})`);
}

function takenWhole(model: Model, draft: Draft, version: Candidate): Draft {
  const isThere = !isOut(cellState(draft, version.definition, version.section));
  return isThere ? draft : withVersion(draft, versionPick(model, version));
}

/**
 * One passage of a definition taken or left out, whatever it is part of.
 *
 * @param section The version it is shown in, whose size is told; `null` where none is.
 */
export function withPassageToggled(
  model: Model,
  definition: AgentDefinition,
  passage: Omit<Passage, 'line'>,
  section: Section | null,
): Model {
  const { present } = model.draft;
  const key = keyIn(definition, passage);
  const name = shortWords(passage);
  const own = `${definition.id} ${passageId(passage)}`;
  const united = unitedPassage(present.picks, key);
  if (passage.kind === 'title') return noted(model, 'A title comes with its section', 'plain');
  const of = (draft: Draft) => sizeWords(model, draft, definition, section);
  if (passageState(present, definition, passage) === 'kept')
    return left(model, withPassagesOut(present, definition, [key]), name, own, of);
  const took =
    broughtBack(model, own) ??
    whole(
      model,
      definition,
      united ? withPassagesBack(present, [key]) : withPick(present, pickOfPassage(definition, passage)),
    );
  return taken(model, took, name, of(took));
}

function sizeWords(model: Model, draft: Draft, definition: AgentDefinition, section: Section | null): string {
  if (section === null) return '';
  const after = { ...model, draft: { ...model.draft, present: draft } };
  const { kept, leftOut } = accountOfVersion(after, definition, section);
  return ` · ${short(sectionLabel(section))} ${kept} of ${kept + leftOut}`;
}

function taken(model: Model, draft: Draft, name: string, size: string): Model {
  return withAct(model, draft, { act: `take ${name}`, news: `Taken: ${name}${size}`, back: 'takes it out again' });
}

/** @param draft `null` where it cannot be left out by itself. */
function left(model: Model, draft: Draft | null, name: string, key: string, size = (_: Draft) => ''): Model {
  if (draft === null)
    return noted(model, `${name} is part of a section that was edited, or changed on disk since`, 'plain');
  const news = `Left out: ${name}${size(draft)}`;
  return withAct(model, draft, { act: `leave out ${name}`, news, back: 'brings it back', left: key });
}

/** What was left out a moment ago comes back as it was, in its place. */
function broughtBack({ draft }: Model, key: string): Draft | null {
  const last = draft.past.at(-1);
  return last?.left === key ? last.draft : null;
}

/** The draft with sections as they were taken, where nothing of them is left out any more. */
function whole({ draft }: Model, definition: AgentDefinition, next: Draft): Draft {
  return withSectionsWhole(next, [definition], draft.past.map((step) => step.draft).toReversed());
}

const keyIn = ({ id }: AgentDefinition, { section, index }: Pick<Passage, 'section' | 'index'>): PassageKey => ({
  definition: id,
  section,
  index,
});
