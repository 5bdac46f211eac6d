import type { Diagnostic } from '../definition/diagnostic.ts';
import { fieldText } from '../definition/value-as-text.ts';
import { quoted } from '../formats/harness/harness-words.ts';
import { codeSpans } from '../sections/code-spans.ts';
import { scanLines } from '../sections/line-scanner.ts';
import { lineRoles } from '../sections/mask.ts';
import type { Place } from './line-index.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/** What its author left in a file and nobody else can use: words of a template, keys, paths of one machine. */
export function leftInRules(subject: LintSubject): readonly Diagnostic[] {
  return [...placeholders(subject), ...secrets(subject), ...personalPaths(subject)];
}

/** A name that is one large placeholder, or says that it is the name of an agent. */
const NAME_TO_FILL_IN =
  /^(?:(?:your|my|the|example|sample)[-_ ]?)?(?:sub-?)?agent[-_ ]?name$|^\{.*\}$|^<.*>$|^your-(?:sub-?)?agent$/i;
/** What a template has in double braces. Elsewhere these hold variables, in small letters. */
const BRACES_TO_FILL_IN = /\{\{ ?[A-Z][A-Z0-9_ -]{2,60} ?\}\}/;
/** Words that tell what belongs in brackets. Labels (`[BETA]`), links and check boxes have brackets too. */
const BRACKETS_TO_FILL_IN =
  /\[(?:(?:[^\][\n]{0,60}[ _-])?(?:role|domain|what|brief|describe|description|your|insert|occasion|purpose|specialty|speciali[sz]ation|expertise|agent[ _-]name|project[ _-]name)\b[^\][\n]{0,80})\](?![(:[])/i;

/** One for a file: whoever fills in the first finds the others. */
function placeholders(subject: LintSubject): readonly Diagnostic[] {
  const { definition } = subject;
  if (/templates?\b/i.test(nearPart(definition.path))) return [];
  const name = fieldText(definition.frontmatter.name) ?? '';
  const description = fieldText(definition.frontmatter.description) ?? '';
  const told = (words: string, place: Place) => [
    finding('body/placeholder', place, `${quoted(words)} is a placeholder that was never filled in.`),
  ];
  if (NAME_TO_FILL_IN.test(name.trim())) return told(name.trim(), subject.placeInField('name'));
  const stated = BRACES_TO_FILL_IN.exec(description) ?? BRACKETS_TO_FILL_IN.exec(description);
  if (stated !== null) return told(stated[0], subject.placeInField('description', stated[0]));
  const found = placeholderInProse(definition.body);
  return found === null ? [] : told(found.words, subject.placeAt(subject.bodyStart + found.at));
}

/** A file with the folders right around it: what lies further out says nothing of it. */
const nearPart = (path: string): string => path.slice(-200).split(/[/\\]/).slice(-3).join('/');

/** Where a prompt begins, brackets only where it says who the agent is: further down they are what the agent fills in. */
function placeholderInProse(body: string): { readonly words: string; readonly at: number } | null {
  const opening = body.slice(0, OPENING_LENGTH);
  if (!opening.includes('{{') && !opening.includes('[')) return null;
  const lines = scanLines(opening);
  const roles = lineRoles(lines);
  for (const [index, { text, textStart }] of lines.entries()) {
    if (roles[index] !== 'prose') continue;
    const isOpening = OPENING.test(text);
    for (const pattern of [BRACES_TO_FILL_IN, ...(isOpening ? [BRACKETS_TO_FILL_IN] : [])]) {
      const found = pattern.exec(text);
      if (found === null || codeSpans(text).some(([from, to]) => from <= found.index && found.index < to)) continue;
      return { words: found[0], at: textStart + found.index };
    }
  }
  return null;
}

/** Characters within which a prompt says who the agent is and what it works on. */
const OPENING_LENGTH = 2000;
const OPENING = /^(?:you are|you're|act as|your role is)\b/i;

/** Keys by their beginnings, of the lengths that the services give out. */
const SECRET_SHAPES: readonly (readonly [pattern: string, whose: string])[] = [
  ['sk-ant-[a-z]{3,5}\\d\\d-[\\w-]{20,}', 'an API key of Anthropic'],
  ['sk-(?:proj|svcacct|admin|or-v1)-[\\w-]{20,}', 'an API key of OpenAI or OpenRouter'],
  ['sk-[A-Za-z0-9]{40,}', 'an API key'],
  ['gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\\w{50,}', 'a token of GitHub'],
  ['glpat-[\\w-]{20,}', 'a token of GitLab'],
  ['(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])', 'an access key of AWS'],
  ['xox[abprs]-\\d{6,}-[\\w-]{10,}', 'a token of Slack'],
  ['AIza[\\w-]{35}', 'an API key of Google'],
  ['npm_[A-Za-z0-9]{36}', 'a token of npm'],
  ['[sr]k_live_[A-Za-z0-9]{20,}', 'a live key of Stripe'],
  ['hf_[A-Za-z0-9]{34}', 'a token of Hugging Face'],
  ['-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{40,}', 'a private key'],
];
const SECRET = new RegExp(`(?<![\\w-])(?:${SECRET_SHAPES.map(([pattern]) => `(${pattern})`).join('|')})`, 'g');
/** One look spares most texts the search. */
const MAY_HOLD_SECRET = /sk-|gh[pousr]_|github_pat_|glpat-|AKIA|ASIA|xox[abprs]-|AIza|npm_|k_live_|hf_|PRIVATE KEY/;
/** What is shown in place of a key. */
const PRETENDED = /x{4}|example|your|redacted|placeholder|dummy|fake|sample|changeme|[-_]here|1234567|abcdef|0{8}/i;

/** Findings of one kind in one file. */
const MAX_FOUND = 20;
/** As much of a key as says which it is, and lets nobody use it. */
const SHOWN_OF_SECRET = 8;

function secrets(subject: LintSubject): readonly Diagnostic[] {
  if (!MAY_HOLD_SECRET.test(subject.text)) return [];
  return [...subject.text.matchAll(SECRET)]
    .filter(([key]) => !PRETENDED.test(key))
    .slice(0, MAX_FOUND)
    .map((match) => {
      const [key, ...groups] = match;
      const whose = SECRET_SHAPES[groups.findIndex((group) => group !== undefined)]?.[1] ?? 'a key';
      const message = `This looks like ${whose} (${key.slice(0, SHOWN_OF_SECRET)}…): whoever has the file has it too.`;
      return finding('body/secret', subject.placeAt(match.index), message);
    });
}

const HOME = /(?<![\w.~$}\])>*%-])(?:\/Users\/|\/home\/|[A-Za-z]:\\{1,2}Users\\{1,2})([A-Za-z][\w.-]{0,31})(?=[/\\])/g;
/** Users that nobody is, of examples, containers and machines that build. */
const NOBODY: ReadonlySet<string> = new Set(
  `admin administrator agent alice anyone app azureuser bar bob bun centos circleci claude codespace coder computeruse
  container debian default demo deploy dev developer docker ec2-user example fedora foo git gitpod guest jane jenkins
  john johndoe jovyan linuxbrew me my myname myuser name node opc oracle pi public root runner runneradmin sandbox shared
  somebody someone test tester ubuntu user user-name user1 user_name username users vagrant vscode web www www-data x xxx
  you your your-name your-username your_name yourname yourusername`.split(/\s+/),
);
/** Code blocks that show text instead of being run. */
const SHOWN_TEXT: ReadonlySet<string> = new Set([
  '',
  'text',
  'txt',
  'output',
  'log',
  'console',
  'diff',
  'md',
  'markdown',
  'example',
]);

/** One for each user that a file names and does not make itself, at the first path. */
function personalPaths(subject: LintSubject): readonly Diagnostic[] {
  const { text, bodyStart, definition } = subject;
  if (!/[/\\]Users[/\\]|\/home\//.test(text)) return [];
  const people = [...text.matchAll(HOME)].filter(
    ([, user = '']) => !NOBODY.has(user.toLowerCase()) && /[a-z]/.test(user),
  );
  if (people.length === 0) return [];
  const isShown = shownText(definition.body);
  const seen = new Set(usersMadeIn(text));
  const found: Diagnostic[] = [];
  for (const { 0: path, 1: user = '', index } of people) {
    if (seen.has(user) || isShown(index - bodyStart)) continue;
    seen.add(user);
    const message = `${quoted(path)} is a folder of one person's machine; nobody else has it.`;
    found.push(finding('body/personal-path', subject.placeAt(index), message));
  }
  return found.slice(0, MAX_FOUND);
}

/** The users that a text itself makes, for a container or a server. */
function usersMadeIn(text: string): readonly string[] {
  return [...text.matchAll(MAKES_USER)].flatMap(([line]) => line.match(/[A-Za-z][\w.-]*/g) ?? []);
}

const MAKES_USER = /\b(?:useradd|adduser)\b[^\r\n]*|^[ \t]*USER[ \t]+\S+|--chown=\S+/gm;

/** Tells whether an offset of a body lies in a code block that shows text. */
function shownText(body: string): (offset: number) => boolean {
  const lines = scanLines(body);
  const roles = lineRoles(lines);
  const shown: (readonly [from: number, to: number])[] = [];
  let isShown = false;
  for (const [index, { text, start, next }] of lines.entries()) {
    if (roles[index] === 'fence')
      isShown = SHOWN_TEXT.has(/^[^`~]*[`~]{3,}\s*([^\s`{]*)/.exec(text)?.[1]?.toLowerCase() ?? '');
    else if (roles[index] !== 'masked') isShown = false;
    if (isShown) shown.push([start, next]);
  }
  return (offset) => shown.some(([from, to]) => from <= offset && offset < to);
}
