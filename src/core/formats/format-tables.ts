import type { HarnessFormat, HarnessPlace } from './harness/harness-format.ts';
import { FLAWS, type Flaw, type Treatment } from './harness/reading-rule.ts';
import { HARNESSES } from './harnesses/harnesses.ts';

/**
 * What is known about each harness, as Markdown for the user's documentation: a table of places, one of rules for
 * files and names, one of what becomes of flawed files, and one of how new files are written.
 */
export function formatTables(): string {
  const places = HARNESSES.map(({ title, places: all, elsewhere }) => [
    title,
    placesIn(all, 'project'),
    placesIn(all, 'user'),
    elsewhere.join('; ') || '–',
  ]);
  const rules = HARNESSES.map((harness) => [
    harness.title,
    fileRule(harness),
    harness.identity.from.map((from) => IDENTITY_WORDS[from]).join(', else '),
    winner(harness),
    harness.unknownFields.replace('-', ' '),
    `${harness.confidence}, ${harness.version === null ? '' : `${harness.version}, `}${harness.asOf}`,
  ]);
  const flaws = FLAWS.map((flaw) => [
    FLAW_WORDS[flaw],
    ...HARNESSES.map(({ reading }) => TREATMENT_WORDS[reading[flaw]]),
  ]);
  const written = HARNESSES.map((harness) => [
    harness.title,
    `\`${harness.newFiles.project}/name${harness.files.endings[0] ?? ''}\``,
    `\`~/${harness.newFiles.user}\``,
    toolsAs(harness),
    harness.models.anthropic === null ? 'left out' : `\`${harness.models.anthropic.prefix}claude-sonnet-5\``,
  ]);
  return [
    table(['Harness', 'Project', 'User', 'Not looked at by `agents`'], places),
    table(['Harness', 'Files', 'Name from', 'Wins', 'Unknown fields', 'Known from'], rules),
    table(['Flaw', ...HARNESSES.map(({ title }) => title)], flaws),
    table(['Harness', 'New file', 'For the user', 'Tools', '`claude-sonnet-5`'], written),
  ].join('\n');
}

const IDENTITY_WORDS = { name: '`name`', 'file-name': 'file name', path: 'path' } as const;

const FLAW_WORDS: Readonly<Record<Flaw, string>> = {
  misplacedFence: 'Text before `---`',
  blankLead: 'Blank line before `---`',
  indentedFence: '`---` indented',
  indentedWhole: 'The whole file indented',
  fenceLanguage: '`---yaml`',
  unclosedFence: 'No closing `---`',
  unclosedFields: 'The same, only fields',
  indentedClose: 'Closing `---` indented',
  longClose: '`-----` as the close',
  spacedFence: 'Blanks after `---`',
  spacedClose: 'Blanks after the closing `---`',
  noFrontmatter: 'No frontmatter',
  notAMap: 'Frontmatter without fields',
  byteOrderMark: 'Byte order mark',
  utf16: 'UTF-16',
  nulByte: 'NUL byte',
  loneReturns: 'Lines end in CR',
  colonInValue: '`: ` unquoted',
  markedValue: 'Value starts with a mark (`@`)',
  mildWithCrlf: 'One of the two, CRLF',
  taggedValue: 'Value starts with `!`',
  repeatedKey: 'Key twice',
  tabIndent: 'Tab as indentation',
  shallowLines: 'Brackets or quotes go on in column 1',
  brokenSyntax: 'Other broken YAML',
  brokenWithColon: 'The same, and a colon to mend',
  missingName: 'No name',
  typedName: 'Name a number or true',
  listedName: 'Name a list',
  missingDescription: 'No description',
  blankDescription: 'Description blank',
  emptyDescription: 'Description `""`',
  spacedDescription: 'Description `"  "`',
  typedDescription: 'Description a number',
  datedDescription: 'Description a date',
  listedDescription: 'Description a list',
  mappedDescription: 'Description a map',
  wrongValue: 'Other value wrong',
};

const TREATMENT_WORDS: Readonly<Record<Treatment, string>> = {
  loads: 'loads',
  'loads-leniently': 'loads, repaired',
  'loads-without-metadata': 'loads, fields lost',
  ignored: 'passed over',
  rejected: 'refused',
  stops: 'does not start',
  unspecified: 'not known',
};

const REACH_WORDS = {
  'every-folder': 'up to the repository root',
  'working-directory': 'working directory',
  'workspace-root': 'workspace root',
} as const;

function placesIn(places: readonly HarnessPlace[], scope: HarnessPlace['scope']): string {
  const found = places.filter((place) => place.scope === scope);
  const [first] = found;
  const folders = found.map(({ folder }) => `\`${scope === 'user' ? '~/' : ''}${folder}\``).join(', ');
  return first?.reach ? `${folders} (${REACH_WORDS[first.reach]})` : folders;
}

function fileRule({ files }: HarnessFormat): string {
  const endings = files.endings.map((ending) => `\`*${ending}\``).join(', ');
  const depth = files.recursive === false ? ', not in folders inside' : '';
  return `${endings}${depth}${files.ignored.map((name) => `, not \`${name}\``).join('')}`;
}

/** How a limit of tools is written. */
function toolsAs({ tools, readOnly }: HarnessFormat): string {
  if (tools === null) {
    if (readOnly === null) return 'none';
    const words = readOnly.notApplied === undefined ? 'at best' : 'can be written and is not applied';
    return `none; \`${readOnly.field}: ${readOnly.value}\` ${words}`;
  }
  if (tools.permissions !== null) return `permissions in \`${tools.permissions.field}\``;
  const form = tools.forms[0] === 'list' ? 'a list' : 'text with commas';
  return `${form} in \`${tools.field}\`${tools.notApplied === undefined ? '' : ', which limits nothing'}`;
}

/** The scopes in order of precedence, with their folder where a scope comes twice. */
function winner({ places }: HarnessFormat): string {
  const inOrder = [...places].sort((a, b) => a.rank - b.rank);
  const isSplit = (scope: string) =>
    new Set(places.filter((one) => one.scope === scope).map(({ rank }) => rank)).size > 1;
  const words = inOrder.map(({ scope, folder }) =>
    isSplit(scope) ? `${scope} (\`~/${folder.slice(0, folder.lastIndexOf('/'))}\`)` : scope,
  );
  return [...new Set(words)].join(' > ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
