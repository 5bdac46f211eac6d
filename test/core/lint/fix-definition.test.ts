import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HARNESSES } from '../../../src/core/formats/harnesses/harnesses.ts';
import { fixDefinition } from '../../../src/core/lint/fix-definition.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';
import { file } from '../../support/linted.ts';

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

  test('makes a comment of a field that is stated again', () => {
    expect(fixed(lines('---', 'name: reviewer', 'color: red', 'color: blue', 'description: d', '---', '')).text).toBe(
      lines('---', 'name: reviewer', 'color: red', '# color: blue', 'description: d', '---', ''),
    );
  });

  test('closes frontmatter that is never closed, before the body', () => {
    const before = lines('---', 'name: reviewer', 'description: d', '', '# Look', '');
    expect(fixed(before)).toEqual({
      text: lines('---', 'name: reviewer', 'description: d', '', '---', '# Look', ''),
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
  const format = fc.constantFrom(...HARNESSES.map(({ id }) => id));

  test('law: fixing twice is fixing once, the body stays, and so do the values', () => {
    fc.assert(
      fc.property(text, format, (before, harness) => {
        const { text: after, applied } = fixDefinition(before, '/p/x.md', harness);
        expect(applied.length > 0).toBe(after !== before);
        expect(fixDefinition(after, '/p/x.md', harness)).toEqual({ text: after, applied: [] });
        const [old, now] = [parseDefinition(before, '/p/x.md'), parseDefinition(after, '/p/x.md')];
        expect(now.body).toBe(old.body);
        expect(Object.keys(now.frontmatter)).toEqual(Object.keys(old.frontmatter));
        const codes = new Set(applied.map(({ code }) => code));
        if (![...codes].some((code) => !code.startsWith('frontmatter/')))
          expect(now.frontmatter).toEqual(old.frontmatter);
        if (codes.has('frontmatter/not-yaml')) expect(now.repairs).toEqual([]);
      }),
      { numRuns: 300 },
    );
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
