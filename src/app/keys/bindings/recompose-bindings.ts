import { type Binding, back, inContext, moves, scrolls } from '../binding.ts';

const composed = inContext('composed');
const merge = inContext('merge');

/** The keys of agents made here and of updating one, in the order footer and help show them. */
export const RECOMPOSE_BINDINGS = [
  // Agents made here
  ...moves('composed'),
  ...scrolls('composed', 'changes', 'previewMoved', ['K', 'J']),
  composed('recompose', ['enter', 'U'], 'Update it from what it is made from', 'recomposeRequested', {
    hint: 'update',
  }),
  composed('filter', ['/'], 'Narrow the list by words', 'filterOpened', { hint: 'filter' }),
  composed('share', ['|'], 'Share of the panes', 'shareChanged'),
  back('composed', 'Back to the list', ['escape', 'q']),
  merge(
    'next',
    ['n', 'down', 'j'],
    'Next conflict',
    { type: 'conflictChanged', direction: 1 },
    { hint: 'conflict', hintKeys: ['next', 'previous'] },
  ),
  merge('previous', ['p', 'up', 'k'], 'Previous conflict', { type: 'conflictChanged', direction: -1 }),
  merge('left', ['left', 'h'], 'Version to the left', { type: 'paneChanged', direction: -1 }),
  merge(
    'right',
    ['right', 'l'],
    'Version to the right',
    { type: 'paneChanged', direction: 1 },
    { hint: 'version', hintKeys: ['left', 'right'] },
  ),
  ...scrolls('merge', 'conflict', 'previewMoved', ['K', 'J']),
  merge('take', ['space'], 'Take this version', 'versionChosen', { hint: 'take it' }),
  merge('done', ['ctrl+s', 'w'], 'Show the file, then write it', 'mergeFinished', { hint: 'show and write' }),
  merge('share', ['|'], 'Share of the columns', 'shareChanged'),
  back('merge', 'Back; the file stays as it is'),
] satisfies readonly Binding[];
