import { type PickState, pickState, unitedPassage } from '../../core/compose/arrange-draft.ts';
import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import { type Draft, definitionsOf, type PassageState } from '../../core/draft/draft.ts';
import { passagePart, sectionPart } from '../../core/sections/definition-part.ts';
import type { Passage } from '../../core/sections/passage.ts';
import { passagesOf } from '../../core/sections/passages-of.ts';
import { isOpening, spokenSections } from '../../core/union/topic-tree.ts';

/**
 * How a version of a topic stands to the draft. The title over a whole document speaks for what is right under it alone;
 * every other section for all that is inside it too.
 */
export function cellState(draft: Draft, definition: AgentDefinition, section: Section): PickState {
  const state = pickState(draft, definition.id, sectionPart(section.id));
  if (state === 'united' && isLeftOut(draft, definition, section)) return 'free';
  if (section.sections.length === 0 || !isOpening(definition, section)) return state;
  if (state === 'picked' && draft.picks.some((pick) => pick.kind === 'section' && pick.definition === definition.id))
    return state;
  return openingState(draft, definition, section);
}

/**
 * What became of one passage. A merge may leave out what was taken by itself beside it: then it stands all the same.
 *
 * @returns `free` for one that the draft knows nothing of.
 */
export function passageState(
  draft: Draft,
  { id }: Pick<AgentDefinition, 'id'>,
  passage: Pick<Passage, 'section' | 'index'>,
): PassageState | 'free' {
  if (pickState(draft, id, passagePart(passage)) !== 'free') return 'kept';
  return (
    unitedPassage(draft.picks, { definition: id, section: passage.section, index: passage.index })?.state ?? 'free'
  );
}

/** Whether a merge holds a section, but nothing that it says stands in it. */
function isLeftOut(draft: Draft, definition: AgentDefinition, section: Section): boolean {
  return spokenSections(definition, section)
    .flatMap(passagesOf)
    .every((passage) => passageState(draft, definition, passage) === 'dropped');
}

function openingState(draft: Draft, definition: AgentDefinition, section: Section): PickState {
  const own = passagesOf(section);
  const said = own.some(({ kind }) => kind !== 'title') ? own.filter(({ kind }) => kind !== 'title') : own;
  const isMerged = draft.picks.some(
    (pick) =>
      pick.kind === 'union' &&
      definitionsOf(pick).length > 1 &&
      pick.passages.some((one) => one.definition === definition.id && one.section === section.id),
  );
  if (isMerged) return 'united';
  const taken = said.filter((passage) => passageState(draft, definition, passage) === 'kept');
  return taken.length === 0 ? 'free' : taken.length < said.length ? 'part' : 'picked';
}
