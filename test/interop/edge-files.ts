import type { Format } from '../../src/core/definition/agent-definition.ts';
import { harnessFormat } from '../../src/core/formats/harnesses/harnesses.ts';
import { endingOf } from './contested-trees.ts';

/** What is laid down at a path: a text, bytes, or a link to another path of the same folder. */
export type Laid = string | Uint8Array | { readonly link: string };

/** One file with one flaw, and what has to lie beside it. In all texts `§` stands for a word of its own. */
interface EdgeFile {
  /** What is odd about it; also its key in the records. */
  readonly id: string;
  /** Name of the file, inside the place. */
  readonly file: string;
  readonly content: Laid;
  /** What else lies in the project, by path. */
  readonly beside?: Readonly<Record<string, Laid>>;
  /** For these harnesses alone. */
  readonly only?: readonly Format[];
}

const BODY = 'You look after the shelves and say what is missing.\n';
const head = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n${BODY}`;
/** Another than that of the file, so that it shows where a harness loses it. */
const NAME = 'name: keeper-§';
/** Name and description, and more fields. */
const named = (...more: readonly string[]): string => head(NAME, 'description: Keeps §', ...more);
const described = (value: string): string => head(NAME, `description: ${value}`);
const called = (value: string): string => head(`name: ${value}`, 'description: Keeps §');
const PLAIN = named();

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

function markdown(id: string, content: string | Uint8Array, only?: readonly Format[]): EdgeFile {
  return { id, file: '§.md', content, ...(only && { only }) };
}

const FENCES: readonly EdgeFile[] = [
  markdown('nothing odd', PLAIN),
  markdown('blank line before the fence', `\n${PLAIN}`),
  markdown('blank before the fence', ` ${PLAIN}`),
  markdown('indented as a whole', PLAIN.replace(/^(?=.)/gm, '    ')),
  markdown('indented as a whole after a blank line', `\n${PLAIN.replace(/^(?=.)/gm, '    ')}`),
  markdown('comment before the fence', `<!-- kept by hand -->\n${PLAIN}`),
  markdown('heading before the fence', `# Shelves\n\n${PLAIN}`),
  markdown('all inside a code fence', `\`\`\`yaml\n${PLAIN}\`\`\`\n`),
  markdown('a language after the fence', PLAIN.replace('---', '---yaml')),
  markdown('blanks after the fence', PLAIN.replace('---', '---  ')),
  markdown('no closing fence', `---\n${NAME}\ndescription: Keeps §\n\n${BODY}`),
  markdown('no closing fence, only fields', `---\n${NAME}\ndescription: Keeps §\n`),
  markdown('no closing fence, then a heading', `---\n${NAME}\ndescription: Keeps §\n\n# Shelves\n\n${BODY}`),
  markdown('closing fence indented', `---\n${NAME}\ndescription: Keeps §\n ---\n${BODY}`),
  markdown('closing fence too long', `---\n${NAME}\ndescription: Keeps §\n-----\n${BODY}`),
  markdown('blanks after the closing fence', `---\n${NAME}\ndescription: Keeps §\n---  \n${BODY}`),
  markdown('no front matter', BODY),
  markdown('front matter without fields', `---\n---\n${BODY}`),
  markdown('front matter is a list', `---\n- name\n- description\n---\n${BODY}`),
  markdown('an empty file', ''),
  markdown('empty body', `---\n${NAME}\ndescription: Keeps §\n---\n`),
  markdown('blank body', `---\n${NAME}\ndescription: Keeps §\n---\n\n \n`),
  markdown('short body', `---\n${NAME}\ndescription: Keeps §\n---\nLook.\n`),
];

const BYTES: readonly EdgeFile[] = [
  markdown('line ends CRLF', PLAIN.replaceAll('\n', '\r\n')),
  markdown('line ends CR', PLAIN.replaceAll('\n', '\r')),
  markdown('byte order mark', `\ufeff${PLAIN}`),
  markdown('UTF-16', 'utf-16'),
  markdown('NUL byte', `${PLAIN}a\0b\n`),
];

const VALUES: readonly EdgeFile[] = [
  markdown('colon in the description', described('Keep this: §')),
  markdown('colon in the description, CRLF', described('Keep this: §').replaceAll('\n', '\r\n')),
  ...['@', '*', '[', '{', '%', '>', '!', '`', '&', '|', '#'].map((mark) =>
    markdown(`description starts with ${mark}`, described(`${mark}keeps §`)),
  ),
  markdown('description starts with > and a blank', described('> keeps §')),
  markdown('mark and colon in the description', described('**keeps**: §')),
  markdown('mark beside a colon', head(NAME, 'description: @keeps §', 'note: on the shelf: left')),
  markdown('description starts with @, CRLF', described('@keeps §').replaceAll('\n', '\r\n')),
  markdown('description a placeholder', described('{{keeps_§}}')),
  markdown('list closed in column 1', named('metadata: [', '  a,', '  b', ']')),
  markdown('list goes on in column 1', named('metadata: [', 'a,', 'b', ']')),
  markdown('quotes go on in column 1', head(NAME, 'description: "Keeps §', 'and more"')),
  markdown('description goes on after its quotes', described('"Quick" and § more')),
  markdown('description starts as a list item', described('- keeps §')),
  markdown('description goes on in column 1', head(NAME, 'description: Keeps §', 'and goes on here')),
  markdown('tags in column 1', head(NAME, 'description: Keeps §', '<example>', 'user: "Where is it?"', '</example>')),
  markdown('key twice', head(NAME, 'description: Keeps §', 'description: Again §')),
  markdown('tab as indentation', head(NAME, 'description: Keeps §', 'metadata:', '\tkind: shelf')),
  markdown('description missing', head(NAME)),
  markdown('description blank', head(NAME, 'description:')),
  markdown('description of blanks in quotes', described('"  "')),
  markdown('description empty in quotes', described('""')),
  markdown('description null', described('null')),
  markdown('description a number', described('42')),
  markdown('description true', described('true')),
  markdown('description a date', described('2026-01-02')),
  markdown('description a list', described('[keeps, §]')),
  markdown('description a map', described('{keeps: §}')),
  markdown('description in a block', head(NAME, 'description: |', '  Keeps §', '  and more')),
  markdown('description folded', head(NAME, 'description: >-', '  Keeps §', '  and more')),
  markdown('description in quotes', described('"Keeps: §"')),
  markdown('unclosed list of tools', named('tools: [Read')),
];

const NAMES: readonly EdgeFile[] = [
  markdown('name missing', head('description: Keeps §')),
  markdown('name blank', called('')),
  markdown('name true', called('true')),
  markdown('name a number', called('42')),
  markdown('name a list', called('[a, b]')),
  markdown('name with a blank', called('the §')),
  markdown('name with capitals', called('The-§')),
  markdown('name a placeholder', called('{{§}}')),
  markdown('name in Chinese', called('书架')),
  markdown('name with a slash', called('a/§')),
  markdown('name with a dot', called('a.§')),
  markdown('name with an underscore', called('a_§')),
  markdown('name with a colon', called('"a:§"')),
  markdown('name with hyphens at its ends', called('-§-')),
  markdown('name of one letter', called('q')),
  markdown('name of sixty letters', called(`${'q'.repeat(52)}-§`)),
  markdown('name in quotes', called('"§"')),
  markdown('name __proto__', called('__proto__')),
  { id: 'name missing, file with blanks', file: 'the §_x.md', content: head('description: Keeps §') },
];

const FIELDS: readonly EdgeFile[] = [
  ...[
    'tools:',
    'tools: []',
    'tools: Read, Grep',
    'tools: [Read, Grep]',
    'tools: [Nothing]',
    'tools: [read_file]',
    'tools: 3',
    'tools: [Read, 3]',
    'tools: {read: true}',
    'model:',
    'model: opus',
    'model: 5',
    'model: [a, b]',
    'color: blue',
    'color: orange',
    'color: #ff8800',
    'color: "#ff8800"',
    'color: 3',
    'mode: helper',
    'mode: subagent',
    'temperature: warm',
    'permission: maybe',
    'permission: {edit: deny}',
    'hooks: 3',
    'kind: remote',
    'kind: odd',
    'maxTurns: many',
    'max_turns: many',
    'permissionMode: odd',
    'approvalMode: odd',
    'mcpServers: 3',
    'mcp-servers: 3',
    'mood: good',
    'disable: true',
    'target: odd',
    'steps: 0',
    'background: odd',
    'skills: 3',
    'effort: odd',
    'disallowedTools: 3',
  ].map((line) => markdown(line, named(line))),
];

const PLACES: readonly EdgeFile[] = [
  { id: 'ending .MD', file: '§.MD', content: PLAIN },
  { id: 'ending .markdown', file: '§.markdown', content: PLAIN },
  { id: 'ending .mdc', file: '§.mdc', content: PLAIN },
  { id: 'ending .txt', file: '§.txt', content: PLAIN },
  { id: 'ending .agent.md', file: '§.agent.md', content: PLAIN },
  { id: 'folder below the place', file: 'deep/§.md', content: PLAIN },
  { id: 'two folders below the place', file: 'deep/down/§.md', content: PLAIN },
  { id: 'dot file', file: '.§.md', content: PLAIN },
  { id: 'dot folder', file: '.deep/§.md', content: PLAIN },
  { id: 'in node_modules', file: 'node_modules/§.md', content: PLAIN },
  { id: 'underscore at the start', file: '_§.md', content: PLAIN },
  { id: 'README.md without front matter', file: 'README.md', content: `# Shelves\n\n${BODY}` },
  { id: 'link to a file', file: '§.md', content: { link: 'elsewhere/§.md' }, beside: { 'elsewhere/§.md': PLAIN } },
  {
    id: 'linked folder',
    file: 'linked-§',
    content: { link: 'beyond-§' },
    beside: { 'beyond-§/§.md': PLAIN },
  },
];

const TOML = 'name = "keeper-§"\ndescription = "Keeps §"\ndeveloper_instructions = "You look after the shelves."\n';
const toml = (id: string, content: string, file = '§.toml'): EdgeFile => ({ id, file, content, only: ['codex'] });
const ROLES: readonly EdgeFile[] = [
  toml('TOML: nothing odd', TOML),
  toml('TOML: line ends CRLF', TOML.replaceAll('\n', '\r\n')),
  toml('TOML: byte order mark', `\ufeff${TOML}`),
  toml('TOML: broken', `${TOML}x = \n`),
  toml('TOML: unknown key', `${TOML}mood = "good"\n`),
  toml('TOML: key of the configuration', `${TOML}model_context_window = 1000\n`),
  toml('TOML: unknown effort', `${TOML}model_reasoning_effort = "huge"\n`),
  toml('TOML: unknown sandbox', `${TOML}sandbox_mode = "glass"\n`),
  toml('TOML: model a number', `${TOML}model = 5\n`),
  toml('TOML: no nicknames', `${TOML}nickname_candidates = []\n`),
  toml('TOML: nicknames', `${TOML}nickname_candidates = ["Shelf"]\n`),
  toml('TOML: server without command', `${TOML}[mcp_servers.shelf]\nenabled = true\n`),
  toml('TOML: server with command', `${TOML}[mcp_servers.shelf]\ncommand = "true"\n`),
  toml('TOML: tools a list', `${TOML}tools = ["Read"]\n`),
  toml('TOML: name missing', TOML.replace(/name.*\n/, '')),
  toml('TOML: name blank', TOML.replace('"keeper-§"', '" "')),
  toml('TOML: name a number', TOML.replace('"keeper-§"', '4')),
  toml('TOML: name with a blank', TOML.replace('"keeper-§"', '"the §"')),
  toml('TOML: name with a colon', TOML.replace('"keeper-§"', '"a:§"')),
  toml('TOML: description missing', TOML.replace(/description.*\n/, '')),
  toml('TOML: description blank', TOML.replace('"Keeps §"', '" "')),
  toml('TOML: instructions missing', TOML.replace(/developer.*\n/, '')),
  toml('TOML: instructions blank', TOML.replace('"You look after the shelves."', '" "')),
  toml('TOML: an empty file', ''),
  toml('TOML: ending .TOML', TOML, '§.TOML'),
  toml('TOML: folder below', TOML, 'deep/§.toml'),
  toml('TOML: dot file', TOML, '.§.toml'),
  toml('TOML: dot folder', TOML, '.deep/§.toml'),
  {
    id: 'TOML: link to a file',
    file: '§.toml',
    content: { link: 'elsewhere/§.toml' },
    beside: { 'elsewhere/§.toml': TOML },
    only: ['codex'],
  },
];

const ALL: readonly EdgeFile[] = [...FENCES, ...BYTES, ...VALUES, ...NAMES, ...FIELDS, ...PLACES, ...ROLES];

/** A file of the list with a word of its own in place of `§`. */
export interface MarkedEdge extends EdgeFile {
  readonly word: string;
}

/** The odd files that a harness is asked about, each with a word by which it is known again. */
export function edgeFiles(harness: Format): readonly MarkedEdge[] {
  const isToml = harness === 'codex';
  const ending = isToml ? '.md' : endingOf(harnessFormat(harness));
  return ALL.map((edge) => marked(edge, `shelf-${digest(edge.id)}`, ending)).filter(({ only, id }) =>
    only === undefined ? !isToml || id === 'ending .txt' : only.includes(harness),
  );
}

/** A few letters and digits that stay with an id, whatever files are added. */
function digest(id: string): string {
  let hash = 2_166_136_261;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash.toString(36);
}

function marked(edge: EdgeFile, word: string, ending: string): MarkedEdge {
  const fill = (text: string): string => text.replaceAll('§', word);
  const called = (path: string): string => fill(path).replace(/\.md$/, ending);
  const laid = (content: Laid): Laid => {
    if (content === 'utf-16') return utf16(fill(PLAIN));
    if (typeof content === 'string') return fill(content);
    return content instanceof Uint8Array ? content : { link: called(content.link) };
  };
  const beside = Object.entries(edge.beside ?? {}).map(([path, content]) => [called(path), laid(content)]);
  return { ...edge, word, file: called(edge.file), content: laid(edge.content), beside: Object.fromEntries(beside) };
}
