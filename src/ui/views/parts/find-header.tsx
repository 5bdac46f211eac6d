import { Box } from 'ink';
import type { ReactNode } from 'react';
import { places, placeWords } from '../../../app/find/places-found.ts';
import { findOf } from '../../../app/model/focused-field.ts';
import type { Model } from '../../../app/model/model.ts';
import { screenOf } from '../../../app/model/model.ts';
import type { FindState } from '../../../app/model/reader-state.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { Pane, span } from './frame.tsx';
import type { ScreenProps } from './screen-props.ts';
import { TextInput } from './text-input.tsx';

const TITLES = { reader: ' agents › read  find ', compare: ' agents › compare  find ' } as const;

/** What stands beside the field in the header, and the cells left for it. */
export function findHeaderParts(
  model: Model,
  find: FindState,
): { readonly title: string; readonly count: string; readonly room: number } {
  const { columns } = model.size;
  const count = find.words.text.trim() === '' ? '' : ` ${placeWords(find.hit, places(model).length)} `;
  const title = columns > 50 ? TITLES[screenOf(model) === 'compare' ? 'compare' : 'reader'] : ' find ';
  return { title, count, room: columns - textWidth(title) - textWidth(count) };
}

/** The header while one types what is looked for in the text, with how often it is there. */
export function FindHeader({ model, paint }: ScreenProps): ReactNode {
  const find = findOf(model);
  if (!find) return null;
  const { columns } = model.size;
  const { title, count, room } = findHeaderParts(model, find);
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
