import { Box, Text } from 'ink';
import InkTextInput from 'ink-text-input';
import type { ReactNode } from 'react';
import type { TextField } from '../../../app/model/text-field.ts';
import { cutLine, styledLine } from '../../../text/styled-text.ts';
import { cells, prefixThatFits, textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import type { Paint } from '../../paint.ts';

interface TextInputProps {
  readonly field: TextField;
  /** Cells it may take, cursor included. */
  readonly width: number;
  readonly focused: boolean;
  readonly placeholder: string;
  /** What the text may go on with; shown behind it while the cursor is at its end. */
  readonly suggestion?: string;
  readonly paint: Paint;
  /** Called with the text before the cursor after something was typed. */
  readonly onTyped: (before: string) => void;
}

/**
 * One line of editable text that scrolls sideways.
 *
 * ink-text-input types at the end of its value. So it gets the text before the cursor, and the cursor and what
 * stands behind it are drawn after it; a change made by anything but typing mounts it anew (see `TextField`).
 */
export function TextInput({
  field,
  width,
  focused,
  placeholder,
  suggestion = '',
  paint,
  onTyped,
}: TextInputProps): ReactNode {
  if (!focused) {
    const line = field.text === '' ? styledLine(placeholder, 'muted') : styledLine(visibleText(field.text));
    return <Text wrap="truncate">{paint(cutLine(line, width))}</Text>;
  }
  const before = field.text.slice(0, field.cursor);
  const shown = tailThatFits(visibleText(before), width - 1);
  const own = field.text.slice(field.cursor);
  const behind = visibleText(own || (field.text === '' ? placeholder : suggestion));
  const under = firstGrapheme(behind) || ' ';
  const rest = styledLine(behind.slice(under.length), own === '' ? 'muted' : 'text');
  return (
    <Box width={width} height={1} overflow="hidden">
      <Box flexShrink={0}>
        <InkTextInput
          key={field.revision}
          value={shown}
          showCursor={false}
          onChange={(next) => onTyped(before + next.slice(shown.length))}
        />
      </Box>
      <Text wrap="truncate">
        {paint(styledLine(under, 'inverse'))}
        {paint(cutLine(rest, width - textWidth(shown) - textWidth(under)))}
      </Text>
    </Box>
  );
}

function firstGrapheme(text: string): string {
  for (const { end } of cells(text)) return text.slice(0, end);
  return '';
}

/** The end of a text that fits into some cells, without splitting a grapheme. */
function tailThatFits(text: string, width: number): string {
  let tail = text;
  while (tail !== '' && textWidth(tail) > width) {
    const surplus = textWidth(tail) - width;
    tail = tail.slice(Math.max(1, prefixThatFits(tail, surplus).end));
  }
  return tail;
}
