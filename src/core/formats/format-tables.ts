import { HARNESSES } from './formats.ts';
import type { HarnessFormat, HarnessPlace, Treatment } from './harness-format.ts';

/**
 * What is known about each harness, as Markdown for the user's documentation: a table of places, one of rules for
 * files and names, and one of what becomes of flawed files.
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
  return [
    table(['Harness', 'Project', 'User', 'Not looked at by `agents`'], places),
    table(['Harness', 'Files', 'Name from', 'Wins', 'Unknown fields', 'Known from'], rules),
    table(['Harness', ...FLAWS.map(([, words]) => words)], flaws),
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
