import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { PassageKey } from '../../core/draft/draft.ts';
import type { RenamePlan } from '../../usecases/plan-rename.ts';
import type { RecomposedFile } from '../../usecases/recompose-definition.ts';
import type { SavedFile } from '../../usecases/undo-save.ts';
import type { FilterState } from './reader-state.ts';
import type { TextField } from './text-field.ts';

/** A box with words of the draft, or the name of an agent, being changed. */
export type WordingDialog = {
  readonly words: TextField;
  /** The words of which it was said that they are not kept: to leave again is to discard them. */
  readonly asked: string | null;
} & (
  | { readonly kind: 'rename'; readonly pick: number }
  /** The words of a passage of a union, or of a pick that is one line. */
  | { readonly kind: 'reword'; readonly of: PassageKey | number }
  /** An agent that is to have another name. */
  | { readonly kind: 'name'; readonly definition: AgentDefinition }
  /** A new agent: its name, and once it has one when it is to be used. */
  | { readonly kind: 'new'; readonly name: string | null }
);

/** What covers the screen; it takes every key. */
export type Dialog = Box & {
  /** The box that it was opened from, as that was left; closing this one comes back to it. */
  readonly below?: Dialog;
};

type Box =
  /** With nothing typed the keys of the screen, or what can be searched for, from line `cursor` on; else what is found. */
  | {
      readonly kind: 'help';
      readonly query: TextField;
      readonly cursor: number;
      readonly isSyntax: boolean;
    }
  | { readonly kind: 'palette'; readonly query: TextField; readonly cursor: number }
  /** Agents of the library, for another column of a comparison. */
  | { readonly kind: 'column'; readonly query: TextField; readonly cursor: number }
  | WordingDialog
  /** The cursor is on one of the problems of the agent, if it has any. */
  | { readonly kind: 'problems'; readonly scroll: number; readonly cursor: number }
  /** The cursor is on one of the groups of rivals, if there are any. */
  | { readonly kind: 'rivals'; readonly scroll: number; readonly cursor: number }
  | { readonly kind: 'sources'; readonly scroll: number }
  | { readonly kind: 'news'; readonly scroll: number }
  /** `at` is when they were looked for, once they were. */
  | {
      readonly kind: 'drafts';
      readonly cursor: number;
      readonly at: number | null;
      /** What the list is narrowed by; `null` for nothing. */
      readonly filter: FilterState | null;
    }
  /** Agents chosen to compose from that are not of the draft in hand; `answer` is the one that the cursor is on. */
  | { readonly kind: 'begin'; readonly ids: readonly string[]; readonly answer: number }
  /** A merged file before it is written. */
  | {
      readonly kind: 'recompose';
      readonly file: RecomposedFile;
      readonly text: string;
      readonly scroll: number;
    }
  /** An agent whose file is to go. */
  | { readonly kind: 'remove'; readonly definition: AgentDefinition; readonly scroll: number }
  /** Another name for an agent, and what that changes. */
  | { readonly kind: 'renaming'; readonly plan: RenamePlan; readonly scroll: number }
  /** A file that was changed since it was saved, before that is undone. */
  | {
      readonly kind: 'unsave';
      readonly file: SavedFile;
      /** What was saved, and what the file says now. */
      readonly written: string;
      readonly text: string;
      readonly sha256: string;
      readonly scroll: number;
    }
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

/** A box opened from another, which comes back once it is closed; asked for once more it is the same one. */
export function openedFrom(open: Dialog | null | undefined, box: Dialog): Dialog {
  if (!open) return box;
  return open.kind === box.kind ? openedFrom(open.below, box) : { ...box, below: open };
}

/** Whether a box, or one below it, is of a kind. */
export function hasBoxOf(dialog: Dialog | null | undefined, kind: Dialog['kind']): boolean {
  return dialog?.kind === kind || (dialog?.below !== undefined && hasBoxOf(dialog.below, kind));
}

/** A box and those below it, the one of a kind among them with other values. */
export function withBoxOf<Kind extends Dialog['kind']>(
  dialog: Dialog | null,
  kind: Kind,
  change: (box: Extract<Dialog, { kind: Kind }>) => Dialog,
): Dialog | null {
  if (dialog === null) return null;
  if (isOfKind(dialog, kind)) return change(dialog);
  return dialog.below ? { ...dialog, below: withBoxOf(dialog.below, kind, change) ?? dialog.below } : dialog;
}

const isOfKind = <Kind extends Dialog['kind']>(dialog: Dialog, kind: Kind): dialog is Extract<Dialog, { kind: Kind }> =>
  dialog.kind === kind;

const WORDINGS: ReadonlySet<Dialog['kind']> = new Set<WordingDialog['kind']>(['rename', 'reword', 'name', 'new']);

/** Whether a box has words in it that are being changed. */
export function isWording(dialog: Dialog | null): dialog is WordingDialog {
  return dialog !== null && WORDINGS.has(dialog.kind);
}
