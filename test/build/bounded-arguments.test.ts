import { expect, test } from 'vitest';
import { type SyntaxNode, sourceTrees } from '../support/source-tree.ts';

/**
 * Calls whose arguments come from a list, by their file, with what keeps the list short: a call with more than some 120,000
 * arguments overflows the stack. For lists of any length there is `src/kit/long-lists.ts`.
 */
const SHORT_LISTS: Readonly<Record<string, readonly (readonly [call: string, bound: string])[]>> = {
  'adapters/default-sources.ts': [['join', 'the parts of a folder that a harness looks in, a constant']],
  'adapters/user-folders.ts': [['join', 'what is asked for in our own code']],
  'app/browse/preview-window.ts': [['step', 'the effects of one action']],
  'app/browse/update-search.ts': [['step', 'the effects of one action']],
  'app/browse/update-rivals.ts': [['step', 'the effects of one action']],
  'app/browse/update-twins.ts': [['step', 'the effects of one action']],
  'app/commands/help-page.ts': [
    ['Math.max', 'the syntax of queries, a constant'],
    ['Math.min', 'the groups of keys, four'],
  ],
  'app/commands/update-look.ts': [['step', 'the effects of one action']],
  'app/compare/judged-rows.ts': [['step', 'the effects of one action']],
  'app/compare/topics-asked.ts': [['step', 'the effects of one action']],
  'app/compare/topics.ts': [['shownOf', 'the definitions that are compared or composed from, at most eight']],
  'app/save/form-layout.ts': [['Math.max', 'the choices of a field: one of each agent, at most eight, and a few more']],
  'app/save/landing.ts': [['step', 'the effects of one action']],
  'app/update.ts': [['step', 'the effects of one action']],
  'cli/lint/code-words.ts': [['Math.max', 'the codes of lint and the names of severities, constants']],
  'core/naming/nearest-name.ts': [['Math.min', 'the words of a code, and the codes of lint']],
  'core/lint/fix-definition.ts': [['applied.push', 'the fields that one repair is for, at most two']],
  'core/merging/three-way.ts': [
    ['conflictOf', 'three versions'],
    ['regions', 'three versions'],
    ['Math.min', 'three versions'],
  ],
  'kit/memo.ts': [['compute', 'the arguments of a function of ours']],
  'kit/sort-in-steps.ts': [['merged.push', 'one run, a slice of constant length']],
  'ui/linear/browse-lines.ts': [['sentences', 'the lines of what was saved, or of an empty list: a few of our own']],
  'ui/linear/compare-lines.ts': [['sentences', 'the columns of a comparison, at most eight']],
  'ui/linear/dialog-lines.ts': [
    ['lines.slice', 'the first row of a problem and the one after its last'],
    ['sentences', 'the words of one question'],
  ],
  'usecases/load-library.ts': [['builder.build', 'two lists, themselves two arguments']],
};

test('no call takes its arguments from a list without bound', () => {
  const found = sourceTrees().flatMap(({ path, nodes, textOf }) =>
    nodes.filter(takesAList).map(({ callee }) => `${path}: ${textOf(callee as SyntaxNode)}`),
  );
  const allowed = Object.entries(SHORT_LISTS).flatMap(([path, calls]) => calls.map(([call]) => `${path}: ${call}`));
  expect([...new Set(found)].sort()).toEqual(allowed.sort());
});

function takesAList({ type, callee, arguments: given }: SyntaxNode): boolean {
  if (type !== 'CallExpression' && type !== 'NewExpression') return false;
  const { property } = callee as SyntaxNode;
  return (
    (given as readonly SyntaxNode[]).some((one) => one.type === 'SpreadElement') ||
    (property as SyntaxNode | undefined)?.name === 'apply'
  );
}
