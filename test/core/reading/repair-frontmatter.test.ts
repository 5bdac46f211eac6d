import { describe, expect, test } from 'vitest';
import { toolList } from '../../../src/core/definition/tools.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';

const file = (...lines: readonly string[]): string => ['---', ...lines, '---', '', 'Prompt.', ''].join('\n');
const read = (...lines: readonly string[]) => parseDefinition(file(...lines), 'file.md');

describe('frontmatter that YAML refuses', () => {
  test('keeps a description with a colon to its last character', () => {
    const definition = read(
      'name: planner',
      'description: Use when: never. <example>user: "hi"</example>',
      'model: opus',
    );

    expect(definition).toMatchObject({
      name: 'planner',
      description: 'Use when: never. <example>user: "hi"</example>',
      model: 'opus',
      body: '\nPrompt.\n',
      repairs: [{ field: 'description', reason: 'it holds ": " without quotation marks' }],
    });
    expect(definition.diagnostics).toMatchObject([{ code: 'frontmatter/not-yaml', line: 3, column: 22 }]);
  });

  test('reads text that goes on in column 1, examples and dialogue included', () => {
    const definition = read(
      'name: planner',
      'description: Use this to plan. Examples:',
      '',
      '<example>',
      'Context: a plan is wanted.',
      'user: "Plan"',
      'model: not a field',
      '</example>',
      '',
      'Never else.',
      'tools: Read, Write',
      'color: red',
    );

    expect(definition.description).toBe(
      'Use this to plan. Examples:\n\n<example>\nContext: a plan is wanted.\nuser: "Plan"\nmodel: not a field\n</example>\n\nNever else.',
    );
    expect(definition).toMatchObject({
      name: 'planner',
      tools: toolList(['Read', 'Write']),
      color: 'red',
      model: null,
    });
    expect(definition.diagnostics[0]).toMatchObject({ code: 'frontmatter/not-yaml', line: 3, column: 40 });
  });

  test('reads fields we do not know where they follow a field at once', () => {
    const definition = read('description: a: b', 'stars: 3', 'owner: me');

    expect(definition.frontmatter).toEqual({ description: 'a: b', stars: 3, owner: 'me' });
  });

  test('reads known and compound keys after text in column 1, and no others', () => {
    const definition = read(
      'description: Plan',
      'whenever wanted,',
      'reviewer: agrees',
      'skill_level: 3',
      'author: me',
    );

    expect(definition.frontmatter).toEqual({
      description: 'Plan\nwhenever wanted,\nreviewer: agrees',
      skill_level: 3,
      author: 'me',
    });
  });

  test('keeps lines like fields in a description that speaks, or announces them', () => {
    expect(read('description: Say it.', 'user: hi', 'model: a: b').description).toBe('Say it.\nuser: hi');
    expect(read('description: Steps:', 'first: plan', 'model: a: b').description).toBe('Steps:\nfirst: plan');
  });

  test('reads a short field that goes on before the next field', () => {
    expect(read('name: x', 'model: opus', 'or sonnet', 'color: red')).toMatchObject({
      model: 'opus\nor sonnet',
      color: 'red',
      body: '\nPrompt.\n',
    });
  });

  test('keeps dialogue that follows at once in the description', () => {
    expect(read('name: x', 'description: Examples:', 'user: "a"', 'assistant: "b"').description).toBe(
      'Examples:\nuser: "a"\nassistant: "b"',
    );
  });

  test.each([
    ['bold text', 'description: **Plan**: first', '**Plan**: first', 'it starts with *, which YAML takes for an alias'],
    [
      'a placeholder',
      'description: {{topic}} expert',
      '{{topic}} expert',
      'it starts with {, which YAML takes for a map',
    ],
    [
      'a mention',
      'description: @planner helps',
      '@planner helps',
      'it starts with @, which YAML takes for a reserved character',
    ],
    ['unescaped quotation marks', 'description: "Say "hi" now"', 'Say "hi" now', 'its quotation marks do not match'],
    ['an escape in broken quotation marks', 'description: "a "b"\\nc"', 'a "b"\nc', 'its quotation marks do not match'],
    [
      'indented lines with colons',
      'description: Plan\n  user: a: b\n\n  more',
      'Plan\nuser: a: b\n\nmore',
      'a line that goes on with it holds ": "',
    ],
    [
      'a literal block in column 1',
      'description: |\nPlan\n\nfirst',
      'Plan\n\nfirst',
      'its text goes on in column 1, where YAML expects the next field',
    ],
    [
      'a folded block in column 1',
      'description: >\nPlan\nfirst\n\nlater',
      'Plan first\nlater',
      'its text goes on in column 1, where YAML expects the next field',
    ],
    [
      'a number sign in a refused block',
      'description: C #1 now\nname: a: b',
      'C #1 now',
      'it holds " #", which YAML takes for a comment',
    ],
  ])('reads %s', (_name, lines, description, reason) => {
    const definition = read(lines);

    expect(definition.description).toBe(description);
    expect(definition.repairs).toContainEqual({ field: 'description', reason });
  });

  test('reads a bare star as all tools', () => {
    expect(read('name: x', 'tools: *')).toMatchObject({
      tools: toolList(['*']),
      repairs: [{ field: 'tools', reason: 'it starts with *, which YAML takes for an alias' }],
    });
  });

  test('splits a list of tools that YAML refuses', () => {
    expect(read('name: x', 'tools: [Read, *, Bash(a: b)').tools).toEqual(toolList(['[Read', '*', 'Bash(a: b)']));
    expect(read('name: x', 'tools: [Read, *, Bash(a, b)]').tools).toEqual(toolList(['Read', '*', 'Bash(a, b)']));
  });

  test('gives the fields that are valid alone the values of YAML', () => {
    const definition = read(
      'description: a: b',
      'hooks:',
      '  start: [x, 1]',
      'tools:',
      '- Read',
      '- "Write"',
      'model: 4.10',
    );

    expect(definition.frontmatter).toEqual({
      description: 'a: b',
      hooks: { start: ['x', 1] },
      tools: ['Read', 'Write'],
      model: '4.10',
    });
    expect(definition.repairs.map(({ field }) => field)).toEqual(['description']);
  });

  test('lets the first of two values count', () => {
    const definition = read('name: first', 'name: second', 'description: d');

    expect(definition.name).toBe('first');
    expect(definition.repairs).toEqual([
      { field: 'name', reason: 'it is stated more than once; the first value counts' },
    ]);
  });

  test('keeps comments out of the values and of the body', () => {
    expect(read('name: x', '# Note', 'description: a: b', '# hooks:', '#   - none')).toMatchObject({
      frontmatter: { name: 'x', description: 'a: b' },
      body: '\nPrompt.\n',
    });
  });

  test('does not warn of a comment where the text after it was kept', () => {
    const codes = read('name: x', 'description: This: C #1 is kept').diagnostics.map(({ code }) => code);
    expect(codes).toEqual(['frontmatter/not-yaml']);
  });

  test('reads Windows line ends', () => {
    const text = file('name: x', 'description: a: b', '<example>', 'user: y', '</example>').replaceAll('\n', '\r\n');
    const definition = parseDefinition(text, 'file.md');

    expect(definition.description).toBe('a: b\n<example>\nuser: y\n</example>');
    expect(definition.frontmatterRaw + definition.body).toBe(text);
  });
});

describe('frontmatter that is never closed', () => {
  const unclosed = (text: string) => {
    const { body, bodyLine, diagnostics, frontmatter } = parseDefinition(text, 'file.md');
    return { body, bodyLine, frontmatter, codes: diagnostics.map(({ code }) => code) };
  };

  test('ends at the first heading, though a rule far below closes it', () => {
    const body = '# Planner\n\n## Role\nPlan all.\n\n---\n\nname: elsewhere\n';
    expect(unclosed(`---\nname: x\ndescription: Plans\n${body}`)).toEqual({
      body,
      bodyLine: 4,
      frontmatter: { name: 'x', description: 'Plans' },
      codes: ['frontmatter/unclosed'],
    });
  });

  test('skips a heading that more fields follow', () => {
    const body = '## Role\n\nPlan all.\n---\n';
    expect(unclosed(`---\nname: x\ndescription: Plans\n# Planner\ntools: [Read]\n\n${body}`)).toMatchObject({
      body,
      frontmatter: { name: 'x', description: 'Plans', tools: ['Read'] },
    });
  });

  test.each([
    ['a paragraph after a short field', 'description: Plans\nmodel: opus\n', 'Plan all day.\n\n---\nmore\n'],
    ['text in the line after a short field', 'description: Plans\nmodel: opus\n', 'Plan all day.\n---\nmore\n'],
    ['an opening like a prompt', 'description: Plans\n', 'You are a planner.\n\n---\nmore\n'],
    ['a paragraph after a quoted description', 'description: "Plans"\n', 'Plan all day.\n\n---\nmore\n'],
    ['any paragraph if nothing closes it', 'description: Plans\n', 'Plan all day.\nMore.\n'],
  ])('ends at %s', (_name, fields, body) => {
    const isSeparated = !_name.startsWith('text in');
    expect(unclosed(`---\nname: x\n${fields}${isSeparated ? '\n' : ''}${body}`)).toMatchObject({
      body,
      codes: ['frontmatter/unclosed'],
    });
  });

  test('goes on with an example after a blank line', () => {
    expect(unclosed('---\nname: x\ndescription: Plans\n\n<example>\nuser: hi\n</example>\n\nPrompt.\n')).toMatchObject({
      body: 'Prompt.\n',
      frontmatter: { name: 'x', description: 'Plans\n\n<example>\nuser: hi\n</example>' },
    });
  });

  test('takes the whole file if it holds nothing but fields', () => {
    expect(unclosed('---\nname: x\ndescription: Plans\n')).toMatchObject({
      body: '',
      frontmatter: { name: 'x', description: 'Plans' },
      codes: ['frontmatter/unclosed', 'body/empty'],
    });
  });
});
