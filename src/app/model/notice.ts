import type { Model, Notice } from './model.ts';

/** Of more news nobody wants to know. */
const MOST_NEWS = 500;

/** The model with one line of news for the user, which stays among the news of the session. */
export function noted(model: Model, text: string, tone: Notice['tone'] = 'good'): Model {
  const notice = { text, tone };
  return { ...model, notice, news: [...model.news.slice(1 - MOST_NEWS), notice] };
}
