import { inlineSpans } from '../../core/rendering/markdown-inline.ts';
import { bulletOf } from '../../core/sections/line-shapes.ts';
import type { Passage } from '../../core/sections/passage.ts';
import { plainTitle } from '../../core/sections/section-title.ts';
import type { Role, Span } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';

/** A passage as one run of words, rendered: no bullet, no marks, no line ends. */
export function passageWords({ kind, text }: Pick<Passage, 'kind' | 'text'>, role: Role = 'text'): readonly Span[] {
  const trimmed = text.trim();
  const words = kind === 'title' ? plainTitle(trimmed) : trimmed.slice(bulletOf(trimmed)?.width ?? 0);
  return inlineSpans(visibleText(words.replace(/\s+/g, ' ')), role);
}
