import { withPlaces } from '../../../app/find/places-found.ts';
import type { Topic } from '../../../core/topics/comparison.ts';
import { lineWidth, type Span } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from './frame.tsx';

const INDENT = 2;
const MOST_DEPTH = 3;

/**
 * What a row of topics is called, under what it stands in; a row that goes on with a topic says so.
 *
 * @param places Stretches of the title to be set off.
 */
export function topicTitle(
  { title, depth, goesOn }: Topic,
  places: Parameters<typeof withPlaces>[1] = [],
): readonly Span[] {
  return [
    span(' '.repeat(INDENT * Math.min(MOST_DEPTH, depth))),
    ...(goesOn ? [span('also ', 'muted')] : []),
    ...withPlaces({ spans: [span(visibleText(title))] }, places).spans,
  ];
}

/** Cells that takes. */
export function topicTitleCells(topic: Topic): number {
  return lineWidth({ spans: topicTitle(topic) });
}
