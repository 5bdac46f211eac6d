import type { HarnessFormat } from '../harness/harness-format.ts';

/**
 * Cursor. From its documentation of subagents (cursor.com/docs/subagents, as of 7 October 2026) and its forum
 * (forum.cursor.com/t/149403); that folders are not looked into and how scalars are read, from the converter rulesync
 * (dyoshikawa/rulesync, pull request 1283).
 */
export const cursor: HarnessFormat = {
  id: 'cursor',
  title: 'Cursor',
  confidence: 'documented',
  asOf: '2026-10-07',
  sources: ['cursor.com/docs/subagents', 'forum.cursor.com/t/149403', 'dyoshikawa/rulesync pull request 1283'],
  places: [
    { scope: 'project', folder: '.cursor/agents', reach: 'workspace-root', owner: 'cursor', rank: 1 },
    { scope: 'project', folder: '.claude/agents', reach: 'workspace-root', owner: 'claude', rank: 1 },
    { scope: 'project', folder: '.codex/agents', reach: 'workspace-root', owner: 'codex', rank: 1 },
    { scope: 'user', folder: '.cursor/agents', reach: null, owner: 'cursor', rank: 2 },
    { scope: 'user', folder: '.claude/agents', reach: null, owner: 'claude', rank: 2 },
    { scope: 'user', folder: '.codex/agents', reach: null, owner: 'codex', rank: 2 },
  ],
  newFiles: { project: '.cursor/agents', user: '.cursor/agents' },
  elsewhere: ['plugins'],
  files: { endings: ['.md'], recursive: false, ignored: [], syntax: 'yaml' },
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
  },
  precedence: { projects: 'one-folder', duplicates: 'unspecified', merges: false },
  fields: [
    { name: 'name', types: ['text'], required: false },
    {
      name: 'description',
      types: ['text'],
      required: false,
      note: 'On one line: folded text is shown with its marker.',
    },
    { name: 'model', types: ['text'], required: false },
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
  prompt: { min: null, max: null, warnAbove: null, field: null },
  reading: {
    colonInValue: 'unspecified',
    colonInValueWithCrlf: 'unspecified',
    brokenSyntax: 'unspecified',
    noFrontmatter: 'unspecified',
    missingName: 'loads',
    missingDescription: 'loads',
    byteOrderMark: 'unspecified',
    crlf: 'unspecified',
    wrongValue: 'unspecified',
    notes: ['Values over several lines (>- and |-) are shown with their marker.'],
  },
};
