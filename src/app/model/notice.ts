import type { Model, Notice } from './model.ts';

/** The model with one line of news for the user. */
export function noted(model: Model, text: string, tone: Notice['tone'] = 'good'): Model {
  return { ...model, notice: { text, tone } };
}
