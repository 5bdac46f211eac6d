import { greatest } from '../../kit/long-lists.ts';
import { lineText } from '../../text/styled-text.ts';
import { textWidth } from '../../text/text-cells.ts';
import { type Lead, wrapSpans } from '../../text/wrap-spans.ts';
import type { HelpBlock, HelpPage, HelpRow } from './help-page.ts';

/** Lines are no longer than this, however wide the terminal: longer ones are hard to read. */
const WIDEST = 80;
/** Nor shorter: what does not fit goes on in the next line of the terminal. */
const NARROWEST = 40;

const INDENT = '  ';

/** How wide help is on a terminal; where there is none, as wide as most are. */
export function helpWidth(columns: number | null): number {
  return Math.min(WIDEST, Math.max(NARROWEST, columns ?? WIDEST));
}

/** A page as lines of at most so many cells; commands, to be copied, stand on one line where they fit. */
export function pageText(page: HelpPage, width: number): string {
  return page
    .map((block) =>
      blockLines(block, width)
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('\n');
}

function blockLines({ title, text, rows = [], commands = [] }: HelpBlock, width: number): readonly string[] {
  return [
    ...(title === undefined ? [] : [title]),
    ...(text === undefined ? [] : wrapped(text, width, '', '')),
    ...rowLines(rows, width),
    ...commands.flatMap((command) => commandLines(command, width)),
  ];
}

/** Terms, and their meanings in a column beside them; below them where the terms take too much room. */
function rowLines(rows: readonly HelpRow[], width: number): readonly string[] {
  // With the blanks around them no more than half of a line, which is what a lead may take.
  const most = Math.floor(width / 2) - 2 * INDENT.length;
  const column = greatest(rows.map(([term]) => textWidth(term)).filter((one) => one <= most));
  return rows.flatMap(([term, meaning]) => {
    const rest = ' '.repeat(INDENT.length + column + INDENT.length);
    if (textWidth(term) <= column) return wrapped(meaning, width, `${INDENT}${term.padEnd(column)}${INDENT}`, rest);
    return [...wrapped(term, width, INDENT, INDENT + INDENT), ...wrapped(meaning, width, rest, rest)];
  });
}

/** A command too long for a line goes on in the next, as shells read it: no word is broken, nor what is quoted. */
function commandLines(command: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [word] of command.matchAll(/(?:'[^']*'|[^\s'])+/g)) {
    const longer = line === '' ? INDENT + word : `${line} ${word}`;
    if (line === '' || textWidth(longer) <= width - CONTINUED.length) {
      line = longer;
      continue;
    }
    lines.push(line + CONTINUED);
    line = INDENT + INDENT + word;
  }
  return [...lines, line];
}

const CONTINUED = ' \\';

/** A text between words, with what stands before its first line and before the others. */
function wrapped(text: string, width: number, first: string, rest: string): readonly string[] {
  const lead: Lead = { first: [{ text: first, role: 'text' }], rest: [{ text: rest, role: 'text' }] };
  return wrapSpans([{ text, role: 'text' }], width, lead).map((line) => lineText(line).trimEnd());
}
