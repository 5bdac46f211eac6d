import {
  pickState,
  unitedPassage,
  withoutPick,
  withoutPickAt,
  withPassageBack,
  withPassageOut,
  withPick,
} from '../../core/compose/arrange-draft.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { pickOf, pickOfPassage } from '../../core/draft/draft.ts';
import { passagePart, sectionPart } from '../../core/sections/definition-part.ts';
import type { Passage } from '../../core/sections/passage.ts';
import { sectionLabel } from '../../core/sections/section-text.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { candidate, currentPassage, currentStop } from './compose-topics.ts';
import { stoppedPassage } from './result-stops.ts';
import { withDraft } from './with-draft.ts';

/** The section, passage or pick under the cursor taken into the draft, or out of it. */
export function withPickToggled(model: Model): Model {
  const { present } = model.draft;
  const stop = currentStop(model);
  if (stop) {
    const passage = stoppedPassage(present.picks, stop);
    const way = `${keyOf(model, 'compose.undo')} brings it back`;
    if (!passage) return noted(withDraft(model, withoutPickAt(present, stop.pick)), `Out of the draft; ${way}`);
    return noted(withDraft(model, withPassageOut(present, passage)), `Out of the union; ${way}`);
  }
  const chosen = candidate(model);
  if (!chosen) return noted(model, 'Nothing to take here', 'plain');
  const { definition, section } = chosen;
  const passage = currentPassage(model);
  if (passage) return withPassageToggled(model, definition, passage);
  const title = sectionLabel(section);
  const part = sectionPart(section.id);
  switch (pickState(present, definition.id, part)) {
    case 'inside':
      return noted(model, `“${title}” is part of a section already picked`, 'plain');
    case 'united':
      return noted(
        withDraft(model, withoutPick(present, definition.id, part)),
        `What ${definition.name} says is out of the union`,
      );
    case 'picked':
      return noted(withDraft(model, withoutPick(present, definition.id, part)), `“${title}” is out of the draft`);
    case 'free':
      return noted(withDraft(model, withPick(present, pickOf(definition, section))), `“${title}” is in the draft`);
  }
}

/** One passage of a definition: in a union put back or taken out, else picked by itself. */
export function withPassageToggled(model: Model, definition: AgentDefinition, passage: Passage): Model {
  const { present } = model.draft;
  const key = { definition: definition.id, section: passage.section, index: passage.index };
  const united = unitedPassage(present.picks, key);
  if (united?.state === 'kept') return noted(withDraft(model, withPassageOut(present, key)), 'Out of the union');
  if (united) return noted(withDraft(model, withPassageBack(present, key)), 'Back in the union, in its own words');
  if (passage.kind === 'title') return noted(model, 'A title comes with its section', 'plain');
  const part = passagePart(passage);
  switch (pickState(present, definition.id, part)) {
    case 'free':
      return noted(withDraft(model, withPick(present, pickOfPassage(definition, passage))), 'In the draft by itself');
    case 'picked':
      return noted(withDraft(model, withoutPick(present, definition.id, part)), 'Out of the draft');
    default:
      return noted(model, 'It is part of a section already picked', 'plain');
  }
}
