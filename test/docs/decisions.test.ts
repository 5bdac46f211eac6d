import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = new URL('../../docs/decisions/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');
const files = readdirSync(FOLDER).filter((name) => /^\d{4}-/.test(name));
const rows = [...read('README.md').matchAll(/^\| (?:\[(\d{4})\]\((\S+)\)|(\d{4})) \| (.+) \| (.+) \|$/gm)].map(
  ([, linked, file = null, bare = '', title = '', state = '']) => ({ number: linked ?? bare, file, title, state }),
);

test('the index lists every record under its title, with the state it states', () => {
  const stated = files.map((file) => {
    const [, title = '', state = ''] = /^# (.+)\n\nState: (.+)\.\n/.exec(read(file)) ?? [];
    return { number: file.slice(0, 4), file, title, state };
  });
  expect(rows.filter(({ file }) => file !== null)).toEqual(stated);
  for (const { file, state } of stated) expect(state, file).toMatch(/^(in force|replaced by \d{4})$/);
});

test('numbers go up by one; one without a record says why there is none', () => {
  expect(rows.map(({ number }) => Number(number))).toEqual(rows.map((_, index) => index + 1));
  for (const { file, number, state } of rows) if (file === null) expect(state, number).toMatch(/: \S+ \S+/);
});

test('a record that replaces another is there', () => {
  for (const { state } of rows) {
    const [, next] = /^replaced by (\d{4})$/.exec(state) ?? [];
    if (next !== undefined) expect(rows.map(({ number }) => number)).toContain(next);
  }
});
