import { cutMiddle, type Span } from '../../../text/styled-text.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { span } from './frame.tsx';

/** Name and label in so many cells: of what tells two of a name apart little is cut, of the rest the middle. */
export function labelled(name: string, label: string, room: number): readonly Span[] {
  const end = cutMiddle(label, Math.max(0, Math.floor(room / 2)));
  const start = cutMiddle(name, Math.max(0, room - textWidth(end) - 3));
  return [span(start), ...(end === '' ? [] : [span(` · ${end}`, 'muted')])];
}
