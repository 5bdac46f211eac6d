import type { Topic } from '../../../core/topics/comparison.ts';
import { lineWidth, type Span } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from './frame.tsx';

const INDENT = 2;
const MOST_DEPTH = 3;

/** What a row of topics is called, under what it stands in; a row that goes on with the one above says so. */
export function topicTitle({ title, depth, goesOn }: Topic): readonly Span[] {
  return [
    span(' '.repeat(INDENT * Math.min(MOST_DEPTH, depth))),
    ...(goesOn ? [span('also ', 'muted')] : []),
    span(visibleText(title)),
  ];
}

/** Cells that takes. */
export function topicTitleCells(topic: Topic): number {
  return lineWidth({ spans: topicTitle(topic) });
}
