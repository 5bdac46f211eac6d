import type { HarnessFormat } from '../harness/harness-format.ts';
import { readingRule } from '../harness/reading-rule.ts';

/**
 * Cursor. From its documentation of subagents (cursor.com/docs/subagents, as of 7 October 2026) and its forum
 * (forum.cursor.com/t/149403); that folders are not looked into and how scalars are read, from the converter rulesync
 * (dyoshikawa/rulesync, pull request 1283).
 */
export const cursor: HarnessFormat = {
  id: 'cursor',
  title: 'Cursor',
  confidence: 'measured',
  asOf: '2026-11-30',
  version: 'SDK 1.0.32',
  sources: ['cursor.com/docs/subagents', 'forum.cursor.com/t/149403', 'dyoshikawa/rulesync pull request 1283'],
  places: [
    { scope: 'project', folder: '.cursor/agents', reach: 'workspace-root', owner: 'cursor', rank: 1 },
    { scope: 'project', folder: '.claude/agents', reach: 'workspace-root', owner: 'claude', rank: 1 },
    { scope: 'project', folder: '.grok/agents', reach: 'workspace-root', owner: 'grok', rank: 1 },
    { scope: 'user', folder: '.cursor/agents', reach: null, owner: 'cursor', rank: 2 },
    { scope: 'user', folder: '.claude/agents', reach: null, owner: 'claude', rank: 2 },
  ],
  newFiles: { project: '.cursor/agents', user: '.cursor/agents' },
  elsewhere: ['plugins'],
  files: {
    endings: ['.md', '.mdc', '.markdown'],
    recursive: true,
    ignored: [],
    anyCase: true,
    ignoredFolders: ['.*', 'node_modules'],
    syntax: 'yaml',
  },
  identity: {
    from: ['name', 'file-name'],
    pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    rule: 'lowercase letters and hyphens',
    isEnforced: false,
    minLength: null,
    maxLength: null,
    colon: 'unspecified',
    caseSensitive: true,
    reserved: [],
    builtIn: [],
    literal: true,
  },
  precedence: { projects: 'one-folder', duplicates: 'first-wins', merges: false },
  fields: [
    { name: 'name', types: ['text'], required: false },
    {
      name: 'description',
      types: ['text'],
      required: false,
      note: 'On one line: folded text is shown with its marker.',
    },
    { name: 'model', types: ['text'], required: false },
    { name: 'tools', types: ['comma-list'], required: false, note: 'Read; whether it limits the agent was not seen.' },
    { name: 'force-default-model', types: ['boolean'], required: false },
    { name: 'readonly', types: ['boolean'], required: false },
    { name: 'is_background', types: ['boolean'], required: false, claude: 'background' },
    { name: 'background', types: ['boolean'], required: false, replacedBy: 'is_background' },
  ],
  fieldsAreComplete: true,
  unknownFields: 'ignored',
  subagentFields: {},
  readOnly: { field: 'readonly', value: true },
  tools: null,
  models: {
    field: 'model',
    aliases: ['inherit', 'fast'],
    patterns: [/^[a-z][a-z0-9.-]*(?:\[[^\][]*\])?$/],
    example: 'claude-sonnet-5',
    whenAbsent: 'inherit',
    list: false,
    anthropic: { pattern: /^claude-[a-z]+-\d+$/, prefix: '' },
  },
  colors: null,
  prompt: { min: 1, max: null, warnAbove: null, field: null },
  reading: readingRule(
    'loads',
    {
      indentedFence: 'ignored',
      indentedWhole: 'ignored',
      fenceLanguage: 'ignored',
      unclosedFence: 'ignored',
      unclosedFields: 'ignored',
      indentedClose: 'ignored',
      noFrontmatter: 'ignored',
      nulByte: 'ignored',
      loneReturns: 'ignored',
    },
    [
      'It reads frontmatter line by line: keys in any case, values to the end of the line with their quotation marks.',
      'Values over several lines (>- and |-) are shown with their marker.',
      'The folders of the workspace were measured; those of the user are as documented.',
    ],
  ),
};
