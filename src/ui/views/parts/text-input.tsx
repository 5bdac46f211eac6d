import { Text } from 'ink';
import InkTextInput from 'ink-text-input';
import type { ReactNode } from 'react';
import type { TextField } from '../../../app/model/text-field.ts';
import { cutLine, styledLine } from '../../../text/styled-text.ts';
import { cells, prefixThatFits, textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import type { Paint } from '../../paint.ts';
import { Box } from './box.ts';

interface TextInputProps {
  readonly field: TextField;
  /** Cells it may take, cursor included. */
  readonly width: number;
  readonly focused: boolean;
  readonly placeholder: string;
  /** What the text may go on with; shown behind it while the cursor is at its end. */
  readonly suggestion?: string;
  readonly paint: Paint;
}

/**
 * One line of editable text that scrolls sideways, with the terminal's cursor at its caret.
 *
 * ink-text-input draws it and is told to listen to nothing: what is typed is in the model before it is drawn. It knows no
 * cursor but its own, so it gets the text before the cursor; the cursor and what stands behind it are drawn after it.
 */
export function TextInput({ field, width, focused, placeholder, suggestion = '', paint }: TextInputProps): ReactNode {
  if (!focused) {
    const line = field.text === '' ? styledLine(placeholder, 'muted') : styledLine(visibleText(field.text));
    return <InkTextInput value={paint(cutLine(line, width))} focus={false} onChange={NOTHING} />;
  }
  const shown = tailThatFits(visibleText(field.text.slice(0, field.cursor)), width - 1);
  const selected = tailThatFits(visibleText(field.text.slice(field.from ?? field.cursor, field.cursor)), width - 1);
  const before = shown.slice(0, shown.length - selected.length);
  const own = field.text.slice(field.cursor);
  const behind = visibleText(own || (field.text === '' ? placeholder : suggestion));
  const under = firstGrapheme(behind) || ' ';
  const rest = styledLine(behind.slice(under.length), own === '' ? 'muted' : 'text');
  return (
    <Box width={width} height={1} overflow="hidden">
      <Box flexShrink={0}>
        <InkTextInput
          value={before + (selected === '' ? '' : paint(styledLine(selected, 'match')))}
          focus={false}
          onChange={NOTHING}
        />
      </Box>
      <Text wrap="truncate">
        {paint({ spans: [{ text: under, role: own === '' ? 'muted' : 'text', tone: 'caret' }] })}
        {paint(cutLine(rest, width - textWidth(shown) - textWidth(under)))}
      </Text>
    </Box>
  );
}

/** It never hears of a key, so it never has anything to tell. */
const NOTHING = (): void => {};

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
