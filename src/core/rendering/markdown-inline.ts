import { once } from '../../kit/once.ts';
import type { Role, Span } from '../../text/styled-text.ts';

/**
 * The inline markup of one line as roles: `code`, **strong**, *emphasis*, [links](target) and bare addresses. Markup
 * characters go, except where they are literal; the target of a link follows its text in parentheses, muted.
 *
 * Close to CommonMark 0.31 section 6, with the differences that prompts call for: single marks and underscores do
 * nothing inside words, `__name__` and the stars of paths such as `a/**` stay, `**标题：**正文` is strong, and a
 * backslash escapes only what would be markup here.
 *
 * Linear: each kind of mark remembers one open place, and closing backticks are indexed beforehand.
 *
 * @param text One line, safe to show.
 * @param base The role of ordinary text. In titles (any base but `text`) strong and emphasis keep it.
 * @returns Spans without empty or equal neighbours.
 */
export function inlineSpans(text: string, base: Role = 'text'): readonly Span[] {
  if (!MARKUP.test(text)) return text === '' ? [] : [{ text, role: base }];
  const tokens = tokenise(text);
  pairEmphasis(tokens);
  return paint(tokens, base);
}

type Emphasis = 'strong' | 'emphasis';

/** A piece of the line. `style` and `turns` say what it switches on or off once it is known to be markup. */
interface Token {
  text: string;
  readonly kind: 'text' | 'code' | 'address' | 'mark' | 'bracket';
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
  style: Emphasis | 'link' | null;
  turns: 'on' | 'off' | null;
}

const MARKUP = /[\\`*_[]|https?:/;
const SPECIAL = /\\[\\`*_[\]~|]|`+|\*+|_+|!?\[|\](?:\()?|https?:\/\//g;
// No bracket and no quote can repeat inside, so that failed attempts on one line never scan the same text twice.
const TARGET = /([^\s()[\]<>"]*(?:\([^\s()[\]<>"]*\)[^\s()[\]<>"]*)?(?:[ ]"[^"[\]]*")?)\)/y;
const ADDRESS = /https?:\/\/[^\s<>`"'()[\]|*，。、；）」]+/y;
const wordCharacter = once(() => /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]/u);

function plain(text: string, kind: Token['kind'] = 'text'): Token {
  return { text, kind, mayOpen: false, mayClose: false, style: null, turns: null };
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const brackets: Token[] = [];
  const closingTicks = tickIndex(text);
  let at = 0;
  for (const { 0: found, index } of text.matchAll(SPECIAL)) {
    if (index < at) continue;
    if (index > at) tokens.push(plain(text.slice(at, index)));
    at = index + found.length;
    if (found.startsWith('\\')) tokens.push(plain(found.slice(1)));
    else if (found.startsWith('`')) at = readCode(text, index, found, closingTicks, tokens);
    else if (found.startsWith('h')) at = readAddress(text, index, found, tokens);
    else if (found.startsWith(']')) at = readClosingBracket(text, index, brackets, tokens);
    else if (found.endsWith('[')) tokens.push(remembered(brackets, plain(found, 'bracket')));
    else tokens.push(emphasisMark(text, index, found));
  }
  if (at < text.length) tokens.push(plain(text.slice(at)));
  return tokens;
}

function remembered(stack: Token[], token: Token): Token {
  stack.push(token);
  return token;
}

/** Where runs of backticks stand, by their length; taken from the end as the line is read. */
function tickIndex(text: string): Map<number, number[]> {
  const index = new Map<number, number[]>();
  for (const run of [...text.matchAll(/`+/g)].reverse()) {
    const places = index.get(run[0].length);
    if (places) places.push(run.index);
    else index.set(run[0].length, [run.index]);
  }
  return index;
}

function readCode(text: string, start: number, ticks: string, closing: Map<number, number[]>, tokens: Token[]): number {
  const from = start + ticks.length;
  const places = closing.get(ticks.length) ?? [];
  while ((places.at(-1) ?? from) < from) places.pop();
  const end = places.at(-1);
  if (end === undefined) {
    tokens.push(plain(ticks));
    return from;
  }
  const code = text.slice(from, end);
  const isPadded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
  tokens.push(plain(isPadded ? code.slice(1, -1) : code, 'code'));
  return end + ticks.length;
}

function readAddress(text: string, start: number, scheme: string, tokens: Token[]): number {
  ADDRESS.lastIndex = start;
  const address = (ADDRESS.exec(text)?.[0] ?? scheme).replace(/[.,;:!?]$/, '');
  tokens.push(plain(address, 'address'));
  return start + address.length;
}

function readClosingBracket(text: string, start: number, brackets: Token[], tokens: Token[]): number {
  const opener = brackets.pop();
  TARGET.lastIndex = start + 2;
  const target = opener && text.startsWith('](', start) ? TARGET.exec(text) : null;
  if (!opener || !target) {
    tokens.push(plain(']'));
    return start + 1;
  }
  opener.style = 'link';
  opener.turns = 'on';
  const isSaidAlready = tokens.at(-1)?.text === target[1] && tokens.at(-2) === opener;
  const shown = isSaidAlready || target[1] === '' ? '' : `(${target[1]})`;
  tokens.push({ ...plain(shown, 'bracket'), style: 'link', turns: 'off' });
  return TARGET.lastIndex;
}

function emphasisMark(text: string, start: number, mark: string): Token {
  const before = text.charAt(start - 1);
  const after = text.charAt(start + mark.length);
  const isDouble = mark.length > 1;
  const isInWord = (side: string) => (mark.startsWith('_') || !isDouble) && wordCharacter().test(side);
  const isGlob = before === '/' || (!isDouble && after === '.');
  return {
    ...plain(mark, 'mark'),
    mayOpen: mark.length <= 3 && /\S/.test(after) && !isInWord(before) && !isGlob,
    mayClose: mark.length <= 3 && /\S/.test(before) && !isInWord(after) && after !== '/',
  };
}

/** Decide which marks are markup. One open place for each mark: a second opening takes the place of the first. */
function pairEmphasis(tokens: readonly Token[]): void {
  const open = new Map<string, { readonly token: Token; readonly index: number }>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'mark') continue;
    const opener = token.mayClose ? open.get(token.text) : undefined;
    if (!opener || isDunderName(tokens, opener.index, index)) {
      if (token.mayOpen) open.set(token.text, { token, index });
      continue;
    }
    const style = token.text.length > 1 ? 'strong' : 'emphasis';
    opener.token.style = style;
    opener.token.turns = 'on';
    token.style = style;
    token.turns = 'off';
    for (const [mark, inner] of open) if (inner.index >= opener.index) open.delete(mark);
  }
}

/** `__init__` and the like: a name to be shown as it is, not a word to be stressed. */
function isDunderName(tokens: readonly Token[], opener: number, closer: number): boolean {
  return tokens[closer]?.text === '__' && closer === opener + 2 && !/\s/.test(tokens[opener + 1]?.text ?? '');
}

type Depth = Record<Emphasis | 'link', number>;

function paint(tokens: readonly Token[], base: Role): readonly Span[] {
  const spans: Span[] = [];
  const depth: Depth = { strong: 0, emphasis: 0, link: 0 };
  for (const token of tokens) {
    const { style, turns } = token;
    if (style === null || turns === null) add(spans, token.text, roleOf(token, depth, base));
    else if (turns === 'on') depth[style] += 1;
    else {
      depth[style] -= 1;
      if (style === 'link') addTarget(spans, token.text);
    }
  }
  return spans;
}

function roleOf({ kind }: Token, depth: Depth, base: Role): Role {
  if (kind === 'code') return 'code';
  if (kind === 'address' || depth.link > 0) return 'link';
  if (base !== 'text') return base;
  if (depth.strong > 0) return 'strong';
  return depth.emphasis > 0 ? 'emphasis' : 'text';
}

function addTarget(spans: Span[], target: string): void {
  if (target !== '') add(spans, spans.length > 0 ? ` ${target}` : target, 'muted');
}

function add(spans: Span[], text: string, role: Role): void {
  const last = spans.at(-1);
  if (last?.role === role) spans[spans.length - 1] = { text: last.text + text, role };
  else if (text !== '') spans.push({ text, role });
}
