import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionsOf } from '../../../src/core/naming/mentions.ts';

/** The mentions in a prompt, each as its form and what it is with its marks. */
const inPrompt = (body: string, name = 'smith') =>
  mentionsOf({ text: body, bodyStart: 0 }, name).map(({ form, from, to }) => `${form} ${body.slice(from, to)}`);

describe('mentionsOf', () => {
  test.each([
    ['Ask @smith first', 'at @smith'],
    ['Ask @Smith.', 'at @Smith'],
    ['(@agent-smith)', 'at @agent-smith'],
    ['Give it to `smith`', 'marked `smith`'],
    ['- **smith**: heats', 'marked **smith**'],
    ['Use the "smith" for iron', 'marked "smith"'],
    ['The “smith” agent heats', 'marked “smith”'],
    ['Then the smith agent heats', 'agent smith'],
    ['Then the Smith subagent heats', 'agent Smith'],
    ['subagent_type: smith', 'key smith'],
    ['call it with subagent_type="smith" now', 'key smith'],
    ['agent: smith', 'key smith'],
    ['agents: [other, smith, third]', 'key smith'],
    ['Task(smith, other)', 'key smith'],
    ['Agent(other, smith)', 'key smith'],
    ['see [him](smith.md)', 'file smith.md'],
    ['see agents/smith.md, and', 'file smith.md'],
  ])('finds in %j one', (body, found) => {
    expect(inPrompt(body)).toEqual([found]);
  });

  test.each([
    'A smith needs patience',
    'mail a@smith.org',
    'install @smith/pkg',
    'smith-helper and blacksmith',
    'https://example.org/smith and https://example.org/smith.md',
    'path/smith/x',
    'He said "smith"',
    'agents: use what the smith has',
    'smith_x `smith-y` **the smith**',
    '',
  ])('finds none in %j', (body) => {
    expect(inPrompt(body)).toEqual([]);
  });

  test('finds a name with a hyphen or a digit as a word of its own', () => {
    expect(
      inPrompt('The fire-keeper keeps the fire; fire-keepers, my-fire-keeper, x/fire-keeper', 'fire-keeper'),
    ).toEqual(['bare fire-keeper']);
    expect(inPrompt('ask agent7, not agent77', 'agent7')).toEqual(['bare agent7']);
  });

  test('in frontmatter and in code finds only what is sure', () => {
    const head =
      '---\nname: fire-keeper\ndescription: Like fire-keeper. Ask @fire-keeper\ntools: Task(fire-keeper), Read\n---\n';
    const body = 'x\n```\nthe fire-keeper agent, agent: fire-keeper\n```\n';
    const text = head + body;
    const found = mentionsOf({ text, bodyStart: head.length }, 'fire-keeper');
    expect(found.map(({ form, start }) => `${form} ${text.slice(0, start).split('\n').length}`)).toEqual([
      'at 3',
      'key 4',
      'key 8',
    ]);
  });

  test('law: a mention is the name, whatever stands around it and whatever the name is', () => {
    const word = fc.constantFrom(
      'smith',
      '@',
      '`',
      '**',
      ' ',
      'agent',
      'agent: ',
      'Task(',
      '(',
      '.md',
      '\n',
      '```\n',
      '/',
      '-',
      'a',
      'İ',
      ',',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.constantFrom('smith', 'a', 'a-(b', '$&', 'İ'),
        (words, name) => {
          const text = words.join('');
          let end = 0;
          for (const one of mentionsOf({ text, bodyStart: 0 }, name)) {
            expect(text.slice(one.start, one.end).toLowerCase()).toBe(name.toLowerCase());
            expect(one.from <= one.start && one.to >= one.end && one.start >= end).toBe(true);
            end = one.end;
          }
        },
      ),
    );
  });
});
