import { type Binding, back, inContext, moves } from '../binding.ts';

const reader = inContext('reader');
const find = inContext('find');

/** The keys of the reader, in the order footer and help show them. */
export const READER_BINDINGS = [
  // Reader
  ...moves('reader'),
  reader(
    'next',
    ['n'],
    'Next section, or next place found',
    { type: 'topicChanged', direction: 1 },
    { hint: 'section', hintKeys: ['next', 'previous'] },
  ),
  reader('previous', ['p'], 'Previous section', { type: 'topicChanged', direction: -1 }),
  reader(
    'previous-hit',
    ['N'],
    'Previous place found',
    { type: 'hitChanged', direction: -1 },
    { hint: 'place', hintKeys: ['next', 'previous-hit'] },
  ),
  reader('pick', ['space'], 'Take the section, or leave it out', 'sectionPicked', { hint: 'take' }),
  reader('view', ['v'], 'View: rendered, source', 'viewChanged', { hint: 'view' }),
  reader('find', ['/'], 'Find in the text', 'findOpened', { hint: 'find' }),
  reader('compose', ['c'], 'Compose from the marked agents', 'composeOpened', { hint: 'compose' }),
  reader('fold', ['z'], 'Fold the section to its title, or show it whole', 'foldToggled', { hint: 'fold' }),
  reader('outline', ['o'], 'Hide the outline, or show it', 'outlineToggled', { hint: 'outline' }),
  reader('share', ['|'], 'Share of the panes', 'shareChanged'),
  reader('try', ['a'], 'Try it in its harness, for one session', 'trialRequested'),
  reader('edit', ['e'], 'Open in $EDITOR', 'editorRequested'),
  reader('copy', ['y'], 'Prompt to the clipboard', 'copyRequested'),
  reader('switch', ['T'], 'Switch it off, or on again', 'switchRequested'),
  back('reader', 'Stop finding, then back to the list'),
  find('done', ['enter'], 'Go through the places found', 'findDone', { hint: 'go through them' }),
  find('previous', ['up', 'ctrl+p'], 'Previous place found', { type: 'hitChanged', direction: -1 }),
  find(
    'next',
    ['down', 'ctrl+n'],
    'Next place found',
    { type: 'hitChanged', direction: 1 },
    { hint: 'place', hintKeys: ['previous', 'next'] },
  ),
  find('close', ['escape'], 'Stop finding', 'findLeft', { hint: 'stop finding' }),
] satisfies readonly Binding[];
