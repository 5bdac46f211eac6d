import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { CallCount } from '../../core/library/agent-calls.ts';
import type { SearchWork } from '../../core/search/filtering/search-work.ts';
import type { LookChange } from '../../text/appearance.ts';
import type { SavedFile } from '../../usecases/undo-save.ts';
import type { DraftHistory, OtherDraft } from './draft-state.ts';
import type { TextField } from './text-field.ts';

/** Orders the list can stand in; `match` is best match first, `calls` only once they are counted. */
export const SORTS = ['match', 'name', 'source', 'model', 'size', 'budget'] as const;

export type Sort = (typeof SORTS)[number] | 'calls';

export interface BrowseState {
  readonly query: TextField;
  /** Earlier searches that are gone through in the line; `null` where none is. */
  readonly recalled: RecalledQueries | null;
  readonly focus: 'search' | 'list';
  /** Index into the results. */
  readonly cursor: number;
  /** First result on the screen. */
  readonly top: number;
  /** Ids, in the order they were marked. */
  readonly marked: readonly string[];
  /** Paths of files that went while they were marked: a file that comes back is marked again. */
  readonly lostMarks: readonly string[];
  readonly composed: ComposedKnown;
  /** Whether the list has only those that are marked, whatever is searched for. */
  readonly isMarkedOnly: boolean;
  /** While nothing is searched for. */
  readonly sort: Sort;
  /** Of what a search finds; each begins with the best match first. */
  readonly querySort: Sort;
  /** What is worked on beside the keys before the query is answered in full. */
  readonly work: (SearchWork & { readonly job: number }) | null;
  /** How many jobs of such work were given out. */
  readonly jobs: number;
  /** How often agents were called, by name; `null` until that was asked for. */
  readonly calls: ReadonlyMap<string, CallCount> | null;
  readonly judged: JudgedRows;
  /** How far the preview of a definition was scrolled; that of any other begins at its start. */
  readonly preview: { readonly id: string; readonly top: number };
  /** Paths of what a key has just made or brought back: the cursor goes there once it was read. */
  readonly awaited: readonly string[];
  /** The definitions as they were when all sources were asked to be read again; `null` while nobody waits for that. */
  readonly reloaded: readonly AgentDefinition[] | null;
}

/** Which agents were composed here; looked for when first searched for. */
interface ComposedKnown {
  /** Paths of their files; `null` until the recipes were read. */
  readonly paths: ReadonlySet<string> | null;
  /** Whether they were read, or are being read, since the last change on disk. */
  readonly isCurrent: boolean;
  /** How many times that was asked for. */
  readonly job: number;
}

/** Earlier searches that are gone through, one at each key. */
export interface RecalledQueries {
  /** What stood in the line before, which comes again after the last. */
  readonly typed: TextField;
  readonly queries: readonly string[];
  /** The one that stands there now. */
  readonly at: number;
}

/** The definitions whose rows show what the rules find in them; the ones added last, and the ones before. */
export interface JudgedRows {
  readonly recent: ReadonlySet<AgentDefinition>;
  readonly before: ReadonlySet<AgentDefinition>;
}

/** A file that was saved, until the user is done with it. */
export interface Landed {
  readonly path: string;
  readonly lines: number;
  readonly tokens: number;
  /** How many agents it is made from. */
  readonly agents: number;
  /** What to undo it by; `null` where it went to a pipe. */
  readonly saved: SavedFile | null;
  /** The draft that was saved, with its steps. */
  readonly draft: DraftHistory;
}

/** What an act in the list did away with, to be brought back; the words name it. */
export type ListStep = { readonly words: string } & (
  | { readonly kind: 'marks'; readonly marked: readonly string[] }
  /** Those that were marked by dragging over them. */
  | { readonly kind: 'dragged'; readonly ids: readonly string[] }
  | { readonly kind: 'query'; readonly query: TextField }
  | { readonly kind: 'sort'; readonly sort: Sort; readonly querySort: Sort }
  | { readonly kind: 'draft'; readonly draft: OtherDraft }
  /** A file that was saved: what to undo it by is in it. */
  | { readonly kind: 'saved'; readonly file: SavedFile; readonly draft: DraftHistory }
  /** Files that were changed, as an action of the journal. */
  | { readonly kind: 'files'; readonly action: string }
  /** With how many steps the draft and the columns of the comparison had behind them: what is newer is taken back first. */
  | {
      readonly kind: 'look';
      readonly look: LookChange;
      readonly draftSteps: number;
      readonly columnSteps: number;
    }
);
