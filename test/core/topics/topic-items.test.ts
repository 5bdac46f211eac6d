import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSections } from '../../../src/core/sections/split-sections.ts';
import { topicItems } from '../../../src/core/topics/topic-items.ts';

const row = (...bodies: readonly (string | null)[]) => ({
  cells: bodies.map((body) => (body === null ? null : (splitSections(body)[0] ?? null))),
});

const shape = (...bodies: readonly (string | null)[]) =>
  topicItems(row(...bodies)).map(({ text, kind, in: columns }) => `${kind} ${columns.join('')} ${text}`);

describe('the items of a row', () => {
  test.each([
    ['case and punctuation', '## S\n- Rotate keys.\n', '## T\n- rotate keys\n', ['same 01 Rotate keys.']],
    ['markup', '## S\n- Use `git diff`\n', '## T\n- use git diff\n', ['same 01 Use `git diff`']],
    [
      'most of the words',
      '## S\n- Rate limiting and DDoS protection\n',
      '## T\n- Rate limiting for protection\n',
      ['near 01 Rate limiting and DDoS protection'],
    ],
    [
      'few of the words',
      '## S\n- Rate limiting\n',
      '## T\n- Rate of builds that fail\n',
      ['unique 0 Rate limiting', 'unique 1 Rate of builds that fail'],
    ],
    [
      'the same bold title',
      '## S\n- **Caching**: hot rows\n',
      '## T\n- **Cache**: in front of everything\n',
      ['unique 0 **Caching**: hot rows', 'unique 1 **Cache**: in front of everything'],
    ],
    [
      'a bold item and a plain one',
      '## S\n- **Rotate** leaked keys\n',
      '## T\n- rotate leaked keys\n',
      ['same 01 **Rotate** leaked keys'],
    ],
    ['Chinese text', '## S\n- 输入验证和清理\n', '## T\n- 输入验证与清理\n', ['near 01 输入验证和清理']],
  ])('%s', (_, one, two, items) => {
    expect(shape(one, two)).toEqual(items);
  });

  test('numbers and signs make another rule, and none is lost', () => {
    expect(shape('## S\n- Wait 5 s\n- Wait 50 s\n- ✅\n- 1.\n', '## T\n- Wait 50 s\n')).toEqual([
      'unique 0 Wait 5 s',
      'same 01 Wait 50 s',
      'unique 0 ✅',
      'unique 0 1.',
    ]);
    expect(shape('## S\n- Use C#\n', '## T\n- Use C++\n')[0]).not.toMatch(/^same/);
  });

  test('what contradicts each other is one item, with what differs and where', () => {
    const [item] = topicItems(
      row('## S\n- Ask at most 2 questions\n', '## T\n- x y\n', '## U\n- Ask at most 5 questions\n'),
    );
    expect(item).toEqual({
      text: 'Ask at most 2 questions',
      kind: 'conflict',
      in: [0, 2],
      wordings: ['Ask at most 2 questions', 'Ask at most 5 questions'],
      differs: { kind: 'number', one: '2 questions', other: '5 questions', columns: [0, 2] },
    });
  });

  test('a column that says nothing has none', () => {
    expect(shape('## S\n- a b\n', null, '## T\n- a b\n')).toEqual(['same 02 a b']);
  });

  test('a section that is an item is one itself', () => {
    const [list] = splitSections('## S\n- **Keys**: rotate them weekly\n');
    const cells = [list?.sections[0] ?? null];
    expect(topicItems({ cells }).map(({ text }) => text)).toEqual(['**Keys**: rotate them weekly']);
  });

  test('items of one agent are not near each other', () => {
    expect(shape('## S\n- rotate leaked keys\n- rotate leaked keys daily\n', '## T\n- x\n')).toHaveLength(3);
  });

  test('each agent keeps its own wording', () => {
    const [item] = topicItems(row('## S\n- Rotate keys\n', '## T\n- rotate **keys**\n'));
    expect(item?.wordings).toEqual(['Rotate keys', 'rotate **keys**']);
  });
});

test('law: every item is there once for each agent that has it', () => {
  const item = fc.constantFrom('rotate keys', 'Rotate keys!', 'rotate leaked keys', 'pin images', '**Pin**: images');
  const list = fc.array(item, { maxLength: 6 }).map((items) => `## S\n${items.map((one) => `- ${one}\n`).join('')}`);
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), (bodies) => {
      for (const { kind, in: columns, wordings } of topicItems(row(...bodies))) {
        expect(new Set(columns).size).toBe(columns.length);
        expect(wordings).toHaveLength(columns.length);
        expect(kind === 'unique').toBe(columns.length === 1);
      }
    }),
  );
});
