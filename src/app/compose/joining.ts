import { flattenSections } from '../../core/sections/section-text.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import { wholeTopics } from '../../core/topics/whole-topics.ts';
import { comparedTopics } from '../compare/compared-topics.ts';
import type { ShownTopics } from '../compare/topics.ts';
import { type Model, screenOf } from '../model/model.ts';
import { type Candidate, candidate, composeTopics } from './compose-topics.ts';

/** The section that waits to be joined with another, if its agent is on the screen; `null` for none. */
export function joiningHere(model: Model): Candidate | null {
  const { joining } = model.topics;
  const definition = joining && shownHere(model).definitions.find(({ id }) => id === joining.definition);
  const section = definition && flattenSections(sectionsOf(definition)).find(({ id }) => id === joining.section);
  return definition && section ? { definition, section } : null;
}

/** Why the section under the cursor cannot be taken out of its row, in words; `null` where it can. */
export function whyNotApart(model: Model): string | null {
  const chosen = sectionHere(model);
  if (!chosen) return NO_SECTION;
  const rows = wholeTopics(shownHere(model).topics).find((those) =>
    those.some(({ cells }) => cells.includes(chosen.section)),
  );
  const count = rows?.flatMap(({ cells }) => cells.filter((cell) => cell !== null)).length ?? 0;
  return count < 2 ? 'It stands alone already' : null;
}

/** Why the section under the cursor can neither be marked to be joined nor joined, in words; `null` where it can. */
export function whyNotJoined(model: Model): string | null {
  const [chosen, waiting] = [sectionHere(model), joiningHere(model)];
  if (!chosen) return NO_SECTION;
  if (waiting === null || waiting.definition === chosen.definition) return null;
  const areInOneRow = shownHere(model).topics.some(
    ({ cells }) => cells.includes(chosen.section) && cells.includes(waiting.section),
  );
  return areInOneRow ? 'They stand in one row already' : null;
}

const NO_SECTION = 'No section here';

/** In the result there are no rows. */
function sectionHere(model: Model): Candidate | null {
  return screenOf(model) === 'compose' && model.compose.pane === 'result' ? null : candidate(model);
}

/** The topics of the screen that is shown. */
export function shownHere(model: Model): ShownTopics {
  return screenOf(model) === 'compare' ? comparedTopics(model) : composeTopics(model);
}
