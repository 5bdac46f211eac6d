import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { Diagnostic } from '../definition/diagnostic.ts';
import { quoted } from '../formats/harness/harness-words.ts';
import { nearestOf } from '../naming/nearest-name.ts';
import { codeSpans } from '../sections/code-spans.ts';
import { scanLines } from '../sections/line-scanner.ts';
import { lineRoles } from '../sections/mask.ts';
import { LINT_CODES, lintCodeEntry } from './lint-codes.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/** A word of a comment that says what to pass over. */
interface IgnoredWord {
  /** A code, if its author knows it; empty where a comment says none. */
  readonly word: string;
  /** Offset in the body; of the comment where it says none. */
  readonly at: number;
  /** Which comment of the body it stands in. */
  readonly comment: number;
}

const MARK = 'agents-lint-ignore';
const COMMENT = /<!--[ \t]*agents-lint-ignore(?=[ \t]|-->)([^>\n]{0,500})>/g;
/** What a file may not keep from whoever looks at it before use. */
const NEVER_IGNORED = /^(?:hidden\/|executes\/|body\/secret$)/;
/** What other files and the place of this one decide: which are looked at now says nothing of the comment. */
const BY_PLACE = /^(?:ignore\/|reference\/|file\/passed-over$|name\/(?:shadowed|duplicate|unlike-file)$)/;
/** Told of in one file, and comments read in one line. */
const MAX_FOUND = 20;
const MAX_IN_LINE = 100;

/** What is found without what comments in the prompt say to pass over, each by its code. */
export function notIgnored(definition: AgentDefinition, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const codes = ignoredCodes(definition);
  return codes.size === 0 ? found : found.filter(({ code }) => !codes.has(code));
}

/** The codes that comments in the prompt say to pass over, those aside that are always told. */
export function ignoredCodes({ body }: AgentDefinition): ReadonlySet<string> {
  return new Set(ignoredWords(body).flatMap(({ word }) => (NEVER_IGNORED.test(word) ? [] : [word])));
}

/**
 * What such comments name and have no need to: codes that there are not, and those of which nothing is found. These only
 * where the harness of the file is known: elsewhere most rules keep silent, and a comment may be for where they do not.
 *
 * @param found Everything that is found in the file, before anything is passed over.
 */
export function idleComments(subject: LintSubject, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const { definition, bodyStart } = subject;
  const isJudged = definition.kind === 'agent' && !definition.isFormatOpen;
  const codes = new Set(found.map(({ code }) => code));
  const told = new Set<string>();
  const idle: Diagnostic[] = [];
  for (const { word, at, comment } of ignoredWords(definition.body)) {
    const isKnown = word === '' || lintCodeEntry(word) !== null;
    if (isKnown && (!isJudged || BY_PLACE.test(word) || (codes.has(word) && !NEVER_IGNORED.test(word)))) continue;
    // Once for each code, and once for each comment of words that are none: whoever puts right the first sees the rest.
    const what = isKnown ? word : `${comment}`;
    if (told.has(what)) continue;
    told.add(what);
    const place = subject.placeAt(bodyStart + at);
    const message = isKnown ? unusedWords(word) : unknownWords(word);
    idle.push({ ...finding(isKnown ? 'ignore/unused' : 'ignore/unknown', place, message), about: word });
    if (idle.length === MAX_FOUND) break;
  }
  return idle;
}

function unusedWords(code: string): string {
  if (code === '') return 'The comment names no code, so nothing is passed over.';
  if (NEVER_IGNORED.test(code)) return `${code} is always told, whatever a comment says.`;
  return `Nothing of ${code} is found here, so the comment passes over nothing.`;
}

function unknownWords(word: string): string {
  const nearest = `There is no code ${quoted(word)}; the nearest is ${nearestOf(word, Object.keys(LINT_CODES))}.`;
  return word.includes('/') ? nearest : `${nearest} A reason stands behind --.`;
}

/** The words of all comments, as far as the comments are none that code shows. */
function ignoredWords(body: string): readonly IgnoredWord[] {
  if (!body.includes(MARK)) return [];
  const lines = scanLines(body);
  const roles = lineRoles(lines);
  return lines.flatMap(({ text, textStart }, index) => {
    if (!text.includes(MARK) || (roles[index] !== 'comment' && roles[index] !== 'prose')) return [];
    const spans = codeSpans(text);
    return [...text.matchAll(COMMENT)].slice(0, MAX_IN_LINE).flatMap((match) => {
      const [whole, inside = ''] = match;
      const isShown = spans.some(([from, to]) => from <= match.index && match.index < to);
      if (isShown || !inside.endsWith('--')) return [];
      const at = textStart + match.index;
      // A reason may follow, as behind directives of other programs.
      const listed = inside.slice(0, -'--'.length).split(/[ \t]--(?:[ \t]|$)/)[0] ?? '';
      const listedAt = at + whole.length - '>'.length - inside.length;
      const words = [...listed.matchAll(/[^ \t,]+/g)];
      if (words.length === 0) return [{ word: '', at, comment: at }];
      return words.map(({ 0: word, index: within }) => ({ word, at: listedAt + within, comment: at }));
    });
  });
}
