import { once } from '../../kit/once.ts';
import type { Diagnostic } from '../definition/diagnostic.ts';
import { quoted } from '../formats/harness/harness-words.ts';
import { codeSpans } from '../sections/code-spans.ts';
import { type Line, scanLines } from '../sections/line-scanner.ts';
import { lineRoles } from '../sections/mask.ts';
import type { LintCode } from './lint-codes.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/** Text that a model reads and people do not see: invisible characters and instructions where Markdown does not show them. */
export function hiddenTextRules(subject: LintSubject): readonly Diagnostic[] {
  return [...hiddenCharacters(subject), ...escapedCharacters(subject), ...comments(subject)];
}

/** Findings of one kind in one file; a file with more is bad enough. */
const MAX_FOUND = 20;

interface HiddenKind {
  readonly code: LintCode;
  readonly pattern: RegExp;
  readonly message: (run: string) => string;
}

/** Set up with the first file that has any: engines take a millisecond to work out the classes of Unicode. */
const hiddenKinds = once(makeKinds);

const ZERO_WIDTH = '[\\u200b\\u2060-\\u2064\\u00ad\\ufeff\\u180e\\u{e0100}-\\u{e01ef}]';
const JOINING_SCRIPTS = 'Arabic Devanagari Bengali Tamil Telugu Kannada Malayalam Sinhala Hebrew Mongolian Khmer'.split(
  ' ',
);
/** What joiners may follow. */
const JOINED = `[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{M}${JOINING_SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`;

/** Unicode 16, section 23: format characters, and TR 36 for what can be done with them. */
function makeKinds(): readonly HiddenKind[] {
  return [
    {
      code: 'hidden/tags',
      pattern: /[\u{e0000}-\u{e007f}]+/gu,
      message: (run) => `Invisible tag characters spell ${quoted(tagText(run))}.`,
    },
    {
      code: 'hidden/bidi',
      pattern: /[\u202a-\u202e\u2066-\u2069]+/g,
      message: (run) => `${named(run)} makes the text look different from what a model reads.`,
    },
    {
      code: 'hidden/zero-width',
      // Joiners hold emoji and letters of some scripts together; there they are spelling and not hidden text.
      pattern: new RegExp(`(?:${ZERO_WIDTH}|(?<!${JOINED})[\\u200c\\u200d])+`, 'gu'),
      message: (run) => `${named(run)} does not show.`,
    },
    {
      code: 'hidden/control',
      pattern: /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]+/g,
      message: (run) => `${named(run)} is a control character.`,
    },
  ];
}

/** Nothing of the kind is in most files; one look tells. */
const ANY =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u180e\u200b-\u200d\u202a-\u202e\u2060-\u2069\ufeff]|\udb40[\udc00-\uddef]/;

/** A flag of a region, such as Scotland's: a black flag, tags, and the tag that ends them. */
const REGION_FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]{2,8}\u{e007f}/gu;

function hiddenCharacters(subject: LintSubject): readonly Diagnostic[] {
  // A mark at the very start is no hidden character; `reading-rules.ts` judges it. Lengths stay, so places do too.
  const text = subject.text.charCodeAt(0) === 0xfeff ? ` ${subject.text.slice(1)}` : subject.text;
  if (!ANY.test(text)) return [];
  const plain = text.replace(REGION_FLAG, (flag) => ' '.repeat(flag.length));
  return hiddenKinds().flatMap(({ code, pattern, message }) => {
    const runs = [...plain.matchAll(pattern)];
    return runs.slice(0, MAX_FOUND).map(({ 0: run, index }) => finding(code, subject.placeAt(index), message(run)));
  });
}

/** Escapes in quotation marks hide from whoever looks at the file, even in an editor that shows such characters. */
function escapedCharacters(subject: LintSubject): readonly Diagnostic[] {
  const { name, description } = subject.definition;
  return Object.entries({ name, description }).flatMap(([field, value]) => {
    const isStated = typeof subject.definition.frontmatter[field] === 'string';
    if (!isStated || !ANY.test(value)) return [];
    return hiddenKinds().flatMap(({ code, pattern, message }) => {
      const run = value.match(pattern)?.[0];
      if (run === undefined || subject.text.includes(run)) return [];
      return [finding(code, subject.placeInField(field), `Written as an escape: ${message(run)}`)];
    });
  });
}

function named(run: string): string {
  const code = (run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const others = [...run].length - 1;
  return others === 0 ? `U+${code}` : `U+${code} (and ${others} more)`;
}

function tagText(run: string): string {
  return [...run]
    .map((tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) & 0x7f))
    .join('')
    .replace(/[^ -~]/g, '');
}

/** What tells a model to do something; words that comments for people and programs hold are not enough. */
const INSTRUCTION =
  /\b(?:you (?:must|should|shall|will|are|need)|ignore (?:all|any|the|previous|prior)|disregard|override|system prompt|do not (?:tell|mention|reveal|show|inform)|without (?:telling|asking|informing)|secretly|silently|exfiltrat\w*|curl|wget|base64|api[_ -]?keys?|passwords?|credentials?|always (?:run|execute|send|include|use|add|respond)|never (?:tell|mention|reveal|refuse))\b/i;
/** Notes to people and settings of tools. */
const HARMLESS =
  /^\s*(?:todo|fixme|note|prettier|markdownlint|eslint|biome|toc|spdx|copyright|license|auto-?generated|generated|@?generated|source|begin|end|start|region|example|template|placeholder)\b/i;

function comments(subject: LintSubject): readonly Diagnostic[] {
  const { body } = subject.definition;
  if (!MAY_HIDE.test(body)) return [];
  // Behind it no comment is looked for: none is closed.
  const lastClose = body.lastIndexOf('-->');
  const lines = scanLines(body);
  const roles = lineRoles(lines);
  const found: Diagnostic[] = [];
  let read = 0;
  for (const [index, line] of lines.entries()) {
    if (line.start < read || (roles[index] !== 'comment' && roles[index] !== 'prose')) continue;
    const hidden = hiddenPassage(body, line, lastClose);
    if (hidden === null) continue;
    read = hidden.end;
    const said = HARMLESS.test(hidden.text) ? null : INSTRUCTION.exec(hidden.text);
    if (said === null) continue;
    const message = `${hidden.words} tells the model something: ${quoted(hidden.text.slice(said.index))}.`;
    found.push(finding('hidden/comment', subject.placeAt(subject.bodyStart + hidden.start), message));
    if (found.length === MAX_FOUND) break;
  }
  return found;
}

/** Comments, link definitions that lead nowhere, and elements that are not shown. */
const MAY_HIDE = /<!--|\]:[ \t]*(?:#|<>|<#>)[ \t]|\bhidden\b|style[ \t]*=/i;

interface HiddenPassage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What it is, as the beginning of a sentence. */
  readonly words: string;
}

const LINK_AS_COMMENT = /^\[[^\]]{1,99}\]:[ \t]*(?:#|<>|<#>)[ \t]+(["'(])(.*)["')]$/;
const NOT_SHOWN =
  /<([a-z][a-z0-9]{0,15})\b[^<>]{0,200}?(?:\shidden(?=[\s/>=])|style[ \t]*=[ \t]*["'][^"'<>]{0,200}(?:display[ \t]*:[ \t]*none|visibility[ \t]*:[ \t]*hidden|(?:font-size|opacity)[ \t]*:[ \t]*0(?![.\d])))[^<>]{0,200}>/i;

/** Comments that one line shows as code; characters of an element that is not shown. */
const MAX_TRIES = 100;
const MAX_ELEMENT = 10_000;

/** The first such passage that starts in a line. Inline code shows what is in it. */
function hiddenPassage(body: string, { text, textStart }: Line, lastClose: number): HiddenPassage | null {
  const link = LINK_AS_COMMENT.exec(text);
  if (link !== null) {
    const end = textStart + text.length;
    return {
      start: textStart,
      end,
      text: link[2] ?? '',
      words: 'The target of a link that is never shown',
    };
  }
  const spans = text.includes('`') ? codeSpans(text) : [];
  const isCode = (at: number): boolean => spans.some(([from, to]) => from <= at && at < to);
  let at = text.indexOf('<!--');
  for (let tries = 0; at !== -1 && tries < MAX_TRIES && isCode(at); tries += 1) at = text.indexOf('<!--', at + 4);
  if (at !== -1) {
    const start = textStart + at;
    if (start > lastClose) return null;
    const end = body.indexOf('-->', start);
    return { start, end, text: body.slice(start + 4, end), words: 'A comment that rendered Markdown does not show' };
  }
  const element = NOT_SHOWN.exec(text);
  if (element === null || isCode(element.index)) return null;
  const start = textStart + element.index;
  const from = start + element[0].length;
  const close = body.slice(from, from + MAX_ELEMENT).indexOf(`</${element[1]}`);
  const end = close === -1 ? textStart + text.length : from + close;
  return { start, end, text: body.slice(from, end), words: 'A tag with text that is not shown' };
}
