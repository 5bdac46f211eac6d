import { type Binding, back, inContext, moves, scrolls } from '../binding.ts';

const compose = inContext('compose');
const ledger = inContext('ledger');

/** The keys of composing, in the order footer and help show them. */
export const COMPOSE_BINDINGS = [
  // Compose
  ...moves('compose'),
  ...scrolls('compose', 'result', 'previewMoved', []),
  compose('pick', ['space'], 'Take what the cursor is on, or leave it out', 'sectionPicked', { hint: 'take' }),
  compose('versions', ['m'], 'Take one version of the topic, all, or all merged', 'versionsTaken', {
    hint: 'merge',
  }),
  compose('unite-all', ['M'], 'Merge the versions of every topic', 'topicsUnited', { hint: 'merge all' }),
  compose(
    'turn',
    ['o'],
    'Let what was left out for it stand instead: a wording, a conflict, a block',
    'versionTurned',
    {
      hint: 'turn to the other',
    },
  ),
  compose('doubt', ['n'], 'Next passage to decide about: a repeat, a conflict, a poor block', 'doubtVisited', {
    hint: 'to decide',
  }),
  compose('undo', ['u'], 'Undo', 'stepUndone', { hint: 'undo' }),
  compose('redo', ['ctrl+r'], 'Redo', 'stepRedone'),
  compose('save', ['ctrl+s', 'w'], 'Save', { type: 'saveOpened', field: 'name' }, { hint: 'save' }),
  compose(
    'ledger',
    ['x'],
    'What this topic leaves out, and what stands for it',
    { type: 'ledgerOpened', scope: 'topic' },
    { hint: 'left out', pair: 'left out, of all' },
  ),
  compose(
    'ledger-all',
    ['X'],
    'What all topics leave out, and what stands for it',
    { type: 'ledgerOpened', scope: 'all' },
    { hint: 'all left out', pair: 'left out, of all' },
  ),
  compose(
    'move-down',
    ['J'],
    'Move it down in the result',
    { type: 'pickMoved', direction: 1 },
    { hint: 'move', hintKeys: ['move-down', 'move-up'] },
  ),
  compose('move-up', ['K'], 'Move it up in the result', { type: 'pickMoved', direction: -1 }),
  compose('order', ['O'], 'Put the result in the order of the topics again', 'orderRestored', { hint: 'order' }),
  compose('rename', ['r'], 'Rename the section', 'renameOpened', { hint: 'rename' }),
  compose('pane', ['tab', 'enter'], 'Next pane', { type: 'topicChanged', direction: 1 }, { hint: 'pane' }),
  compose('pane-back', ['shift+tab'], 'Previous pane', { type: 'topicChanged', direction: -1 }),
  compose('left', ['left', 'h'], 'Agent to the left', { type: 'paneChanged', direction: -1 }),
  compose(
    'right',
    ['right', 'l'],
    'Agent to the right',
    { type: 'paneChanged', direction: 1 },
    { hint: 'agent', hintKeys: ['left', 'right'] },
  ),
  compose('reword', ['i'], 'Change the words of the passage', 'rewordOpened', { hint: 'reword' }),
  compose('try', [], 'Try the draft in its harness, for one session', 'trialRequested'),
  compose('edit', ['e'], 'Edit the section in $EDITOR', 'pickEditRequested', { hint: 'edit' }),
  compose('drop-edit', ['E'], 'Take the edit of the section back', 'editDropped', { hint: 'take the edit back' }),
  compose('apart', ['-'], 'Take the section out of its row: it stands alone', 'sectionHeldApart', {
    hint: 'stand alone',
  }),
  compose('join', ['='], 'Put two sections into one row: mark one, then the other', 'sectionJoined', { hint: 'join' }),
  compose(
    'weaker',
    ['>'],
    'Make its title a weaker heading',
    { type: 'levelChanged', direction: 1 },
    { pair: 'heading level' },
  ),
  compose('stronger', ['<'], 'Make its title a stronger heading, or let it stand as it fits', {
    type: 'levelChanged',
    direction: -1,
  }),
  compose('frontmatter', ['f'], 'Edit the frontmatter', { type: 'saveOpened', field: 'description' }),
  compose('share', ['|'], 'Share of the panes', 'shareChanged'),
  back('compose', 'Back; the draft is kept'),

  // Ledger
  ...moves('ledger'),
  ...scrolls('ledger', 'passage', 'previewMoved', ['K', 'J']),
  ledger('take', ['space'], 'Take the passage, or leave it out', 'sectionPicked', { hint: 'take it' }),
  ledger('turn', ['o'], 'Let it stand instead of what does', 'versionTurned', { hint: 'instead' }),
  ledger('visit', ['enter'], 'Go to where it stands', 'entryVisited', { hint: 'go there' }),
  ledger('all', ['X'], 'All topics, or only this one', 'ledgerScopeChanged', { hint: 'all topics' }),
  ledger('view', ['v'], 'With what was kept, or without', 'viewChanged', { hint: 'kept too' }),
  ledger('undo', ['u'], 'Undo', 'stepUndone', { hint: 'undo' }),
  ledger('redo', ['ctrl+r'], 'Redo', 'stepRedone'),
  ledger('share', ['|'], 'Share of the panes', 'shareChanged'),
  back('ledger', 'Back to composing', ['escape', 'q', 'x']),
] satisfies readonly Binding[];
