import { describe, expect, test } from 'vitest';
import { INHERIT } from '../../../src/core/definition/tools.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';

const ROLE = [
  'name = "scout"',
  "description = 'Looks around.'",
  'model = "gpt-5.4"',
  'developer_instructions = """',
  'You look: around.',
  '',
  '# Report',
  '"""',
  '',
].join('\n');

describe('a Codex role', () => {
  test('has its prompt in developer_instructions', () => {
    expect(parseDefinition(ROLE, 'x.toml')).toMatchObject({
      name: 'scout',
      nameInferred: false,
      description: 'Looks around.',
      model: 'gpt-5.4',
      tools: INHERIT,
      frontmatterRaw: ROLE,
      body: 'You look: around.\n\n# Report\n',
      bodyLine: 5,
      repairs: [],
      diagnostics: [],
    });
  });

  test('keeps dates, large numbers and prototype names as data', () => {
    const text = 'since = 2024-05-06\nlarge = 9007199254740993\n__proto__ = 1\n[constructor]\nx = 1\n';
    const { frontmatter } = parseDefinition(text, 'x.toml');

    expect(Object.entries(frontmatter)).toEqual([
      ['since', '2024-05-06'],
      ['large', '9007199254740993'],
      ['__proto__', 1],
      ['constructor', { x: 1 }],
    ]);
  });

  test('is read line by line where the TOML is broken', () => {
    const definition = parseDefinition(`${ROLE}color = red\n[table]\nname = "other"\n`, 'x.TOML');

    expect(definition).toMatchObject({
      name: 'scout',
      description: 'Looks around.',
      body: 'You look: around.\n\n# Report\n',
      diagnostics: [{ code: 'frontmatter/not-toml', severity: 'error', line: 9, column: 9 }],
    });
    expect(definition.repairs.map(({ field }) => field)).toEqual([
      'name',
      'description',
      'model',
      'developer_instructions',
    ]);
  });

  test('is recovered from its top-level strings only, the first of each', () => {
    const lines = [
      'prompt = """',
      'name = "inside"',
      '"""',
      'name = "scout"',
      'name = "other"',
      '[table]',
      'model = "m"',
    ];
    expect(parseDefinition(lines.join('\n'), 'x.toml').frontmatter).toEqual({
      prompt: 'name = "inside"\n',
      name: 'scout',
    });
  });

  test('keeps a prompt that is never closed', () => {
    expect(parseDefinition('developer_instructions = """\nYou "look".\n', 'x.toml').body).toBe('You "look".\n');
  });

  test('says what is missing', () => {
    const { name, diagnostics } = parseDefinition('model = "m"\n', '/p/scout.toml');

    expect(name).toBe('scout');
    expect(diagnostics.map(({ code }) => code)).toEqual(['name/missing', 'description/missing', 'body/empty']);
  });

  test('nests only so deep', () => {
    const { diagnostics } = parseDefinition(`a${'.a'.repeat(5000)} = 1\n`, 'x.toml');
    expect(diagnostics[0]?.code).toBe('frontmatter/too-large');
  });
});
