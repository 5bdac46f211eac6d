import { type PickState, unitedPassage, withoutPickAt, withPick } from '../../core/compose/arrange-draft.ts';
import { withPassagesBack, withPassagesOut, withSectionsWhole } from '../../core/compose/leave-out.ts';
import { ofOne } from '../../core/compose/opened-pick.ts';
import { passageInFile } from '../../core/compose/picked-passages.ts';
import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import {
  type Draft,
  type Pick as DraftPick,
  isSamePassage,
  type PassageKey,
  pickOfPassage,
} from '../../core/draft/draft.ts';
import { isWithin, sectionPart } from '../../core/sections/definition-part.ts';
import type { Passage } from '../../core/sections/passage.ts';
import { passageId, passagesOf } from '../../core/sections/passages-of.ts';
import { flattenSections, sectionLabel } from '../../core/sections/section-text.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import { passageKeyText } from '../../core/union/passage-key.ts';
import { spokenSections } from '../../core/union/topic-tree.ts';
import { counted } from '../../text/count-text.ts';
import { definitionById } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { cellState, passageState } from './cell-state.ts';
import { type Candidate, candidate, currentPassage, currentStop } from './compose-topics.ts';
import { accountOfVersion } from './ledger-list.ts';
import { nameOf, short, shortWords } from './passage-words.ts';
import { type ResultStop, resultStops, stoppedPassage } from './result-stops.ts';
import { versionPick, withVersion } from './version-pick.ts';
import { withAct, withCompose } from './with-draft.ts';

/** What the cursor is on, taken into the draft or left out: a section, one passage of it, or what stands in the result. */
export function withPickToggled(model: Model): Model {
  const stop = currentStop(model);
  if (stop) return withStopToggled(model, stop);
  const chosen = candidate(model);
  if (!chosen) return noted(model, 'Nothing to take here', 'plain');
  const passage = currentPassage(model);
  if (passage) return withPassageToggled(model, chosen.definition, passage, chosen.section);
  return withSectionToggled(model, chosen);
}

/** What stands in the result left out; a passage is held there, so that the same key takes it back. */
function withStopToggled(model: Model, stop: ResultStop): Model {
  const { present } = model.draft;
  const pick = present.picks[stop.pick];
  if (!pick) return model;
  if (stop.passage === null) return left(model, withoutPickAt(present, stop.pick), nameOf(pick), `pick ${stop.pick}`);
  const id = pick.kind === 'union' ? pick.passages[stop.passage]?.definition : pick.definition;
  const definition = id === undefined ? null : definitionById(model, id);
  const passage =
    pick.kind === 'union'
      ? stoppedPassage(present.picks, stop)
      : definition && passageInFile(pick, definition, stop.passage);
  if (!definition || !passage) return left(model, null, nameOf(pick), '');
  const next = withPassageToggled(model, definition, passage, sectionOf(pick, definition));
  const key = keyIn(definition, passage);
  const isLeft = next.draft !== model.draft && passageState(next.draft.present, definition, passage) !== 'kept';
  const stops = resultStops(next.draft.present.picks, isLeft ? key : null);
  const isOn = (one: ResultStop): boolean => {
    const on = stoppedPassage(next.draft.present.picks, one);
    return on !== null && isSamePassage(on, key);
  };
  return isLeft && stops.some(isOn) ? withCompose(next, { held: key, stop: stops.findIndex(isOn) }) : next;
}

/** The section that was taken as a pick, or of which one is what was taken; `null` for anything else. */
function sectionOf(pick: DraftPick, definition: AgentDefinition): Section | null {
  if (pick.kind === 'union' && !ofOne(pick)) return null;
  const part = pick.kind === 'section' ? pick.part : sectionPart(pick.passages[0]?.section ?? '');
  if (part.kind !== 'section') return null;
  const isAll = pick.kind === 'section' || pick.passages.every(({ section }) => isWithin(part.id, section));
  return (isAll && flattenSections(sectionsOf(definition)).find(({ id }) => id === part.id)) || null;
}

/** Whether what the cursor is on is in the draft, so that taking would leave it out. */
export function isTakenHere(model: Model): boolean {
  if (currentStop(model)) return model.compose.held === null;
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
  const count = broughtIn(present, took);
  if (count < 2) return taken(model, took, name, of(took));
  // What stays whole comes as a whole.
  const around = flattenSections(sectionsOf(definition)).find(({ id }) => id === passage.section);
  const whose = around ? short(sectionLabel(around)) : name;
  return taken(model, took, whose, `, ${counted(count, 'passage')} that stay together`);
}

/** How many passages stand in a draft that did not in the one before; titles are not counted. */
function broughtIn(before: Draft, after: Draft): number {
  const had = new Set(standing(before));
  return standing(after).filter((key) => !had.has(key)).length;
}

const standing = ({ picks }: Draft): readonly string[] =>
  picks.flatMap((pick) =>
    pick.kind === 'section'
      ? []
      : pick.passages.filter(({ kind, state }) => kind !== 'title' && state === 'kept').map(passageKeyText),
  );

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
