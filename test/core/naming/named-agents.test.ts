import { describe, expect, test } from 'vitest';
import { namedAgents } from '../../../src/core/naming/named-agents.ts';

const FRONTMATTER = '---\nname: smith\ntools: Read, Agent(fire-keeper, guild:tool-maker)\n---\n';

const named = (body: string, frontmatter = '') =>
  namedAgents({ text: frontmatter + body, bodyStart: frontmatter.length }).map(({ form, name, plugin }) =>
    [form, name, ...(plugin === null ? [] : [plugin])].join(' '),
  );

describe('what can only mean an agent', () => {
  test.each<[string, readonly string[]]>([
    ['Ask @fire-keeper first', ['at fire-keeper']],
    ['**@fire-keeper** and `@tool-maker`, then @coal-buyer.', ['at fire-keeper', 'at tool-maker', 'at coal-buyer']],
    ['the `fire-keeper` agent', ['agent fire-keeper']],
    ['the **fire-keeper** subagent', ['agent fire-keeper']],
    ['Task(fire-keeper) or Agent(tool-maker, coal-buyer)', ['call fire-keeper', 'call tool-maker', 'call coal-buyer']],
    ['Task(subagent_type="keeper", prompt)', ['key keeper']],
    ['```\n{ "subagent_type": "guild:fire-keeper" }\n```', ['key fire-keeper guild']],
    ['subagent_type: fire-keeper', ['key fire-keeper']],
  ])('%j', (body, expected) => {
    expect(named(body)).toEqual(expected);
  });

  test('is found in frontmatter, with the plugin that it is of', () => {
    expect(named('', FRONTMATTER)).toEqual(['call fire-keeper', 'call tool-maker guild']);
  });

  test.each([
    '@media (width > 3em) and @param name',
    'import from @types/node-fetch and @iron-works/anvil',
    'write to keeper@fire-place.org or @fire-place.org',
    '`@/path-to/file`, ./@path-to',
    'postgres://user:****@db-prod',
    'https://forge.org/@fire-keeper',
    '```css\n@font-face-x { }\n```',
    '`@font-face` and `@ts-ignore` and `@property-read`',
    '@keydown-enter="strike" :on@fire-out',
    'the `fire-keeper` file, and the fire-keeper agent',
    'Task(description, prompt), task(s), Agent(prompt-text, "…"), myTask(fire-keeper)',
    'subagent_type: string; subagent_type: <agent-name>; subagent_type="{name}"; subagent_type: $TYPE-x',
    '@agent-name, @your-agent, `my-own` agent, the `agent-x` agent',
  ])('is not %j', (body) => {
    expect(named(body)).toEqual([]);
  });
});
