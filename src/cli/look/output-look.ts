import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { pagerWords } from './pager-words.ts';
import { usesColor } from './uses-color.ts';

/** What a stretch of output is, where that is to be seen. */
type OutputRole = 'name' | 'match' | 'muted' | 'error' | 'doubtful';

/** How output looks: plain, coloured, with links. Only texts that are safe to show may be handed to it. */
export interface OutputLook {
  /** A text as what it is; as it is where nothing is coloured. */
  readonly paint: (role: OutputRole, text: string) => string;
  /** A text that leads to a file, on a line of it where one is given. */
  readonly link: (path: string, text: string, line?: number) => string;
  readonly print: (text: string) => void;
  /** Print what may be longer than the screen, by the user's pager where it is. */
  readonly page: (text: string) => Promise<void>;
}

/** SGR parameters of the user's own sixteen colours; what is secondary is dim, and nothing is told by them alone. */
const CODES: Readonly<Record<OutputRole, string>> = {
  name: '1',
  match: '1;36',
  muted: '2',
  error: '31',
  doubtful: '33',
};

/**
 * How a command's output looks here, as its options, variables, settings and the terminal have it.
 *
 * @param how `plain` for what nobody paints, and which is made safe when it is printed.
 */
export async function outputLook(context: CommandContext, how: 'dressed' | 'plain' = 'dressed'): Promise<OutputLook> {
  const { environment, columns, canDraw } = context;
  const asked = context.asked();
  const { values, originOf } = await context.readSettings();
  const isTerminal = columns !== null;
  const isDressed = how === 'dressed';
  const isColored =
    isDressed &&
    usesColor({
      asked: asked.color ?? null,
      environment,
      setting: values.color,
      isOwnVariable: originOf('color') === 'AGENTS_COLOR',
      canDraw: isTerminal && canDraw,
    });
  const hyperlink = asked.hyperlink ?? values.hyperlink;
  const hasLinks = hyperlink === 'auto' ? isTerminal && canDraw && knowsLinks(environment) : hyperlink === 'always';
  const isLinked = isDressed && hasLinks;
  // Whoever paints has made the text safe before; what is printed plain is made so once more.
  const print = isColored || isLinked ? context.printExact : context.print;
  return {
    paint: (role, text) => (isColored && text !== '' ? `\u001b[${CODES[role]}m${text}\u001b[0m` : text),
    link: (path, text, line) =>
      isLinked && path.startsWith('/') ? linked(context.hostName(), path, text, line) : text,
    print: (text) => void print(text),
    page: async (text) => {
      const pager = pagerWords(values.pager);
      const isLong = context.rows !== null && text.split('\n').length > context.rows;
      const isPaged =
        asked.pager !== false && isTerminal && canDraw && !context.isReadAloud && isLong && pager !== null;
      if (isPaged && (await context.runPager(pager, isColored || isLinked ? text : safe(text)))) return;
      print(text);
    },
  };
}

/** Of each line by itself. */
const safe = (text: string): string => text.split('\n').map(visibleText).join('\n');

/** A hyperlink (OSC 8) around a text: whatever the path holds, it is written in letters that end nothing. */
function linked(host: string, path: string, text: string, line: number | undefined): string {
  const target = path.split('/').map(encodedPart).join('/');
  const place = line === undefined ? '' : `#${line}`;
  return `\u001b]8;;file://${encodedPart(host)}${target}${place}\u001b\\${text}\u001b]8;;\u001b\\`;
}

/** Halves of surrogate pairs have no encoding. */
function encodedPart(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD'));
}

/** Terminals that are known to make links of them; others may show what they do not know. */
function knowsLinks(environment: Readonly<Record<string, string | undefined>>): boolean {
  const { TERM_PROGRAM = '', VTE_VERSION = '', TERM = '', WT_SESSION, KONSOLE_VERSION } = environment;
  if (['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'rio'].includes(TERM_PROGRAM)) return true;
  if (/^(?:xterm-kitty|xterm-ghostty|foot|alacritty|contour|wezterm)\b/.test(TERM)) return true;
  return Number(VTE_VERSION) >= 5000 || (WT_SESSION ?? '') !== '' || (KONSOLE_VERSION ?? '') !== '';
}
