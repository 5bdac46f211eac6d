import { describe, expect, test } from 'vitest';
import { inferDescription, inferName } from '../../../src/core/reading/infer.ts';

describe('inferName', () => {
  test.each([
    ['/p/reviewer.md', 'reviewer'],
    ['reviewer.agent.md', 'reviewer'],
    ['a/b/old.chatmode.MD', 'old'],
    ['C:\\agents\\tester.md', 'tester'],
    ['.codex/agents/scout.toml', 'scout'],
    ['/p/code.v2.md', 'code.v2'],
    ['/p/.devin/agents/scout/AGENT.md', 'scout'],
    ['skills/writer/SKILL.md', 'writer'],
    ['agent.md', 'agent'],
    ['/p/.md', '.md'],
    ['без-имени.md', 'без-имени'],
    ['', ''],
  ])('names %j %j', (path, name) => {
    expect(inferName(path)).toBe(name);
  });
});

describe('inferDescription', () => {
  test.each([
    ['the first heading', '\n# Query Planner ##\nText.', 'x', 'Query Planner'],
    [
      'the sentence below a heading that repeats the name',
      '# SQL Expert\n\nYou tune slow queries. Then rest.',
      'sql-expert',
      'You tune slow queries.',
    ],
    ['the heading when nothing follows it', '# SQL Expert\n', 'sql-expert', 'SQL Expert'],
    ['the first sentence', 'You plan **queries**. You rest.', 'x', 'You plan queries.'],
    ['a list item without its bullet', '- Plan first', 'x', 'Plan first'],
    ['a Chinese sentence', '你规划查询。然后休息。', 'x', '你规划查询。'],
    ['a version number as part of the sentence', 'Use Node 20.19 or newer. Done.', 'x', 'Use Node 20.19 or newer.'],
    ['what follows rules, tags and comments', '---\n<!-- note -->\n<role>\nYou plan.', 'x', 'You plan.'],
    ['nothing', ' \n', 'x', ''],
  ])('takes %s', (_name, body, name, expected) => {
    expect(inferDescription(body, name)).toBe(expected);
  });

  test('stays short', () => {
    expect(inferDescription('word '.repeat(1000), 'x').length).toBeLessThanOrEqual(300);
  });
});
