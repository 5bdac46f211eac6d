import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const INDEX = readFileSync('docs/README.md', 'utf8');
const pages = readdirSync('docs').filter((name) => name.endsWith('.md') && name !== 'README.md');
const rows = INDEX.split('\n').filter((line) => line.startsWith('|'));
const linked = rows.flatMap((row) => [...row.matchAll(/\]\(([^)#]+)/g)].map(([, to = '']) => to));

test('the index leads to every page, once', () => {
  expect(linked.filter((to) => pages.includes(to)).sort()).toEqual([...pages].sort());
});

test('the README leads to the index', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('(docs/README.md)');
});
