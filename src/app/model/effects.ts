import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { Draft } from '../../core/draft/draft.ts';
import type { Trial } from '../../core/formats/converting/trial.ts';
import type { Search } from '../../core/search/search.ts';
import type { TermStatistics } from '../../core/topics/term-statistics.ts';
import type { WriteGuard } from '../../ports/file-system.ts';
import type { Telling } from '../../ports/terminal.ts';
import type { LookChange } from '../../text/appearance.ts';
import type { RenamePlan } from '../../usecases/plan-rename.ts';
import type { RecomposedFile } from '../../usecases/recompose-definition.ts';
import type { SavedFile } from '../../usecases/undo-save.ts';
import type { Model } from './model.ts';
import type { TopicsAsked } from './topics-state.ts';

/** Everything we can ask of the outside. */
export type Effect =
  | { readonly type: 'readLibrary' }
  | { readonly type: 'findTwins'; readonly definitions: readonly AgentDefinition[] }
  | { readonly type: 'findRivals'; readonly definitions: readonly AgentDefinition[] }
  | { readonly type: 'findComposed'; readonly job: number; readonly definitions: readonly AgentDefinition[] }
  | { readonly type: 'countCalls' }
  | { readonly type: 'startTrial'; readonly trial: Trial }
  | { readonly type: 'readDrafts' }
  | { readonly type: 'readQueries' }
  | { readonly type: 'keepQuery'; readonly query: string }
  | { readonly type: 'judgeRows'; readonly definitions: readonly AgentDefinition[] }
  | { readonly type: 'makePreview'; readonly row: number }
  | {
      readonly type: 'workOnSearch';
      readonly job: number;
      readonly search: Search;
      readonly query: string;
    }
  | ({
      readonly type: 'alignTopics';
      /** The terms of the library, if they were counted before. */
      readonly statistics: TermStatistics | null;
    } & TopicsAsked)
  | { readonly type: 'keepDraft'; readonly id: string; readonly draft: Draft }
  | { readonly type: 'openDraft'; readonly id: string; readonly draft: Draft }
  /** What holds nothing any more, or was saved. */
  | { readonly type: 'removeDraft'; readonly id: string }
  /** What the user wants gone. */
  | { readonly type: 'discardDraft'; readonly id: string }
  | {
      readonly type: 'saveDraft';
      readonly draft: Draft;
      readonly path: string;
      readonly guard: WriteGuard;
      /** The folder no link may lead out of; left out once the user saw where it leads. */
      readonly within?: string;
    }
  | { readonly type: 'undoSave'; readonly saved: SavedFile }
  | { readonly type: 'removeFile'; readonly definition: AgentDefinition; readonly said: string }
  | {
      readonly type: 'copyFile';
      readonly definition: AgentDefinition;
      /** Absolute path, at which nothing may be. */
      readonly to: string;
      readonly said: string;
    }
  | {
      readonly type: 'switchAgent';
      readonly definition: AgentDefinition;
      readonly isOn: boolean;
      readonly said: string;
    }
  | {
      readonly type: 'newAgent';
      readonly name: string;
      /** Absolute path, at which nothing may be. */
      readonly path: string;
      readonly text: string;
      /** The folder no link may lead out of. */
      readonly within: string;
      readonly said: string;
    }
  | {
      readonly type: 'renameAgent';
      readonly plan: RenamePlan;
      /** The folders which links may not lead out of, by the path of a file. */
      readonly foundIn: ReadonlyMap<string, string>;
      readonly said: string;
    }
  /** An action of the journal. */
  | { readonly type: 'undoFiles'; readonly action: string; readonly words: string }
  | { readonly type: 'checkComposed' }
  | { readonly type: 'recompose'; readonly path: string }
  | { readonly type: 'writeRecomposed'; readonly file: RecomposedFile; readonly text: string }
  | { readonly type: 'rememberSaveFolder'; readonly folder: string }
  | { readonly type: 'rememberBundled'; readonly listed: boolean }
  | { readonly type: 'rememberLook'; readonly look: LookChange }
  /** With what it is called where it is undone, and what is said of it. */
  | { readonly type: 'openEditor'; readonly path: string; readonly words: string; readonly said: string }
  | { readonly type: 'editPick'; readonly pick: number; readonly title: string; readonly text: string }
  | { readonly type: 'copyText'; readonly text: string; readonly what: string }
  | { readonly type: 'suspend' }
  | { readonly type: 'redraw' }
  | { readonly type: 'tell'; readonly what: Telling }
  | { readonly type: 'quit' };

/** What one action leads to. */
export interface Step {
  readonly model: Model;
  readonly effects: readonly Effect[];
}

/** The model, and the effects to perform, if any. */
export function step(model: Model, ...effects: readonly Effect[]): Step {
  return { model, effects };
}
