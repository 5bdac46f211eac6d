import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Agent, compose, findTopics, lint, readAgent, type Section } from '../../src/api/api.ts';

const bundled = (name: string): Agent =>
  readAgent(readFileSync(join('agents', `${name}.md`), 'utf8'), `agents/${name}.md`);
const NAMES = readdirSync('agents').filter((name) => name.endsWith('.md'));
const [architect, platform] = [bundled('backend-architect'), bundled('api-platform-engineer')];
const LINES = '# One\n\n- Always write tests\n- Keep it short\n\n## Two\n\nSay why.\n';

const ownTexts = (sections: readonly Section[]): string =>
  sections.map(({ raw, sections: inner }) => raw + ownTexts(inner)).join('');

describe('an agent that is read', () => {
  test('says what its text says', () => {
    const text = '---\nname: keeper\ndescription: Keeps: all of it\ntools: Read, Grep\nextra: 1\n---\n\nYou keep.\n';
    expect(readAgent(text, '.claude/agents/k.md')).toMatchObject({
      text,
      kind: 'agent',
      format: 'claude',
      name: 'keeper',
      description: 'Keeps: all of it',
      tools: ['Read', 'Grep'],
      frontmatter: { extra: 1 },
      body: '\nYou keep.\n',
      repairs: [{ field: 'description' }],
    });
  });

  test('has the name of its file, and inherits all tools, where its text says nothing', () => {
    expect(readAgent('Look.\n', 'a/scout.md')).toMatchObject({ name: 'scout', nameInferred: true, tools: null });
    expect(readAgent('Look.\n').name).toBe('agent');
    expect(readAgent('---\nname: x\ntools: []\n---\n').tools).toEqual([]);
  });

  test('follows the rules of the harness that its path tells, and is a skill or a command where that says so', () => {
    expect(readAgent('developer_instructions = "You stand."\nname = "w"\n', 'w.toml')).toMatchObject({
      format: 'codex',
      body: 'You stand.',
    });
    expect(readAgent('', 'skills/pdf/SKILL.md').kind).toBe('skill');
  });

  test('never fails, is cut without a byte lost, and stays what it is as JSON', () => {
    const piece = fc.constantFrom(
      '---\n',
      'name: x\n',
      '# A\n',
      '- b\n',
      '**C**\n',
      '```\n',
      '<t>\n',
      '\r\n',
      '\ufeff',
      ': ',
    );
    const texts = fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(texts, fc.string(), (text, path) => {
        const agent = readAgent(text, path);
        expect(ownTexts(agent.sections)).toBe(agent.body);
        expect(lint(JSON.parse(JSON.stringify(agent)))).toEqual(lint(agent));
      }),
    );
  });
});

test('what is wrong has a code, a severity, words and a place, and nothing else', () => {
  const [first] = lint(readAgent('You look.\n', '.claude/agents/a.md'));
  expect(Object.keys(first ?? {})).toEqual(['code', 'severity', 'message', 'line', 'column']);
});

describe('topics', () => {
  test('have each section once, by the place of its agent, and say how items stand', () => {
    const topics = findTopics([architect, platform]);
    const found = topics.flatMap(({ sections }) => sections[1]?.map(({ id }) => id) ?? []);
    expect(new Set(found).size).toBe(found.length);
    expect(topics.every(({ sections }) => sections.length === 2 && sections.some(({ length }) => length > 0))).toBe(
      true,
    );
    const items = topics.flatMap((topic) => topic.items);
    for (const { agents, wordings, kind } of items) {
      expect(wordings).toHaveLength(agents.length);
      expect(kind === 'unique').toBe(agents.length === 1);
    }
  });

  test('say what a conflict is in', () => {
    const [one, other] = ['20', '50'].map((count) => readAgent(`# Size\n\n- Keep functions under ${count} lines\n`));
    const items = findTopics([one as Agent, other as Agent]).flatMap((topic) => topic.items);
    expect(items).toMatchObject([{ kind: 'conflict', agents: [0, 1], differs: { agents: [0, 1] } }]);
  });

  test('are the same of agents that were sent elsewhere', () => {
    const both = [architect, platform];
    expect(findTopics(structuredClone(both))).toEqual(findTopics(both));
  });

  test.each([1, 9])('are not made of %i agents', (count) => {
    expect(() => findTopics(Array(count).fill(architect))).toThrow(
      new RangeError(`2 to 8 agents are lined up, not ${count}`),
    );
  });

  test('are not made of more than one can read', () => {
    const long = readAgent('- a line\n'.repeat(20_000));
    expect(() => findTopics([long, long])).toThrow(/^too much to compare/);
  });
});

describe('a composition', () => {
  test('has parts in the order in which they are given: sections, passages and whole bodies', () => {
    const agent = readAgent(LINES, 'x.md');
    const { text, fileName, problem } = compose(
      [{ agent, section: 'two' }, { agent, section: 'one:2' }, { agent: readAgent('Be brief.\n', 'y.md') }],
      { name: 'made', description: 'Use it', tools: ['Read'], format: 'claude' },
    );
    expect({ fileName, problem }).toEqual({ fileName: 'made.md', problem: null });
    expect(text).toBe(
      '---\nname: made\ndescription: Use it\ntools: Read\n---\n\n## Two\n\nSay why.\n\n- Keep it short\n\nBe brief.\n',
    );
  });

  test('of merged agents keeps every passage, or says what stands for it', () => {
    const { text, leftOut } = compose({ merge: [architect, platform] }, { name: 'both' });
    expect(text).toContain('name: both\n');
    for (const { by, state } of leftOut) {
      expect(by === null).toBe(state === 'dropped');
      if (by) expect([0, 1]).toContain(by.agent);
    }
  });

  test('of an agent and its own copy says the same, once', () => {
    const { text, conflicts, leftOut } = compose({ merge: [architect, architect] }, { name: 'both' });
    for (const line of architect.body.split('\n').filter((one) => one.startsWith('- '))) expect(text).toContain(line);
    expect(conflicts).toEqual([]);
    expect(new Set(leftOut.map(({ agent }) => agent))).toEqual(new Set([1]));
  });

  test.each([
    ['first', false],
    ['both', true],
  ] as const)('has of a conflict the %s, and tells both', (conflicts, isOpen) => {
    const merge = ['20', '50'].map((count) => readAgent(`# Size\n\n- Keep functions under ${count} lines\n`));
    const made = compose({ merge, conflicts }, { name: 'x', description: 'Use it' });
    expect(made.conflicts).toMatchObject([{ isOpen, kept: { agent: 0 }, other: { agent: 1 } }]);
    expect(made.text.includes('under 50 lines')).toBe(isOpen);
  });

  test('says why it is not to be written, and what it may do more', () => {
    const fields = { name: 'Not A Name', description: 'Use it' };
    expect(compose([{ agent: architect }], fields).problem).toMatch(/^Lowercase letters/);
    const { warnings } = compose([{ agent: architect }], { ...fields, tools: ['Bash'] });
    expect(warnings).toEqual([expect.stringMatching(/may do more.*Bash/)]);
    expect(compose([{ agent: architect }], { ...fields, name: 'x', tools: null }).text).not.toContain('tools:');
  });

  test('carries other fields over where it is asked to', () => {
    const agent = readAgent('---\nname: a\npermissionMode: plan\nmaxTurns: 3\n---\nLook.\n', '.claude/agents/a.md');
    const { text } = compose([{ agent }], { name: 'b', description: 'Use it', keep: ['maxTurns'] });
    expect(text).toContain('maxTurns: 3\n');
    expect(text).not.toContain('permissionMode');
  });

  test.each(['none', 'one:9'])('is not made of a part that is not there: %s', (section) => {
    const agent = readAgent(LINES, 'x.md');
    expect(() => compose([{ agent, section }], { name: 'x' })).toThrow(
      new RangeError(`"x" has no part "${section}", or several`),
    );
  });

  test('of nothing is not to be written', () => {
    expect(compose([], { name: 'x', description: 'Use it' }).problem).toBe('Nothing is taken yet');
  });
});

test.each(NAMES)('%s reads as one that is fine', (name) => {
  const agent = bundled(name.replace(/\.md$/, ''));
  expect(agent).toMatchObject({ kind: 'agent', nameInferred: false, repairs: [] });
  expect(lint(agent).filter(({ severity }) => severity === 'error')).toEqual([]);
});
