import { readerLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { scrolledTo } from '../model/scrolling.ts';

/** The first entry of the outline on the screen: the one that is read stands in its middle, as far as there are more. */
export function outlineTop(model: Pick<Model, 'reader' | 'size' | 'look'>, count: number): number {
  const { rows } = readerLayout(model).first;
  const { reader } = model;
  return scrolledTo(reader.section, Math.max(0, reader.section - Math.floor(rows / 2)), rows, count);
}
