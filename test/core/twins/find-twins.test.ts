import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../../src/adapters/node-file-system.ts';
import type { AgentDefinition } from '../../../src/core/definition/agent-definition.ts';
import { addedSources } from '../../../src/core/library/added-source.ts';
import { findTwins, type TwinGroup } from '../../../src/core/twins/find-twins.ts';
import { readLibrary } from '../../../src/usecases/load-library.ts';
import { aDefinition } from '../../support/a-definition.ts';

/** A text of so many words, none of which another text has. */
const prose = (title: string, words: number): string =>
  Array.from({ length: words }, (_, at) => `${title}${at}${at % 9 === 8 ? '.\n' : ''}`).join(' ');

const named = (name: string, body: string, parts: Partial<AgentDefinition> = {}) =>
  aDefinition({ name, body, ...parts });

const twinsAmong = (bodies: Readonly<Record<string, string>>) =>
  findTwins(Object.entries(bodies).map(([name, body]) => named(name, body)));

const names = ({ definitions }: TwinGroup) => definitions.map((id) => id.replace('project:', '')).join(' ');
const shown = (groups: readonly TwinGroup[]) => groups.map((group) => `${group.kind}: ${names(group)}`);

const LONG = prose('rule', 200);

describe('findTwins', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['no definitions', {}, []],
    ['different texts', { a: prose('x', 50), b: prose('y', 50) }, []],
    ['blank bodies, which say nothing', { a: '', b: '', c: ' \n' }, []],
    ['one short body', { a: 'Be kind.', b: 'Be kind.' }, ['exact: a b']],
    ['a body without words', { a: '---', b: '---\n' }, ['exact: a b']],
    ['other line ends', { a: LONG, b: LONG.replaceAll('\n', ' \r\n') }, ['exact: a b']],
    ['other case and markup', { a: LONG, b: `# ${LONG.toUpperCase()}` }, ['near: a b']],
    ['a paragraph more', { a: LONG, b: LONG + prose('more', 40) }, ['near: b a']],
    ['a chain of small changes', { a: LONG, b: LONG + prose('m', 60), c: LONG + prose('m', 140) }, ['near: c b a']],
    ['half of the text replaced', { a: LONG, b: prose('rule', 100) + prose('new', 100) }, []],
    ['a text inside a much larger one', { small: LONG, large: prose('x', 300) + LONG }, ['contained: large small']],
    ['a few words inside a large one', { small: prose('rule', 20), large: LONG }, []],
    [
      'several larger ones, of which the smallest is named',
      { small: LONG, large: prose('x', 300) + LONG, larger: prose('y', 900) + LONG },
      ['contained: large small'],
    ],
    [
      'twins inside of twins, for which one stands',
      { a: LONG, b: `${LONG}\n`, c: prose('x', 400) + LONG, d: prose('x', 402) + LONG },
      ['exact: a b', 'near: d c', 'contained: d a'],
    ],
    ['a near group with exact twins in it', { a: LONG, b: LONG, c: `${LONG} or so` }, ['exact: a b', 'near: c a b']],
    [
      'a text in a script without spaces',
      { a: '请保持简短并且友好'.repeat(2), b: '请保持简短,并且友好!'.repeat(2) },
      ['near: a b'],
    ],
  ])('%s', (_name, bodies, expected) => {
    expect(shown(twinsAmong(bodies))).toEqual(expected);
  });

  test('says how alike they are', () => {
    const [near] = twinsAmong({ a: LONG, b: `${LONG} ${prose('more', 50)}` });
    const [contained] = twinsAmong({ a: LONG, b: `${prose('rule', 190)} ${prose('other', 400)}` });
    expect(near).toMatchObject({ kind: 'near', similarity: 197 / 247 });
    expect(contained).toMatchObject({ kind: 'contained', similarity: 187 / 197 });
  });

  test('tells the same file from the same body', () => {
    const one = named('a', LONG, { frontmatterRaw: '---\nname: a\n---\n' });
    const copy = { ...one, id: 'user:a', path: '/u/a.md' };
    const other = named('b', LONG);
    expect(findTwins([one, copy])).toEqual([
      { kind: 'exact', definitions: ['project:a', 'user:a'], similarity: 1, sameFile: true },
    ]);
    expect(findTwins([one, copy, other])).toMatchObject([{ kind: 'exact', sameFile: false }]);
  });

  test('puts the file that states the most first', () => {
    expect(
      shown(
        findTwins([
          named('a', LONG),
          named('b', LONG, { frontmatter: { name: 'b', description: 'b', model: 'opus' } }),
        ]),
      ),
    ).toEqual(['exact: b a']);
  });

  const words = fc.array(fc.constantFrom(...'read write test plan the a code every never first'.split(' ')), {
    minLength: 1,
    maxLength: 40,
  });

  test('law: a text and its copy in other white space and case are twins', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '\n', '\r\n', ' \t\n', ' * '), fc.boolean(), (text, space, loud) => {
        const copy = text.join(space);
        const groups = twinsAmong({ a: text.join(' '), b: loud ? copy.toUpperCase() : copy });
        expect(groups).toMatchObject([{ similarity: 1 }]);
        expect(groups[0]?.kind).not.toBe('contained');
      }),
    );
  });

  test('law: the order of the definitions does not matter', () => {
    const library = fc.array(words, { maxLength: 12 }).chain((texts) => {
      const definitions = texts.map((text, at) => named(`n${at}`, text.join(' ')));
      return fc.tuple(fc.constant(definitions), fc.shuffledSubarray(definitions, { minLength: definitions.length }));
    });
    fc.assert(
      fc.property(library, ([definitions, shuffled]) => {
        expect(findTwins(shuffled)).toEqual(findTwins(definitions));
      }),
    );
  });

  test('law: a group has at least two definitions, each once, and none has two groups of a kind but pairs', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (texts) => {
        const groups = findTwins(texts.map((text, at) => named(`n${at}`, text.join(' '))));
        for (const { definitions } of groups) expect(new Set(definitions).size).toBeGreaterThanOrEqual(2);
        for (const kind of ['exact', 'near']) {
          const ids = groups.filter((group) => group.kind === kind).flatMap(({ definitions }) => definitions);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
    );
  });

  test.each<[string, number, (at: number) => string]>([
    ['the same', 4_000, () => LONG],
    ['almost the same', 4_000, (at) => `${LONG} number${at}`],
    ['half the same', 4_000, (at) => LONG + prose(`own${at}x`, 200)],
    ['very short', 4_000, (at) => `Be kind ${at}`],
    ['one endless word', 2, () => 'x'.repeat(2_000_000)],
    ['one line of two million characters', 2, (at) => `${'a b '.repeat(500_000)}${at}`],
  ])(
    'does not take long where texts are %s',
    (_name, count, body) => {
      const definitions = Array.from({ length: count }, (_, at) => named(`n${at}`, body(at)));
      const started = performance.now();
      findTwins(definitions);
      // Comparing each with each would take minutes.
      expect(performance.now() - started).toBeLessThan(8_000);
    },
    20_000,
  );
});

const corpus = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));

describe.runIf(existsSync(corpus))('twins of real definitions', () => {
  test('are found wherever two bodies are the same, and few besides', async () => {
    const { definitions } = await readLibrary(nodeFileSystem, addedSources([corpus]));
    const groups = findTwins(definitions);
    const count = (kind: string) => groups.filter((group) => group.kind === kind).length;
    const bodies = definitions.map(({ body }) => body.replaceAll('\r\n', '\n').trim()).filter((body) => body !== '');
    expect(count('exact')).toBeGreaterThan(100);
    expect(
      groups.filter(({ kind }) => kind === 'exact').flatMap((group) => group.definitions).length,
    ).toBeGreaterThanOrEqual(bodies.filter((body, _, all) => all.indexOf(body) !== all.lastIndexOf(body)).length);
    expect(count('near')).toBeGreaterThan(20);
    expect(count('near')).toBeLessThan(60);
    expect(Math.max(...groups.map((group) => group.definitions.length))).toBeLessThan(20);
  }, 30_000);
});
