import { type Binding, back, inContext, scrolls } from '../binding.ts';

const save = inContext('save');
const choices = inContext('choices');

/** The keys of the save form, in the order footer and help show them. */
export const SAVE_BINDINGS = [
  // Save
  save('next', ['tab'], 'Next field', { type: 'fieldLeft', direction: 1 }, { hint: 'next' }),
  save('previous', ['shift+tab'], 'Previous field', { type: 'fieldLeft', direction: -1 }),
  save('down', ['down'], 'Next row of the field, or next field', { type: 'fieldRowMoved', direction: 1 }),
  save('up', ['up'], 'Previous row of the field, or previous field', { type: 'fieldRowMoved', direction: -1 }),
  save('choose', ['ctrl+t'], 'Choices for the field, each with where it comes from', 'choicesOpened', {
    hint: 'choices',
  }),
  save('undo', ['ctrl+_'], 'Undo: what a field held before', 'formUndone', { hint: 'undo' }),
  ...scrolls('save', 'file', 'fileMoved', [], ['pageup', 'pagedown']),
  save('save', ['ctrl+s'], 'Save', 'saveRequested', { hint: 'save' }),
  save('share', [], 'Share of the panes', 'shareChanged'),
  save('complete', ['enter'], 'Next field; on the last one save', 'fieldCompleted'),
  back('save', 'Back to composing', ['escape']),
  choices(
    'down',
    ['down', 'tab', 'ctrl+t'],
    'Next choice',
    { type: 'choiceMoved', direction: 1 },
    { hint: 'choose', hintKeys: ['up', 'down'] },
  ),
  choices('up', ['up', 'shift+tab'], 'Previous choice', { type: 'choiceMoved', direction: -1 }),
  choices('take', ['enter'], 'Take it', 'choiceTaken', { hint: 'take it' }),
  ...scrolls('choices', 'file', 'fileMoved', [], ['pageup', 'pagedown']),
  choices('close', ['escape'], 'Keep what the field held', 'choicesLeft', { hint: 'keep' }),
] satisfies readonly Binding[];
