import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/adapters/sha256.ts';
import { composeFile } from '../../../src/core/compose/compose.ts';
import { INHERIT, NO_TOOLS, toolList } from '../../../src/core/definition/tools.ts';
import { parseRecipe } from '../../../src/core/recipe/parse-recipe.ts';
import type { Recipe } from '../../../src/core/recipe/recipe.ts';
import { withPaths } from '../../../src/core/recipe/recipe-paths.ts';
import { ingredientPaths } from '../../../src/core/recipe/refresh-draft.ts';
import { serialiseRecipe } from '../../../src/core/recipe/write-recipe.ts';
import { ARBITRARY_DRAFT } from '../../support/arbitrary-draft.ts';
import { aPassage, aPick, aUnion, savableDraft } from '../../support/savable-draft.ts';

const recipeOf = (draft: Recipe['draft']): Recipe => ({
  target: '/p/smith.md',
  sha256: sha256(composeFile(draft)),
  draft,
});

const SMITH = recipeOf(
  savableDraft({
    picks: [
      aPick({ title: 'At the anvil', originalTitle: 'Anvil', level: 3 }),
      aUnion([
        aPassage({ kind: 'title', index: 0, text: '## Anvil' }),
        aPassage({ text: '- Strike' }),
        aPassage(
          { definition: 'user:forge', path: '/u/forge.md', text: '- Strike' },
          { state: 'redundant', by: { definition: 'project:forge', section: 'anvil', index: 1 } },
        ),
      ]),
    ],
    from: ['project:forge', 'user:forge'],
  }),
);

const TEXT = serialiseRecipe(SMITH, sha256);

describe('laws', () => {
  test('a recipe is read back as it was written, and makes the same file', () => {
    fc.assert(
      fc.property(ARBITRARY_DRAFT, fc.string(), (draft, target) => {
        const recipe = { ...recipeOf(draft), target };
        const reading = parseRecipe(serialiseRecipe(recipe, sha256), sha256);
        expect(reading).toEqual({ kind: 'recipe', form: 1, recipe });
        if (reading.kind === 'recipe') expect(composeFile(reading.recipe.draft)).toBe(composeFile(draft));
      }),
    );
  });

  test('one that travels is read back with what is known of the files it is made from', () => {
    fc.assert(
      fc.property(
        ARBITRARY_DRAFT,
        fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
        (draft, hash) => {
          const named = withPaths(recipeOf(draft), 'agents/smith.md', (path) =>
            path.startsWith('/u') ? 'user:forge.md' : 'forge.md',
          );
          const hashes = new Map(ingredientPaths(named.draft).map((path) => [path, hash]));
          const outlines = new Map([...hashes.keys()].map((path) => [path, ['fire', hash]]));
          const recipe = { ...named, ...(hashes.size > 0 && { hashes, outlines }) };
          const text = serialiseRecipe(recipe, sha256, 2);
          expect(parseRecipe(text, sha256)).toEqual({ kind: 'recipe', form: 2, recipe });
        },
      ),
    );
  });

  test('whatever is done to a recipe, it is read or refused at a place inside it', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(30), fc.string({ maxLength: 12 }), (at, length, put) => {
        const text = TEXT.slice(0, at) + put + TEXT.slice(at + length);
        const reading = parseRecipe(text, sha256);
        if (reading.kind === 'recipe') return;
        expect(reading.reason).not.toContain('\n');
        expect(reading.line).toBeLessThanOrEqual(text.split('\n').length);
      }),
    );
  });
});

test.each([
  ['tools: ""', INHERIT],
  ['tools: Read, Bash(a, b)', toolList(['Read', 'Bash(a, b)'])],
  ['tools: []', NO_TOOLS],
  ['tools: [none]', toolList(['none'])],
  ['tools: none', toolList(['none'])],
])('%s in a recipe, a text in those of before, is %j', (line, expected) => {
  const reading = parseRecipe(TEXT.replace('\ningredients:', `\n${line}\ningredients:`), sha256);
  expect(reading.kind === 'recipe' && reading.recipe.draft.fields.tools).toEqual(expected);
});

test.each([
  ['kept', 'state: redundant', 'state: kept'],
  ['dropped', 'state: redundant', 'state: dropped'],
  ['dropped', 'by: [project:forge, anvil, 1], ', ''],
] as const)('a passage is %s with %j changed by hand to %j', (state, written, byHand) => {
  const reading = parseRecipe(TEXT.replace(written, byHand), sha256);
  const pick = reading.kind === 'recipe' ? reading.recipe.draft.picks[1] : null;
  expect(pick?.kind === 'union' && pick.passages[2]).toMatchObject({ state, by: null });
});

test('reads well: what was picked first, each text once at the end', () => {
  const strike = sha256('- Strike');
  expect(TEXT.split('\n')).toEqual([
    expect.stringMatching(/^# /),
    expect.stringMatching(/^# /),
    'recipe: 1',
    'name: smith',
    'file: /p/smith.md',
    `sha256: ${SMITH.sha256}`,
    'format: claude',
    'description: Use it to forge',
    'ingredients:',
    '  - name: forge',
    '    definition: project:forge',
    '    file: /p/forge.md',
    '  - name: forge (2)',
    '    agent: forge',
    '    definition: user:forge',
    '    file: /u/forge.md',
    'columns:',
    '  - project:forge',
    '  - user:forge',
    'picks:',
    '  - section: anvil',
    '    from: forge',
    '    title: At the anvil',
    '    was: Anvil',
    '    level: 3',
    `    text: ${sha256('## Anvil\n\nStrike.\n')}`,
    '  - union: Anvil',
    '    passages:',
    `      - {state: kept, kind: title, from: forge, section: anvil, index: 0, text: ${sha256('## Anvil')}}`,
    `      - {state: kept, kind: item, from: forge, section: anvil, index: 1, text: ${strike}}`,
    `      - {state: redundant, kind: item, from: forge (2), section: anvil, index: 1, by: [project:forge, anvil, 1], text: ${strike}}`,
    'texts:',
    `  ${sha256('## Anvil\n\nStrike.\n')}: |`,
    '    ## Anvil',
    '',
    '    Strike.',
    expect.stringMatching(/^ {2}[0-9a-f]{64}: '## Anvil'$/),
    expect.stringMatching(/^ {2}[0-9a-f]{64}: '- Strike'$/),
    '',
  ]);
});

test.each([
  ['a level that is none', ['level: 3', 'level: 9'], { line: 25, column: 5 }, 'picks[0].level must be 6 or less; '],
  ['a field left out', ['    title: At the anvil\n', ''], { line: 21, column: 5 }, 'picks[0].title is missing; '],
  ['a field misspelt', ['level: 3', 'levle: 3'], { line: 25, column: 5 }, 'picks[0].levle is no field of a recipe; '],
  [
    'a state that is none',
    ['state: redundant', 'state: gone'],
    { line: 31, column: 10 },
    'picks[1].passages[2].state must be one of kept, ',
  ],
  [
    'an ingredient that is none',
    ['    from: forge\n', '    from: froge\n'],
    { line: 22, column: 5 },
    'picks[0].from is not listed under ingredients; ',
  ],
  [
    'a text changed',
    ['    Strike.', '    Hit.'],
    { line: 33, column: 3 },
    `texts.${sha256('## Anvil\n\nStrike.\n')} does not have the hash `,
  ],
  [
    'a text taken out',
    [/ {2}[0-9a-f]{64}: '- Strike'\n/, ''],
    { line: 30, column: 74 },
    'picks[1].passages[1].text is the hash of no text below; ',
  ],
  [
    'no YAML',
    ['name: smith', 'name: "smith'],
    { line: expect.any(Number), column: expect.any(Number) },
    'no valid YAML: ',
  ],
  ['an alias', ['name: smith', 'name: &a smith\nx: *a'], { line: 5, column: 5 }, 'no valid YAML: '],
  ['a list', [/[\s\S]*/, '- a\n'], { line: 1, column: 1 }, 'a recipe is a map of fields; '],
  ['nothing', [/[\s\S]*/, ''], { line: 1, column: 1 }, 'no valid YAML: '],
  [
    'a version to come',
    ['recipe: 1', 'recipe: 3'],
    { line: 3, column: 1 },
    'recipe: 3 is the form of a newer version of agents; ',
  ],
  ['no version', ['recipe: 1', 'recipe: one'], { line: 3, column: 1 }, 'recipe must be 1 or 2; '],
  [
    'the path of a machine in one that travels',
    ['recipe: 1', 'recipe: 2'],
    { line: 5, column: 1 },
    'file must be a path with / inside the project, or SOURCE:PATH; ',
  ],
] as const)('refuses %s where it stands', (_name, [old, now], place, reason) => {
  const text = TEXT.replace(old, now);
  expect(text).not.toBe(TEXT);

  expect(parseRecipe(text, sha256)).toEqual({ kind: 'refused', ...place, reason: expect.stringContaining(reason) });
});

test('refuses what nests without end', () => {
  expect(parseRecipe(`recipe: ${'['.repeat(100_000)}`, sha256)).toMatchObject({ kind: 'refused' });
});
