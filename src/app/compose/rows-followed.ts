import { atSameTopic } from '../compare/columns.ts';
import { topicShown } from '../compare/update-compare.ts';
import { type Model, screenOf } from '../model/model.ts';
import { candidate } from './compose-topics.ts';
import { shownHere } from './joining.ts';
import { withCompose } from './with-draft.ts';

/** The model with other rows, with the cursor on the section it was on, in whichever row that stands now. */
export function withRowsFollowed(before: Model, after: Model): Model {
  const chosen = candidate(before);
  if (!chosen || before.draft.present.rows === after.draft.present.rows) return after;
  const { definitions, topics } = shownHere(after);
  const column = definitions.indexOf(chosen.definition);
  const row = topics.findIndex(({ cells }) => cells[column]?.id === chosen.section.id);
  if (row < 0) return screenOf(after) === 'compare' ? atSameTopic(before, after) : after;
  return screenOf(after) === 'compare' ? topicShown(after, row) : withCompose(after, { row });
}
