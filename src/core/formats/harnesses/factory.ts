import type { HarnessFormat } from '../harness/harness-format.ts';
import { readingRule } from '../harness/reading-rule.ts';

/**
 * Factory, whose agents are called droids. From its documentation (Factory-AI/factory:
 * docs/cli/configuration/custom-droids.mdx). It imports the agents of Claude Code on demand and does not read them in
 * place.
 */
export const factory: HarnessFormat = {
  id: 'factory',
  title: 'Factory Droid',
  confidence: 'measured',
  asOf: '2026-11-30',
  version: '0.225.2',
  sources: ['docs.factory.ai/cli/configuration/custom-droids'],
  places: [
    { scope: 'project', folder: '.factory/droids', reach: 'every-folder', owner: 'factory', rank: 1 },
    { scope: 'user', folder: '.factory/droids', reach: null, owner: 'factory', rank: 2 },
  ],
  newFiles: { project: '.factory/droids', user: '.factory/droids' },
  elsewhere: [],
  files: { endings: ['.md'], recursive: false, ignored: [], ignoredLinks: ['folder'], syntax: 'yaml' },
  identity: {
    from: ['name', 'file-name'],
    pattern: /^[a-z0-9_-]+$/,
    rule: 'lowercase letters, digits, hyphens and underscores',
    isEnforced: false,
    minLength: null,
    maxLength: null,
    colon: 'kept',
    caseSensitive: false,
    reserved: [],
    builtIn: [],
    textOnly: true,
  },
  precedence: { projects: 'nearest-first', duplicates: 'unspecified', merges: false },
  fields: [
    { name: 'name', types: ['text'], required: false },
    { name: 'description', types: ['text'], required: false, max: 500 },
    { name: 'model', types: ['text'], required: false },
    { name: 'reasoningEffort', types: ['text'], required: false },
    { name: 'tools', types: ['text', 'list'], required: false },
    { name: 'mcpServers', types: ['list', 'map'], required: false, executes: 'starts the programs of servers' },
  ],
  fieldsAreComplete: true,
  unknownFields: 'ignored',
  subagentFields: {},
  readOnly: null,
  tools: {
    field: 'tools',
    denyField: null,
    forms: ['list', 'comma-list'],
    absent: 'all',
    empty: 'all',
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
    unknown: 'ignored',
    least: 'LS',
    servers: null,
    permissions: null,
  },
  models: {
    field: 'model',
    aliases: ['inherit'],
    patterns: [/^custom:\S+$/, /^[a-z][a-z0-9.-]*$/],
    example: 'claude-sonnet-5',
    whenAbsent: null,
    list: false,
    anthropic: { pattern: /^claude-[a-z]+-[\d-]+$/, prefix: '' },
  },
  colors: null,
  prompt: { min: null, max: null, warnAbove: null, field: null },
  reading: readingRule('loads', {}, [
    'What is said to load is in the list of droids that the model is given; whether each of them starts was not seen.',
    'TodoWrite is always given and not listed.',
  ]),
};
