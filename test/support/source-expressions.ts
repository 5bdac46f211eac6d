import { type SourceTree, type SyntaxNode, sourceTrees } from './source-tree.ts';

/** A regular expression as it stands in the program, or as it is put together there. */
export interface SourceExpression {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

/** What could be found out about the regular expressions of the program. */
interface SourceExpressions {
  readonly known: readonly SourceExpression[];
  /** Calls of `RegExp` with a text that is known only when the program runs: the path, and the call as it is written. */
  readonly unknown: readonly { readonly path: string; readonly call: string }[];
}

/** All regular expressions of `src`: literals, and calls of `RegExp` with constant text. */
export function sourceExpressions(): SourceExpressions {
  const known: SourceExpression[] = [];
  const unknown: { readonly path: string; readonly call: string }[] = [];
  for (const tree of sourceTrees()) {
    const constants = constantsOf(tree);
    for (const node of tree.nodes) {
      const literal = node.regex as { readonly pattern: string; readonly flags: string } | undefined;
      if (literal) known.push({ path: tree.path, source: literal.pattern, flags: literal.flags });
      if (!isCallOfRegExp(node)) continue;
      const [pattern, flags] = node.arguments as readonly SyntaxNode[];
      const source = pattern && constantText(pattern, constants);
      const set = flags ? constantText(flags, constants) : '';
      if (source === undefined || set === undefined) unknown.push({ path: tree.path, call: tree.textOf(node) });
      else known.push({ path: tree.path, source, flags: set });
    }
  }
  return { known, unknown };
}

function isCallOfRegExp({ type, callee }: SyntaxNode): boolean {
  return (type === 'NewExpression' || type === 'CallExpression') && (callee as SyntaxNode).name === 'RegExp';
}

type Constants = ReadonlyMap<string, SyntaxNode>;

/** What constants are set to, by their names; those of a name that stands for two are left out. */
function constantsOf({ nodes }: SourceTree): Constants {
  const constants = new Map<string, SyntaxNode>();
  const twice = new Set<string>();
  for (const { type, kind, declarations } of nodes) {
    if (type !== 'VariableDeclaration' || kind !== 'const') continue;
    for (const { id, init } of declarations as readonly SyntaxNode[]) {
      const { name } = id as SyntaxNode;
      if (typeof name !== 'string') continue;
      if (constants.has(name)) twice.add(name);
      if (init) constants.set(name, init as SyntaxNode);
    }
  }
  for (const name of twice) constants.delete(name);
  return constants;
}

/** The text that an expression always has; for a regular expression the text it is made of. */
function constantText(node: SyntaxNode, constants: Constants): string | undefined {
  const read = (inner: unknown) => constantText(inner as SyntaxNode, constants);
  switch (node.type) {
    case 'Literal': {
      const { regex, value } = node;
      return regex ? (regex as { pattern: string }).pattern : typeof value === 'string' ? value : undefined;
    }
    case 'Identifier': {
      const value = constants.get(node.name as string);
      return value && read(value);
    }
    case 'BinaryExpression':
      return node.operator === '+' ? joined([read(node.left), read(node.right)]) : undefined;
    case 'TaggedTemplateExpression':
      return isRawTag(node.tag as SyntaxNode) ? templateText(node.quasi as SyntaxNode, 'raw', read) : undefined;
    case 'TemplateLiteral':
      return templateText(node, 'cooked', read);
    default:
      return undefined;
  }
}

function isRawTag({ object, property }: SyntaxNode): boolean {
  return (object as SyntaxNode | undefined)?.name === 'String' && (property as SyntaxNode | undefined)?.name === 'raw';
}

function templateText(
  { quasis, expressions }: SyntaxNode,
  kind: 'raw' | 'cooked',
  read: (inner: unknown) => string | undefined,
): string | undefined {
  const values = (expressions as readonly SyntaxNode[]).map(read);
  const texts = (quasis as readonly SyntaxNode[]).map(({ value }) => (value as Record<typeof kind, string>)[kind]);
  return joined(texts.flatMap((text, at) => (at < values.length ? [text, values[at]] : [text])));
}

function joined(texts: readonly (string | undefined)[]): string | undefined {
  return texts.includes(undefined) ? undefined : texts.join('');
}
