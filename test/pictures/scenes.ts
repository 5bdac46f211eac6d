import type { Event, Scene, Step } from './picture.ts';

/** The rows in sight have been looked at for problems: the one that has some is not without its `!`. */
const JUDGED = /^(?![\s\S]*backend-architect\S+ +[a-z])/;
/** The app has read everything. */
const OPEN: Step = { sees: [/78 of 78\b/, JUDGED] };

const press = (keys: readonly string[], ...sees: readonly (string | RegExp)[]): Step => ({ press: keys, sees });
const type = (text: string, ...sees: readonly (string | RegExp)[]): Step => ({ type: text, sees });

/** From the search line to the list. */
const TO_LIST = press(['Enter'], '? help');
/** So many rows on the screen are marked; the legend has the sign too. */
const marks = (count: number): RegExp => new RegExp(`(?:✓(?! marked)[^✓]*){${count}}`);

/** The three architects of the collections marked, the list in hand. */
const MARKED: readonly Step[] = [
  OPEN,
  type('backend-arch', 'agents  backend-arch', /\b7 of 78/, JUDGED),
  press(['Down'], /❯ +backend-architect .*field-notes/),
  press(['Tab'], marks(1)),
  press(['Tab'], marks(2)),
  press(['Tab'], marks(3)),
  TO_LIST,
];
const COMPARING: readonly Step[] = [...MARKED, press(['d'], 'topic 1 of')];
const COMPOSING: readonly Step[] = [...MARKED, press(['c'], '› compose', '○')];
/** The draft is on the disk; a narrow header has no room to say so. */
const UNITED: readonly Step[] = [...COMPOSING, press(['M'], /Merged \d+ topics/, /kept at 19:31|tok…/)];
const SAVING: readonly Step[] = [...UNITED, press(['Ctrl-S'], 'Also the name of its file')];

/** What is left open is asked for, all at once. */
const ASKED: readonly Step[] = [press(['Ctrl-S'], /to decide|again leaves/)];

/** A draft begun and left on some earlier day. */
const draftOf = (query: string, at: string): Event => ({
  at,
  kind: 'visit',
  steps: [
    OPEN,
    TO_LIST,
    press(['D'], /╭─ Drafts/),
    press(['n'], '? help'),
    press(['/'], 'f1'),
    type(query, `agents  ${query}`, /❯ /),
    press(['Tab'], marks(1)),
    TO_LIST,
    press(['c'], 'Nothing taken yet'),
    press(['M'], /Merged \d+ topics/, 'kept'),
  ],
});

const MADE_FILE = 'work/shop/.claude/agents/page-reviewer.md';
const TESTER = 'collections/open-shelf/accessibility-tester.md';

/** An agent made of two others, one of which was changed since. */
const MADE: readonly Event[] = [
  {
    at: '2026-03-01T10:15:00Z',
    kind: 'command',
    args: [
      'compose',
      'accessibility-tester#*',
      'storefront-stylist#*',
      '--merge',
      '--name',
      'page-reviewer',
      '-o',
      '.claude/agents/',
    ],
  },
  {
    at: '2026-03-10T12:00:00Z',
    kind: 'edit',
    path: TESTER,
    from: 'seen from two metres',
    to: 'seen from three metres',
  },
];
const MADE_LIST: readonly Step[] = [{ sees: [/79 of 79\b/] }, TO_LIST, press(['C'], 'page-reviewer', 'changed')];

const palette = (words: string, ...sees: readonly (string | RegExp)[]): readonly Step[] => [
  press(['Ctrl-X'], '╭─ Commands'),
  type(words, new RegExp(`[❯>] .*${words}`, 'i')),
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
    steps: [OPEN, type('tool:Baash', 'agents  tool:Baash', /\b0 of 78/)],
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
    steps: [{ sees: ['No agents here.'] }],
  },
  {
    name: 'first-start',
    title: 'The first start on a new machine',
    contents: 'nothing',
    steps: [{ sees: [/10 of 10\b/] }],
  },
  {
    name: 'find-described',
    title: 'Agents found by what somebody remembers of them',
    steps: [OPEN, type('pages are slow for our customers', 'agents  pages are slow', /\b\d+ of 78/)],
  },
  {
    name: 'rivals-none',
    title: 'Where no agents compete for a request',
    steps: [OPEN, TO_LIST, press(['r'], /╭─ Rivals(?![\s\S]*Looking)/)],
  },
  { name: 'read', title: 'An agent, read', steps: [...MARKED, press(['Enter'], 'n p section')] },
  { name: 'compare', title: 'Three agents side by side', steps: [...COMPARING, press(['n'], 'topic 2 of')] },
  { name: 'compare-conflict', title: 'Where agents contradict each other', steps: [...COMPARING, press(['!'], '≠')] },
  {
    name: 'compare-source',
    title: 'Three agents as they are written',
    steps: [...COMPARING, press(['v', 'v'], /- \*\*|## /)],
  },
  { name: 'compare-table', title: 'Topics of three agents as a table', steps: [...COMPARING, press(['m'], 'Topic')] },
  {
    name: 'twins',
    title: 'Twins of an agent',
    steps: [
      OPEN,
      type('security-aud', 'agents  security-aud'),
      press(['Down'], /❯ +security-auditor .*field-notes/),
      TO_LIST,
      press(['t'], 'topic 1 of'),
    ],
  },
  { name: 'compose', title: 'A new agent of three, begun', steps: COMPOSING },
  { name: 'compose-united', title: 'A new agent of three', steps: UNITED },
  { name: 'left-out', title: 'What a new agent leaves out', steps: [...UNITED, press(['X'], 'all topics')] },
  { name: 'save', title: 'The form that saves', steps: [...SAVING, type('steady-backend', 'save  steady-backend')] },
  {
    name: 'overwrite',
    title: 'A file that is there already',
    steps: [...SAVING, type('checkout-keeper', 'save  checkout-keeper'), ...ASKED, press(['Ctrl-S'], /Replace/)],
  },
  {
    name: 'saved',
    title: 'The list after a new agent was saved',
    steps: [...SAVING, type('steady-backend', 'save  steady-backend'), ...ASKED, press(['Ctrl-S'], 'Saved', '79')],
  },
  {
    name: 'drafts',
    title: 'Drafts kept from earlier days',
    before: [draftOf('sql', '2026-03-02T08:20:00Z'), draftOf('kuber', '2026-03-14T16:05:00Z')],
    steps: [
      OPEN,
      TO_LIST,
      press(['D'], /╭─ Drafts/),
      press(['n'], '? help'),
      press(['c'], 'Nothing taken yet'),
      press(['Space'], 'Taken: '),
      press(['Esc'], '? help'),
      press(['D'], /╭─ Drafts/, 'ago'),
    ],
  },
  { name: 'made-from', title: 'Agents made here, and what has changed since', before: MADE, steps: MADE_LIST },
  {
    name: 'update',
    title: 'What an update of an agent would change',
    before: MADE,
    steps: [...MADE_LIST, press(['Enter'], 'y write')],
  },
  {
    name: 'update-conflict',
    title: 'An agent and what it was made from, both changed',
    before: [
      ...MADE,
      {
        at: '2026-03-12T09:30:00Z',
        kind: 'edit',
        path: MADE_FILE,
        from: 'seen from two metres',
        to: 'seen from the sofa',
      },
    ],
    steps: [...MADE_LIST, press(['Enter'], 'space take it')],
  },
  {
    name: 'problems',
    title: 'What is wrong with an agent',
    steps: [OPEN, type('expert', 'agents  expert', /!/), ...palette('Show the problems', /╭─ Problems/)],
  },
  { name: 'sources', title: 'Where agents come from', steps: [OPEN, ...palette('Show the sources', /╭─ Sources/)] },
  { name: 'help', title: 'The keys', steps: [OPEN, TO_LIST, press(['?'], /Keys in/)] },
  {
    name: 'palette',
    title: 'All commands',
    steps: [OPEN, press(['Ctrl-X'], '╭─ Commands'), type('comp', /│ comp /)],
  },
  {
    name: 'theme',
    title: 'A theme, seen before it is chosen',
    steps: [OPEN, press(['Ctrl-X'], '╭─ Commands'), type('high con', /❯ Theme: high contrast/)],
  },
  {
    name: 'signs-ascii',
    title: 'Signs in ASCII',
    steps: [...COMPOSING, ...palette('Signs: ASCII', '> '), press(['m'], '*')],
  },
];

/** A text as it is typed, letter by letter. */
const typed = (text: string, shown: (soFar: string) => string): readonly Step[] =>
  [...text].map((letter, at) => ({
    type: letter,
    sees: [shown(text.slice(0, at + 1))],
    hold: at + 1 < text.length ? 140 : 1500,
  }));
const slowly = (step: Step, hold: number): Step => ({ ...step, hold });

/** From a few letters to a new agent. */
export const MAIN_JOB: Scene = {
  name: 'find-compare-compose',
  title: 'Three agents of one name are found, compared, and made into a new one that is saved',
  steps: [
    OPEN,
    ...typed('backend-arch', (text) => ` agents  ${text}`),
    press(['Down'], /❯ +backend-architect .*field-notes/),
    press(['Tab'], marks(1)),
    press(['Tab'], marks(2)),
    slowly(press(['Tab'], marks(3)), 2000),
    TO_LIST,
    slowly(press(['d'], 'topic 1 of'), 2500),
    press(['n'], 'topic 2 of'),
    slowly(press(['n'], 'topic 3 of'), 2000),
    slowly(press(['!'], '≠'), 3000),
    slowly(press(['c'], 'Nothing taken yet'), 2500),
    slowly(press(['M'], /Merged \d+ topics/, 'kept at 19:31'), 3000),
    press(['Ctrl-S'], 'Also the name of its file'),
    ...typed('steady-backend', (text) => `name: ${text}\n`),
    ...ASKED,
    slowly(press(['Ctrl-S'], 'Saved', '79'), 4000),
  ],
};
