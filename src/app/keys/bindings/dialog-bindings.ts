import { type Binding, closes, inContext, moves, movesBesideField } from '../binding.ts';

const help = inContext('help');
const drafts = inContext('drafts');
const filter = inContext('filter');
const palette = inContext('palette');
const problems = inContext('problems');
const rivals = inContext('rivals');
const column = inContext('column');
const rename = inContext('rename');
const reword = inContext('reword');
const name = inContext('name');
const fresh = inContext('new');
const renaming = inContext('renaming');
const overwrite = inContext('overwrite');
const unsave = inContext('unsave');
const remove = inContext('remove');
const recompose = inContext('recompose');
const begin = inContext('begin');

/** The keys of what covers a screen, in the order footer and help show them. */
export const DIALOG_BINDINGS = [
  // Dialogs
  ...movesBesideField('help'),
  help('run', ['enter'], 'Run what is found', 'commandChosen', { hint: 'run' }),
  help('syntax', ['tab'], 'What can be searched for, and back to the keys', 'helpTurned', { hint: 'query syntax' }),
  closes('help', 'Close', ['escape', 'f1']),
  ...moves('problems'),
  problems('visit', ['enter'], 'Go to its line', 'problemVisited', { hint: 'go to its line' }),
  closes('problems', 'Close', ['escape', 'q']),
  ...moves('rivals'),
  rivals('list', ['enter'], 'Mark them, and list only these', 'rivalsListed', { hint: 'list them' }),
  rivals('compare', ['d'], 'Mark and compare them', 'rivalsCompared', { hint: 'compare' }),
  rivals('compose', ['c'], 'Mark them and compose from them', 'rivalsComposed', { hint: 'compose' }),
  closes('rivals', 'Close', ['escape', 'q']),
  ...moves('sources'),
  closes('sources', 'Close', ['escape', 'q', 'enter']),
  ...moves('news'),
  closes('news', 'Close', ['escape', 'q', 'enter', '~']),
  ...moves('drafts'),
  drafts('open', ['enter'], 'Go on with it', 'draftChosen', { hint: 'go on with it' }),
  drafts('new', ['n'], 'Begin a new one', 'draftBegun', { hint: 'new' }),
  drafts('discard', ['x'], 'Discard it', 'draftDiscarded', { hint: 'discard' }),
  drafts('filter', ['/'], 'Narrow the list by words', 'filterOpened', { hint: 'filter' }),
  drafts('undo', ['u'], 'Bring back the one discarded last', 'listUndone', { hint: 'undo' }),
  closes('drafts', 'Close', ['escape', 'q']),
  ...movesBesideField('filter'),
  filter('done', ['enter'], 'Go to the list', 'filterDone', { hint: 'list' }),
  filter('close', ['escape'], 'Show the whole list', 'filterLeft', { hint: 'all' }),
  ...movesBesideField('palette'),
  palette('run', ['enter'], 'Run it', 'commandChosen', { hint: 'run' }),
  closes('palette', 'Close', ['escape']),
  ...movesBesideField('column'),
  column('add', ['enter'], 'Add it as a column', 'columnAdded', { hint: 'add' }),
  closes('column', 'Add none', ['escape']),
  ...movesBesideField('rename'),
  rename('done', ['enter'], 'Rename', 'pickRenamed', { hint: 'rename' }),
  closes('rename', 'Keep it as it was', ['escape']),
  ...movesBesideField('reword'),
  reword('done', ['enter'], 'Reword it; no words give it its own back', 'passageReworded', { hint: 'reword' }),
  closes('reword', 'Keep it as it was', ['escape']),
  ...movesBesideField('name'),
  name('done', ['enter'], 'Show what the name changes', 'agentNamed', { hint: 'go on' }),
  closes('name', 'Keep its name', ['escape']),
  ...movesBesideField('new'),
  fresh('done', ['enter'], 'Go on', 'newAgentTold', { hint: 'go on' }),
  closes('new', 'Make none', ['escape']),
  ...moves('renaming'),
  renaming('confirm', ['y'], 'Rename it, and change the files', 'agentRenameConfirmed', { hint: 'rename' }),
  renaming('close', ['enter', 'n', 'escape'], 'Keep its name', 'dialogClosed', { hint: 'keep' }),
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

  begin('take', ['enter'], 'Give the answer under the cursor', 'beginTaken', { hint: 'answer' }),
  begin(
    'right',
    ['right', 'tab'],
    'Next answer',
    { type: 'beginMoved', direction: 1 },
    { hint: 'other answer', hintKeys: ['left', 'right'] },
  ),
  begin('left', ['left', 'shift+tab'], 'Previous answer', { type: 'beginMoved', direction: -1 }),
  begin('add', ['a'], 'Add them to the draft', { type: 'beginAnswered', answer: 'add' }, { hint: 'add' }),
  begin('new', ['n'], 'Begin another draft', { type: 'beginAnswered', answer: 'new' }, { hint: 'another draft' }),
  closes('begin', 'Compose neither', ['escape', 'q']),

  ...moves('unsave'),
  unsave('confirm', ['y'], 'Undo the save all the same', 'saveUndoConfirmed', { hint: 'undo the save' }),
  unsave('close', ['enter', 'n', 'escape'], 'Keep the file as it is', 'dialogClosed', { hint: 'keep' }),

  ...moves('remove'),
  remove('confirm', ['y'], 'Remove the file', 'removeConfirmed', { hint: 'remove' }),
  remove('close', ['enter', 'n', 'escape'], 'Keep the file', 'dialogClosed', { hint: 'keep' }),

  ...moves('recompose'),
  recompose('confirm', ['y'], 'Write the file; a backup is kept', 'recomposeConfirmed', { hint: 'write' }),
  recompose('close', ['n', 'escape'], 'Keep the file as it is', 'dialogClosed', { hint: 'keep the file' }),
] satisfies readonly Binding[];
