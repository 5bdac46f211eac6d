import type { DraftFields } from '../../core/draft/draft.ts';
import type { TextField } from './text-field.ts';

/** Fields of the save form, in their order on the screen; `mentions` is shown where there are some. */
export const SAVE_FIELDS = [
  'name',
  'description',
  'mentions',
  'model',
  'tools',
  'color',
  'other',
  'kind',
  'harness',
  'folder',
] as const;

/** `other` names fields of the ingredients to carry over; `mentions` says what becomes of their names, where they speak of themselves. */
export type SaveField = keyof DraftFields | 'mentions' | 'other' | 'kind' | 'harness' | 'folder';

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

export type SaveFields = { readonly [Field in SaveField]: TextField };

/** The form before a change of a field. */
interface FormStep {
  readonly fields: SaveFields;
  readonly focused: SaveField;
}

/** A form that nothing was done to yet. */
export function untouchedForm(fields: SaveFields, focused: SaveField): SaveState {
  return {
    fields,
    focused,
    saving: false,
    asked: [],
    ledOut: null,
    isTried: false,
    fileTop: 0,
    own: {},
    choices: null,
    past: [],
    typing: null,
  };
}
