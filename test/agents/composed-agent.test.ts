import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { bundledLibrary, LIBRARY } from '../support/bundled-library.ts';
import { gitRepository } from '../support/git-repository.ts';
import { runAgents } from '../support/run-agents.ts';

const RECIPES = '.recipes';
const made = readdirSync(join(LIBRARY, RECIPES)).map((file) => file.replace(/\.yaml$/, ''));

/** A repository with the library in it, and nothing that is known of it elsewhere. */
function copiedLibrary(): string {
  const files = readdirSync(LIBRARY, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const texts = paths.map((path) => [join('agents', relative(LIBRARY, path)), readFileSync(path, 'utf8')] as const);
  return gitRepository(Object.fromEntries(texts));
}

test('the architect of back ends is made from others', () => {
  expect(made).toEqual(['backend-architect']);
});

test.each(made)('%s is what its recipe builds, to the byte', async (name) => {
  const built = await runAgents(copiedLibrary(), ['compose', '--recipe', `agents/${RECIPES}/${name}.yaml`, '-o', '-']);
  expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: '' });
  expect(built.out).toBe(readFileSync(join(LIBRARY, `${name}.md`), 'utf8'));
});

test('what was taken is what its agents say today: agents update agents/NAME.md', async () => {
  const { code, out } = await runAgents(copiedLibrary(), ['status', '--check']);
  expect(out).toBe(`${made.length} composition checked\n`);
  expect(code).toBe(0);
});

test('a recipe is no agent', async () => {
  const { out } = await runAgents(copiedLibrary(), ['list', '--source', 'agents', '--json']);
  const names = JSON.parse(out).map(({ name }: { readonly name: string }) => name);
  expect(names.sort()).toEqual(bundledLibrary().map(({ definition }) => definition.name));
});
