import { COLORS } from '../../core/compose/validate-draft.ts';
import { grantsNone } from '../../core/definition/tools.ts';
import { typedTools } from '../../core/definition/typed-tools.ts';
import { estimateTokens } from '../../core/tokens/estimate-tokens.ts';
import { counted, countText } from '../../text/count-text.ts';
import type { Span } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { composedFile } from '../compose/composed-result.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Model } from '../model/model.ts';
import type { SaveField } from '../model/save-state.ts';
import { shortPath } from '../model/short-path.ts';
import { fieldValues } from './field-values.ts';
import { formChoices } from './form-choices.ts';
import { formNarrowing, formWidening, openDisagreement, openQuestions } from './open-questions.ts';
import { placeRemark } from './place-remark.ts';
import { carriable, formDraft, formKind, formProblems, targetPath } from './save-form.ts';
import { keptMentions, replacedWords } from './shown-fields.ts';
import { takenBy } from './taken-name.ts';

/**
 * What is said under a field: what is wrong with it, what is to be decided, and while it is being typed what helps to
 * fill it in. What is only missing is not called wrong before saving was tried.
 */
export function fieldRemark(model: Model, field: SaveField): Span | null {
  const { focused, fields, isTried, asked } = model.save;
  const { text } = fields[field];
  const problem = formProblems(model)[field];
  if (problem !== undefined && (isTried || text.trim() !== '')) return { text: visibleText(problem), role: 'error' };
  const question = asked.includes(field) ? openQuestions(model).find((one) => one.field === field) : undefined;
  if (question) return { text: visibleText(question.text), role: 'warning' };
  const taken = field === 'name' && text.trim() !== '' ? takenBy(model) : null;
  if (taken) {
    return { text: visibleText(`there is one: ${shortPath(taken.path, model.surroundings)}`), role: 'warning' };
  }
  const warned = field === 'folder' ? placeRemark(model) : field === 'mentions' ? keptMentions(model) : null;
  if (warned !== null) {
    const words = focused === field ? said(warned, HELP[field](model, text)) : warned;
    return { text: visibleText(words), role: 'warning' };
  }
  return focused === field ? helpOf(model, field, text) : remarkBeside(model, field);
}

/** What is worth knowing of a field that somebody else has the keys of. */
function remarkBeside(model: Model, field: SaveField): Span | null {
  const less = field === 'tools' ? formNarrowing(model) : null;
  return less === null ? null : { text: visibleText(less), role: 'muted' };
}

function helpOf(model: Model, field: SaveField, text: string): Span {
  const kind = formKind(model.save);
  if (kind !== 'agent' && AGENTS_ALONE.has(field))
    return { text: `A ${kind} has none: it is not written`, role: 'muted' };
  const isWider = field === 'tools' && formWidening(model) !== null;
  return { text: visibleText(HELP[field](model, text)), role: isWider ? 'warning' : 'muted' };
}

/** What skills and commands do not have. */
const AGENTS_ALONE: ReadonlySet<SaveField> = new Set(['model', 'tools', 'color', 'other']);

const HELP: Readonly<Record<SaveField, (model: Model, text: string) => string>> = {
  name: (model) => said('Also the name of its file', choiceWords(model)),
  description: (model, text) =>
    said(
      `${counted(text.length, 'character')} · ~${countText(estimateTokens(text))} tokens a session`,
      valueWords(model),
    ),
  mentions: (model) => said(keptMentions(model) === null ? replacedWords(model) : '', choiceWords(model)),
  model: (model) => valueWords(model) || 'sonnet, opus, haiku, inherit, or a full model id',
  tools: toolWords,
  color: (model) => valueWords(model) || COLORS.join(' '),
  other: carriableWords,
  kind: (model) =>
    said(
      fieldValues(model, 'kind').find(({ value }) => value === formKind(model.save))?.from ?? '',
      choiceWords(model),
    ),
  harness: (model) => {
    const { name, description } = formProblems(model);
    const { refusal, notLoaded, widens, warnings } = composedFile(formDraft(model));
    // What is only missing yet is said where it is missing.
    const isWhole = name === undefined && description === undefined;
    const first = [refusal, isWhole ? notLoaded : null, ...widens, ...warnings.filter((one) => one !== notLoaded)];
    return first.find((one) => one !== null) ?? said('Who it is for', choiceWords(model));
  },
  folder: (model) => {
    const own = fieldValues(model, 'folder').find(({ value }) => value === model.save.fields.folder.text.trim());
    const path = shortPath(targetPath(model), model.surroundings);
    return said(own?.from ?? '', path, choiceWords(model), `${keyOf(model, 'save.complete')} saves`);
  },
};

const said = (...parts: readonly string[]): string => parts.filter((one) => one !== '').join(' · ');

/** How many choices there are, and the key that shows them. */
function choiceWords(model: Model): string {
  const count = formChoices(model).length;
  return count < 2 ? '' : `${keyOf(model, 'save.choose')}: ${count} choices`;
}

/** Who says what the field holds, and how many choices there are. */
function valueWords(model: Model): string {
  const { focused, fields } = model.save;
  const text = fields[focused].text.trim();
  const values = fieldValues(model, focused);
  if (values.every(({ value }) => value === '')) return '';
  const from = values.find(({ value }) => value === text)?.from;
  const unstated = openDisagreement(model, focused) === null ? 'not stated' : 'its agents differ';
  const stated = from === undefined ? 'your own' : `from ${from}`;
  return said(text === '' ? unstated : stated, choiceWords(model));
}

/** What the tools come to, so that nobody widens them unawares. */
function toolWords(model: Model, text: string): string {
  const widening = formWidening(model);
  if (widening !== null) return `More than any of its agents: ${widening}`;
  const from = fieldValues(model, 'tools').find(({ value }) => value === text.trim())?.from;
  const none = grantsNone(typedTools(text)) ? 'No tools at all' : 'Your own choice, with commas; none for no tools';
  return said(from ?? none, formNarrowing(model) ?? '', choiceWords(model));
}

function carriableWords(model: Model): string {
  const fields = carriable(model);
  if (fields.length === 0) return 'Its agents have no other fields';
  return said(choiceWords(model), fields.map(({ field, agent }) => `${field} (${agent})`).join(', '));
}
