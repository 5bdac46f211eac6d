import { visibleText } from '../text/visible-text.ts';

/** A text of several lines made safe to show: every line by itself, the line ends as LF. */
export function visibleBlock(text: string): string {
  return text
    .split('\n')
    .map((line) => visibleText(line.endsWith('\r') ? line.slice(0, -1) : line))
    .join('\n');
}
