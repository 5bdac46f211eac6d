import { expect, test } from 'vitest';
import { shortPath } from '../../../src/app/model/short-path.ts';

const PLACE = { cwd: '/home/ann/p', home: '/home/ann' };

test.each([
  ['/home/ann/p/agents/a.md', 'agents/a.md'],
  ['/home/ann/other/a.md', '~/other/a.md'],
  ['/home/ann/p2/a.md', '~/p2/a.md'],
  ['/home/anna/a.md', '/home/anna/a.md'],
  ['/etc/a.md', '/etc/a.md'],
])('%s is told as %s', (path, short) => {
  expect(shortPath(path, PLACE)).toBe(short);
});

test('without a home folder none is shortened by it', () => {
  expect(shortPath('/home/ann/a.md', { ...PLACE, home: null })).toBe('/home/ann/a.md');
});
