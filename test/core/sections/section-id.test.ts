import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectionIds, slug } from '../../../src/core/sections/section-id.ts';

describe('slug', () => {
  test.each([
    ['Languages & Frameworks', 'languages-frameworks'],
    ['Don’t do this', 'dont-do-this'],
    ['Node.js / Express', 'node-js-express'],
    ['代码 审查', '代码-审查'],
    ['Über uns', 'über-uns'],
    ['हिन्दी', 'हिन्दी'],
    ['🚀', ''],
    ['--a--', 'a'],
  ])('%j becomes %j', (title, expected) => {
    expect(slug(title)).toBe(expected);
  });

  test('two spellings of one letter are one', () => {
    expect(slug('u\u0308ber')).toBe(slug('\u00fcber'));
  });
});

describe('sectionIds', () => {
  test('puts the id of the section around in front', () => {
    expect(sectionIds().next('core/api', 'Versioning')).toBe('core/api/versioning');
  });

  test('numbers repeated titles', () => {
    const ids = sectionIds();
    expect([ids.next(null, 'Rules'), ids.next(null, 'rules'), ids.next(null, 'Rules:')]).toEqual([
      'rules',
      'rules-2',
      'rules-3',
    ]);
  });

  test('does not give a number away that a title has', () => {
    const ids = sectionIds();
    expect([ids.next(null, 'A 2'), ids.next(null, 'A'), ids.next(null, 'A')]).toEqual(['a-2', 'a', 'a-3']);
  });

  test('calls what has no letters a section', () => {
    expect(sectionIds().next(null, '🚀')).toBe('section');
  });

  test('cuts long titles between words', () => {
    const id = sectionIds().next(null, 'word '.repeat(40));
    expect(id).toBe(Array(12).fill('word').join('-'));
  });

  test('cuts long words without breaking a letter in two', () => {
    expect(sectionIds().next(null, '𝒜'.repeat(80))).toBe('𝒜'.repeat(30));
  });

  test('stops growing with depth', () => {
    const { next } = sectionIds();
    let id = next(null, 'b'.repeat(60));
    for (let depth = 0; depth < 40; depth += 1) id = next(id, 'b'.repeat(60));
    expect(id.length).toBeLessThan(320);
  });

  test('law: no two are equal', () => {
    const title = fc.constantFrom('a', 'a 2', 'a-2', 'b'.repeat(70), '🚀', 'section');
    fc.assert(
      fc.property(fc.array(title, { maxLength: 60 }), (titles) => {
        const { next } = sectionIds();
        const path: string[] = [];
        for (const each of titles) path.push(next(path.at(-1) ?? null, each));
        const flat = titles.map((each) => next(null, each));
        expect(new Set([...path, ...flat]).size).toBe(titles.length * 2);
      }),
    );
  });
});
