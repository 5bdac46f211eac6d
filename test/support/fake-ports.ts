import { sha256 } from '../../src/adapters/sha256.ts';
import type { Moment } from '../../src/ports/clock.ts';
import type { Journal } from '../../src/ports/journal.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { USUAL_APPEARANCE } from '../../src/text/appearance.ts';
import { memoryFiles } from './memory-files.ts';
import { memoryRecipes } from './memory-recipes.ts';

/** Ports in memory, with a record of what was asked of them. */
export interface FakePorts extends Ports {
  /** One line a call, in order: `copy You forge …`, `quit`. */
  readonly calls: readonly string[];
}

/** One that keeps nothing. */
const NO_JOURNAL: Journal = {
  begin: () => {},
  note: async () => null,
  close: async () => ({ id: null, problem: null }),
  putBack: async () => [],
  list: async () => [],
  undo: async () => ({ kind: 'none' }),
  redo: async () => ({ kind: 'none' }),
  recover: async () => [],
};

/** When the tests pretend to run. */
export const NOW: Moment = { at: 1_000_000_000_000, utcOffset: 60 };

/** Ports that all work: an empty disk, an editor that changes nothing; a test replaces what it is about. */
export function fakePorts(parts: Partial<Ports> = {}): FakePorts {
  const calls: string[] = [];
  return {
    calls,
    files: memoryFiles(),
    libraries: null,
    drafts: {
      list: async () => ({ drafts: [], problems: [] }),
      write: async (_id, { picks }) => {
        calls.push(`keep ${picks.length} picks`);
        return null;
      },
      remove: async (id) => {
        calls.push(`discard ${id}`);
        return null;
      },
      opened: async (id) => void calls.push(`work on ${id}`),
      openElsewhere: async () => null,
      settle: async () => [],
    },
    queries: { list: async () => [], keep: async (query) => void calls.push(`keep query ${query}`) },
    recipes: memoryRecipes(),
    sha256,
    harness: {
      start: async ({ command, name }) => {
        calls.push(`try ${name} with ${command}`);
        return null;
      },
    },
    transcripts: { countCalls: async () => null },
    journal: NO_JOURNAL,
    openBackups: async () => null,
    editor: {
      open: async (path) => {
        calls.push(`open ${path}`);
        return null;
      },
      edit: async (text, name) => {
        calls.push(`edit ${name}`);
        return { kind: 'edited', text };
      },
    },
    clock: { now: () => NOW },
    clipboard: {
      copy: async (text) => {
        calls.push(`copy ${text}`);
        return { kind: 'taken', by: 'a program' };
      },
    },
    settings: {
      read: () => ({
        values: {
          saveFolder: null,
          recipes: null,
          sources: [],
          bundled: true,
          hidden: [],
          harness: 'claude',
          confirm: true,
          shortForms: {},
          mouse: true,
          linear: false,
          editor: '',
          color: 'auto',
          hyperlink: 'auto',
          pager: '',
          ...USUAL_APPEARANCE,
          keys: {},
        },
        problems: [],
        placeOf: () => '',
        isBroken: false,
        originOf: () => 'default',
      }),
      keep: async () => null,
      change: async (key, next) => {
        const now = {
          saveFolder: null,
          recipes: null,
          sources: [],
          bundled: true,
          hidden: [],
          harness: 'claude',
          confirm: true,
          shortForms: {},
          mouse: true,
          linear: false,
          editor: '',
          color: 'auto',
          hyperlink: 'auto',
          pager: '',
          ...USUAL_APPEARANCE,
          keys: {},
        }[key] as Parameters<typeof next>[0];
        calls.push(`set ${key} ${JSON.stringify(next(now))}`);
        return null;
      },
    },
    watcher: { watch: () => {} },
    terminal: {
      lend: (task) => task(),
      suspend: () => void calls.push('suspend'),
      redraw: () => void calls.push('redraw'),
      tell: (what) => void calls.push(`tell ${what}`),
      sinceInput: () => Number.POSITIVE_INFINITY,
      close: () => void calls.push('quit'),
    },
    ...parts,
  };
}
