import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const inFolder = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
const documents = [...readdirSync(ROOT), ...['docs', 'src'].flatMap(inFolder)].filter((path) => path.endsWith('.md'));

test.each(documents)('%s links to what is there', (path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const links = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g)].map(([, to = '']) => to);
  const inside = links.filter((to) => !/^[a-z]+:/.test(to));
  expect(inside.filter((to) => !existsSync(join(ROOT, dirname(path), to)))).toEqual([]);
});
