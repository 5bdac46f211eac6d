import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
const [, DIAGRAM = ''] = /^```mermaid\n([\s\S]*?)^```$/m.exec(PAGE) ?? [];

type Arrow = readonly [from: string, to: string];

/** The folder of `src` that a path below it is in; what lies in none is a root. */
const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : 'roots');

/** Which folders of `src` import which, types included. */
function importing(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const path of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path)) continue;
    const from = folderOf(path);
    const all = found.get(from) ?? new Set();
    found.set(from, all);
    const text = readFileSync(join(ROOT, 'src', path), 'utf8');
    for (const [, imported = ''] of text.matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)) {
      const to = folderOf(join(dirname(path), imported));
      if (to !== from) all.add(to);
    }
  }
  return found;
}

const drawn = [...DIAGRAM.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(([, from = '', to = '']): Arrow => [from, to]);
const boxes = [...DIAGRAM.matchAll(/^ {2}(\w+)\["(.+)"\]$/gm)].map(([, name = '']) => name);

test('the diagram has a box for every folder of the house and for its roots', () => {
  const config = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs'));
  const rules: readonly { readonly name: string }[] = config.forbidden;
  const rooms = rules.flatMap(({ name }) =>
    [...name.matchAll(/^(\S+) must not import (\S+) \(/g)].flatMap(([, a, b]) => [a, b]),
  );
  const folders = new Set(rooms.flatMap((room) => (room ? [folderOf(`${room}/`)] : [])));
  expect([...boxes].sort()).toEqual(['roots', ...folders].sort());
});

test('its arrows are the imports in src, but for those that lead where others lead too', () => {
  const imports = importing();
  const reach = (from: string): readonly string[] => [...(imports.get(from) ?? [])].flatMap((to) => [to, ...reach(to)]);
  const needed = [...imports].flatMap(([from, all]) =>
    [...all]
      .filter((to) => ![...all].some((other) => other !== to && reach(other).includes(to)))
      .map((to): Arrow => [from, to]),
  );
  expect([...drawn].map(String).sort()).toEqual(needed.map(String).sort());
});

test('no rule of the floors forbids what an arrow stands for', () => {
  const config = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs'));
  const names = new Set((config.forbidden as readonly { readonly name: string }[]).map(({ name }) => name));
  expect(
    drawn.filter(([from, to]) => [...names].some((name) => name.startsWith(`${from} must not import ${to} (`))),
  ).toEqual([]);
  expect(drawn.filter(([from, to]) => names.has(`${from} must not import ${to}`))).toEqual([]);
});

test('it fits on a page', () => {
  expect(PAGE.split('\n').length).toBeLessThan(90);
});
