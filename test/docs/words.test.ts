import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type SourceTree, type SyntaxNode, sourceTrees } from '../support/source-tree.ts';
import { WORDS } from './one-word.ts';

/** Words that are meant, by file and with the reason. */
const MEANT: readonly (readonly [path: string, words: RegExp, reason: string])[] = [
  [
    'app/compose/update-wording.ts',
    /^Reworded: |can be reworded/,
    'names the act of rewording, not how two texts stand',
  ],
  ['app/compose/toggle-pick.ts', /^pick …$/, 'tells steps of undo apart, and is never shown'],
  ['core/formats/', /./, 'tells what harnesses say and lose, in their words'],
  ['core/topics/', /./, 'words looked for in prompts'],
  ['core/passages/', /./, 'words looked for in prompts'],
  ['core/search/words/', /./, 'words that people type, and what texts say for them'],
  ['core/sections/tag-pairs.ts', /./, 'names of HTML tags'],
  ['core/recipe/recipe-mistakes.ts', /under ingredients$/, 'names the field of the recipe'],
  ['core/recipe/recipe-shape.ts', /\[definition, section(?:, index)?\]/, 'names the field of the recipe'],
  ['cli/commands/status.ts', /^composition$/, 'what a project keeps the recipe of has no shorter name'],
  ['core/lint/problems-page.ts', /`warning` in JSON/, 'says once what JSON calls doubtful'],
];

/** Pages for those who use the program; what is for contributors keeps the words of the code. */
const PAGES = [
  'README.md',
  ...['commands', 'composing', 'configuration', 'continuous-integration', 'keys', 'problems', 'recipes', 'twins'].map(
    (page) => `docs/${page}.md`,
  ),
];

/** Properties whose value is read however short it is. */
const READ = new Set(['hint', 'title', 'label', 'help', 'news', 'act', 'words', 'description']);

describe('one word for one thing', () => {
  test('in all the program says', () => {
    const found = sourceTrees().flatMap((tree) =>
      textsOf(tree).flatMap((text) =>
        MEANT.some(([path, words]) => tree.path.startsWith(path) && words.test(text))
          ? []
          : wrongWords(text).map((wrong) => `${tree.path}: ${wrong}: ${text}`),
      ),
    );
    expect(found).toEqual([]);
  });

  test.each(PAGES)('in %s', (file) => {
    const text = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
    const found = proseOf(text).flatMap((line) => wrongWords(line).map((wrong) => `${wrong}: ${line}`));
    expect(found).toEqual([]);
  });

  test.each([
    ['No definition here', 'agent'],
    ['Your draft of 3 picks', 'take, leave out'],
    ['Drop the column', 'take, leave out'],
    ['United 5 topics', 'merge'],
    ['2 dropped', 'take, leave out'],
    ['Take over?', 'update'],
    ['Leave it as it was', 'keep, back, close'],
    ['Copy the prompt', 'to the clipboard'],
    ['No ingredient has it', 'made from, made here'],
    ['2 warnings', 'problem, error, doubtful'],
  ])('“%s” does not say “%s”', (text, word) => {
    expect(wrongWords(text)).toEqual([expect.stringContaining(`for “${word}”`)]);
  });

  test.each(['Take it, or leave it out', 'Leave out what the others say', 'Mark its twins'])(
    '“%s” is right',
    (text) => {
      expect(wrongWords(text)).toEqual([]);
    },
  );

  test('a title, a hint, a message and what is counted are all read', () => {
    const texts = new Map(sourceTrees().map((tree) => [tree.path, textsOf(tree)]));
    expect(texts.get('app/keys/key-labels.ts')).toContain('Left out');
    expect(texts.get('app/keys/bindings/list-bindings.ts')).toContain('compare');
    expect(texts.get('app/browse/reload-news.ts')).toContain('agent');
    expect(texts.get('cli/recipe-commands.ts')).toContain('list, show or discard');
    expect(texts.get('app/compose/update-union.ts')).toContain('Nobody speaks of this');
    expect(texts.get('app/browse/update-browse.ts')).toContain('… cleared');
  });

  test('every exception is needed', () => {
    const trees = sourceTrees();
    const needless = MEANT.filter(
      ([path, words]) =>
        !trees.some(
          (tree) =>
            tree.path.startsWith(path) && textsOf(tree).some((text) => words.test(text) && wrongWords(text).length > 0),
        ),
    );
    expect(needless).toEqual([]);
  });
});

function wrongWords(text: string): readonly string[] {
  return WORDS.flatMap(([word, pattern]) => {
    const [wrong] = pattern.exec(text) ?? [];
    return wrong === undefined ? [] : [`“${wrong}” for “${word}”`];
  });
}

/** Texts of a file that people read: sentences, names that begin with a capital, and what stands where words are shown. */
function textsOf({ nodes }: SourceTree): readonly string[] {
  const shown = nodes.flatMap((node) => {
    if (node.type === 'Property' && READ.has(nameOf(node.key))) return textOf(node.value);
    const isCount = node.type === 'CallExpression' && nameOf(node.callee) === 'counted';
    return isCount ? textOf((node.arguments as readonly SyntaxNode[])[1]) : [];
  });
  const read = nodes.flatMap(textOf).filter((text) => /\p{L}.*\s.*[\p{L}…]|….*\s.*\p{L}|^\p{Lu}\p{Ll}+$/su.test(text));
  return [...new Set([...shown, ...read])];
}

function textOf(node: unknown): readonly string[] {
  const { type, value } = (node ?? {}) as SyntaxNode;
  if (type === 'Literal' && typeof value === 'string') return [value];
  if (type !== 'TemplateLiteral') return [];
  const parts = (node as { readonly quasis: readonly { readonly value: { readonly cooked: string } }[] }).quasis;
  return [parts.map((part) => part.value.cooked).join('…')];
}

const nameOf = (node: unknown): string => ((node as { readonly name?: string }).name ?? '').toString();

/** The lines of a page without names of code: single words in backticks, and blocks that are data. */
function proseOf(page: string): readonly string[] {
  let fence: string | null = null;
  return page.split('\n').flatMap((line) => {
    const [, mark] = /^\s*```(\w*)/.exec(line) ?? [];
    if (mark !== undefined) {
      fence = fence === null ? mark : null;
      return [];
    }
    if (fence === 'yaml' || fence === 'json') return [];
    return [line.replace(/`[^`\s]+`/g, '')];
  });
}
