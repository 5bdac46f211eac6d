import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INHERIT, toolList } from '../../../src/core/definition/tools.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';

const parse = (text: string) => parseDefinition(text, '/p/some-planner.md');
const codes = (text: string) => parse(text).diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('parseDefinition', () => {
  test('reads every part of a well-formed file', () => {
    const head =
      '---\nname: planner\ndescription: Plans work.\ntools: Read, Bash(git log:*)\nmodel: opus\ncolor: Blue\nlevel: 3\n---\n';

    expect(parse(`${head}\nYou plan.\n`)).toEqual({
      name: 'planner',
      nameInferred: false,
      description: 'Plans work.',
      descriptionInferred: false,
      model: 'opus',
      color: 'Blue',
      tools: toolList(['Read', 'Bash(git log:*)']),
      frontmatter: {
        name: 'planner',
        description: 'Plans work.',
        tools: 'Read, Bash(git log:*)',
        model: 'opus',
        color: 'Blue',
        level: 3,
      },
      frontmatterRaw: head,
      body: '\nYou plan.\n',
      bodyLine: 9,
      repairs: [],
      diagnostics: [],
      bytes: head.length + 11,
    });
  });

  test('infers name and description where there is no frontmatter', () => {
    expect(parse('# Road Maps\n\nYou plan.\n')).toMatchObject({
      name: 'some-planner',
      nameInferred: true,
      description: 'Road Maps',
      descriptionInferred: true,
      tools: INHERIT,
      frontmatterRaw: '',
      bodyLine: 1,
      repairs: [],
    });
  });

  test('keeps a byte order mark out of the body', () => {
    expect(parse('\uFEFF# Road Maps')).toMatchObject({ frontmatterRaw: '\uFEFF', body: '# Road Maps', bodyLine: 1 });
    expect(parse('\uFEFF---\nname: x\n---\nbody')).toMatchObject({ name: 'x', body: 'body', bodyLine: 4 });
  });

  test.each([
    ['no frontmatter', 'You plan.', ['frontmatter/missing 1:1']],
    ['no opening fence', 'name: a\ndescription: b\n---\nx', ['frontmatter/unopened 1:1']],
    [
      'no opening fence and no YAML',
      'name: a\ndescription: b: c\n---\nx',
      ['frontmatter/unopened 1:1', 'frontmatter/not-yaml 2:15'],
    ],
    ['an empty file', '', ['frontmatter/missing 1:1', 'body/empty 1:1']],
    ['empty frontmatter', '---\n---\nx', ['name/missing 1:1', 'description/missing 1:1']],
    [
      'fields without a value',
      '---\nmodel: a\nname:\ndescription: ""\n---\nx',
      ['name/missing 3:1', 'description/missing 4:1'],
    ],
    ['no body', '---\nname: a\ndescription: b\n---\n\n', ['body/empty 5:1']],
    ['a list between the fences', '---\n- a\n---\nx', ['frontmatter/not-a-map 1:1']],
    ['text between two rules', '---\n\n**Note**: read: this\n\n---\nx', ['frontmatter/not-a-map 1:1']],
    ['JavaScript frontmatter', '---js\n{ name: "x" }\n---\nx', ['frontmatter/unsupported-language 1:1']],
    ['a comment that cuts', '---\nname: a\ndescription: C # code\n---\nx', ['frontmatter/comment-cut 3:16']],
    ['a literal line end', '---\nname: a\ndescription: b\\nc\n---\nx', ['description/literal-newline 3:15']],
    [
      'a description that YAML reads as a map',
      '---\nname: a\ndescription:\n  b: c\n---\nx',
      ['description/not-text 3:1'],
    ],
    ['a prompt in a field', '---\nname: a\ndescription: b\nprompt: |\n  You plan.\n---\nx', ['body/in-field 4:1']],
    ['an indented file', '\n  ---\n  name: a\n  description: b\n  ---\n  x', ['frontmatter/misplaced 2:3']],
    ['a long closing fence', '---\nname: a\ndescription: b\n-----\nx', ['frontmatter/long-fence 1:1']],
    [
      'an indented file that is no YAML',
      '\n  ---\n  name: a\n  description: b: c\n  ---\n  x',
      ['frontmatter/misplaced 2:3', 'frontmatter/not-yaml 4:17'],
    ],
    ['a control character', '---\nname: a\ndescription: b\ncolor: r\u0007\n---\nx', ['frontmatter/not-yaml 4:9']],
    ['a gap', `---\nname: a\n${'\n'.repeat(600)}description: b\n---\nx`, ['frontmatter/not-yaml 2:1']],
    [
      'a gap in an indented file',
      `\n  ---\n  name: a\n${'\n'.repeat(600)}  description: b\n  ---\n  x`,
      ['frontmatter/misplaced 2:3', 'frontmatter/not-yaml 3:3'],
    ],
    [
      'more than 64 KiB',
      `---\nname: a\ndescription: b\nx: ${'y'.repeat(70_000)}\n---\nx`,
      ['frontmatter/too-large 1:1'],
    ],
    [
      'more than 256 KiB',
      `---\nname: a\ndescription: b\n${'x: y\n'.repeat(60_000)}---\nx`,
      ['frontmatter/too-large 1:1'],
    ],
  ])('says what is wrong with %s, and where', (_name, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('keeps a comment sign inside quotation marks', () => {
    expect(codes('---\nname: a\ndescription: "C # code"\n---\nx')).toEqual([]);
  });

  test('never runs JavaScript frontmatter, whatever it is called', () => {
    const marker = globalThis as { definitionWasRun?: boolean };
    for (const language of ['js', 'javascript', 'JavaScript', 'JS', ' js', 'coffee', 'coffeescript', 'cson', 'json']) {
      parse(`---${language}\n(globalThis.definitionWasRun = true, {})\n---\nx`);
    }
    expect(marker.definitionWasRun).toBeUndefined();
  });

  test('reads block scalars to the last character', () => {
    const text = '---\nname: a\ndescription: |\n  One: two # three\n\n  - four\ntools:\n  - Read\n---\nx';
    expect(parse(text)).toMatchObject({
      description: 'One: two # three\n\n- four',
      tools: toolList(['Read']),
      diagnostics: [],
    });
  });

  test('gives a list of models as one text', () => {
    expect(parse('---\nmodel: [opus, 4.10]\n---\nx').model).toBe('opus, 4.1');
  });

  const line = fc.constantFrom(
    ...[
      '---',
      '-----',
      '--- ',
      '---js',
      '    ---',
      'name: a',
      'name: "a',
      "description: it's",
      'description: a: b',
      '\uFEFF',
    ],
    ...[
      'description: |',
      '  indented: x',
      '<example>',
      '</example>',
      'user: "x"',
      'tools: *',
      'tools: [a, b',
      '- item',
      '# Heading',
    ],
    ...[
      '# key: x',
      'You are a planner.',
      '',
      ' ',
      '\t',
      'plain text',
      '```',
      '"',
      '&a *b',
      '? x',
      '...',
      '%YAML 1.1',
      '\u0000',
      '\ud800',
    ],
  );
  const markdown = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r')), { maxLength: 25 })
    .map((parts) => parts.flat().join(''));
  const anyText = fc.oneof(
    markdown,
    markdown.map((text) => `---\n${text}`),
    fc.string({ unit: 'binary' }),
  );

  test('law: frontmatter and body are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { frontmatterRaw, body } = parse(text);
        expect(frontmatterRaw + body).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('law: every diagnostic and the body lie in the file', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('x.md', 'x.toml'), (text, path) => {
        const lines = text.split(/\r\n|\n|\r/);
        const definition = parseDefinition(text, path);
        const places = [...definition.diagnostics, { line: definition.bodyLine, column: 1 }];
        for (const { line: number, column } of places) {
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((lines[number - 1] ?? '').length + 1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('law: every repair names a field, and a file without repairs and diagnostics is strict', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { repairs, frontmatter, diagnostics } = parse(text);
        for (const { field } of repairs) expect(Object.hasOwn(frontmatter, field)).toBe(true);
        if (repairs.length > 0) expect(diagnostics.map(({ code }) => code)).toContain('frontmatter/not-yaml');
      }),
    );
  });

  test.each([
    ['an unclosed block', (size: number) => `---\nname: x\n${'\ntext'.repeat(size / 5)}`],
    [
      'a block of refused fields',
      (size: number) => `---\n${Array.from({ length: size / 10 }, (_, i) => `k${i}: *\n`).join('')}---\n`,
    ],
    [
      'examples that are never closed',
      (size: number) => `---\ndescription: a: b\n${'<example>\n'.repeat(size / 10)}---\n`,
    ],
    ['blanks', (size: number) => `---\ndescription:${' '.repeat(size / 2)}\n${'x\n'.repeat(size / 4)}---\n`],
  ])('comes to the end of two million characters of %s and loses none', (_name, make) => {
    const text = make(2_000_000);

    const { frontmatterRaw, body } = parse(text);

    expect(frontmatterRaw + body === text).toBe(true);
  });
});
