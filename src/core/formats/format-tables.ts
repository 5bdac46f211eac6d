import type { HarnessFormat, HarnessPlace } from './harness/harness-format.ts';
import type { Treatment } from './harness/reading-rule.ts';
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
    `${harness.confidence}, ${harness.asOf}`,
  ]);
  const flaws = HARNESSES.map(({ title, reading }) => [
    title,
    ...FLAWS.map(([flaw]) => TREATMENT_WORDS[reading[flaw]]),
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
    table(['Harness', ...FLAWS.map(([, words]) => words)], flaws),
    table(['Harness', 'New file', 'For the user', 'Tools', '`claude-sonnet-5`'], written),
  ].join('\n');
}

const IDENTITY_WORDS = { name: '`name`', 'file-name': 'file name', path: 'path' } as const;

const FLAWS = [
  ['colonInValue', '`: ` unquoted'],
  ['brokenSyntax', 'Other broken YAML'],
  ['noFrontmatter', 'No frontmatter'],
  ['missingName', 'No name'],
  ['missingDescription', 'No description'],
] as const;

const TREATMENT_WORDS: Readonly<Record<Treatment, string>> = {
  loads: 'loads',
  'loads-leniently': 'loads, repaired',
  'loads-without-metadata': 'loads, fields lost',
  ignored: 'passed over',
  rejected: 'refused',
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
  if (tools === null) return readOnly === null ? 'none' : `none; \`${readOnly.field}: ${readOnly.value}\` at best`;
  if (tools.permissions !== null) return `permissions in \`${tools.permissions.field}\``;
  const form = tools.forms[0] === 'list' ? 'a list' : 'text with commas';
  return `${form} in \`${tools.field}\``;
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
