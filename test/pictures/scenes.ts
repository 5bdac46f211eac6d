import type { Event, Scene, Step } from './picture.ts';

/** The app has read everything, and looked at what is on the screen for problems. */
const OPEN: Step = { sees: [/41 of 41 ·/, /!/] };

const press = (keys: readonly string[], ...sees: readonly (string | RegExp)[]): Step => ({ press: keys, sees });
const type = (text: string, ...sees: readonly (string | RegExp)[]): Step => ({ type: text, sees });

/** The three architects of the collections marked, the list in hand. */
const MARKED: readonly Step[] = [
  OPEN,
  type('backend-arch', 'agents  backend-arch', /\b5 of 41/),
  press(['Down'], /❯ +backend-architect .*field-notes/),
  press(['Tab'], '1 marked'),
  press(['Tab'], '2 marked'),
  press(['Tab'], '3 marked'),
  press(['Enter'], 'd compare'),
];
const COMPARING: readonly Step[] = [...MARKED, press(['d'], 'topic 1 of')];
const COMPOSING: readonly Step[] = [...MARKED, press(['c'], '0 picks')];
const UNITED: readonly Step[] = [...COMPOSING, press(['M'], 'All topics united', /kept 19:31/)];
const SAVING: readonly Step[] = [...UNITED, press(['Ctrl-S'], 'A name is needed')];

/** A draft made and left on some earlier day. */
const draftOf = (query: string, at: string): Event => ({
  at,
  kind: 'visit',
  steps: [
    OPEN,
    type(query, `agents  ${query}`, /❯ /),
    press(['Tab'], '1 marked'),
    press(['Enter'], 'd compare'),
    press(['c'], 'picks'),
    press(['M'], 'All topics united', 'kept'),
  ],
});

/** An agent made of two others. */
const MADE: Event = {
  at: '2026-03-01T10:15:00Z',
  kind: 'command',
  args: [
    'compose',
    'security-auditor#*',
    'code-reviewer#*',
    '--union',
    '--name',
    'careful-reviewer',
    '-o',
    '.claude/agents/',
  ],
};

const palette = (words: string, ...sees: readonly (string | RegExp)[]): readonly Step[] => [
  press(['Ctrl-X'], 'command palette'),
  type(words, new RegExp(`❯ .*${words}`, 'i')),
  press(['Enter'], ...sees),
];

/** Every screen and state there is a picture of. Waits name as little as tells the state, and hold at every size. */
export const SCENES: readonly Scene[] = [
  { name: 'find', title: 'The list of agents', steps: [OPEN] },
  { name: 'find-search', title: 'Agents found by a few letters', steps: MARKED.slice(0, 3) },
  { name: 'find-marked', title: 'Three agents of one name, marked', steps: MARKED },
  {
    name: 'find-no-match',
    title: 'A search that finds nothing',
    steps: [OPEN, type('tool:Baash', 'agents  tool:Baash', /\b0 of 41/)],
  },
  {
    name: 'find-wide',
    title: 'An agent in Japanese',
    steps: [OPEN, type('translator', 'agents  translator', '日本語')],
  },
  {
    name: 'find-loading',
    title: 'The list while a folder is slow',
    holds: 'collections/open-shelf',
    steps: [{ sees: ['Reading the sources'] }],
  },
  {
    name: 'find-empty',
    title: 'A folder without agents',
    args: ['tui', '--source', '.git'],
    steps: [{ sees: ['No definitions here.'] }],
  },
  {
    name: 'first-start',
    title: 'The first start on a new machine',
    contents: 'nothing',
    steps: [{ sees: [/10 of 10 ·/] }],
  },
  { name: 'read', title: 'An agent, read', steps: [...MARKED, press(['Enter'], 'v view')] },
  { name: 'compare', title: 'Three agents side by side', steps: [...COMPARING, press(['n'], 'topic 2 of')] },
  {
    name: 'compare-diff',
    title: 'The differences of three agents',
    steps: [...COMPARING, press(['v'], 'view: source'), press(['v'], 'view: diff')],
  },
  { name: 'compare-table', title: 'Topics of three agents as a table', steps: [...COMPARING, press(['m'], 'Topic')] },
  {
    name: 'twins',
    title: 'Twins of an agent',
    steps: [OPEN, type('code-rev', 'agents  code-rev'), press(['Enter'], 'd compare'), press(['t'], /twin|topic/)],
  },
  { name: 'compose', title: 'A new agent of three, begun', steps: COMPOSING },
  { name: 'compose-united', title: 'A new agent of three', steps: UNITED },
  { name: 'left-out', title: 'What a new agent leaves out', steps: [...UNITED, press(['x'], 'ledger')] },
  { name: 'save', title: 'The form that saves', steps: [...SAVING, type('steady-backend', 'name: steady-backend')] },
  {
    name: 'overwrite',
    title: 'A file that is there already',
    steps: [
      ...SAVING,
      type('checkout-keeper', 'name: checkout-keeper'),
      press(['Ctrl-S'], /Ctrl-S again/),
      press(['Ctrl-S'], /replace\?/),
    ],
  },
  {
    name: 'drafts',
    title: 'Drafts kept from earlier days',
    before: [draftOf('sql', '2026-03-02T08:20:00Z'), draftOf('kuber', '2026-03-14T16:05:00Z')],
    steps: [...UNITED, press(['Esc'], 'd compare'), press(['D'], 'drafts')],
  },
  {
    name: 'made-from',
    title: 'Agents made here, and what has changed since',
    before: [
      MADE,
      {
        at: '2026-03-10T12:00:00Z',
        kind: 'edit',
        path: 'collections/platform-guild/security-auditor.md',
        from: 'An outsider with time',
        to: 'An outsider with time and money',
      },
    ],
    steps: [{ sees: [/42 of 42 ·/] }, press(['Enter'], 'd compare'), press(['C'], 'careful-reviewer')],
  },
  {
    name: 'problems',
    title: 'What is wrong with an agent',
    steps: [OPEN, type('expert', 'agents  expert', /!/), ...palette('Show the problems', /^ problems/)],
  },
  { name: 'sources', title: 'Where agents come from', steps: [OPEN, ...palette('Show the sources', /^ sources/)] },
  { name: 'help', title: 'The keys', steps: [OPEN, press(['Enter'], 'd compare'), press(['?'], /^ help/)] },
  { name: 'palette', title: 'All commands', steps: [OPEN, press(['Ctrl-X'], 'command palette'), type('co', /❯ /)] },
];
