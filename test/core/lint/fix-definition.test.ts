import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HARNESSES } from '../../../src/core/formats/harnesses/harnesses.ts';
import { fixDefinition } from '../../../src/core/lint/fix-definition.ts';
import { LINT_CODES, type LintCode } from '../../../src/core/lint/lint-codes.ts';
import { lintDefinition } from '../../../src/core/lint/lint-definition.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';
import { definitionOf, file } from '../../support/linted.ts';

const fixed = (text: string) => fixDefinition(text, '/p/.claude/agents/reviewer.md');
const lines = (...all: readonly string[]) => all.join('\n');

describe('fixDefinition', () => {
  test('quotes the value that YAML refuses and leaves every other byte alone', () => {
    const before = lines(
      '---',
      '# who',
      "name:   'reviewer'",
      'description: Use when: now',
      'x: [ 1,2 ]',
      '---',
      'A: b',
      '',
    );
    expect(fixed(before)).toEqual({
      text: before.replace('Use when: now', '"Use when: now"'),
      applied: [{ code: 'frontmatter/not-yaml', line: 4 }],
    });
  });

  test('keeps CRLF, blank lines and the end of the file as they are', () => {
    const before = '---\r\nname: reviewer\r\n\r\ndescription: Use when: now\r\n---\r\nLook.';
    expect(fixed(before).text).toBe(before.replace('Use when: now', '"Use when: now"'));
  });

  test('puts a description that goes on in column 1 on one line', () => {
    const before = lines(
      '---',
      'name: reviewer',
      'description: Use when: now',
      '',
      '<example>',
      'a: b',
      '</example>',
      'color: red',
      '---',
      'Look.',
    );
    const { text } = fixed(before);
    expect(text).toBe(
      lines(
        '---',
        'name: reviewer',
        'description: "Use when: now\\n\\n<example>\\na: b\\n</example>"',
        'color: red',
        '---',
        'Look.',
      ),
    );
    expect(parseDefinition(text, 'x.md').description).toBe(parseDefinition(before, 'x.md').description);
  });

  test.each([
    ['which of two values is meant', 'color: red\ncolor: blue'],
    ['what a broken map says', 'hooks: {a: b: c}'],
    ['what a broken map below its key says', 'hooks:\n  a: b: c'],
    ['what a list that never closes says', 'skills: [a, b'],
  ])('writes nothing where it is not certain %s', (_what, field) => {
    for (const others of ['', '\nmodel: "it": now']) {
      const before = file(`${field}${others}`);
      expect(fixed(before)).toEqual({ text: before, applied: [] });
    }
  });

  test('folds a sentence that goes on in the next line as YAML does', () => {
    const before = file('').replace('Use it for reviews', 'Use when somebody says "a: b" and\n  then: more text');
    expect(fixed(before.replace('then: more', 'more text: here')).text).toContain(
      'description: "Use when somebody says \\"a: b\\" and more text: here text"\n',
    );
    expect(fixed(before).text).toContain('and\\nthen: more text"\n');
  });

  test('opens frontmatter that lacks its first line, with the line ends of the file', () => {
    const before = 'name: reviewer\r\ndescription: "Use it"\r\n---\r\nLook.\r\n';
    expect(fixed(before)).toEqual({
      text: `---\r\n${before}`,
      applied: [{ code: 'frontmatter/unopened', line: 1 }],
    });
    const broken = 'name: reviewer\ndescription: Use when: now\n---\nLook.\n';
    expect(fixed(broken).text).toBe(`---\n${broken.replace('Use when: now', '"Use when: now"')}`);
  });

  test('keeps quotation marks, comments and order of what it changes', () => {
    const before = file("mood: 'It''s a test: now'\ntools: 'Read, MultiEdit'\ncolor: 'Blue' # mine");
    expect(fixed(before).text).toBe(before.replace('MultiEdit', 'Edit').replace('Blue', 'blue'));
  });

  test('closes frontmatter that is never closed, under its last field', () => {
    const before = lines('---', 'name: reviewer', 'description: d', '', '# Look', '');
    expect(fixed(before)).toEqual({
      text: lines('---', 'name: reviewer', 'description: d', '---', '', '# Look', ''),
      applied: [{ code: 'frontmatter/unclosed', line: 1 }],
    });
  });

  test('shortens a long closing fence', () => {
    expect(fixed(lines('---', 'name: reviewer', 'description: d', '-----', 'Look.')).text).toBe(
      lines('---', 'name: reviewer', 'description: d', '---', 'Look.'),
    );
  });

  test('makes line ends of backslashes and n, and none of paths', () => {
    const { text, applied } = fixed(file('').replace('for reviews', 'so:\\nwell "x"'));
    expect(text).toContain('description: "Use it so:\\nwell \\"x\\""\n');
    expect(applied).toEqual([{ code: 'description/literal-newline', line: 3 }]);
    const path = file('').replace('for reviews', 'on C:\\new');
    expect(fixed(path)).toEqual({ text: path, applied: [] });
  });

  test.each([
    ['tools: Read, MultiEdit', 'tools: Read, Edit'],
    ['tools: Edit, MultiEdit, Read', 'tools: Edit, Read'],
    ['tools: MultiEdit, Edit', 'tools: Edit'],
    ['tools: Glob, LS, NotebookRead, Read', 'tools: Glob, Read'],
    ['tools: [Read, "MultiEdit"]', 'tools: [Read, "Edit"]'],
    ['tools: ["MultiEdit", "Edit"]', 'tools: ["Edit"]'],
    ['tools:\n  - Edit\n  - MultiEdit\n  - Read', 'tools:\n  - Edit\n  - Read'],
    ['tools:\n  - MultiEdit # old\n  - Read', 'tools:\n  - Edit # old\n  - Read'],
    ['disallowedTools: LS', 'disallowedTools: Glob'],
    ['tools: Read, mcp__x__LS, Bash(LS)', 'tools: Read, mcp__x__LS, Bash(LS)'],
    ['color: Blue', 'color: blue'],
    ['color: "RED" # loud', 'color: "red" # loud'],
    ['color: Teal', 'color: Teal'],
  ])('turns %j into %j', (before, after) => {
    expect(fixed(file(before)).text).toBe(file(after));
  });

  test('takes a byte order mark away only where the harness trips over it', () => {
    const text = `\ufeff${file('')}`;
    expect(fixDefinition(text, '/p/x.md', 'gemini')).toEqual({
      text: text.slice(1),
      applied: [{ code: 'frontmatter/byte-order-mark', line: 1 }],
    });
    expect(fixDefinition(text, '/p/x.md', 'claude').applied).toEqual([]);
  });

  test('leaves TOML files alone', () => {
    const text = 'name: reviewer\ndescription: a: b';
    expect(fixDefinition(text, '/p/x.toml')).toEqual({ text, applied: [] });
  });

  const value = fc.oneof(
    fc.constantFrom(
      'Use when: now',
      'a # b',
      '*',
      '[x',
      '"open',
      "it's",
      '{{x}}',
      'Read, LS, MultiEdit',
      'so\\nbe it',
      '@me',
      'Blue',
    ),
    fc.string({ maxLength: 30 }),
  );
  const key = fc.constantFrom('name', 'description', 'tools', 'color', 'model', 'mood', 'disallowedTools');
  const field = fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`);
  const line = fc.oneof(
    { weight: 4, arbitrary: field },
    fc.constantFrom('', '  more: x', '<example>', '# note', 'user: hi', '  - LS', '- x'),
  );
  const text = fc
    .tuple(
      fc.array(line, { maxLength: 8 }),
      fc.constantFrom('---', '-----', ''),
      fc.string(),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([head, close, body, end]) => ['---', 'name: reviewer', ...head, close, body].join(end));
  const isOfReading = (code: string) => code.startsWith('frontmatter/');
  const format = fc.constantFrom(...HARNESSES.map(({ id }) => id));

  test('law: fixing twice is fixing once, the body stays, and so do the values', () => {
    fc.assert(
      fc.property(text, format, (before, harness) => {
        const { text: after, applied } = fixDefinition(before, '/p/x.md', harness);
        expect(applied.length > 0).toBe(after !== before);
        expect(fixDefinition(after, '/p/x.md', harness)).toEqual({ text: after, applied: [] });
        const [old, now] = [parseDefinition(before, '/p/x.md'), parseDefinition(after, '/p/x.md')];
        expect(Object.keys(now.frontmatter)).toEqual(Object.keys(old.frontmatter));
        const codes = new Set(applied.map(({ code }) => code));
        // Blank lines under the last field of what was never closed are then those of the body.
        expect(codes.has('frontmatter/unclosed') ? now.body.trimStart() : now.body).toBe(old.body);
        if (![...codes].some((code) => !code.startsWith('frontmatter/')))
          expect(now.frontmatter).toEqual(old.frontmatter);
        if (codes.has('frontmatter/not-yaml')) expect(now.repairs).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('law: what is put right was told of', () => {
    fc.assert(
      fc.property(text, format, (before, harness) => {
        const told = lintDefinition(definitionOf(before, harness, { path: '/p/x.md' })).map(({ code }) => code);
        const codes = fixDefinition(before, '/p/x.md', harness).applied.map(({ code }) => code);
        // Of frontmatter that is broken in several ways the first is told.
        const others = told.some(isOfReading) ? codes.filter((code) => !isOfReading(code)) : codes;
        expect(others.filter((code) => !told.includes(code))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('law: what is not meant stays as it is', () => {
    const codes = Object.keys(LINT_CODES) as LintCode[];
    fc.assert(
      fc.property(text, format, fc.subarray(codes), (before, harness, meant) => {
        const { text: after, applied } = fixDefinition(before, '/p/x.md', harness, (code) => meant.includes(code));
        expect(applied.filter(({ code }) => !meant.includes(code))).toEqual([]);
        expect(applied.length > 0).toBe(after !== before);
      }),
    );
  });

  test.each([
    ['frontmatter/long-fence', '---\nname: x\ndescription: "Use it: now"\n-----\nLook.\n'],
    ['frontmatter/not-yaml', '---\nname: x\ndescription: Use it: now\n---\nLook.\n'],
  ])('of two flaws only the one that is meant goes, here not %s', (code, after) => {
    const before = '---\nname: x\ndescription: Use it: now\n-----\nLook.\n';
    expect(fixDefinition(before, '/p/x.md', 'claude', (one) => one !== code).text).toBe(after);
  });

  test('law: a file without findings that can be fixed comes back as it is', () => {
    const clean = fc
      .tuple(fc.string(), fc.constantFrom('\n', '\r\n'))
      .map(([body, end]) =>
        ['---', 'name: reviewer', 'description: "Use it: now"', 'tools: Read, Edit', 'color: red', '---', body].join(
          end,
        ),
      );
    fc.assert(
      fc.property(clean, (before) => {
        expect(fixDefinition(before, '/p/x.md', 'claude')).toEqual({ text: before, applied: [] });
      }),
    );
  });
});
