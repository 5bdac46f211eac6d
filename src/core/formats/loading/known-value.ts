import type { HarnessFormat } from '../harness/harness-format.ts';
import { writtenModel } from './written-model.ts';

/** Whether a harness has a color; names in the case in which it writes them. */
export function knowsColor({ colors }: HarnessFormat, color: string): boolean {
  return colors !== null && (colors.names.includes(color) || (colors.hex && /^#[0-9a-f]{6}$/i.test(color)));
}

/** Whether a harness can be told a model, as Claude Code or it itself names it. */
export function knowsModel(harness: HarnessFormat, model: string): boolean {
  return writtenModel(harness, model) !== undefined;
}
