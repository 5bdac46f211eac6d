import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPortable, portableName, portablePlace } from '../../../src/core/recipe/portable-name.ts';

test.each([
  ['agents/forge.md', { source: null, path: 'agents/forge.md' }],
  ['bundled:forge.md', { source: 'bundled', path: 'forge.md' }],
  ['user/opencode:team/forge.md', { source: 'user/opencode', path: 'team/forge.md' }],
  ['project:a:b/forge.md', { source: null, path: 'a:b/forge.md' }],
])('%s is a place', (name, place) => {
  expect(portablePlace(name)).toEqual(place);
  expect(portableName(place)).toBe(name);
});

test.each([
  '/home/ann/forge.md',
  '../forge.md',
  'agents/../../forge.md',
  'agents/./forge.md',
  'agents//forge.md',
  'agents/',
  '',
  'user:',
  ':forge.md',
  'user:/etc/forge.md',
  'user:../forge.md',
  'C:\\forge.md',
  'C:/forge.md',
  '..\\forge.md',
  'forge\0.md',
  'forge\n.md',
  'a/'.repeat(3000).concat('forge.md'),
])('%j is none', (name) => {
  expect(portablePlace(name)).toBeNull();
  expect(isPortable(name)).toBe(false);
});

test('every place is read back from its name', () => {
  const part = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/[/\\\p{Cc}]|^\.{1,2}$/u.test(text));
  const source = fc.option(fc.string({ minLength: 1 }).filter((text) => !text.includes(':') && text !== 'project'));
  fc.assert(
    fc.property(source, fc.array(part, { minLength: 1, maxLength: 5 }), (from, parts) => {
      const place = { source: from, path: parts.join('/') };
      expect(portablePlace(portableName(place))).toEqual(place);
    }),
  );
});
