import { describe, expect, test } from 'vitest';
import { isDefinitionFile, isIgnoredFile, sourceFileRule } from '../../../src/core/library/definition-file.ts';
import { aDefinition } from '../../support/a-definition.ts';

const isDefinition = (path: string, frontmatter = {}, frontmatterRaw = '') =>
  isDefinitionFile(path, aDefinition({ frontmatter, frontmatterRaw }));

describe('isDefinitionFile', () => {
  test.each(['/a/README.md', '/a/readme.zh-CN.md', '/a/CLAUDE.md', '/a/AGENTS.md', '/a/SECURITY.md', '/a/LICENSE.md'])(
    '%s without a name is about the folder',
    (path) => {
      expect(isDefinition(path)).toBe(false);
    },
  );

  test.each(['/a/reviewer.md', '/a/security.md', '/a/agent.md', '/a/readme-writer.md', '/a/claude-security.md'])(
    '%s is a definition even without frontmatter',
    (path) => {
      expect(isDefinition(path)).toBe(true);
    },
  );

  test('a README that names an agent is one', () => {
    expect(isDefinition('/a/README.md', { name: 'keeper' })).toBe(true);
  });

  test.each([
    ['developer_instructions = "Be brief"', true],
    ['name = "x"\n  developer_instructions="""', true],
    ['[package]\nname = "x"', false],
  ])('a TOML file is one by its prompt: %j', (text, expected) => {
    expect(isDefinition('/a/x.toml', {}, text)).toBe(expected);
  });
});

test.each([
  ['added', 'claude', ['.md', '.toml'], true],
  ['added', 'gemini', ['.md', '.toml'], true],
  ['bundled', 'claude', ['.md'], true],
  ['user', 'claude', ['.md'], true],
  ['user', 'codex', ['.toml'], true],
  ['project', 'cursor', ['.md', '.mdc', '.markdown'], true],
  ['project', 'gemini', ['.md'], false],
  ['project', 'qwen', ['.md'], false],
  ['project', 'factory', ['.md'], false],
  ['project', 'copilot', ['.agent.md', '.md'], true],
] as const)('a source %s of %s is searched for %j, inside folders: %s', (scope, format, endings, recursive) => {
  expect(sourceFileRule({ id: 'x', folder: '/x', scope, format })).toEqual({ endings, recursive });
});

test.each([
  ['project', 'gemini', '_keeper.md', true],
  ['project', 'gemini', 'keeper_.md', false],
  ['project', 'claude', '_keeper.md', false],
  ['added', 'gemini', '_keeper.md', false],
] as const)('a source %s of %s passes over %s: %s', (scope, format, name, expected) => {
  expect(isIgnoredFile({ id: 'x', folder: '/x', scope, format }, `/x/${name}`)).toBe(expected);
});
