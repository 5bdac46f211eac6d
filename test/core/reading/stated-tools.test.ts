import { describe, expect, test } from 'vitest';
import type { Format } from '../../../src/core/definition/agent-definition.ts';
import { toolsJson } from '../../../src/core/definition/tools.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';
import { definitionOf } from '../../support/linted.ts';

const toolsOf = (lines: string) => toolsJson(parseDefinition(`---\nname: a\n${lines}\n---\nx\n`, '/p/a.md').tools);

describe('the tools of a definition', () => {
  test.each([
    ['left out', 'color: red', null],
    ['without a value', 'tools:', []],
    ['an empty list', 'tools: []', []],
    ['an empty text', 'tools: ""', []],
    ['an empty map', 'tools: {}', []],
    ['a blank text', 'tools: "  "', []],
    ['a list of blanks', 'tools: ["", null, " "]', []],
    ['nothing but commas', 'tools: ", ,"', []],
    ['no', 'tools: false', []],
    ['a list', 'tools: Read, Grep', ['Read', 'Grep']],
    ['a star', 'tools: "*"', ['*']],
    ['a map that allows nothing', 'tools: { "*": false }', []],
    ['a map that denies one', 'tools: { bash: false }', null],
    ['a map that allows all but one', 'tools: { "*": true, bash: false }', null],
    ['a map that allows some', 'tools: { read: true, bash: true, write: false }', ['read', 'bash']],
    ['a map that allows some of none', 'tools: { "*": false, read: true }', ['read']],
    ['a map that takes back what it allows', 'tools: { read: true, "*": false }', []],
    ['a map that allows what it denies by its newer name', 'tools: { read: true, write: true, edit: false }', ['read']],
    [
      'a map with permissions that deny more',
      'tools: { read: true, bash: true }\npermission: { bash: deny }',
      ['read'],
    ],
    [
      'a map with permissions for all of a server',
      'tools: { read: true, db_x: true }\npermission: { "db_*": deny }',
      ['read'],
    ],
    [
      'a map with permissions that deny all',
      'tools: { bash: false }\npermission: { "*": deny, read: allow }',
      ['read'],
    ],
    ['permissions that deny all', 'permission: { "*": deny }', []],
    ['permissions that deny one', 'permission: { bash: deny }', null],
  ])('%s: %j', (_, lines, expected) => {
    expect(toolsOf(lines)).toEqual(expected);
  });

  test.each([
    ['tools = []', []],
    ['tools = ""', []],
    ['tools = {}', []],
    ['tools = { "*" = false }', []],
    ['tools = { web_search = true }', null],
    ['model = "gpt-5.5"', null],
  ])('of a TOML file with %s are %j', (line, expected) => {
    const text = `name = "a"\ndescription = "b"\n${line}\ndeveloper_instructions = "c"\n`;
    expect(toolsJson(definitionOf(text, 'codex').tools)).toEqual(expected);
  });

  test.each<[Format, string, readonly string[] | null]>([
    ['claude', 'tools: []', []],
    ['copilot', 'tools: []', []],
    ['gemini', 'tools: []', []],
    ['qwen', 'tools: []', null],
    ['qwen', 'tools:', null],
    ['factory', 'tools: []', null],
    ['opencode', 'tools: {}', null],
    ['opencode', 'tools: {}\npermission: { "*": deny }', []],
    ['opencode', 'tools: { "*": false }', []],
    ['opencode', 'permission: deny', []],
    ['opencode', 'tools:', []],
  ])('are in a file of %s with %j what it grants by that: %j', (format, lines, expected) => {
    const text = `---\nname: a\ndescription: b\n${lines}\n---\nYou are careful.\n`;
    expect(toolsJson(definitionOf(text, format).tools)).toEqual(expected);
  });
});
