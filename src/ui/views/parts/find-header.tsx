import type { ReactNode } from 'react';
import { places, placeWords } from '../../../app/find/places-found.ts';
import { filterOf, findOf } from '../../../app/model/focused-field.ts';
import type { Model } from '../../../app/model/model.ts';
import { type Screen, screenOf } from '../../../app/model/model.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { Box } from './box.ts';
import { Pane, span } from './frame.tsx';
import type { ScreenProps } from './screen-props.ts';
import { TextInput } from './text-input.tsx';

const TITLES: { readonly [On in Screen]?: string } = {
  reader: ' agents › read  find ',
  compare: ' agents › compare  find ',
  composed: ' agents › update  filter ',
};

/** What stands beside the field in the header, and the cells left for it. */
export function findHeaderParts(model: Model): {
  readonly title: string;
  readonly count: string;
  readonly room: number;
} {
  const { columns } = model.size;
  const find = findOf(model);
  const count = find === null || find.words.text.trim() === '' ? '' : ` ${placeWords(find.hit, places(model).length)} `;
  const title = columns > 50 ? (TITLES[screenOf(model)] ?? '') : find ? ' find ' : ' filter ';
  return { title, count, room: columns - textWidth(title) - textWidth(count) };
}

function placeholder(model: Model): string {
  const screen = screenOf(model);
  if (screen === 'composed') return 'type to narrow the list';
  return screen === 'compare' && model.compare.isMatrix ? 'type to find a topic' : 'type to find in the text';
}

/** The header while one types what is looked for in the text, with how often it is there. */
export function FindHeader({ model, paint }: ScreenProps): ReactNode {
  const typed = findOf(model) ?? filterOf(model);
  if (!typed) return null;
  const { columns } = model.size;
  const { title, count, room } = findHeaderParts(model);
  return (
    <Box width={columns} height={1}>
      <Pane paint={paint} lines={[{ spans: [span(title, 'heading')] }]} columns={textWidth(title)} rows={1} />
      <Box width={room} flexShrink={0}>
        <TextInput
          field={typed.words}
          width={room}
          focused={model.dialog === null}
          placeholder={placeholder(model)}
          paint={paint}
        />
      </Box>
      <Pane paint={paint} lines={[{ spans: [span(count, 'muted')] }]} columns={textWidth(count)} rows={1} />
    </Box>
  );
}
