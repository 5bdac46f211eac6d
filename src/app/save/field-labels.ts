import type { SaveField } from '../model/save-state.ts';

/** What a field of the form is called on the screen. */
export const FIELD_LABELS: Readonly<Record<SaveField, string>> = {
  name: 'name',
  description: 'description',
  mentions: 'mentions',
  model: 'model',
  tools: 'tools',
  color: 'color',
  other: 'other',
  kind: 'kind',
  harness: 'harness',
  folder: 'where',
};
