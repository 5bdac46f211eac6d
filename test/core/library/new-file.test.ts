import { describe, expect, test } from 'vitest';
import type { Format, Source } from '../../../src/core/definition/agent-definition.ts';
import { harnessFormat } from '../../../src/core/formats/harnesses/harnesses.ts';
import { type Around, newFileRemark } from '../../../src/core/library/new-file.ts';
import { aDefinition } from '../../support/a-definition.ts';

const text = (name: string) => `---\nname: ${name}\ndescription: Keeps shelves\n---\nYou keep shelves in order.\n`;
const source = (id: string, folder: string, more: Partial<Source> = {}): Source => ({
  id,
  scope: 'project',
  folder,
  format: 'claude',
  ...more,
});
const NEAR = source('project', '/p/sub/.claude/agents', { project: { stepsUp: 0, isRoot: false } });
const FAR = source('project-2', '/p/.claude/agents', { project: { stepsUp: 1, isRoot: true } });
const USER = source('user', '/h/.claude/agents', { scope: 'user' });

function remark(to: Format, path: string, around: Partial<Around> = {}, name = 'keeper', from?: string) {
  const all = { definitions: [], sources: [], cwd: '/p/sub', home: '/h', shown: (one: string) => one, ...around };
  return newFileRemark(harnessFormat(to), { path, text: text(name), ...(from && { from }) }, all);
}

const keeperIn = ({ id, folder, scope, format }: Source) =>
  aDefinition({ name: 'keeper', path: `${folder}/keeper.md`, source: id, scope, format });

describe('where a harness looks', () => {
  test.each([
    ['claude', '/p/sub/.claude/agents/keeper.md'],
    ['claude', '/p/sub/.claude/agents/deep/keeper.md'],
    ['claude', '/h/.claude/agents/keeper.md'],
    ['claude', '/elsewhere/.claude/agents/keeper.md'],
    ['copilot', '/p/sub/.claude/agents/keeper.md'],
    ['gemini', 'C:\\p\\.gemini\\agents\\keeper.md'],
  ] as const)('nothing is to be said for %s of %s', (to, path) => {
    expect(remark(to, path)).toBeNull();
  });

  test.each([
    ['claude', '/p/sub/out/keeper.md'],
    ['claude', '/p/sub/.claude/keeper.md'],
    ['claude', '/p/sub/.gemini/agents/keeper.md'],
    ['opencode', '/elsewhere/.config/opencode/agents/keeper.md'],
  ] as const)('%s never looks at %s', (to, path) => {
    expect(remark(to, path)).toMatch(/ never looks there, but in \.\S+ and ~\/\.\S+$/);
  });

  test('a folder below the place may be passed over', () => {
    expect(remark('gemini', '/p/sub/.gemini/agents/deep/keeper.md')).toBe(
      'Gemini CLI does not look into folders below the place',
    );
  });

  test('a project folder may be out of reach', () => {
    const sources = [NEAR, FAR];
    expect(remark('cursor', '/p/sub/.cursor/agents/keeper.md', { sources })).toBe(
      'Cursor looks at the root of the workspace only',
    );
    expect(remark('cursor', '/p/.cursor/agents/keeper.md', { sources })).toBeNull();
  });
});

describe('others of the name', () => {
  const sources = [NEAR, FAR, USER];

  test('one that wins is named, with the reason', () => {
    const definitions = [keeperIn(NEAR)];
    expect(remark('claude', '/h/.claude/agents/keeper.md', { sources, definitions })).toBe(
      'Claude Code loads /p/sub/.claude/agents/keeper.md instead: the project wins over the user',
    );
    expect(remark('claude', '/p/.claude/agents/keeper.md', { sources, definitions })).toMatch(/instead: .*nearer$/);
  });

  test('one that loses is named, but not where the file is made of it', () => {
    const user = keeperIn(USER);
    const around = { sources: [NEAR, USER], definitions: [user] };
    const path = '/p/sub/.claude/agents/keeper.md';
    expect(remark('claude', path, around)).toBe(`Claude Code would load it instead of ${user.path}`);
    expect(remark('claude', path, around, 'keeper', user.path)).toBeNull();
  });

  test('a place that is yet to be made counts', () => {
    const around = { sources: [USER], definitions: [keeperIn(USER)] };
    expect(remark('claude', '/p/sub/.claude/agents/keeper.md', around)).toContain('would load it instead of');
  });

  test('the file itself, another name, another harness and another project do not', () => {
    const definitions = [keeperIn(NEAR)];
    const around = { sources, definitions };
    expect(remark('claude', '/p/sub/.claude/agents/keeper.md', around)).toBeNull();
    expect(remark('claude', '/p/sub/.claude/agents/other.md', around, 'other')).toBeNull();
    expect(remark('gemini', '/p/sub/.gemini/agents/keeper.md', around)).toBeNull();
    expect(remark('claude', '/elsewhere/.claude/agents/keeper.md', around)).toBeNull();
  });
});
