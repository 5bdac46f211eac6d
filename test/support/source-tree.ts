import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

/** A node of a syntax tree, whose kind tells what else it has. */
export type SyntaxNode = { readonly type: string; readonly [property: string]: unknown };

/** A file of the program as a syntax tree. */
export interface SourceTree {
  /** Path below `src`, with `/`. */
  readonly path: string;
  /** All nodes, each before those inside it. */
  readonly nodes: readonly SyntaxNode[];
  /** The text that a node stands for, types taken out. */
  readonly textOf: (node: SyntaxNode) => string;
}

let trees: readonly SourceTree[] | null = null;

/** Every file of `src`, types taken out. Several tests look at all of them, and reading them takes more than a second. */
export function sourceTrees(): readonly SourceTree[] {
  trees ??= readTrees();
  return trees;
}

function readTrees(): readonly SourceTree[] {
  const src = fileURLToPath(new URL('../../src', import.meta.url));
  const paths = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  return paths.sort().map((path) => {
    const { code } = transformSync(readFileSync(join(src, path), 'utf8'), {
      loader: path.endsWith('x') ? 'tsx' : 'ts',
      jsx: 'automatic',
      target: 'esnext',
      charset: 'utf8',
    });
    const nodes = nodesOf(code);
    const textOf = ({ start, end }: SyntaxNode) => code.slice(start as number, end as number);
    return { path: path.replaceAll('\\', '/'), nodes, textOf };
  });
}

/** All nodes of a module in JavaScript, each before those inside it. */
export function nodesOf(code: string): readonly SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  collect(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), nodes);
  return nodes;
}

function collect(value: unknown, nodes: SyntaxNode[]): void {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
  if ('type' in value) nodes.push(value as SyntaxNode);
  for (const inner of Object.values(value)) collect(inner, nodes);
}
