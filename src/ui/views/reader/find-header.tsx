import { Box } from 'ink';
import type { ReactNode } from 'react';
import { places, placeWords } from '../../../app/reader/places-found.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { Pane, span } from '../parts/frame.tsx';
import type { ScreenProps } from '../parts/screen-props.ts';
import { TextInput } from '../parts/text-input.tsx';

const TITLE = ' agents › read  find ';

/** The header while one types what is looked for in the text, with how often it is there. */
export function FindHeader({ model, paint }: ScreenProps): ReactNode {
  const { find } = model.reader;
  if (!find) return null;
  const { columns } = model.size;
  const count = find.words.text.trim() === '' ? '' : ` ${placeWords(find.hit, places(model).length)} `;
  const title = columns > 50 ? TITLE : ' find ';
  const room = columns - textWidth(title) - textWidth(count);
  return (
    <Box width={columns} height={1}>
      <Pane paint={paint} lines={[{ spans: [span(title, 'heading')] }]} columns={textWidth(title)} rows={1} />
      <Box width={room} flexShrink={0}>
        <TextInput
          field={find.words}
          width={room}
          focused={model.dialog === null}
          placeholder="type to find in the text"
          paint={paint}
        />
      </Box>
      <Pane paint={paint} lines={[{ spans: [span(count, 'muted')] }]} columns={textWidth(count)} rows={1} />
    </Box>
  );
}
