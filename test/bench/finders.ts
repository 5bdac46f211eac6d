import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { Command } from './process-time.ts';

/** What finds an agent among many, as people have it, and how to see on its screen what it is at. */
export interface Finder {
  readonly name: string;
  /** What is typed for its screen. */
  readonly opened: Command;
  /** Where that is typed, for a collection. */
  readonly where: (collection: string) => string;
  /** What is typed for everything on standard output. */
  readonly listed: (folder: string) => Command;
  /** What is typed there so that the next start knows the collection already; left out where nothing is kept. */
  readonly keeps?: Command;
  /** A screen that one can type into. */
  readonly frame: RegExp;
  /** The answer to a letter, to the last byte of the list; the preview may come later. */
  readonly answer: RegExp;
  /** The first letter on the screen, while nothing may have been read yet. */
  readonly letter: RegExp;
  /** The first answer to it, while most may still be unread. */
  readonly someAnswer: RegExp;
  /** Everything is read, and the letter answered for all of it. */
  readonly allAnswer: (files: number) => RegExp;
}

/** A hundred letters without the blanks between words, for all finders alike: no word is mistyped, one is abbreviated. */
export const HUNDRED_LETTERS = [
  'backend',
  'security audit',
  'database schemas',
  'mobile forms',
  'queues',
  'release planner',
  'cloud tokens',
  'bkarch',
  'frontend contracts',
] as const;

/** The built program, by its full path since it is started elsewhere. */
const AGENTS: Command = [process.execPath, join(process.cwd(), 'dist', 'agents.js')];

/** Ours, in the project that has the collection in `.claude/agents`. */
export const OURS: Finder = {
  name: 'agents',
  opened: AGENTS,
  where: (collection) => dirname(dirname(collection)),
  listed: (folder) => [...AGENTS, 'list', '--source', folder],
  keeps: [...AGENTS, 'list'],
  frame: /ype to search.*help.*\u001B\[\?2026l/s,
  // While it reads, `…` stands behind the second number.
  answer: /[\d,]+ of [\d,]+ ·.*\u001B\[\?2026l/s,
  letter: /· best match first.*\u001B\[\?2026l/s,
  someAnswer: /[1-9][\d,]* of [1-9][\d,]* (?:… )?· best match first.*\u001B\[\?2026l/s,
  allAnswer: () => /[1-9][\d,]* of [1-9][\d,]* · best match first.*\u001B\[\?2026l/s,
};

/** Over lines of `collect`, with the file of a line beside the list. */
function fzf(name: string, collect: string, options: string): Finder {
  return {
    name,
    opened: ['sh', '-c', `${collect} | fzf ${options}`],
    where: (collection) => collection,
    // It ends with 1 where it finds nothing.
    listed: (folder) => ['sh', '-c', `cd "$0" && ${collect} | fzf --filter '' || true`, folder],
    frame: /\d+\/\d+.*\u001B\[\?25h/s,
    // Behind an old number there is a share of what is searched: `12/34 (56%)`.
    answer: /\d+\/\d+\u001B\[m.*\u001B\[\?25h/s,
    letter: /b.*\u001B\[\?25h/s,
    // The colour of what matches in a row.
    someAnswer: /38;5;108m.*\u001B\[\?25h/s,
    // The first number may be a moment behind the second, in its favour.
    allAnswer: (files) => new RegExp(`(?<!\\d)(?!${files}/)[1-9]\\d*/${files}\\u001B\\[m.*\\u001B\\[\\?25h`, 's'),
  };
}

/** The fuzzy finder over the names of the files, and over those with the descriptions in them. */
export const THEIRS: readonly Finder[] = [
  fzf('fzf (names)', "find . -name '*.md'", "--preview 'cat {}'"),
  fzf('fzf (descriptions)', "grep -rm1 '^description:' --include='*.md' .", "--delimiter : --preview 'cat {1}'"),
];

/** The version of the fzf program, or `null` where it is not on the PATH. */
export function fzfVersion(): string | null {
  const { status, stdout } = spawnSync('fzf', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Those that there are here; ours is the first. */
export function findersHere(): readonly [Finder, ...Finder[]] {
  return fzfVersion() === null ? [OURS] : [OURS, ...THEIRS];
}
