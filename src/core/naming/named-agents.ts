import { once } from '../../kit/once.ts';
import { isAddress, isCode, type MentioningText } from './mentions.ts';

/** A place that can only mean an agent, whether there is one of the name or not. */
export interface NamedAgent {
  /** `at`: `@name-with-hyphen`, which may be a person. The others are sure. */
  readonly form: 'at' | 'agent' | 'key' | 'call';
  /** The name as it stands there, without the plugin that it is of. */
  readonly name: string;
  readonly plugin: string | null;
  /** Offset of the name, or of its plugin's. */
  readonly start: number;
}

/** What is found in one file at most. */
const MAX_FOUND = 500;

/**
 * The places in a file that name an agent by a form that leaves little doubt: `@name-with-hyphen`, `` `name-with-hyphen` ``
 * before *agent*, `Task(name-with-hyphen)`, `Agent(…)` in the same way, and `subagent_type` with a name between quotation
 * marks or with a hyphen in it. An `@` in code is none, nor is what a reader is to fill in, a rule of CSS or a word of a
 * comment for a tool.
 *
 * @returns In the order of the text. Linear in its length.
 */
export function namedAgents(file: MentioningText): readonly NamedAgent[] {
  const { text } = file;
  if (!MAY_NAME.test(text)) return [];
  const found = [...forms()].flatMap(([form, pattern]) =>
    [...text.matchAll(pattern)].slice(0, MAX_FOUND).flatMap((match) => namedIn(form, match)),
  );
  found.sort((a, b) => a.start - b.start);
  const inCode = isCode(file);
  return found.filter(({ form, name, start }) => {
    if (isPlaceholder(name)) return false;
    if (form !== 'at') return true;
    return !inCode(start) && !NO_AGENT.test(name) && !isAddress(text.slice(Math.max(0, start - 160), start));
  });
}

/** Whether there is anything to look for. */
const MAY_NAME = /@|agent|Task\(/i;

const forms = once((): ReadonlyMap<NamedAgent['form'], RegExp> => {
  const word = String.raw`[\p{L}\p{N}]{1,60}`;
  const hyphened = `${word}(?:-${word}){1,12}`;
  const anyName = `${word}(?:[-_]${word}){0,12}`;
  return new Map([
    ['at', new RegExp(String.raw`(?<![\p{L}\p{N}_./@$-])@(${hyphened})(?![\p{L}\p{N}_@/(=:-]|\.[\p{L}\p{N}])`, 'gu')],
    [
      'agent',
      new RegExp(
        String.raw`(?:${'`'}|\*\*)(${hyphened})(?:${'`'}|\*\*)[ \t]{1,4}(?:sub-?)?agent(?![\p{L}\p{N}_-])`,
        'giu',
      ),
    ],
    [
      'key',
      new RegExp(
        String.raw`(?<![\p{L}\p{N}_-])subagent_type["']?[ \t]{0,4}[:=][ \t]{0,4}(?:(["'])((?:${anyName}:)?${anyName})\1|((?:${anyName}:)?${hyphened})(?![\p{L}\p{N}_<{(.[:-]))`,
        'gu',
      ),
    ],
    [
      'call',
      new RegExp(
        String.raw`(?<![\p{L}\p{N}_.-])(?:Task|Agent)\(((?:(?:${anyName}:)?${hyphened}[ \t]{0,4},[ \t]{0,4}){0,30}(?:${anyName}:)?${hyphened})\)`,
        'gu',
      ),
    ],
  ]);
});

function namedIn(form: NamedAgent['form'], match: RegExpMatchArray): readonly NamedAgent[] {
  const whole = match[0];
  const names = form === 'key' ? (match[2] ?? match[3] ?? '') : (match[1] ?? '');
  const first = (match.index ?? 0) + whole.lastIndexOf(names);
  return [...names.matchAll(/[^ \t,]+/g)].map(({ 0: full, index }) => {
    const colon = full.indexOf(':');
    const plugin = colon === -1 ? null : full.slice(0, colon);
    return { form, name: full.slice(colon + 1), plugin, start: first + index };
  });
}

/** What a reader is to put a name in place of. */
function isPlaceholder(name: string): boolean {
  return /^(?:your|my|some|any|the|other|another|example|sample|foo)[-_]|(?:^|[-_])(?:agent|subagent)[-_](?:name|type|id|\d{1,3}|[a-z])$|^(?:agent|subagent|name|type|string|xxx+)$|[-_](?:name|here)$/i.test(
    name,
  );
}

/** At-rules of CSS with a hyphen, and what tools read in comments. */
const NO_AGENT =
  /^(?:font-(?:face|feature-values|palette-values)|counter-style|color-profile|starting-style|view-transition|position-try|custom-(?:media|selector|variant)|ts-(?:ignore|expect-error|check|nocheck)|property-(?:read|write)|(?:vitest|jest)-environment|(?:phpstan|psalm)-.{1,60})$/i;
