import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withKeptText, withTextOf } from '../../../src/core/definition/kept-text.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';

/** Keeps a text as it is, and counts how often it is asked for. */
function counting() {
  const asked = { count: 0 };
  const keep = (text: string) => () => {
    asked.count += 1;
    return text;
  };
  return { asked, keep };
}

const FENCED = fc
  .tuple(fc.array(fc.constantFrom('name: fox', 'description: a: b', 'tools: [Read]', 'color', '- x')), fc.string())
  .map(([lines, body]) => `---\n${lines.join('\n')}\n---\n${body}`);

describe('withKeptText', () => {
  test('says the same as the definition it was made of', () => {
    fc.assert(
      fc.property(fc.oneof(FENCED, fc.string()), fc.constantFrom('/a/fox.md', '/a/fox.toml'), (text, path) => {
        const parsed = parseDefinition(text, path);
        expect(withKeptText(parsed, text, counting().keep)).toEqual(parsed);
      }),
    );
  });

  test('asks for the text only when a part of it is looked at', () => {
    const text = '---\nname: fox\ndescription: Digs\n---\nDig deep.\n';
    const { asked, keep } = counting();
    const kept = withKeptText(parseDefinition(text, '/fox.md'), text, keep);
    const placed = withTextOf(kept, { id: 'a' });
    expect([kept.name, placed.id, asked.count]).toEqual(['fox', 'a', 0]);
    expect([placed.body, placed.frontmatterRaw + placed.body, asked.count]).toEqual(['Dig deep.\n', text, 3]);
  });

  test('gives its parts to a spread, which a later text does not change', () => {
    const text = '---\nname: fox\n---\nDig.\n';
    const kept = withKeptText(parseDefinition(text, '/fox.md'), text, counting().keep);
    const fixed = { ...kept, ...parseDefinition('---\nname: owl\n---\nFly.\n', '/fox.md') };
    expect(withTextOf(fixed, { id: 'a' })).toEqual({
      id: 'a',
      frontmatterRaw: '---\nname: owl\n---\n',
      body: 'Fly.\n',
    });
  });
});
