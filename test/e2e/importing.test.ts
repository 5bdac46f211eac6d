import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { nodesOf, type SyntaxNode } from '../support/source-tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULE = readFileSync(join(ROOT, 'dist/api.mjs'), 'utf8');
const PAGE = readFileSync(join(ROOT, 'docs/programming.md'), 'utf8');
const [, SAMPLE = ''] = /^```js\n([\s\S]*?)^```$/m.exec(PAGE) ?? [];
const [, PRINTED = ''] = /^```text\n([\s\S]*?)^```$/m.exec(PAGE) ?? [];

/** A project of somebody who has installed the package. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(files);
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules/agents-workbench'));
  return folder;
}

describe('the module for other programs', () => {
  test('does what the page about it shows', () => {
    const cwd = project({ 'sample.mjs': SAMPLE });
    expect(execFileSync(process.execPath, ['sample.mjs'], { cwd, encoding: 'utf8' })).toBe(PRINTED);
  });

  test.each(['bundler', 'nodenext'])('has types for that page, as %s finds them', (resolution) => {
    const module = resolution === 'nodenext' ? 'nodenext' : 'esnext';
    const compilerOptions = { strict: true, noEmit: true, lib: ['es2023', 'dom'], types: [], target: 'es2023', module };
    const wrong =
      "import { readAgent } from 'agents-workbench';\n// @ts-expect-error A text is wanted.\nreadAgent(1).name;\n";
    const cwd = project({
      'sample.mts': SAMPLE,
      'wrong.mts': wrong,
      'tsconfig.json': JSON.stringify({ compilerOptions: { ...compilerOptions, moduleResolution: resolution } }),
    });
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(execFileSync(process.execPath, [compiler, '-p', '.'], { cwd, encoding: 'utf8' })).toBe('');
  });

  test('imports nothing', () => {
    const nodes = nodesOf(MODULE);
    const imports = nodes.filter(
      ({ type, source }) => /^Import/.test(type) || (/^Export/.test(type) && Boolean(source)),
    );
    const required = nodes.filter(({ type, callee }) => type === 'CallExpression' && isNamed(callee, 'require'));
    expect([...imports, ...required]).toEqual([]);
  });

  test('works where there is nothing but the language', () => {
    const { code } = transformSync(MODULE, { format: 'iife', globalName: 'workbench' });
    const text = readFileSync(join(ROOT, 'agents/backend-architect.md'), 'utf8');
    const work = `
      const { compose, findTopics, lint, readAgent } = workbench;
      const both = [readAgent(text), readAgent('developer_instructions = "# A\\\\n\\\\n- b"', 'a.toml')];
      JSON.stringify([findTopics(both).length > 1, lint(both[1]).length, compose({ merge: both }, { name: 'x' }).problem]);
    `;
    expect(JSON.parse(runInNewContext(`${code}\n${work}`, { text }))).toEqual([true, expect.any(Number), null]);
  });
});

function isNamed(node: unknown, name: string): boolean {
  return (node as SyntaxNode | undefined)?.name === name;
}
