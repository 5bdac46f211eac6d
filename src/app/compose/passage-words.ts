import type { Pick as DraftPick } from '../../core/draft/draft.ts';
import { inlineSpans } from '../../core/rendering/markdown-inline.ts';
import { itemTextStart } from '../../core/sections/line-shapes.ts';
import type { Passage } from '../../core/sections/passage.ts';
import { plainTitle } from '../../core/sections/section-title.ts';
import { cutLine, type Role, type Span, spansText, styledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';

/** A passage as one run of words, rendered: no bullet, no marks, no line ends. */
export function passageWords({ kind, text }: Pick<Passage, 'kind' | 'text'>, role: Role = 'text'): readonly Span[] {
  const trimmed = text.trim();
  const words = kind === 'title' ? plainTitle(trimmed) : trimmed.slice(itemTextStart(trimmed));
  return inlineSpans(visibleText(words.replace(/\s+/g, ' ')), role);
}

/** Cells of a passage or title in a line of news or a hint. */
const SHORT = 28;

/** Words on one line, cut to what a line of news has room for. */
export function short(words: string, width = SHORT): string {
  return spansText(cutLine(styledLine(visibleText(words.replace(/\s+/g, ' '))), width).spans);
}

/** How a passage is called in a line of news: how it begins. */
export function shortWords(passage: Pick<Passage, 'kind' | 'text'>): string {
  return short(spansText(passageWords(passage)));
}

/** How something taken is called in a line of news. */
export function nameOf({ title }: DraftPick): string {
  return shortWords({ kind: 'item', text: title });
}
