import { type Binding, back, inContext, moves } from '../binding.ts';

const compare = inContext('compare');

/** The keys of comparing, in the order footer and help show them. */
export const COMPARE_BINDINGS = [
  // Compare
  ...moves('compare'),
  compare(
    'next',
    ['n'],
    'Next topic, or next place found',
    { type: 'topicChanged', direction: 1 },
    { hint: 'topic', hintKeys: ['next', 'previous'] },
  ),
  compare('previous', ['p'], 'Previous topic', { type: 'topicChanged', direction: -1 }),
  compare(
    'previous-hit',
    ['N'],
    'Previous place found',
    { type: 'hitChanged', direction: -1 },
    { hint: 'place', hintKeys: ['next', 'previous-hit'] },
  ),
  compare('next-difference', [']'], 'Next difference', { type: 'differenceChanged', direction: 1 }),
  compare('previous-difference', ['['], 'Previous difference', { type: 'differenceChanged', direction: -1 }),
  compare('next-conflict', ['!'], 'Next conflict', 'nextConflictShown', { hint: 'conflict' }),
  compare('pick', ['space'], 'Take the section, or leave it out', 'sectionPicked', { hint: 'take' }),
  compare('left', ['left', 'h'], 'Column to the left', { type: 'paneChanged', direction: -1 }),
  compare(
    'right',
    ['right', 'l'],
    'Column to the right',
    { type: 'paneChanged', direction: 1 },
    { hint: 'column', hintKeys: ['left', 'right'] },
  ),
  compare(
    'matrix',
    ['m', 'enter'],
    'Table of topics: what each says, what only one does; back to the texts',
    'matrixToggled',
    {
      hint: 'table',
    },
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
  compare('find', ['/'], 'Find in the texts, or a topic in the table', 'findOpened', { hint: 'find' }),
  compare('share', ['|'], 'Share of the columns', 'shareChanged'),
  compare('compose', ['c'], 'Compose from these agents', 'composeOpened', { hint: 'compose' }),
  compare('add', ['a'], 'Add a column by search', 'columnBoxOpened', { hint: 'add' }),
  compare('rows', ['o'], 'Topics: all, those of several, of one alone, with a conflict', 'otherRowsChosen', {
    hint: 'topics of several',
  }),
  compare('drop', ['X'], 'Remove the column', 'columnDropped', { hint: 'remove' }),
  compare('apart', ['-'], 'Take the section out of its row: it stands alone', 'sectionHeldApart', {
    hint: 'stand alone',
  }),
  compare('join', ['='], 'Put two sections into one row: mark one, then the other', 'sectionJoined', { hint: 'join' }),
  compare('undo', ['u'], 'Undo', 'stepUndone', { hint: 'undo' }),
  back('compare', 'Stop finding, then back to the list'),
] satisfies readonly Binding[];
