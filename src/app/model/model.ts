import type { AgentDefinition, Source } from '../../core/definition/agent-definition.ts';
import type { FileProblem } from '../../core/definition/file-problem.ts';
import type { Draft, DraftFields, PassageKey } from '../../core/draft/draft.ts';
import type { IngredientChange } from '../../core/recipe/ingredient-change.ts';
import type { RecipeState } from '../../core/recipe/recipe-state.ts';
import type { SearchWork } from '../../core/search/filtering/search-work.ts';
import type { Search } from '../../core/search/search.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import type { TermStatistics } from '../../core/topics/term-statistics.ts';
import type { TwinGroup } from '../../core/twins/find-twins.ts';
import type { RecomposedFile } from '../../usecases/recompose-definition.ts';
import type { SavedFile } from '../../usecases/undo-save.ts';
import type { TextField } from './text-field.ts';

/** The terminal's size in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export type Screen = 'browse' | 'reader' | 'compare' | 'compose' | 'ledger' | 'save' | 'composed' | 'merge';

/** Where the program runs; fixed for its whole run. */
export interface Surroundings {
  /** The name the program was called by, to name it by in messages. */
  readonly program: string;
  /** Working directory, to show paths relative to it. */
  readonly cwd: string;
  /** `null` for none. */
  readonly home: string | null;
  /** The folder new definitions are offered to be saved in. */
  readonly saveFolder: string;
  /** Whether what comes with the program is listed. */
  readonly bundled: boolean;
  /** What this run is told apart by from every other: the beginning of the ids of its drafts. */
  readonly session: string;
  /** The user's own keys, by the id of the binding; only those that can be in force. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** What is wrong in the settings, one line each. */
  readonly settingsProblems: readonly string[];
}

/** What has been read so far. */
export interface LibraryState {
  readonly sources: readonly Source[];
  /** Those that are listed. */
  readonly definitions: readonly AgentDefinition[];
  /** Those that come with the program, while the user wants none of them listed; `null` while they are. */
  readonly hidden: readonly AgentDefinition[] | null;
  /** Over these definitions, with what has been worked out of them so far. */
  readonly search: Search;
  readonly problems: readonly FileProblem[];
  readonly loading: boolean;
}

/** Which definitions say the same; looked for when first asked for. */
interface TwinsState {
  /** `null` until the library as it is now was looked through. */
  readonly groups: readonly TwinGroup[] | null;
  /** Id of the definition whose twins are to be shown as soon as they are known. */
  readonly wanted: string | null;
}

/** Orders the list can stand in; `match` is best match first. */
export const SORTS = ['match', 'name', 'source', 'model', 'size'] as const;
export type Sort = (typeof SORTS)[number];

export interface BrowseState {
  readonly query: TextField;
  readonly focus: 'search' | 'list';
  /** Index into the results. */
  readonly cursor: number;
  /** First result on the screen. */
  readonly top: number;
  /** Ids, in the order they were marked. */
  readonly marked: readonly string[];
  readonly sort: Sort;
  /** What is worked on beside the keys before the query is answered in full. */
  readonly work: (SearchWork & { readonly job: number }) | null;
  /** How many jobs of such work were given out. */
  readonly jobs: number;
  readonly judged: JudgedRows;
  /** How far the preview of a definition was scrolled; that of any other begins at its start. */
  readonly preview: { readonly id: string; readonly top: number };
  /** The definitions as they were when all sources were asked to be read again; `null` while nobody waits for that. */
  readonly reloaded: readonly AgentDefinition[] | null;
}

/** The definitions whose rows show what the rules find in them; the ones added last, and the ones before. */
export interface JudgedRows {
  readonly recent: ReadonlySet<AgentDefinition>;
  readonly before: ReadonlySet<AgentDefinition>;
}

/** How a body is shown: as a reader sees it, or byte for byte. */
export const READER_VIEWS = ['rendered', 'source'] as const;
/** How bodies are compared: as a reader sees them with the words set off that differ, without, or byte for byte. */
export const COMPARE_VIEWS = ['words', 'plain', 'source'] as const;
export type ReaderView = (typeof READER_VIEWS)[number];
export type CompareView = (typeof COMPARE_VIEWS)[number];

interface ReaderState {
  /** Id of the definition. */
  readonly id: string;
  /** First line of text on the screen. */
  readonly scroll: number;
  /** Index into the outline. */
  readonly section: number;
  readonly view: ReaderView;
  /** What is looked for in the text; `null` for nothing. */
  readonly find: FindState | null;
}

/** Words looked for inside a text. */
interface FindState {
  readonly words: TextField;
  /** Whether they are being typed. */
  readonly isTyped: boolean;
  /** Index into the places found. */
  readonly hit: number;
}

/** Which agents stand in the columns of a comparison. */
interface ComparedColumns {
  /** In the order of their numbers. */
  readonly ids: readonly string[];
  /** Id of the one that the others are compared with; it stands at the left. */
  readonly base: string;
  /** Column the keys act on, counted from the left. */
  readonly pane: number;
}

/** Columns as they were before they were changed. */
export interface ColumnsStep extends ComparedColumns {
  /** What changed them, for who takes it back. */
  readonly what: string;
  /** How many steps the draft had behind it then: what is newer is taken back first. */
  readonly draftSteps: number;
}

interface CompareState extends ComparedColumns {
  /** All that the comparison was opened with: the number of an agent is its place there. */
  readonly all: readonly string[];
  /** How many columns beside the base are passed over, where not all fit. */
  readonly passed: number;
  readonly past: readonly ColumnsStep[];
  /** Whether long values, and lines that are the same in all, are folded. */
  readonly isFolded: boolean;
  readonly scroll: number;
  /** Index into the topics. */
  readonly topic: number;
  readonly view: CompareView;
  /** Whether the table of topics is shown in place of the texts. */
  readonly isMatrix: boolean;
}

export const COMPOSE_PANES = ['topics', 'versions', 'result'] as const;
export type ComposePane = (typeof COMPOSE_PANES)[number];

export interface ComposeState {
  readonly ids: readonly string[];
  /** Index into the topics. */
  readonly row: number;
  /** Index into `ids`. */
  readonly column: number;
  readonly pane: ComposePane;
  /** In the versions pane the place in the version: 0 is all of it, from 1 on its passages. */
  readonly line: number;
  /** Index into the stops of the result, where that pane's keys act. */
  readonly stop: number;
  /** First line of the result on the screen, once it was scrolled; `null` while it follows what the keys act on. */
  readonly resultTop: number | null;
}

/** What was lined up beside the keys, of what takes too long for one. */
export interface TopicsState {
  /** The last alignment, and what it is of. */
  readonly aligned: (TopicsAsked & AlignedTopics) | null;
  /** The terms of a library, which are the same whatever is compared. */
  readonly statistics: { readonly all: readonly AgentDefinition[]; readonly counted: TermStatistics } | null;
  /** True while something is being lined up. */
  readonly isAsked: boolean;
}

/** Some definitions of a library. */
export interface TopicsAsked {
  /** Every definition of the library. */
  readonly all: readonly AgentDefinition[];
  readonly ids: readonly string[];
}

/** Some definitions and the topics they were lined up into. */
export interface AlignedTopics {
  readonly definitions: readonly AgentDefinition[];
  readonly topics: readonly Topic[];
}

/** The list of what is left out of the result. */
export interface LedgerState {
  /** What it answers for: the topic under the cursor of the compose screen, or all that the agents say. */
  readonly scope: 'topic' | 'all';
  /** Whether what stands in the result is listed too. */
  readonly withKept: boolean;
  /** Index into the entries listed. */
  readonly cursor: number;
}

/** An agent that was made here, and what has changed since. */
export interface ComposedAgent {
  readonly name: string;
  /** Absolute path of the file. */
  readonly path: string;
  /** Ids of the agents it is made from. */
  readonly madeFrom: readonly string[];
  readonly states: readonly RecipeState[];
  readonly changes: readonly IngredientChange[];
}

interface ComposedState {
  /** `null` until they were looked at. */
  readonly agents: readonly ComposedAgent[] | null;
  readonly cursor: number;
  /** First line on the screen of what changed for the one under the cursor. */
  readonly scroll: number;
}

/** The versions of what a merge has to decide: the user's file, what was picked, and the ingredients now. */
export const MERGE_SIDES = ['ours', 'base', 'theirs'] as const;
type MergeSide = (typeof MERGE_SIDES)[number];

/** A merge with something left to decide. */
export interface MergeState {
  readonly file: RecomposedFile;
  /** For each conflict the version chosen, or `null`. */
  readonly choices: readonly (MergeSide | null)[];
  /** Index of the conflict that the keys act on. */
  readonly conflict: number;
  /** Index of the column that the keys act on. */
  readonly side: number;
}

/** The drafts that are kept, and which of them is being edited. */
interface KeptState {
  /** Id of the present one. */
  readonly id: string;
  /** When it was kept last, in milliseconds since the epoch; `null` until it was. */
  readonly at: number | null;
  /** How many were begun in this run. */
  readonly count: number;
  /** Whether those of earlier runs were looked for. */
  readonly isRead: boolean;
  /** All others, the newest first. */
  readonly drafts: readonly OtherDraft[];
  /** How far the time of day is ahead of UTC, in minutes; told with what was kept. */
  readonly utcOffset: number;
}

/** A draft that is not the present one, as it would be gone on with. */
export interface OtherDraft {
  readonly id: string;
  /** With all steps, if it was worked on in this run. */
  readonly history: DraftHistory;
  /** When it was kept last, in milliseconds since the epoch; 0 for not yet. */
  readonly savedAt: number;
}

/** A draft that undoing or redoing leads to, and what was done between it and the one nearer to the present. */
interface DraftStep {
  readonly draft: Draft;
  /** As a command: `take Security`. */
  readonly act: string;
  /** What it left out, by a key of its own: putting that back right after leads to the draft of before. */
  readonly left?: string;
}

/** The present draft and the ones before and after it. */
export interface DraftHistory {
  readonly past: readonly DraftStep[];
  readonly present: Draft;
  readonly future: readonly DraftStep[];
}

/** Fields of the save form, in their order on the screen. */
export const SAVE_FIELDS = ['name', 'description', 'model', 'tools', 'color', 'other', 'harness', 'folder'] as const;
/** `other` names fields of the ingredients to carry over. */
export type SaveField = keyof DraftFields | 'other' | 'harness' | 'folder';

export interface SaveState {
  readonly fields: SaveFields;
  readonly focused: SaveField;
  readonly saving: boolean;
  /** What was asked about already and is left as it is if saved again. */
  readonly asked: readonly SaveField[];
  /** A path from which links lead elsewhere, which was said; saved again, it is written there. */
  readonly ledOut: { readonly path: string; readonly leadsTo: string } | null;
  /** Whether saving was tried: before that nothing that is only missing is called wrong. */
  readonly isTried: boolean;
  /** First line of the file on the screen. */
  readonly fileTop: number;
  /** What was typed into fields, which other choices do not take the place of. */
  readonly own: { readonly [Field in SaveField]?: string };
  /** The list of choices under the focused field while it is open, and what the fields held before. */
  readonly choices: { readonly cursor: number; readonly before: SaveFields } | null;
  /** What the form was like before each change, the last one at the end. */
  readonly past: readonly FormStep[];
  /** What is being typed, which one undo takes back as a whole; `null` for nothing. */
  readonly typing: string | null;
}

type SaveFields = { readonly [Field in SaveField]: TextField };

/** The form before a change of a field. */
interface FormStep {
  readonly fields: SaveFields;
  readonly focused: SaveField;
}

/** What covers the screen; it takes every key. */
export type Dialog =
  /** With nothing typed the keys of the screen, or what can be searched for, from line `cursor` on; else what is found. */
  | {
      readonly kind: 'help';
      readonly query: TextField;
      readonly cursor: number;
      readonly isSyntax: boolean;
    }
  | { readonly kind: 'palette'; readonly query: TextField; readonly cursor: number }
  | { readonly kind: 'rename'; readonly pick: number; readonly title: TextField }
  /** The words of a passage of a union, or of a pick that is one line. */
  | { readonly kind: 'reword'; readonly of: PassageKey | number; readonly words: TextField }
  | { readonly kind: 'problems'; readonly scroll: number }
  | { readonly kind: 'sources'; readonly scroll: number }
  | { readonly kind: 'news'; readonly scroll: number }
  /** `at` is when they were looked for, once they were. */
  | {
      readonly kind: 'drafts';
      readonly cursor: number;
      readonly at: number | null;
    }
  /** A merged file before it is written. */
  | {
      readonly kind: 'recompose';
      readonly file: RecomposedFile;
      readonly text: string;
      readonly scroll: number;
    }
  /** A file that was changed since it was saved, before that is undone. */
  | { readonly kind: 'unsave'; readonly text: string; readonly sha256: string; readonly scroll: number }
  | {
      readonly kind: 'overwrite';
      readonly path: string;
      /** What is there now, and its hash, which guards the second try. */
      readonly text: string;
      readonly sha256: string;
      readonly scroll: number;
      /** Index of the answer that the cursor is on. */
      readonly answer: number;
    };

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
  | { readonly kind: 'query'; readonly query: TextField }
  | { readonly kind: 'sort'; readonly sort: Sort }
  | { readonly kind: 'draft'; readonly draft: OtherDraft }
);

/** One line of news; the next key takes it away. */
export interface Notice {
  readonly text: string;
  readonly tone: 'good' | 'plain' | 'bad';
}

/** The whole state of the app. Views get what selectors derive from it. */
export interface Model {
  readonly surroundings: Surroundings;
  readonly size: Size;
  /** The screens gone through to the one shown, which is the last. Escape goes back along it. */
  readonly trail: readonly Screen[];
  readonly library: LibraryState;
  readonly twins: TwinsState;
  readonly browse: BrowseState;
  readonly reader: ReaderState;
  readonly compare: CompareState;
  readonly compose: ComposeState;
  readonly ledger: LedgerState;
  readonly topics: TopicsState;
  readonly draft: DraftHistory;
  readonly kept: KeptState;
  readonly save: SaveState;
  readonly composed: ComposedState;
  /** What is merged on the merge screen. */
  readonly merge: MergeState | null;
  readonly dialog: Dialog | null;
  /** Ids of the commands run from the palette, the last one first. */
  readonly recent: readonly string[];
  readonly notice: Notice | null;
  /** All that was said in this run, the newest last. */
  readonly news: readonly Notice[];
  readonly landed: Landed | null;
  /** What acts in the list did away with in this run, the newest last. */
  readonly undo: readonly ListStep[];
}

/** The screen that is shown. */
export function screenOf({ trail }: Model): Screen {
  return trail.at(-1) ?? 'browse';
}
