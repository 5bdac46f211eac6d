import type { FieldRule, HarnessFormat, HarnessPlace } from '../harness/harness-format.ts';
import { readingRule } from '../harness/reading-rule.ts';

/** Folder names that mean the same, the last one read first: it wins. */
const NAMES = ['modes', 'mode', 'agents', 'agent'] as const;

function places(scope: 'project' | 'user', folder: string, rank: number): readonly HarnessPlace[] {
  const reach = scope === 'project' ? 'every-folder' : null;
  return NAMES.map((name) => ({ scope, folder: `${folder}/${name}`, reach, owner: 'opencode', rank }));
}

/** What OpenCode knows, before what it makes of fields without a value. */
export const FIELDS: readonly FieldRule[] = [
  { name: 'name', types: ['text'], required: false, note: 'Version 2 goes by the path alone.' },
  { name: 'description', types: ['text'], required: false },
  {
    name: 'mode',
    types: ['text'],
    required: false,
    values: ['primary', 'subagent', 'all'],
    chosenByPeople: 'primary',
  },
  { name: 'model', types: ['text'], required: false, pattern: /^[^/\s]+\/\S+$/ },
  { name: 'variant', types: ['text'], required: false },
  { name: 'temperature', types: ['number'], required: false },
  { name: 'top_p', types: ['number'], required: false },
  { name: 'prompt', types: ['text'], required: false, note: 'In a Markdown file the body is the prompt.' },
  { name: 'tools', types: ['map'], required: false, replacedBy: 'permission' },
  {
    name: 'permission',
    types: ['text', 'map'],
    required: false,
    values: ['allow', 'ask', 'deny'],
    executes: 'lets the agent act without asking where it says allow',
    executesWith: ['allow'],
    note: 'The last rule that matches counts.',
  },
  { name: 'disable', types: ['boolean'], required: false, switches: 'it is listed as disabled' },
  { name: 'hidden', types: ['boolean'], required: false },
  { name: 'color', types: ['text'], required: false },
  { name: 'steps', types: ['integer'], required: false, min: 1, claude: 'maxTurns' },
  { name: 'maxSteps', types: ['integer'], required: false, min: 1, replacedBy: 'steps' },
  { name: 'options', types: ['map'], required: false },
];

/**
 * OpenCode, version 1 of its agent files, which version 2 also reads. From its source code (anomalyco/opencode:
 * packages/opencode/src/config/agent.ts and paths.ts, packages/core/src/v1/config/agent.ts) and its documentation of
 * agents (packages/web/src/content/docs/agents.mdx).
 */
export const opencode: HarnessFormat = {
  id: 'opencode',
  title: 'OpenCode',
  confidence: 'measured',
  asOf: '2026-11-30',
  version: '1.18.33',
  sources: [
    'anomalyco/opencode packages/opencode/src/config/agent.ts',
    'anomalyco/opencode packages/opencode/src/config/paths.ts',
    'anomalyco/opencode packages/core/src/v1/config/agent.ts',
    'opencode.ai/docs/agents',
  ],
  // Folders are read one after another and later ones win: configuration, then project folders from the working
  // directory up, then the home folder's own .opencode.
  places: [
    ...places('user', '.opencode', 1),
    ...places('project', '.opencode', 2),
    ...places('user', '.config/opencode', 3),
  ],
  newFiles: { project: '.opencode/agents', user: '.config/opencode/agents' },
  elsewhere: ['"agent" in opencode.json', 'OPENCODE_CONFIG_DIR', 'managed and remote configuration'],
  files: { endings: ['.md'], recursive: true, ignored: [], syntax: 'yaml' },
  identity: {
    from: ['name', 'path'],
    pattern: null,
    rule: 'the path inside the folder; a name in the frontmatter overrides it in version 1',
    isEnforced: false,
    minLength: null,
    maxLength: null,
    colon: 'kept',
    caseSensitive: true,
    reserved: ['__proto__'],
    castsToText: true,
    builtIn: ['build', 'plan', 'general', 'explore', 'compaction', 'title', 'summary'],
  },
  precedence: { projects: 'farthest-first', duplicates: 'unspecified', merges: true },
  // One without a value keeps OpenCode from starting, whichever it is but the name.
  fields: FIELDS.map((field) => (field.name === 'name' ? field : { ...field, refusesBlank: true })),
  fieldsAreComplete: true,
  unknownFields: 'passed-on',
  subagentFields: { mode: 'subagent' },
  readOnly: null,
  tools: {
    field: 'tools',
    denyField: null,
    forms: ['map'],
    absent: 'all',
    empty: 'all',
    caseSensitive: true,
    names: [
      { name: 'read', claude: ['Read'] },
      { name: 'edit', claude: ['Edit'] },
      { name: 'write', replacedBy: 'edit', claude: ['Write'] },
      { name: 'patch', replacedBy: 'edit' },
      { name: 'glob', claude: ['Glob'] },
      { name: 'grep', claude: ['Grep'] },
      { name: 'list' },
      { name: 'bash', claude: ['Bash'] },
      { name: 'task', claude: ['Agent'] },
      { name: 'todowrite', claude: ['TodoWrite'] },
      { name: 'todoread', replacedBy: 'todowrite' },
      { name: 'webfetch', claude: ['WebFetch'] },
      { name: 'websearch', claude: ['WebSearch'] },
      { name: 'lsp', claude: ['LSP'] },
      { name: 'skill', claude: ['Skill'] },
      { name: 'question' },
      { name: 'external_directory' },
      { name: 'doom_loop' },
    ],
    // Tools of servers and of the user's own are called as he likes, and may be named with wildcards.
    patterns: [{ pattern: /^[A-Za-z0-9_*-]+$/, example: 'server_*', meaning: 'the tools of a server, or custom ones' }],
    refused: [],
    unknown: 'ignored',
    least: null,
    servers: { one: '{server}_{tool}', all: '{server}_*', server: /^[A-Za-z0-9-]+$/ },
    permissions: {
      field: 'permission',
      everything: '*',
      free: {
        // As OpenCode has it by itself, which a bare "allow" would override.
        read: { '*': 'allow', '*.env': 'ask', '*.env.*': 'ask', '*.env.example': 'allow' },
        glob: 'allow',
        grep: 'allow',
        list: 'allow',
        lsp: 'allow',
        todowrite: 'allow',
      },
    },
  },
  models: {
    field: 'model',
    aliases: [],
    patterns: [/^[^/\s]+\/\S+$/],
    example: 'anthropic/claude-sonnet-5',
    whenAbsent: null,
    list: false,
    anthropic: { pattern: /^claude-[a-z]+-[\d-]+$/, prefix: 'anthropic/' },
  },
  colors: {
    field: 'color',
    names: ['primary', 'secondary', 'accent', 'success', 'warning', 'error', 'info'],
    hex: true,
    unknown: 'rejected',
  },
  prompt: { min: null, max: null, warnAbove: null, field: null },
  reading: {
    ...readingRule(
      'loads',
      {
        misplacedFence: 'loads-without-metadata',
        unclosedFence: 'loads-without-metadata',
        indentedClose: 'loads-without-metadata',
        loneReturns: 'loads-without-metadata',
        blankLead: 'loads-without-metadata',
        indentedFence: 'loads-without-metadata',
        indentedWhole: 'loads-without-metadata',
        utf16: 'loads-without-metadata',
        colonInValue: 'loads-leniently',
        mildWithCrlf: 'loads-leniently',
        markedValue: 'loads-without-metadata',
        taggedValue: 'loads-without-metadata',
        repeatedKey: 'loads-without-metadata',
        brokenWithColon: 'ignored',
        brokenSyntax: 'loads-without-metadata',
        blankDescription: 'stops',
        typedDescription: 'stops',
        datedDescription: 'stops',
        listedDescription: 'stops',
        mappedDescription: 'stops',
        wrongValue: 'stops',
      },
      [
        'A README.md in the folder becomes an agent.',
        'A list of tools or a colour as Claude Code writes them fails the schema and keeps OpenCode from starting.',
        'Keys with a hyphen are not repaired.',
      ],
    ),
    mendsColons: true,
  },
};
