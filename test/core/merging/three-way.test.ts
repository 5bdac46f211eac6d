import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasConflict, hasMarkers, mergedText, mergeThreeWays } from '../../../src/core/merging/three-way.ts';

const file = (fields: readonly string[], ...body: readonly string[]) =>
  ['---', ...fields, '---', '', ...body, ''].join('\n');
const FIELDS = ['name: smith', 'description: Forges', 'model: opus'];
const BASE = file(FIELDS, '## Anvil', '', '- Strike', '- Turn', '', '## Fire', '', 'Hot.');

describe('mergeThreeWays', () => {
  test('takes what either side changed', () => {
    const ours = BASE.replace('Hot.', 'Hot, by hand.').replace('model: opus', 'model: sonnet');
    const theirs = BASE.replace('- Strike', '- Strike hard');

    expect(mergeThreeWays(BASE, ours, theirs)).toEqual([
      {
        kind: 'stable',
        text: file(
          ['name: smith', 'description: Forges', 'model: sonnet'],
          '## Anvil',
          '',
          '- Strike hard',
          '- Turn',
          '',
          '## Fire',
          '',
          'Hot, by hand.',
        ),
      },
    ]);
  });

  test('shows all three where both changed one line', () => {
    const merged = mergeThreeWays(BASE, BASE.replace('Strike', 'Hit'), BASE.replace('Strike', 'Beat'));

    expect(merged.filter(({ kind }) => kind === 'conflict')).toEqual([
      { kind: 'conflict', ours: '- Hit\n', base: '- Strike\n', theirs: '- Beat\n' },
    ]);
    expect(mergedText(merged)).toContain(
      [
        '## Anvil',
        '',
        '<<<<<<< yours',
        '- Hit',
        '||||||| taken',
        '- Strike',
        '=======',
        '- Beat',
        '>>>>>>> sources',
        '- Turn',
      ].join('\n'),
    );
    expect(hasMarkers(mergedText(merged))).toBe(true);
    expect(hasMarkers(BASE)).toBe(false);
  });

  test('neighbouring lines that one side each changed are no conflict', () => {
    const merged = mergeThreeWays(BASE, BASE.replace('Strike', 'Hit'), BASE.replace('Turn', 'Rotate'));

    expect(mergedText(merged)).toContain('- Hit\n- Rotate\n');
    expect(hasConflict(merged)).toBe(false);
  });

  test('a line taken out beside a changed one is no conflict', () => {
    const merged = mergeThreeWays(BASE, BASE.replace('- Strike\n', ''), BASE.replace('Turn', 'Rotate'));

    expect(merged).toEqual([{ kind: 'stable', text: BASE.replace('- Strike\n- Turn', '- Rotate') }]);
  });

  test('what both changed alike is no conflict', () => {
    const both = BASE.replace('Strike', 'Hit').replace('opus', 'haiku');

    expect(mergeThreeWays(BASE, both, both.replace('Hot', 'Warm'))).toEqual([
      { kind: 'stable', text: both.replace('Hot', 'Warm') },
    ]);
  });

  test.each([
    [
      'a field changed beside a changed one',
      { ours: ['model: haiku'], theirs: ['model: opus', 'hooks: a'] },
      'model: haiku\nhooks: a',
    ],
    [
      'a field taken out by hand',
      { ours: [], theirs: ['model: opus', 'hooks: a'] },
      'description: Forges\nhooks: a\n---',
    ],
    [
      'a field that the ingredients lost',
      { ours: ['model: opus', 'mine: 1'], theirs: [] },
      'description: Forges\nmine: 1\n---',
    ],
    [
      'a field of several lines',
      { ours: ['model: opus', 'mine: 1'], theirs: ['model: opus', 'hooks:', '  - a'] },
      'mine: 1\nhooks:\n  - a\n---',
    ],
  ])('%s', (_name, { ours, theirs }, expected) => {
    const head = FIELDS.slice(0, 2);
    const merged = mergeThreeWays(BASE, file([...head, ...ours], 'x'), file([...head, ...theirs], 'x'));

    expect(
      hasConflict(mergeThreeWays(file(FIELDS, 'x'), file([...head, ...ours], 'x'), file([...head, ...theirs], 'x'))),
    ).toBe(false);
    expect(mergedText(merged)).toContain(expected);
  });

  test('a field that both changed is a conflict by itself', () => {
    const merged = mergeThreeWays(BASE, BASE.replace('opus', 'haiku'), BASE.replace('opus', 'sonnet'));

    expect(merged.filter(({ kind }) => kind === 'conflict')).toEqual([
      { kind: 'conflict', ours: 'model: haiku\n', base: 'model: opus\n', theirs: 'model: sonnet\n' },
    ]);
  });

  test('a frontmatter taken out by hand stays out', () => {
    const ours = BASE.slice(BASE.indexOf('## Anvil'));

    expect(mergedText(mergeThreeWays(BASE, ours, BASE.replace('Hot', 'Warm')))).toBe(ours.replace('Hot', 'Warm'));
  });

  test('is in time for a long text in which every line differs', () => {
    const long = (word: string) => `${word}\n\n`.repeat(300_000);

    expect(hasConflict(mergeThreeWays(long('a'), long('b'), long('c')))).toBe(true);
  });
});

const TEXT = fc
  .array(fc.constantFrom('---', 'name: a', 'name: b', 'tools:', '  - x', '', '- one', '- two', '## H', '======='), {
    maxLength: 14,
  })
  .chain((lines) => fc.constantFrom('', '\n').map((end) => lines.join('\n') + end));

describe('laws', () => {
  test('what only one side changed is that side', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (base, changed) => {
        expect(mergedText(mergeThreeWays(base, changed, base))).toBe(changed);
        expect(mergedText(mergeThreeWays(base, base, changed))).toBe(changed);
      }),
    );
  });

  test('the versions of a conflict and the stable text make up each side', () => {
    fc.assert(
      fc.property(TEXT, TEXT, TEXT, (base, ours, theirs) => {
        const merged = mergeThreeWays(base, ours, theirs);
        const stable = merged.flatMap((chunk) => (chunk.kind === 'stable' ? chunk.text.split('\n') : []));
        // What is put in is marked as its neighbours are.
        const wordsOf = (line: string) => line.replace(/^\s*(?:-|#+)\s+/, '');
        const known = new Set([base, ours, theirs].flatMap((text) => text.split('\n')).map(wordsOf));
        expect(stable.filter((line) => line !== '' && !known.has(wordsOf(line)))).toEqual([]);
        const lines = merged.map((chunk) => (chunk.kind === 'stable' ? chunk.text : chunk.ours)).join('');
        if (base === theirs) expect(lines).toBe(ours);
      }),
    );
  });
});
