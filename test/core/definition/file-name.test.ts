import { expect, test } from 'vitest';
import { fileName, pathInside, withoutEnding } from '../../../src/core/definition/file-name.ts';

test.each([
  ['/a/b/c.md', '/a', 'b/c.md'],
  ['/a/b/c.md', '/a/', 'b/c.md'],
  ['C:\\a\\c.md', 'C:\\a', 'c.md'],
  ['/ab/c.md', '/a', '/ab/c.md'],
])('the path of %s inside %s is %s', (path, folder, expected) => {
  expect(pathInside(path, folder)).toBe(expected);
});

test.each([
  ['/a/c.md', 'c.md'],
  ['C:\\a\\c.md', 'c.md'],
  ['c.md', 'c.md'],
  ['/a/', ''],
])('the file of %s is called %j', (path, expected) => {
  expect(fileName(path)).toBe(expected);
});

test.each([
  ['x.agent.md', ['.agent.md', '.md'], 'x'],
  ['x.agent.md', ['.md'], 'x.agent'],
  ['x.toml', ['.md'], 'x.toml'],
])('%s without %j is %s', (name, endings, expected) => {
  expect(withoutEnding(name, endings)).toBe(expected);
});
