import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WORDS } from './one-word.ts';

const PAGE = readFileSync('docs/glossary.md', 'utf8');
const CODE = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');

const rows = PAGE.split('\n').filter((line) => line.startsWith('| **'));
const cells = rows.map((row) =>
  row
    .slice(1, -1)
    .split(' | ')
    .map((cell) => cell.trim()),
);
const words = cells.flatMap(([word = '']) => [...word.matchAll(/\*\*(.+?)\*\*/g)].map(([, one = '']) => one));

test('every word stands there once', () => {
  expect(words.length).toBeGreaterThan(40);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
});

test('every word that what people read keeps to is there', () => {
  const kept = WORDS.flatMap(([said]) => said.split(/[,:] /));
  expect(kept.filter((word) => !words.includes(word))).toEqual([]);
});

test('every word says what it is, and what the code calls it', () => {
  expect(cells.filter((row) => row.length !== 3 || row.some((cell) => cell === ''))).toEqual([]);
});

test('every name of the code is one', () => {
  const names = cells.flatMap(([, , code = '']) => [...code.matchAll(/`(.+?)`/g)].map(([, name = '']) => name));
  const isName = (name: string) =>
    new RegExp(`export (?:interface|type|const|function|class) ${name}\\b|'${name}'|readonly ${name}\\??:`).test(CODE);
  expect(names.filter((name) => !isName(name))).toEqual([]);
});

test('no meaning names by another word what has one here', () => {
  const wrong = cells.flatMap(([, meaning = '']) =>
    WORDS.flatMap(([word, not]) => (not.test(meaning.replace(/`[^`]+`/g, '')) ? [`${word}: ${meaning}`] : [])),
  );
  expect(wrong).toEqual([]);
});
