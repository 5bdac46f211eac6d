import { readFile } from 'node:fs/promises';
import { parse } from 'acorn';
import { transform } from 'esbuild';

/** What makes a function of a function. */
const MADE_FUNCTIONS = new Set(['once', 'remembered', 'memoTexts']);

/**
 * The names that a module exports: those of functions, as far as can be seen, and of all else.
 *
 * @param {string} path Absolute, of a module in JavaScript or TypeScript.
 * @returns {Promise<{ functions: readonly string[], others: readonly string[] }>}
 * @throws {Error} Where it exports all that another does.
 */
export const exportsOf = remembered(async (path) => {
  const source = await readFile(path, 'utf8');
  const loader = path.endsWith('x') ? 'tsx' : path.endsWith('ts') ? 'ts' : 'js';
  const { code } = await transform(source, { loader, format: 'esm', jsx: 'automatic' });
  const statements = parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body;
  if (statements.some(({ type }) => type === 'ExportAllDeclaration')) {
    throw new Error(`${path}: what it exports is not to be seen in it`);
  }
  const declared = statements.flatMap((statement) => declaredIn(statement.declaration ?? statement));
  const functions = new Set(declared.filter(({ isFunction }) => isFunction).map(({ name }) => name));
  const names = statements.flatMap(exportedBy);
  const isOfFunction = ({ local }) => functions.has(local);
  return {
    functions: names.filter(isOfFunction).map(({ name }) => name),
    others: names.filter((one) => !isOfFunction(one)).map(({ name }) => name),
  };
});

/** The names that a statement declares. */
function declaredIn({ type, declarations, id }) {
  if (type === 'VariableDeclaration') {
    return declarations.map(({ id: { name }, init }) => ({ name, isFunction: isFunction(init) }));
  }
  return id ? [{ name: id.name, isFunction: type === 'FunctionDeclaration' }] : [];
}

/** The names that a statement exports, each with that in the module. */
function exportedBy({ type, declaration, specifiers }) {
  if (type === 'ExportDefaultDeclaration') return [{ name: 'default', local: null }];
  if (type !== 'ExportNamedDeclaration') return [];
  const listed = specifiers.map(({ exported, local }) => ({ name: exported.name, local: local.name }));
  return declaration ? declaredIn(declaration).map(({ name }) => ({ name, local: name })) : listed;
}

const isFunction = (value) =>
  value?.type === 'ArrowFunctionExpression' ||
  value?.type === 'FunctionExpression' ||
  (value?.type === 'CallExpression' && MADE_FUNCTIONS.has(value.callee.name));

/** A function that computes once for each first argument. */
export function remembered(compute) {
  const known = new Map();
  return (key, ...others) => {
    if (!known.has(key)) known.set(key, compute(key, ...others));
    return known.get(key);
  };
}
