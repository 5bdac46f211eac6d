import { inlineSpans } from '../core/markdown-inline.ts';
import type { Passage } from '../core/passages/passage.ts';
import { bulletOf } from '../core/sections/line-shapes.ts';
import { plainTitle } from '../core/sections/section-title.ts';
import type { Role, Span } from '../core/styled-text.ts';
import { visibleText } from '../core/visible-text.ts';

/** A passage as one run of words, rendered: no bullet, no marks, no line ends. */
export function passageWords({ kind, text }: Pick<Passage, 'kind' | 'text'>, role: Role = 'text'): readonly Span[] {
  const trimmed = text.trim();
  const words = kind === 'title' ? plainTitle(trimmed) : trimmed.slice(bulletOf(trimmed)?.width ?? 0);
  return inlineSpans(visibleText(words.replace(/\s+/g, ' ')), role);
}
