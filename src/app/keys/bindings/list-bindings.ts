import { type Binding, inContext, moves, movesBesideField, scrolls } from '../binding.ts';

const search = inContext('search');
const list = inContext('list');
const landed = inContext('landed');

/** The keys of the list and its search line, in the order footer and help show them. */
export const LIST_BINDINGS = [
  // Search line
  ...movesBesideField('search'),
  ...scrolls('search', 'preview', 'previewMoved', []),
  search('mark', ['tab'], 'Mark and go to the next', { type: 'definitionMarked', move: 1 }, { hint: 'mark' }),
  search('mark-back', ['shift+tab'], 'Mark and go to the previous', { type: 'definitionMarked', move: -1 }),
  search('list', ['enter'], 'Go to the list', 'listFocused', { hint: 'list' }),
  search('recall', ['ctrl+r'], 'Search again for what was searched for before', 'queryRecalled'),
  search('leave', ['escape'], 'Clear the search, then go to the list', 'searchLeft', { hint: 'clear' }),

  // List
  ...moves('list'),
  ...scrolls('list', 'preview', 'previewMoved', ['K', 'J']),
  list('compare', ['d'], 'Compare the marked agents', 'compareOpened', { hint: 'compare' }),
  list('compose', ['c'], 'Compose from the marked agents', 'composeOpened', {
    hint: 'compose',
  }),
  list('mark', ['space'], 'Mark', { type: 'definitionMarked', move: 0 }, { hint: 'mark' }),
  list('mark-next', ['tab'], 'Mark and go to the next', { type: 'definitionMarked', move: 1 }),
  list('mark-previous', ['shift+tab'], 'Mark and go to the previous', { type: 'definitionMarked', move: -1 }),
  list('read', ['enter'], 'Read it full screen', 'readerOpened', { hint: 'read' }),
  list('marked', ['*'], 'List only the marked agents, or all again', 'markedListed'),
  list('twins', ['t'], 'Mark its twins and compare it with them', 'twinsRequested'),
  list('search', ['/'], 'Search', 'searchFocused', { hint: 'search' }),
  list('try', ['a'], 'Try it in its harness, for one session', 'trialRequested'),
  list('edit', ['e'], 'Open in $EDITOR', 'editorRequested'),
  list('copy', ['y'], 'Prompt to the clipboard', 'copyRequested'),
  list('duplicate', ['Y'], 'Copy it into the project', 'duplicateRequested'),
  list('new', ['n'], 'New agent in the project, from a template', 'newAgentOpened'),
  list('rename', ['R'], 'Rename it, and whatever speaks of it', 'agentRenameOpened'),
  list('remove', ['X'], 'Remove its file', 'removeRequested'),
  list('switch', ['T'], 'Switch it off, or on again', 'switchRequested'),
  list('sort', ['s'], 'Sort by match, name, source, model, size, token budget', 'sortChanged'),
  list('calls', [], 'Usage: sort by calls in the transcripts of Claude Code', 'callsAsked'),
  list('preview-place', ['P'], 'Place of the preview', 'previewPlaced'),
  list('share', ['|'], 'Share of the panes', 'shareChanged'),
  list('clear-marks', ['escape'], 'List all again, clear all marks, then the search', 'marksCleared', {
    hint: 'clear the marks',
  }),
  list('rivals', ['r'], 'Rivals: agents for the same request', 'rivalsOpened', { hint: 'rivals' }),
  list('undo', ['u'], 'Undo: marks, search, order, discarded draft, file changed', 'listUndone', {
    hint: 'undo',
  }),
  list('reload', [], 'Read all sources again', 'reloadRequested'),
  list('quit', ['q'], 'Quit', 'quitRequested'),

  // The list, after saving
  landed('reopen', ['C'], 'Reopen the saved agent as a draft', 'savedReopened'),
  landed('copy', ['y'], 'Path of the saved file to the clipboard', 'savedPathCopied'),
  landed('another', ['N'], 'Begin another draft', 'anotherBegun'),
  landed('undo', ['u'], 'Undo the save', 'saveUndoRequested'),
  landed('done', ['escape'], 'Done with the saved agent', 'landingLeft'),
] satisfies readonly Binding[];
