import type { Binding } from './binding.ts';
import { COMPARE_BINDINGS } from './bindings/compare-bindings.ts';
import { COMPOSE_BINDINGS } from './bindings/compose-bindings.ts';
import { DIALOG_BINDINGS } from './bindings/dialog-bindings.ts';
import { EVERYWHERE_BINDINGS } from './bindings/everywhere-bindings.ts';
import { LINEAR_BINDINGS } from './bindings/linear-bindings.ts';
import { LIST_BINDINGS } from './bindings/list-bindings.ts';
import { READER_BINDINGS } from './bindings/reader-bindings.ts';
import { RECOMPOSE_BINDINGS } from './bindings/recompose-bindings.ts';
import { SAVE_BINDINGS } from './bindings/save-bindings.ts';

/** Every key of the program, in the order footer and help show them. */
export const BINDINGS = [
  ...LIST_BINDINGS,
  ...READER_BINDINGS,
  ...COMPARE_BINDINGS,
  ...COMPOSE_BINDINGS,
  ...SAVE_BINDINGS,
  ...RECOMPOSE_BINDINGS,
  ...DIALOG_BINDINGS,
  ...EVERYWHERE_BINDINGS,
  ...LINEAR_BINDINGS,
] satisfies readonly Binding[];

/** The name of a binding. */
export type BindingId = (typeof BINDINGS)[number]['id'];
