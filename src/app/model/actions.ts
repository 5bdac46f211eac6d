import type { AgentDefinition, Source } from '../../core/definition/agent-definition.ts';
import type { FileProblem } from '../../core/definition/file-problem.ts';
import type { Draft } from '../../core/draft/draft.ts';
import type { Rivals } from '../../core/rivals/find-rivals.ts';
import type { SearchWork } from '../../core/search/filtering/search-work.ts';
import type { Search } from '../../core/search/search.ts';
import type { TermStatistics } from '../../core/topics/term-statistics.ts';
import type { TwinGroup } from '../../core/twins/find-twins.ts';
import type { Copied } from '../../ports/clipboard.ts';
import type { Moment } from '../../ports/clock.ts';
import type { KeptDraft } from '../../ports/drafts.ts';
import type { Telling } from '../../ports/terminal.ts';
import type { CountedCalls } from '../../ports/transcripts.ts';
import type { Background, Divider, LookChange, Shares } from '../../text/appearance.ts';
import type { RecomposeOutcome, Recomposition } from '../../usecases/recompose-definition.ts';
import type { SavedFile, UndoSaveOutcome } from '../../usecases/undo-save.ts';
import type { LedgerState, VersionStop } from './compose-state.ts';
import type { Size } from './model.ts';
import type { ComposedAgent } from './recompose-state.ts';
import type { SaveField } from './save-state.ts';
import type { AlignedTopics, TopicsAsked } from './topics-state.ts';

/** One step back or forward. */
export type Direction = -1 | 1;

/** Everything that can happen. Those made by keys carry no ids: `update` knows the cursor. */
export type Action =
  // The outside
  | { readonly type: 'resized'; readonly size: Size }
  | {
      readonly type: 'libraryRead';
      readonly definitions: readonly AgentDefinition[];
      /** Skills and commands; left out where there are none. */
      readonly others?: readonly AgentDefinition[];
      /** Those of which it is known what the rules find in them; left out for none. */
      readonly judged?: readonly AgentDefinition[];
      readonly problems: readonly FileProblem[];
      /** What was read; left out for the sources that are known. */
      readonly sources?: readonly Source[];
      /** False while more is to come. */
      readonly complete: boolean;
    }
  | { readonly type: 'started' }
  /** Some changes on disk will go unnoticed. */
  | { readonly type: 'changesUnseen'; readonly reason: string }
  | ({ readonly type: 'topicsAligned'; readonly statistics: TermStatistics } & TopicsAsked & AlignedTopics)
  | {
      readonly type: 'draftsFound';
      readonly drafts: readonly KeptDraft[];
      readonly problems: readonly string[];
      readonly now: Moment;
    }
  /** The section is to stand alone in its row. */
  | { readonly type: 'sectionHeldApart' }
  /** The section is the one to be joined, or the one it is joined with. */
  | { readonly type: 'sectionJoined' }
  | { readonly type: 'draftKept'; readonly id: string; readonly now: Moment }
  | { readonly type: 'rowsJudged'; readonly definitions: readonly AgentDefinition[] }
  | {
      readonly type: 'searchWorked';
      readonly job: number;
      /** `null` when the work is done. */
      readonly work: SearchWork | null;
      /** With what is known by then. */
      readonly search: Search;
    }
  | {
      readonly type: 'twinsFound';
      /** Those that were looked through. */
      readonly definitions: readonly AgentDefinition[];
      readonly groups: readonly TwinGroup[];
    }
  | {
      readonly type: 'composedFound';
      readonly job: number;
      /** Paths of the files that were composed here. */
      readonly paths: ReadonlySet<string>;
      readonly problems: readonly string[];
    }
  | { readonly type: 'callsCounted'; readonly counted: CountedCalls | null }
  | {
      readonly type: 'rivalsFound';
      /** Those that were looked through. */
      readonly definitions: readonly AgentDefinition[];
      readonly groups: readonly Rivals[];
    }
  | {
      readonly type: 'draftSaved';
      readonly path: string;
      readonly backup: string | null;
      /** What was written, as a draft. */
      readonly draft: Draft;
      readonly saved: SavedFile | null;
      /** Whether the file said just that before, so that nothing was written. */
      readonly isUnchanged?: true;
    }
  | { readonly type: 'saveUndone'; readonly saved: SavedFile; readonly outcome: UndoSaveOutcome }
  | { readonly type: 'saveRefused'; readonly path: string; readonly text: string; readonly sha256: string }
  | { readonly type: 'saveFailed'; readonly reason: string }
  /** Links lead out of the folder that the form names. */
  | { readonly type: 'saveLedOut'; readonly path: string; readonly leadsTo: string }
  | { readonly type: 'editorClosed'; readonly problem: string | null }
  | { readonly type: 'trialEnded'; readonly title: string; readonly name: string; readonly problem: string | null }
  | { readonly type: 'pickEdited'; readonly pick: number; readonly text: string }
  | { readonly type: 'textCopied'; readonly what: string; readonly copied: Copied }
  | { readonly type: 'problemFound'; readonly reason: string }
  // Everywhere
  | { readonly type: 'helpOpened' }
  | { readonly type: 'paletteOpened' }
  | { readonly type: 'problemsOpened' }
  | { readonly type: 'problemVisited' }
  | { readonly type: 'sourcesOpened' }
  | { readonly type: 'newsOpened' }
  | { readonly type: 'draftsOpened' }
  | { readonly type: 'draftChosen' }
  | { readonly type: 'draftBegun' }
  | { readonly type: 'draftDiscarded' }
  | { readonly type: 'wentBack' }
  | { readonly type: 'dialogClosed' }
  | { readonly type: 'quitRequested' }
  | { readonly type: 'suspendRequested' }
  | { readonly type: 'redrawRequested' }
  /** In lines: the last ones again, where one is, or what the keys are on whole. */
  | { readonly type: 'tellRequested'; readonly what: Telling }
  /** In lines: the next section of a text; elsewhere what the keys are on whole. */
  | { readonly type: 'readOnRequested' }
  | { readonly type: 'keyRefused'; readonly reason: string }
  | { readonly type: 'moved'; readonly unit: 'line' | 'page' | 'end'; readonly direction: Direction }
  /** On a pane, `header` or `dialog`, at a cell of it; `outside` of a dialog. */
  | {
      readonly type: 'clicked';
      readonly pane: string;
      readonly column: number;
      readonly row: number;
      readonly isDouble: boolean;
      /** Cells of the field that was clicked, where one was; the column is then one of it. */
      readonly field?: number;
      /** Of a line of the versions the agent and the place in its version. */
      readonly stop?: VersionStop;
    }
  | { readonly type: 'titleClicked'; readonly pane: string }
  /** The pointer, held down on a row of a pane, is on another one; `isFirst` of all since it was pressed. */
  | {
      readonly type: 'dragged';
      readonly pane: string;
      readonly from: number;
      readonly row: number;
      readonly isFirst: boolean;
    }
  | { readonly type: 'wheeled'; readonly pane: string; readonly direction: Direction }
  /** The terminal told what it shows text on. */
  | { readonly type: 'backgroundTold'; readonly background: Background }
  | { readonly type: 'lookChosen'; readonly look: LookChange }
  | { readonly type: 'previewPlaced' }
  | { readonly type: 'shareChanged' }
  /** A divider held by the pointer, with so many cells before it. */
  | { readonly type: 'dividerDragged'; readonly divider: Divider; readonly cells: number }
  /** It was let go; `before` is how the room was divided when it was grasped. */
  | { readonly type: 'dividerLeft'; readonly before: Shares }
  | { readonly type: 'dividersEvened' }
  // Text fields
  | { readonly type: 'fieldTyped'; readonly text: string }
  | { readonly type: 'fieldEdited'; readonly key: string }
  // Browsing
  | { readonly type: 'searchFocused' }
  | { readonly type: 'listFocused' }
  | { readonly type: 'searchLeft' }
  /** The search before this one is asked for. */
  | { readonly type: 'queryRecalled' }
  /** What was searched for lately, the latest first. */
  | { readonly type: 'queriesFound'; readonly queries: readonly string[] }
  | { readonly type: 'definitionMarked'; readonly move: Direction | 0 }
  | { readonly type: 'marksCleared' }
  | { readonly type: 'markedListed' }
  | { readonly type: 'listUndone' }
  | { readonly type: 'sortChanged' }
  | { readonly type: 'previewMoved'; readonly unit: 'line' | 'page'; readonly direction: Direction }
  | { readonly type: 'readerOpened' }
  | { readonly type: 'compareOpened' }
  | { readonly type: 'twinsRequested' }
  | { readonly type: 'trialRequested' }
  | { readonly type: 'callsAsked' }
  | { readonly type: 'rivalsOpened' }
  | { readonly type: 'rivalsListed' }
  | { readonly type: 'rivalsCompared' }
  | { readonly type: 'rivalsComposed' }
  | { readonly type: 'composeOpened' }
  /** What to do with agents that are not of the draft in hand. */
  | { readonly type: 'beginAnswered'; readonly answer: 'add' | 'new' }
  | { readonly type: 'beginMoved'; readonly direction: Direction }
  | { readonly type: 'beginTaken' }
  | { readonly type: 'editorRequested' }
  | { readonly type: 'copyRequested' }
  /** The file of the agent is to go, or to be copied into the project. */
  | { readonly type: 'removeRequested' }
  | { readonly type: 'removeConfirmed' }
  | { readonly type: 'duplicateRequested' }
  | { readonly type: 'newAgentOpened' }
  /** What was asked of the new agent is said. */
  | { readonly type: 'newAgentTold' }
  | { readonly type: 'agentRenameOpened' }
  /** The name in the box is the one that is wanted. */
  | { readonly type: 'agentNamed' }
  | { readonly type: 'agentRenameConfirmed' }
  /** On where it is off, else off. */
  | { readonly type: 'switchRequested' }
  | {
      readonly type: 'filesChanged';
      /** What was done, as the journal has it. */
      readonly words: string;
      /** The same as it is told. */
      readonly said: string;
      /** The action of the journal; `null` where that keeps none. */
      readonly action: string | null;
      readonly problem: string | null;
      /** A file that there was not before. */
      readonly made?: string;
      /** A file that is then opened to be edited. */
      readonly opens?: string;
    }
  | {
      readonly type: 'filesUndone';
      readonly words: string;
      readonly problem: string | null;
      /** Of the files that are as they were before. */
      readonly paths: readonly string[];
    }
  | { readonly type: 'reloadRequested' }
  | { readonly type: 'bundledToggled' }
  // Reading and comparing
  | { readonly type: 'topicChanged'; readonly direction: Direction }
  | { readonly type: 'paneChanged'; readonly direction: Direction }
  | { readonly type: 'differenceChanged'; readonly direction: Direction }
  | { readonly type: 'nextConflictShown' }
  | { readonly type: 'viewChanged' }
  | { readonly type: 'matrixToggled' }
  | { readonly type: 'otherRowsChosen' }
  | { readonly type: 'outlineToggled' }
  | { readonly type: 'filterOpened' }
  | { readonly type: 'filterDone' }
  | { readonly type: 'filterLeft' }
  | { readonly type: 'columnBoxOpened' }
  | { readonly type: 'columnAdded' }
  | { readonly type: 'findOpened' }
  | { readonly type: 'findDone' }
  | { readonly type: 'findLeft' }
  | { readonly type: 'hitChanged'; readonly direction: Direction }
  | { readonly type: 'baseChanged' }
  | { readonly type: 'columnDropped' }
  | { readonly type: 'columnsPassed'; readonly direction: Direction }
  | { readonly type: 'foldToggled' }
  // Composing
  | { readonly type: 'sectionPicked' }
  | { readonly type: 'versionsTaken' }
  | { readonly type: 'topicsUnited' }
  | { readonly type: 'versionTurned' }
  | { readonly type: 'doubtVisited' }
  | { readonly type: 'levelChanged'; readonly direction: Direction }
  | { readonly type: 'rewordOpened' }
  | { readonly type: 'passageReworded' }
  | { readonly type: 'editDropped' }
  | { readonly type: 'ledgerOpened'; readonly scope: LedgerState['scope'] }
  | { readonly type: 'ledgerScopeChanged' }
  | { readonly type: 'entryVisited' }
  | { readonly type: 'pickMoved'; readonly direction: Direction }
  | { readonly type: 'orderRestored' }
  | { readonly type: 'renameOpened' }
  | { readonly type: 'pickRenamed' }
  | { readonly type: 'pickEditRequested' }
  | { readonly type: 'stepUndone' }
  | { readonly type: 'stepRedone' }
  // Saving
  | { readonly type: 'saveOpened'; readonly field: SaveField }
  | { readonly type: 'fieldLeft'; readonly direction: Direction }
  | { readonly type: 'fieldCompleted' }
  | { readonly type: 'fieldRowMoved'; readonly direction: Direction }
  | { readonly type: 'choicesOpened' }
  | { readonly type: 'choiceMoved'; readonly direction: Direction }
  | { readonly type: 'choiceTaken' }
  | { readonly type: 'choicesLeft' }
  | { readonly type: 'formUndone' }
  | { readonly type: 'fileMoved'; readonly unit: 'line' | 'page'; readonly direction: Direction }
  | { readonly type: 'saveRequested' }
  | { readonly type: 'overwriteConfirmed' }
  /** Another name is to be typed in place of the one that is taken. */
  | { readonly type: 'otherNameWanted' }
  | { readonly type: 'answerMoved'; readonly direction: Direction }
  | { readonly type: 'answerGiven' }
  // After saving
  | { readonly type: 'landingLeft' }
  | { readonly type: 'savedReopened' }
  | { readonly type: 'savedPathCopied' }
  | { readonly type: 'anotherBegun' }
  | { readonly type: 'saveUndoRequested' }
  | { readonly type: 'saveUndoConfirmed' }
  // Composed agents and their ingredients
  | { readonly type: 'composedOpened' }
  | {
      readonly type: 'composedChecked';
      readonly agents: readonly ComposedAgent[];
      readonly problems: readonly string[];
    }
  | { readonly type: 'recomposeRequested' }
  | { readonly type: 'recomposed'; readonly path: string; readonly result: Recomposition }
  | { readonly type: 'conflictChanged'; readonly direction: Direction }
  | { readonly type: 'versionChosen' }
  | { readonly type: 'mergeFinished' }
  | { readonly type: 'recomposeConfirmed' }
  | {
      readonly type: 'recomposeWritten';
      readonly outcome: RecomposeOutcome;
      /** The action of the journal; `null` where that keeps none. */
      readonly action: string | null;
    }
  // Palette and help
  | { readonly type: 'commandChosen' }
  | { readonly type: 'helpTurned' };
