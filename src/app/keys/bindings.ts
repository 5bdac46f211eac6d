import { type Binding, back, closes, inContext, moves, movesBesideField, scrolls } from './binding.ts';

const search = inContext('search');
const list = inContext('list');
const landed = inContext('landed');
const reader = inContext('reader');
const find = inContext('find');
const compare = inContext('compare');
const compose = inContext('compose');
const save = inContext('save');
const choices = inContext('choices');
const palette = inContext('palette');
const help = inContext('help');
const ledger = inContext('ledger');
const rename = inContext('rename');
const reword = inContext('reword');
const composed = inContext('composed');
const merge = inContext('merge');
const recompose = inContext('recompose');
const drafts = inContext('drafts');
const overwrite = inContext('overwrite');
const unsave = inContext('unsave');
const everywhere = inContext('everywhere');

/** Every key of the program, in the order footer and help show them. */
export const BINDINGS = [
  // Search line
  ...movesBesideField('search'),
  ...scrolls('search', 'preview', 'previewMoved', []),
  search('mark', ['tab'], 'Mark and go to the next', { type: 'definitionMarked', move: 1 }, { hint: 'mark' }),
  search('mark-back', ['shift+tab'], 'Mark and go to the previous', { type: 'definitionMarked', move: -1 }),
  search('list', ['enter'], 'Go to the list', 'listFocused', { hint: 'list' }),
  search('leave', ['escape'], 'Clear, then go to the list', 'searchLeft', { hint: 'clear' }),

  // List
  ...moves('list'),
  ...scrolls('list', 'preview', 'previewMoved', ['K', 'J']),
  list('compare', ['d'], 'Compare the marked ones', 'compareOpened', { hint: 'compare' }),
  list('compose', ['c'], 'Compose from the marked ones', 'composeOpened', {
    hint: 'compose',
  }),
  list('mark', ['space'], 'Mark', { type: 'definitionMarked', move: 0 }, { hint: 'mark' }),
  list('mark-next', ['tab'], 'Mark and go to the next', { type: 'definitionMarked', move: 1 }),
  list('mark-previous', ['shift+tab'], 'Mark and go to the previous', { type: 'definitionMarked', move: -1 }),
  list('read', ['enter'], 'Read it full screen', 'readerOpened', { hint: 'read' }),
  list('twins', ['t'], 'Mark its twins and compare it with them', 'twinsRequested'),
  list('search', ['/'], 'Search', 'searchFocused', { hint: 'search' }),
  list('edit', ['e'], 'Open in $EDITOR', 'editorRequested'),
  list('copy', ['y'], 'Copy the prompt', 'copyRequested'),
  list('sort', ['s'], 'Sort by match, name, source, model, size', 'sortChanged'),
  list('clear-marks', ['escape'], 'Clear the marks', 'marksCleared', { hint: 'clear the marks' }),
  list('undo', ['u'], 'Undo: marks, search, order, a discarded draft', 'listUndone', { hint: 'undo' }),
  list('reload', [], 'Read all sources again', 'reloadRequested'),
  list('quit', ['q'], 'Quit', 'quitRequested'),

  // The list, after saving
  landed('reopen', ['C'], 'Reopen what was saved as a draft', 'savedReopened'),
  landed('copy', ['y'], 'Copy the path of what was saved', 'savedPathCopied'),
  landed('another', ['N'], 'Begin another draft', 'anotherBegun'),
  landed('undo', ['u'], 'Undo the save', 'saveUndoRequested'),
  landed('done', ['escape'], 'Done with what was saved', 'landingLeft'),

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
  reader('pick', ['space'], 'Take the section into the draft, or out of it', 'sectionPicked', { hint: 'take' }),
  reader('view', ['v'], 'View: rendered, source', 'viewChanged', { hint: 'view' }),
  reader('find', ['/'], 'Find in the text', 'findOpened', { hint: 'find' }),
  reader('compose', ['c'], 'Compose from the marked ones', 'composeOpened', { hint: 'compose' }),
  reader('edit', ['e'], 'Open in $EDITOR', 'editorRequested'),
  reader('copy', ['y'], 'Copy the prompt', 'copyRequested'),
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

  // Compare
  ...moves('compare'),
  compare(
    'next',
    ['n'],
    'Next topic',
    { type: 'topicChanged', direction: 1 },
    { hint: 'topic', hintKeys: ['next', 'previous'] },
  ),
  compare('previous', ['p'], 'Previous topic', { type: 'topicChanged', direction: -1 }),
  compare('next-difference', [']'], 'Next difference', { type: 'differenceChanged', direction: 1 }),
  compare('previous-difference', ['['], 'Previous difference', { type: 'differenceChanged', direction: -1 }),
  compare('pick', ['space'], 'Take the section into the draft, or out of it', 'sectionPicked', { hint: 'take' }),
  compare('left', ['left', 'h'], 'Column to the left', { type: 'paneChanged', direction: -1 }),
  compare(
    'right',
    ['right', 'l'],
    'Column to the right',
    { type: 'paneChanged', direction: 1 },
    { hint: 'column', hintKeys: ['left', 'right'] },
  ),
  compare('base', ['b'], 'Make the column the base that the others are compared with', 'baseChanged', { hint: 'base' }),
  compare(
    'columns-left',
    ['{'],
    'Columns further left',
    { type: 'columnsPassed', direction: -1 },
    { hint: 'columns', hintKeys: ['columns-left', 'columns-right'] },
  ),
  compare('columns-right', ['}'], 'Columns further right', { type: 'columnsPassed', direction: 1 }),
  compare('view', ['v'], 'View: words that differ, plain, source', 'viewChanged', { hint: 'view' }),
  compare('fold', ['z'], 'Show what is folded, and fold it again', 'foldToggled', { hint: 'unfold' }),
  compare('matrix', ['m', 'enter'], 'Table of topics, and back to the texts', 'matrixToggled', { hint: 'table' }),
  compare('compose', ['c'], 'Compose from these', 'composeOpened', { hint: 'compose' }),
  compare('drop', ['X'], 'Drop the column', 'columnDropped', { hint: 'drop' }),
  compare('undo', ['u'], 'Undo', 'stepUndone', { hint: 'undo' }),
  back('compare', 'Back to the list'),

  // Compose
  ...moves('compose'),
  ...scrolls('compose', 'result', 'previewMoved', []),
  compose('pick', ['space'], 'Take what the cursor is on, or leave it out', 'sectionPicked', { hint: 'take' }),
  compose('versions', ['m'], 'Take one version of the topic, all, or all merged', 'versionsTaken', {
    hint: 'merge',
  }),
  compose('unite-all', ['M'], 'Merge the versions of every topic', 'topicsUnited', { hint: 'merge all' }),
  compose(
    'ledger',
    ['x'],
    'What this topic leaves out, and what stands for it',
    { type: 'ledgerOpened', scope: 'topic' },
    { hint: 'left out' },
  ),
  compose('ledger-all', ['X'], 'What all topics leave out, and what stands for it', {
    type: 'ledgerOpened',
    scope: 'all',
  }),
  compose(
    'move-down',
    ['J'],
    'Move it down in the result',
    { type: 'pickMoved', direction: 1 },
    { hint: 'move', hintKeys: ['move-down', 'move-up'] },
  ),
  compose('move-up', ['K'], 'Move it up in the result', { type: 'pickMoved', direction: -1 }),
  compose('rename', ['r'], 'Rename the section', 'renameOpened', { hint: 'rename' }),
  compose('undo', ['u'], 'Undo', 'stepUndone', { hint: 'undo' }),
  compose('redo', ['ctrl+r'], 'Redo', 'stepRedone'),
  compose('save', ['ctrl+s', 'w'], 'Save', { type: 'saveOpened', field: 'name' }, { hint: 'save' }),
  compose('pane', ['tab'], 'Next pane', { type: 'topicChanged', direction: 1 }, { hint: 'pane' }),
  compose('pane-back', ['shift+tab'], 'Previous pane', { type: 'topicChanged', direction: -1 }),
  compose('left', ['left', 'h'], 'Agent to the left', { type: 'paneChanged', direction: -1 }),
  compose(
    'right',
    ['right', 'l'],
    'Agent to the right',
    { type: 'paneChanged', direction: 1 },
    { hint: 'agent', hintKeys: ['left', 'right'] },
  ),
  compose('reword', ['i'], 'Change the words of the passage', 'rewordOpened'),
  compose('edit', ['e'], 'Edit the section in $EDITOR', 'pickEditRequested'),
  compose('drop-edit', ['E'], 'Take the edit of the section back', 'editDropped'),
  compose('weaker', ['>'], 'Make its title a weaker heading', { type: 'levelChanged', direction: 1 }),
  compose('stronger', ['<'], 'Make its title a stronger heading, or let it stand as it fits', {
    type: 'levelChanged',
    direction: -1,
  }),
  compose('frontmatter', ['f'], 'Edit the frontmatter', { type: 'saveOpened', field: 'description' }),
  back('compose', 'Back; the draft is kept'),

  // Ledger
  ...moves('ledger'),
  ledger('take', ['space'], 'Take the passage, or leave it out', 'sectionPicked', { hint: 'take it' }),
  ledger('visit', ['enter'], 'Go to where it stands', 'entryVisited', { hint: 'go there' }),
  ledger('all', ['X'], 'All topics, or only this one', 'ledgerScopeChanged', { hint: 'all topics' }),
  ledger('view', ['v'], 'With what was kept, or without', 'viewChanged', { hint: 'kept too' }),
  ledger('undo', ['u'], 'Undo', 'stepUndone', { hint: 'undo' }),
  ledger('redo', ['ctrl+r'], 'Redo', 'stepRedone'),
  back('ledger', 'Back to composing', ['escape', 'q', 'x']),

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

  // Agents made here
  ...moves('composed'),
  ...scrolls('composed', 'changes', 'previewMoved', ['K', 'J']),
  composed('recompose', ['enter', 'U'], 'Update it from what it is made from', 'recomposeRequested', {
    hint: 'update',
  }),
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
  merge('take', ['space'], 'Take this version', 'versionChosen', { hint: 'take it' }),
  merge('done', ['ctrl+s', 'w'], 'Show the file, then write it', 'mergeFinished', { hint: 'show and write' }),
  back('merge', 'Back; the file stays as it is'),

  // Dialogs
  ...movesBesideField('help'),
  help('run', ['enter'], 'Do what is found', 'commandChosen', { hint: 'do it' }),
  help('syntax', ['tab'], 'What can be searched for, and back to the keys', 'helpTurned', { hint: 'query syntax' }),
  closes('help', 'Close', ['escape', 'f1']),
  ...moves('problems'),
  closes('problems', 'Close', ['escape', 'q', 'enter']),
  ...moves('sources'),
  closes('sources', 'Close', ['escape', 'q', 'enter']),
  ...moves('news'),
  closes('news', 'Close', ['escape', 'q', 'enter', '~']),
  ...moves('drafts'),
  drafts('open', ['enter'], 'Go on with it', 'draftChosen', { hint: 'go on with it' }),
  drafts('new', ['n'], 'Begin a new one', 'draftBegun', { hint: 'new' }),
  drafts('discard', ['x'], 'Discard it', 'draftDiscarded', { hint: 'discard' }),
  drafts('undo', ['u'], 'Bring back the one discarded last', 'listUndone', { hint: 'undo' }),
  closes('drafts', 'Close', ['escape', 'q']),
  ...movesBesideField('palette'),
  palette('run', ['enter'], 'Run it', 'commandChosen', { hint: 'run' }),
  closes('palette', 'Close', ['escape']),
  rename('done', ['enter'], 'Rename', 'pickRenamed', { hint: 'rename' }),
  closes('rename', 'Leave it as it was', ['escape']),
  reword('done', ['enter'], 'Reword; nothing gives its own words back', 'passageReworded', { hint: 'reword' }),
  closes('reword', 'Leave it as it was', ['escape']),
  ...moves('overwrite'),
  overwrite('answer', ['enter'], 'Give the answer under the cursor', 'answerGiven', { hint: 'answer' }),
  overwrite(
    'right',
    ['right', 'tab'],
    'Next answer',
    { type: 'answerMoved', direction: 1 },
    { hint: 'other answer', hintKeys: ['left', 'right'] },
  ),
  overwrite('left', ['left', 'shift+tab'], 'Previous answer', { type: 'answerMoved', direction: -1 }),
  overwrite('confirm', ['y'], 'Replace the file; a backup is kept', 'overwriteConfirmed', { hint: 'replace' }),
  overwrite('rename', ['o'], 'Give it another name', 'otherNameWanted', { hint: 'another name' }),
  overwrite('close', ['n', 'escape'], 'Keep the file', 'dialogClosed', { hint: 'keep the file' }),

  ...moves('unsave'),
  unsave('confirm', ['y'], 'Undo the save all the same', 'saveUndoConfirmed', { hint: 'undo the save' }),
  unsave('close', ['enter', 'n', 'escape'], 'Keep the file as it is', 'dialogClosed', { hint: 'keep the file' }),

  ...moves('recompose'),
  recompose('confirm', ['y'], 'Write the file; a backup is kept', 'recomposeConfirmed', { hint: 'write' }),
  closes('recompose', 'Leave the file as it is', ['n', 'escape']),

  // Everywhere
  everywhere('help', ['?', 'f1'], 'Help', 'helpOpened', { hint: 'help' }),
  everywhere('palette', [':', 'ctrl+x'], 'All commands', 'paletteOpened'),
  everywhere('problems', [], 'Show the problems', 'problemsOpened'),
  everywhere('composed', ['C'], 'Composed agents: what has changed since', 'composedOpened'),
  everywhere('drafts', ['D'], 'Drafts: go on with one, begin or discard one', 'draftsOpened'),
  everywhere('news', ['~'], 'News of this session, newest first', 'newsOpened'),
  everywhere('sources', [], 'Show the sources', 'sourcesOpened'),
  everywhere('bundled', [], 'List or hide the definitions that come with agents', 'bundledToggled'),
  everywhere('redraw', ['ctrl+l'], 'Draw the screen again', 'redrawRequested'),
  everywhere('suspend', ['ctrl+z'], 'Suspend', 'suspendRequested'),
  everywhere('quit', ['ctrl+c'], 'Quit', 'quitRequested'),
] satisfies readonly Binding[];

/** The name of a binding. */
export type BindingId = (typeof BINDINGS)[number]['id'];
