import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fitsGlob } from '../../src/cli/lint/fits-glob.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LOUD = '---\nname: loud\ndescription: "Use it: now"\ncolor: Blue\nmood: sunny\n---\nLook.\n';
const linted = async (settings: string, more: Readonly<Record<string, string>> = {}) =>
  runAgents(temporaryFolder({ '.agents/lint.json': settings, 'team/loud.md': LOUD, ...more }), ['lint', 'team']);

describe('.agents/lint.json', () => {
  test('says how bad a code is, and the nearest one counts', async () => {
    expect((await linted('{}')).out).toContain('1 file: 1 doubtful (and 1 remark');
    const rules = '{ "rules": { "color/case": "off", "field/unknown": "error" } }';
    expect((await linted(rules)).out).toMatch(
      /5:1 {2}error {2}.*field\/unknown\n\n1 file: 1 error; 1 switched off in \.agents\/lint\.json\n$/,
    );
    const nearer = { 'team/.agents/lint.json': '{ "rules": { "color/case": "info" } }' };
    const { code, out } = await linted(rules, nearer);
    expect([code, out]).toEqual([0, '1 file: no problems (and 2 remarks; --severity info shows all)\n']);
  });

  test('leaves files out, those that cannot be read too, and from --fix', async () => {
    const more = {
      'team/clean.md': LOUD.replace('Blue', 'blue').replace('loud', 'clean'),
      'team/vendor/bad.md': 'a\0b',
    };
    const { code, out } = await linted('{ "ignore": ["loud.md", "team/vendor/"] }', more);
    expect([code, out]).toEqual([0, '1 file: no problems (and 1 remark; --severity info shows all)\n']);
    const folder = temporaryFolder({ '.agents/lint.json': '{ "ignore": ["*"] }', 'loud.md': LOUD });
    expect((await runAgents(folder, ['lint', '.', '--fix', '--yes'])).err).toBe('Nothing to fix\n');
  });

  test('tells of no comment on a code that is off', async () => {
    const body = '<!-- agents-lint-ignore model/unknown -->\n';
    const more = { 'team/b.md': `---\nname: b\ndescription: Use it for reviews\ncolor: blue\n---\nLook.\n\n${body}` };
    expect((await linted('{ "rules": { "ignore/unused": "error" } }', more)).out).toContain('error  Nothing of model');
    const rules = '{ "rules": { "ignore/unused": "error", "model/unknown": "off" } }';
    expect((await linted(rules, more)).out).not.toContain('ignore/unused');
  });

  test('has --fix put right nothing that is off, or that the file passes over', async () => {
    const both = LOUD.replace('"Use it: now"', 'Use it: now');
    const folder = temporaryFolder({
      '.agents/lint.json': '{ "rules": { "color/case": "off" } }',
      'a/loud.md': both,
      'b/loud.md': LOUD,
      'c/loud.md': `${LOUD}\n<!-- agents-lint-ignore color/case -->\n`,
    });
    const fixed = async (...args: readonly string[]) => runAgents(folder, ['lint', '--dry-run', ...args]);
    expect((await fixed('a')).out).toMatch(/^-description: Use it: now\n\+description: "Use it: now"\n color: Blue$/m);
    expect(await fixed('b', 'c')).toEqual({ code: 0, out: '', err: 'Nothing to fix\n' });
    writeFileSync(join(folder, '.agents/lint.json'), '{}');
    expect((await fixed('b', 'c')).out.match(/^\+\+\+.*/gm)).toEqual(['+++ b/b/loud.md']);
  });

  test('of a folder around the repository are not its own', async () => {
    const folder = temporaryFolder({
      '.agents/lint.json': '{ "ignore": ["*"] }',
      'repo/.git/HEAD': '',
      'repo/loud.md': LOUD,
    });
    expect((await runAgents(folder, ['lint', 'repo'])).out).toContain('1 file: 1 doubtful');
  });

  test.each([
    ['{\n  "rule": {}\n}', '2:3: there is no key rule; there are rules, ignore, $schema'],
    ['{ "rules": {\n "tools/unknwon": "off" } }', '2:2: there is no code tools/unknwon; the nearest is tools/unknown'],
    ['{ "rules": { "color/case": "loud" } }', '1:14: color/case is one of off, info, warning, error'],
    ['{ "rules": [] }', '1:3: rules are an object of codes'],
    ['{ "ignore": "vendor" }', '1:3: ignore is a list of wildcards such as "vendor/**"'],
    ['[]', '1:1: settings are an object in braces'],
    ['{\n  "rules": {},\n}', '3:1: not valid JSON'],
    ['{ "rules"', '1:10: not valid JSON'],
  ])('says in one line what is wrong with %j', async (settings, words) => {
    expect(await linted(settings)).toEqual({
      code: 2,
      out: '',
      err: `.agents/lint.json:${words}; see agents help lint\n`,
    });
  });
});

test.each([
  ['vendor/a/b.md', 'vendor/**', true],
  ['vendor/a/b.md', 'vendor/', true],
  ['vendors/b.md', 'vendor/', false],
  ['a/vendor/b.md', 'vendor/**', false],
  ['a/vendor/b.md', '**/vendor/**', true],
  ['a/b/c.md', 'c.md', true],
  ['a/b/c.md', '*.md', true],
  ['a/b/c.md', '/*.md', false],
  ['a/b/c.md', 'a/*.md', false],
  ['a/b/c.md', 'a/**/c.?d', true],
  ['a/c.md', 'a/**/c.md', true],
  ['a/b/c.md', './a/*/c*', true],
  ['a/b.mdx', '*.md', false],
  ['a'.repeat(3000), `${'*a'.repeat(500)}b`, false],
])('%j fits %j: %s', (path, glob, expected) => {
  expect(fitsGlob(path, glob)).toBe(expected);
});
