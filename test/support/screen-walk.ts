import type { Session } from './terminal-session.ts';

/** A state of a screen, and how one gets there from the one before it. */
export interface Stop {
  readonly name: string;
  /** Keys as `press` has them; text in double quotes is typed. */
  readonly keys: readonly string[];
  /** What is on the screen then, whatever its size. */
  readonly sees: readonly (string | RegExp)[];
}

/** @param keys With blanks between. */
export const stop = (name: string, keys: string, ...sees: readonly (string | RegExp)[]): Stop => ({
  name,
  keys: [...keys.matchAll(/"[^"]*"|\S+/g)].map(([key]) => key),
  sees,
});

const TWO_MARKED = [
  stop('find: a query', '"long-"', /agents {2}long-/, /\b3 of/),
  stop('find: marked, while typing', 'Tab Tab', /2 marked|✓.*\n.*✓/),
  stop('find: marked', 'Enter', 'd compare 2'),
];

/** Walks through the screens of a `walkedLibrary`, each from the start of a new run. */
export const WALKS: Readonly<Record<string, readonly Stop[]>> = {
  find: [
    stop('find: nothing typed', '', /(\?|f1) help/),
    stop('find: the list', 'Enter', '? help'),
    stop('find: the last of the list', 'G', 'zz-last'),
    stop('palette', ':', '─ Commands ─'),
    stop('palette: sources', '"show the sources"', '❯ Show the sources'),
    stop('sources', 'Enter', /╭─ Sources/),
    stop('help', 'q ?', /Keys in list/),
    stop('help: searched', '"mark"', 'Keys, everywhere'),
    stop('news', 'Esc s s ~', /╭─ News/),
    stop('find: no match', 'q / "zzzz"', 'Nothing matches'),
    stop('find: no match, the list', 'Enter', 'Nothing matches'),
  ],
  problems: [
    stop('find: one with a problem', '"colon"', 'wrong-colon', '! doubtful'),
    stop('palette: problems', 'Ctrl-X "problems"', '❯ Show the problems'),
    stop('problems', 'Enter', /╭─ Problems/),
  ],
  twins: [stop('find: of one name', '"same-name"', /\b3 of/), stop('twins', 'Enter t', /topic \d of/)],
  read: [
    ...TWO_MARKED,
    stop('read', 'Enter', 'agents › read'),
    stop('read: finding', '/ "rule 2"', /find +rule 2/),
    stop('read: found', 'Enter', /“rule 2” 1 of/),
    stop('read: source', 'Esc v', / source · |· source/),
  ],
  compare: [
    ...TWO_MARKED,
    stop('compare', 'd', 'topic 1 of'),
    stop('compare: unfolded', 'z', 'z fold'),
    stop('compare: plain', 'z v', /plain|topic 1 of/),
    stop('compare: source', 'v', /source|topic 1 of/),
    stop('compare: table', 'm', '› table'),
  ],
  compose: [
    ...TWO_MARKED,
    stop('compose: nothing taken', 'c', 'Nothing taken yet'),
    stop('compose: a topic taken', 'Down Space', 'Taken: '),
    stop('compose: left out', 'M x', '› left out'),
    stop('compose: left out, all', 'X', 'all topics'),
    stop('compose: versions', 'Esc Tab', /1 kept|kept, /),
    stop('compose: a passage', 'Down', /❯ [●○]/),
    stop('compose: the result', 'Tab Down', /Result/),
    stop('reword', 'Down Down i', /╭─ Reword/),
    stop('reword: not kept yet', '"x" Esc', 'Not kept yet'),
    stop('rename', 'Esc Tab Down r', /╭─ Rename/),
    stop('save', 'Esc Ctrl-S', 'Also the name of its file'),
    stop('save: choices', 'Tab Ctrl-T', /choices/),
    stop('save: taken', 'Esc "x" Shift-Tab "there"', 'name: there'),
    stop('drafts', 'Esc Esc D', /╭─ Drafts/, /just now|ago/),
    stop('drafts: discarded', 'x', 'Discarded'),
    stop('drafts: brought back', 'u', /Undone|back/),
    stop('find: a draft in hand', 'Esc', 'c go on composing'),
  ],
};

/** Goes on from one stop to the next. */
export async function goTo(session: Session, { keys, sees }: Stop): Promise<void> {
  for (const key of keys) {
    const before = session.output().length;
    if (key.startsWith('"')) session.type(key.slice(1, -1));
    else session.press(key);
    // What follows at once would be taken for the rest of an escape sequence.
    if (key === 'Esc') await session.until('Escape has been read', () => session.output().length > before);
  }
  for (const wanted of sees) await session.sees(wanted);
}

/** Waits until all that was pressed has been drawn, and the frame is whole. */
export async function drawnAgain(session: Session): Promise<void> {
  // The first time what was pressed may come a moment after the picture that is drawn again; the second time it was there.
  await drawn(session);
  await drawn(session);
}

async function drawn(session: Session): Promise<void> {
  const start = session.output().length;
  session.press('Ctrl-L');
  await session.until('the screen was drawn again', () => {
    const clear = session.output().indexOf('\u001B[2J', start);
    return clear >= 0 && session.output().indexOf('\u001B[?2026l', clear) >= 0;
  });
}

/** A word of the footer: the keys it names, as `press` has them, and what it says of them. */
export interface OfferedKeys {
  readonly keys: readonly string[];
  readonly words: string;
}

const KEY_WORDS: Readonly<Record<string, readonly string[]>> = {
  esc: ['Esc'],
  tab: ['Tab'],
  enter: ['Enter'],
  space: ['Space'],
  f1: ['F1'],
  'shift-tab': ['Shift-Tab'],
  '→': ['Right'],
  '↑↓': ['Up', 'Down'],
  '←→': ['Left', 'Right'],
  '⇧↑↓': ['Shift-Up', 'Shift-Down'],
};

/** What the last row of a screen offers. */
export function offeredKeys(screen: readonly string[]): readonly OfferedKeys[] {
  const footer = (screen.at(-1) ?? '').replace(/\+\d+ {2}/, '');
  return footer
    .trim()
    .split(/ {2,}/)
    .filter(Boolean)
    .map((hint) => {
      const parts = hint.split(' ');
      const count = parts.findIndex((part) => keysOf(part) === null);
      return { keys: parts.slice(0, count).flatMap((part) => keysOf(part) ?? []), words: parts.slice(count).join(' ') };
    });
}

function keysOf(part: string): readonly string[] | null {
  const control = /^\^(.)$/.exec(part)?.[1];
  if (control !== undefined) return [`Ctrl-${control.toUpperCase()}`];
  return KEY_WORDS[part] ?? ([...part].length === 1 ? [part] : null);
}
