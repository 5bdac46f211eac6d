import { describe, expect, test } from 'vitest';
import { splitSections } from '../../../src/core/sections/split-sections.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import type { Comparand } from '../../../src/core/topics/comparison.ts';
import { aDefinition } from '../../support/a-definition.ts';

const comparand = (body: string, at: number): Comparand => ({
  definition: aDefinition({ body, name: `agent-${at}`, id: `project:agent-${at}` }),
  sections: splitSections(body),
});

/** The last parts of the ids of the sections that stand in a row together. */
const meetings = (...bodies: readonly string[]) =>
  alignTopics(bodies.map(comparand))
    .map(({ cells }) => cells.flatMap((cell) => cell?.id.split('/').at(-1) ?? []))
    .filter(({ length }) => length > 1)
    .map((ids) => ids.join(' = '));

const list = (...items: readonly string[]) => items.map((item) => `- ${item}\n`).join('');
const steps = (...items: readonly string[]) => items.map((item, at) => `${at + 1}. ${item}\n`).join('');

describe('purposes in other words', () => {
  test.each([
    ['how to work', '## How to work\n', '## Workflow\n'],
    ['key actions', '## Key Actions\n', '## Process\n'],
    ['what to focus on', 'Focus on:\n- a\n', '## Areas of expertise\n'],
    ['a report that is handed over', '## Report\n', '## Output Format\n'],
    ['guidance on what is handed over', '## Output Guidance\n', '## Report\n'],
    ['an announcing sentence', 'Your answer names the following:\n- a\n', '## Deliverables\n'],
    ['mistakes', '## Common mistakes\n', '## Anti-Patterns\n'],
    ['warning signs', '## Red flags\n', '## Pitfalls\n'],
    ['a role', '## Your role\n', '## Responsibilities\n'],
    ['areas', '## Key areas\n', '## Skills\n'],
    ['duties', '## Core responsibilities\n', '## Your duties\n'],
    ['a template', '## Template\n', '## Output format\n'],
    ['Spanish', '## Flujo de trabajo\n', '## Proceso\n'],
    ['Portuguese', '## Formato de saída\n', '## Entregáveis\n'],
    ['French', '## Règles\n', '## Principes\n'],
    ['German', '## Vorgehensweise\n', '## Ablauf\n'],
    ['Russian', '## Критерии успеха\n', '## Метрики успеха\n'],
    ['Chinese', '## 报告格式\n', '## 输出格式\n'],
    ['Japanese', '## 手順\n', '## ワークフロー\n'],
    ['Korean', '## 절차\n', '## 워크플로우\n'],
  ])('%s', (_, one, two) => {
    expect(meetings(one, two)).toHaveLength(1);
  });

  test('what an agent does first and how it works meet if both are steps of the same content', () => {
    const first = steps(
      'Profile the slow builds',
      'Look for tools that speed them up',
      'Roll the winner out to all teams',
    );
    const analysis = steps(
      'Profile the builds that are slow',
      'Compare tools to speed builds up',
      'Roll out the winner',
    );
    expect(meetings(`When invoked:\n${first}`, `## Analysis Process\n${analysis}`)).toHaveLength(1);
  });

  test('a way to work and best practices of the same content meet', () => {
    const process = list(
      'Start with the simplest query',
      'Keep every migration in git',
      'Watch slow queries in production',
    );
    const practices = list(
      'Start from simple queries',
      'Version migrations in git',
      'Monitor slow queries in production',
    );
    expect(meetings(`## Process\n${process}`, `## Best Practices\n${practices}`)).toHaveLength(1);
  });
});

describe('words of titles', () => {
  test.each([
    ['Chinese', '当被调用时：\n- 读取日志\n', '**调用时执行流程：**\n- 打开面板\n'],
    ['Chinese beside another word', '## 审查工作流程\n', '## 审查流程\n'],
    ['Japanese', '## レビュー出力形式\n', '## レビューの出力\n'],
  ])('%s titles are cut into words', (_, one, two) => {
    expect(meetings(one, two)).toHaveLength(1);
  });

  test('a word that another language has in most titles does not bring two together', () => {
    const titles = (...words: readonly string[]) => words.map((word) => `## Segurança ${word}\n`).join('');
    expect(
      meetings(
        titles('imediata', 'contratual', 'perimetral', 'física'),
        titles('lógica', 'documental', 'digital', 'móvel'),
      ),
    ).toEqual([]);
  });
});

describe('items of lists', () => {
  test.each([
    [
      'examples',
      list('**Practical Examples**: samples that compile', '**Depth**: why it works'),
      '## Examples\nAsk for a plan.\n',
    ],
    [
      'success',
      list('**Success Metrics**: what the product is judged by', '**Market**: who buys'),
      '## Success Criteria\nNo open defect.\n',
    ],
  ])('an item does not meet a section by a word for a purpose: %s', (_, items, section) => {
    expect(meetings(`## Focus Areas\n${items}`, section)).toEqual([]);
  });

  test('items under other names meet by their text, and what each has left between them by its place', () => {
    const verdicts = (pass: string, remark: string, fail: string) =>
      `## Approval\n${list(`**${pass}**: no critical issue is open`, remark, `**${fail}**: a critical issue is left open`)}`;
    expect(
      meetings(
        verdicts('Approve', '**Comment**: only medium ones', 'Block'),
        verdicts('PASS', '**WARN**: just minor findings', 'FAIL'),
      ),
    ).toEqual(['approval = approval', 'approve = pass', 'comment = warn', 'block = fail']);
  });

  test('what two lists have left stays apart where little of them met', () => {
    const one = list('**Caching**: keep hot keys in memory', '**Paging**: cursors', '**Sharding**: by tenant');
    const two = list('**Caching**: keep hot keys in memory', '**Backups**: nightly', '**Alerts**: by mail');
    expect(meetings(`## Storage\n${one}`, `## Storage\n${two}`)).toEqual(['storage = storage', 'caching = caching']);
  });
});

describe('introductions', () => {
  const says = 'You are a reviewer of database migrations.\n';
  const rest = '## Workflow\nRead the diff.\n\n## Limits\nChange nothing.\n';

  test.each([
    [
      'a tag around everything',
      `<Agent_Prompt>\n<Role>\n${says}</Role>\n<Constraints>\n- none\n</Constraints>\n</Agent_Prompt>\n`,
      'role',
    ],
    ['a title without text', `# Reviewer\n\n## Purpose\n${says}\n${rest}`, 'purpose'],
    ['another language', `# Revisor\n\n## Objetivo\n${says}\n${rest}`, 'objetivo'],
    ['an item', `# Reviewer\n\n- **Role**: ${says}\n${rest}`, 'role'],
    [
      'a title that does not come first',
      `## Standing orders\nRefuse to leave.\n\n# Reviewer\n${says}\n${rest}`,
      'reviewer',
    ],
  ])('what has the text introduces, not %s', (_, body, introduction) => {
    expect(meetings(`You review migrations.\n\n${rest}`, body)).toContain(`preamble = ${introduction}`);
  });

  test('a paragraph under a mere title introduces, whatever it is called', () => {
    expect(meetings(`You review migrations.\n\n${rest}`, `# Reviewer\n\n## Description\n${says}\n${rest}`)).toContain(
      'preamble = description',
    );
    const text = '## Locks\nNever hold one for long.\n';
    expect(meetings(`You review migrations.\n\n${rest}`, `${text}\n${rest}`)).not.toContain('preamble = locks');
  });

  test('what stands in for an opening meets the opening, not a section of like words', () => {
    const prompt = `You watch schemas.\n\n## System Prompt\n${says.repeat(2)}\n${rest}`;
    expect(meetings(prompt, `# Keeper\n\n## Role\n${says.repeat(2)}\n${rest}`)).toContain('preamble = role');
  });

  test('two sections for the same purpose meet, and openings each other', () => {
    const first = `You review migrations.\n\n## Mission\nNo lost row.\n\n${rest}`;
    expect(
      meetings(first, `You watch schemas.\n\n${rest}`, `# Keeper\n\n## Mission\nKeep every row.\n\n${rest}`),
    ).toEqual(expect.arrayContaining(['preamble = preamble', 'mission = mission']));
  });
});

test('what an agent is called tells none of its own sections apart', () => {
  const rows = (one: string, two: string) =>
    alignTopics([
      {
        ...comparand('## Audit Process\nRead the ledger.\n', 0),
        definition: aDefinition({ name: one, id: 'project:a' }),
      },
      {
        ...comparand('## Triage Process\nAsk who waits.\n', 1),
        definition: aDefinition({ name: two, id: 'project:b' }),
      },
    ]).length;
  expect(rows('audit-helper', 'triage-helper')).toBe(1);
  expect(rows('first-helper', 'second-helper')).toBe(2);
});

test('a line that announces all a section says does not take its place', () => {
  const one = '## Review output\n\nUse this format:\n- a title\n- a place\n';
  expect(meetings(one, '## Deliverables\n- a report\n- a sketch\n')).toEqual(['review-output = deliverables']);
});

test('a title around everything that says nothing meets nothing by its words', () => {
  const wrapped = '# Prompt\n\n## Role\nYou plan.\n\n## Locks\nHold none for long.\n';
  expect(meetings('You plan.\n\n## Prompt guidance\nSay what is known.\n', wrapped)).toEqual(['preamble = role']);
});

test('what an agent knows and how it works stay apart at the top as well', () => {
  const knows =
    '## Expertise\n\n### Process and tools\n- Pipelines\n- Flags\n\n## Interaction workflow\n1. Ask\n2. Plan\n';
  expect(meetings(knows, '## Process\n1. Look at it\n2. Say so\n')).toEqual(['interaction-workflow = process']);
});

test('numbers of steps bring nothing together', () => {
  const step = (title: string) => `## Process\n\n### Step 1: ${title}\n`;
  expect(meetings(step('Read the ticket\nSlowly.'), step('Deploy to the cluster\nWith care.'))).toEqual([
    'process = process',
  ]);
});

test('always and never bring nothing together', () => {
  const one = list(
    '**Never block tables**: others wait',
    '**Names**: say what a thing is',
    '**Roll back**: in a minute',
  );
  const two = list('**Never push by force**: work is lost', '**Names**: say what a thing is', '**Sign**: every tag');
  expect(meetings(`## Rules\n${one}`, `## Rules\n${two}`)).toEqual(['rules = rules', 'names = names']);
});

test('a last line meets a closing remark that says the same', () => {
  const line = 'For more patterns read the handbook on python decorators.\n';
  expect(
    meetings(`## Steps\n- Read\n\n## Reference\n${line}`, `## Steps\n- Read\n\n**Tools:**\n- grep\n\n${line}`),
  ).toContain('reference = closing');
});

test('a row says why it stands together', () => {
  const one =
    'Hello.\n\n## Guards\nNever print a token.\n\n## Hygiene\n- Rotate leaked credentials\n- Pin container digests\n- Sign releases\n';
  const two =
    'Hi.\n\n## Guards\nWatch the doors.\n\n## Supply chain\n- Rotate leaked credentials\n- Pin container digests\n- Sign releases\n\n## Alone\nX.\n';
  const why = alignTopics([one, two].map(comparand)).map((topic) => topic.why);
  expect(why.map((reason) => reason?.by)).toEqual(['place', 'title', 'text', undefined]);
  expect(why.slice(0, 3).every((reason) => reason !== null && reason.score >= 0.44)).toBe(true);
});
