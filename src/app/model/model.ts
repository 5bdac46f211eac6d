import type { Format } from '../../core/definition/agent-definition.ts';
import type { ShortForms } from '../../core/search/words/short-forms.ts';
import type { Appearance, Look } from '../../text/appearance.ts';
import type { StyledLine } from '../../text/styled-text.ts';
import type { BrowseState, Landed, ListStep } from './browse-state.ts';
import type { CompareState } from './compare-state.ts';
import type { ComposeState, LedgerState } from './compose-state.ts';
import type { Dialog } from './dialog.ts';
import type { DraftHistory, KeptState } from './draft-state.ts';
import type { LibraryState, RivalsState, TwinsState } from './library-state.ts';
import type { ReaderState } from './reader-state.ts';
import type { ComposedState, MergeState } from './recompose-state.ts';
import type { SaveState } from './save-state.ts';
import type { TopicsState } from './topics-state.ts';

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
  /** The folder new definitions are offered to be saved in; `null` where none is set or remembered. */
  readonly saveFolder: string | null;
  /** The harness that new agents are written for. */
  readonly harness: Format;
  /** Whether what comes with the program is listed. */
  readonly bundled: boolean;
  /** Short forms of words that the search knows next to its own. */
  readonly shortForms: ShortForms;
  /** The look as it is set. */
  readonly appearance: Appearance;
  /** Whether what happens is told in lines, for screen readers, in place of screens. */
  readonly linear: boolean;
  /** What this run is told apart by from every other: the beginning of the ids of its drafts. */
  readonly session: string;
  /** The user's own keys, by the id of the binding; only those that can be in force. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** What is wrong in the settings, one line each. */
  readonly settingsProblems: readonly string[];
}

/** One line of news; the next key takes it away. */
export interface Notice {
  readonly text: string;
  readonly tone: 'good' | 'plain' | 'bad';
}

/** A tour of the app that is being taken. */
interface TourState {
  /** The step that waits, from 0. */
  readonly step: number;
  /** How many steps an earlier tour came through: they are done anew once the library is read. */
  readonly ahead: number;
  /** Where the file made in it is put at the end, as it is shown; `null` for nowhere. */
  readonly keep: string | null;
  /** What stands under the screen; the rows of it are not the screen's. */
  readonly lines: readonly StyledLine[];
}

/** The whole state of the app. Views get what selectors derive from it. */
export interface Model {
  readonly surroundings: Surroundings;
  readonly size: Size;
  readonly look: Look;
  /** The screens gone through to the one shown, which is the last. Escape goes back along it. */
  readonly trail: readonly Screen[];
  readonly library: LibraryState;
  readonly twins: TwinsState;
  readonly rivals: RivalsState;
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
  /** `null` outside of the tour. */
  readonly tour: TourState | null;
}

/** The screen that is shown. */
export function screenOf({ trail }: Model): Screen {
  return trail.at(-1) ?? 'browse';
}
