import { type OwnMentions, ownMentions } from '../../core/compose/own-name.ts';
import { memoLast } from '../../kit/memo.ts';
import { counted } from '../../text/count-text.ts';
import { type ComposedResult, composedResult } from '../compose/composed-result.ts';
import type { Model } from '../model/model.ts';
import { SAVE_FIELDS, type SaveField } from '../model/save-state.ts';

/** The fields of the form, in their order: what its agents are called is asked where they speak of themselves. */
export function shownFields(model: Model): readonly SaveField[] {
  const { focused } = model.save;
  return SAVE_FIELDS.filter((field) => field !== 'mentions' || field === focused || formMentions(model).length > 0);
}

/** How often the composition speaks of itself by the names of its agents. */
function formMentions({ draft, save }: Model): readonly OwnMentions[] {
  const { name, description } = save.fields;
  return mentionsUnder(name.text, description.text, composedResult(draft.present.picks));
}

const mentionsUnder = memoLast((name: string, description: string, body: ComposedResult) =>
  ownMentions({ name, description }, body),
);

/** What the form leaves of older names, in words: `kept: 4 mentions of backend-architect`; `null` for nothing. */
export function keptMentions(model: Model): string | null {
  return model.save.fields.mentions.text.trim() === 'keep' ? `kept: ${mentionWords(model)}` : null;
}

/** What stands where something is replaced: `my-backend instead: 4 mentions of backend-architect`. */
export function replacedWords(model: Model): string {
  return `${model.save.fields.name.text.trim()} instead: ${mentionWords(model)}`;
}

function mentionWords(model: Model): string {
  return formMentions(model)
    .map(({ name, count }) => `${counted(count, 'mention')} of ${name}`)
    .join(', ');
}
