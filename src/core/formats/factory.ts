import type { HarnessFormat } from './harness-format.ts';

/**
 * Factory, whose agents are called droids. From its documentation (Factory-AI/factory:
 * docs/cli/configuration/custom-droids.mdx). It imports the agents of Claude Code on demand and does not read them in
 * place.
 */
export const factory: HarnessFormat = {
  id: 'factory',
  title: 'Factory Droid',
  confidence: 'documented',
  asOf: '2026-11-20',
  sources: ['docs.factory.ai/cli/configuration/custom-droids'],
  places: [
    { scope: 'project', folder: '.factory/droids', reach: 'workspace-root', owner: 'factory', rank: 1 },
    { scope: 'user', folder: '.factory/droids', reach: null, owner: 'factory', rank: 2 },
  ],
  elsewhere: [],
  files: { endings: ['.md'], recursive: false, ignored: [], syntax: 'yaml' },
  identity: {
    from: ['name'],
    pattern: /^[a-z0-9_-]+$/,
    rule: 'lowercase letters, digits, hyphens and underscores',
    isEnforced: true,
    minLength: 1,
    maxLength: null,
    colon: 'rejected',
    caseSensitive: true,
    reserved: [],
    builtIn: [],
  },
  precedence: { projects: 'one-folder', duplicates: 'unspecified', merges: false },
  fields: [
    { name: 'name', types: ['text'], required: true },
    { name: 'description', types: ['text'], required: false, max: 500 },
    { name: 'model', types: ['text'], required: false },
    { name: 'reasoningEffort', types: ['text'], required: false },
    { name: 'tools', types: ['text', 'list'], required: false },
    { name: 'mcpServers', types: ['list', 'map'], required: false, executes: 'starts the programs of servers' },
  ],
  fieldsAreComplete: true,
  unknownFields: 'ignored',
  tools: {
    field: 'tools',
    denyField: null,
    forms: ['comma-list', 'list'],
    absent: 'all',
    empty: 'unspecified',
    caseSensitive: true,
    names: [
      { name: 'Read', claude: ['Read'] },
      { name: 'LS' },
      { name: 'Grep', claude: ['Grep'] },
      { name: 'Glob', claude: ['Glob'] },
      { name: 'Create', claude: ['Write'] },
      { name: 'Edit', claude: ['Edit'] },
      { name: 'ApplyPatch' },
      { name: 'Execute', claude: ['Bash'] },
      { name: 'WebSearch', claude: ['WebSearch'] },
      { name: 'FetchUrl', claude: ['WebFetch'] },
    ],
    patterns: [
      {
        pattern: /^(?:read-only|edit|execute|web|mcp)$/,
        example: 'read-only',
        meaning: 'all tools of a category',
      },
    ],
    refused: [],
    unknown: 'rejected',
  },
  models: {
    field: 'model',
    aliases: ['inherit'],
    patterns: [/^custom:\S+$/, /^[a-z][a-z0-9.-]*$/],
    example: 'claude-sonnet-5',
    whenAbsent: null,
    list: false,
  },
  colors: null,
  prompt: { min: 1, max: null, warnAbove: null, field: null },
  reading: {
    colonInValue: 'unspecified',
    colonInValueWithCrlf: 'unspecified',
    brokenSyntax: 'unspecified',
    noFrontmatter: 'unspecified',
    missingName: 'rejected',
    missingDescription: 'loads',
    byteOrderMark: 'unspecified',
    crlf: 'unspecified',
    wrongValue: 'unspecified',
    notes: ['TodoWrite is always given and not listed.'],
  },
};
