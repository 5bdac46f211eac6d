import { Text } from 'ink';
import { memo, type ReactNode } from 'react';
import type { BindingId } from '../../../app/keys/bindings.ts';
import type { Size } from '../../../app/model/model.ts';
import type { Role, Span, StyledLine } from '../../../text/styled-text.ts';
import { lineWidth } from '../../../text/styled-text.ts';
import { type Paint, paintBlock } from '../../paint.ts';
import { Box } from './box.ts';

interface PaneProps extends Size {
  readonly paint: Paint;
  /** From the top of the pane; those that do not fit are not shown. */
  readonly lines: readonly StyledLine[];
}

/**
 * A rectangle of lines as one text that is already cut to the cell: Ink has nothing left to wrap, truncate or measure
 * line by line, which is most of what a frame costs it.
 */
export const Pane = memo(function Pane({ paint, lines, columns, rows }: PaneProps): ReactNode {
  if (columns <= 0 || rows <= 0) return null;
  return (
    <Box width={columns} height={rows} flexShrink={0}>
      <Text>{paintBlock(paint, lines, columns, rows)}</Text>
    </Box>
  );
});

/** A line with something at its left and something at its right end; the left gives way where there is no room. */
export function spreadLine(left: readonly Span[], right: readonly Span[], columns: number): StyledLine {
  const gap = columns - lineWidth({ spans: left }) - lineWidth({ spans: right });
  if (gap < 1) return { spans: left };
  return { spans: [...left, span(' '.repeat(gap)), ...right] };
}

/** Words that count something, and open it when they are clicked on. */
export function opening(id: BindingId, text: string): Span {
  return { text, role: 'muted', opens: id };
}

/** Facts one after the other, parted from each other. */
export function joinedFacts(facts: readonly Span[]): readonly Span[] {
  return facts.flatMap((fact, at) => (at === 0 ? [fact] : [span(' · ', 'muted'), fact]));
}

/** A span, of ordinary text unless said otherwise. */
export function span(text: string, role: Role = 'text'): Span {
  return { text, role };
}
