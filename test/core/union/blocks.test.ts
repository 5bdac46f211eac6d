import { describe, expect, test } from 'vitest';
import { composeBody } from '../../../src/core/compose/compose.ts';
import { withPassagesBack } from '../../../src/core/compose/leave-out.ts';
import type { UnionPick } from '../../../src/core/draft/draft.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { uniteAll } from '../../../src/core/settling/unite-all.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aDraft } from '../../support/a-draft.ts';

function united(...bodies: readonly string[]): readonly UnionPick[] {
  const definitions = bodies.map((body, at) => aDefinition({ name: 'abc'[at] ?? '', body }));
  const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
  return uniteAll(topicTrees(topics, definitions), definitions);
}

const textOf = (...bodies: readonly string[]) => composeBody(united(...bodies)).text;

/** What nobody says. */
const dropped = (...bodies: readonly string[]) =>
  united(...bodies).flatMap(({ passages }) =>
    passages.flatMap(({ state, text }) => (state === 'dropped' ? [text.trim()] : [])),
  );

const FORGING = '1. Read the order\n2. Cut the bar\n3. Heat it through\n4. Draw it out\n';
const DESIGN = '1. Ask who will use the tool\n2. Sketch it\n3. Make a model in clay\n';

describe('a procedure', () => {
  test('stays as the first definition has it; another of the topic is left out as a whole', () => {
    const bodies = [`## Process\n\n${FORGING}`, `## Process\n\n${DESIGN}`];
    expect(textOf(...bodies)).toBe(bodies[0]);
    expect(dropped(...bodies)).toEqual(DESIGN.trim().split('\n'));
  });

  test('comes back whole when one passage of it is taken back', () => {
    const picks = united(`## Process\n\n${FORGING}`, `## Process\n\n${DESIGN}`);
    const [step] = picks[0]?.passages.filter(({ state, kind }) => state === 'dropped' && kind === 'item') ?? [];
    const back = withPassagesBack(aDraft({ picks }), step ? [step] : []);
    expect(composeBody(back.picks).text).toBe(`## Process\n\n${FORGING}\n${DESIGN}`);
  });

  test('takes in no bullets, and bullets no steps', () => {
    const [steps, bullets] = [`## Approach\n\n${FORGING}`, '## Approach\n\n- Waste no iron\n- Keep the anvil clean\n'];
    expect(textOf(steps, bullets)).toBe(`${steps}\n- Waste no iron\n- Keep the anvil clean\n`);
    expect(textOf(bullets, steps)).toBe(`${bullets}\n${FORGING}`);
  });

  test('keeps its steps though one is called as another’s elsewhere', () => {
    const one =
      '## Workflow\n\n1. **Read** the order and the drawing\n2. **Cut** the bar to length\n3. **Heat** it through\n';
    const other =
      '## In the evening\n\n1. **Sweep** the floor\n2. **Cut** the gas at the main tap\n3. **Lock** the door\n';
    expect(textOf(one, other)).toBe(`${other}\n${one}`);
  });

  test('is the only one, though another definition has two', () => {
    const closing =
      '1. Sweep the floor and the yard\n2. Bank the fire with ashes\n3. Count the tools\n4. Lock the door\n';
    const two = `## When invoked\n\n${DESIGN}\n## Process\n\n${closing}`;
    expect(textOf(`## Workflow\n\n${FORGING}`, two)).toBe(`## Workflow\n\n${FORGING}`);
    expect(textOf(two, `## Workflow\n\n${FORGING}`)).toBe(two);
  });

  test('that says half as much again stands for the first, while it is a list that one takes in at once', () => {
    const short = '## Workflow\n\n1. Look at it\n2. Do it\n';
    expect(textOf(short, `## Workflow\n\n${FORGING}`)).toBe(`## Workflow\n\n${FORGING}`);
    const days = Array.from({ length: 13 }, (_, day) => `${day + 1}. Temper the blade of day ${day} in oil ${day}\n`);
    expect(textOf(short, `## Workflow\n\n${days.join('')}`)).toBe(short);
  });

  test('is one with what is called the same, whatever it is made of', () => {
    const run = '## First aid\n\n### 1. Cool it\n\n- Use cold water\n\n### 2. Cover it\n\n- Use clean linen\n';
    const other = '## First Aid:\n\n1. **Call** the surgeon\n2. **Lift** the arm above the heart\n';
    expect(textOf(run, other).match(/^## .*$/gm)).toEqual(['## First aid']);
  });

  test('is one with others that say what they are for in other words', () => {
    expect(textOf(`## Workflow\n\n${FORGING}`, `## Key Actions\n\n${DESIGN}`)).toBe(`## Workflow\n\n${FORGING}`);
  });

  test('of titles that are numbered stays whole, under its own titles and in order', () => {
    const phases =
      '## Phase 1: Look\n\n- At the order\n\n## Phase 2: Heat\n\n- The bar\n\n## Phase 3: Strike\n\n- While it is hot\n';
    const bodies = [phases, '## Strike\n\n- With the round face\n\n## Phase 2: Plan\n\n- The day\n'];
    expect(textOf(...bodies)).toBe(`## Strike\n\n- With the round face\n\n${phases}\n## Phase 2: Plan\n\n- The day\n`);
    const others = '## Phase 1: Ask\n\n- The owner\n\n## Phase 2: Plan\n\n- The day\n';
    expect(textOf(phases, others)).toBe(phases);
    expect(dropped(phases, others)).toContain('## Phase 1: Ask');
  });
});

test('lists of things unite, numbered or not', () => {
  const text = textOf(
    '## Focus areas\n\n1. **Tools**: for gardens\n2. **Gates**: of iron\n',
    '## Focus areas\n\n- **Locks**: old ones\n',
  );
  expect(text).toBe('## Focus areas\n\n1. **Tools**: for gardens\n2. **Gates**: of iron\n3. **Locks**: old ones\n');
});

test('a line that announces stays a line over one list', () => {
  const line = 'Before you light the fire, check:';
  const text = textOf(
    `## Checks\n\n${line}\n- The damper is open\n- The hose is filled\n`,
    `## Checks\n\n${line}\n- The damper is open\n- The door is shut\n`,
  );
  expect(text).toBe(`## Checks\n\n${line}\n\n- The damper is open\n- The hose is filled\n- The door is shut\n`);
});

test('a bold sentence stays a line', () => {
  const rule = '**Always measure twice, cut once, and then measure the piece again.**';
  expect(textOf(`## Work\n\n- Cut the bar\n\n${rule}\n`, '## Tools\n\n- Keep them dry\n')).not.toContain(
    `# ${rule.slice(2, 9)}`,
  );
});

test('a title all of whose content is said elsewhere goes with it', () => {
  const items = '- Wear gloves at the fire\n- Tie back your hair\n';
  const unions = united(
    `## Safety\n\n${items}`,
    `## Care\n\nThink of your hands.\n\n### Rules at the fire\n\n${items}`,
  );
  expect(composeBody(unions).text).not.toContain('Rules at the fire');
  const title = unions.flatMap(({ passages }) => passages).find(({ text }) => text.includes('Rules at the fire'));
  expect(title?.state).not.toBe('kept');
});

test('code that one definition says twice it says twice', () => {
  const body = '## Run it, it must fail\n\n```sh\nmake test\n```\n\n## Run it, it must pass\n\n```sh\nmake test\n```\n';
  expect(textOf(body, '## Tools\n\n- Keep them dry\n')).toContain(body);
});

test('of templates of one topic the first stays', () => {
  const report = (title: string) => `## Output format\n\n\`\`\`markdown\n# ${title}\n- [what]\n\`\`\`\n`;
  expect(textOf(report('Review'), report('Findings'))).toBe(report('Review'));
});

describe('who the agent is', () => {
  test('is said once, by the first that says it', () => {
    const text = textOf(
      'You are a smith who makes tools.\n\n## Fire\n\n- Keep it low\n',
      '## Role\n\nYou are a master smith.\n\n## Anvil\n\n- Keep it clean\n',
    );
    expect(text).toBe('You are a smith who makes tools.\n\n## Fire\n\n- Keep it low\n\n## Anvil\n\n- Keep it clean\n');
  });

  test('is said first where one begins with it', () => {
    const late = '## House rules\n\n- Sweep at night\n\nYou are a smith who makes tools for gardens.\n';
    const text = textOf(late, 'You are the smith of the village.\n\n## Fire\n\n- Keep it low\n');
    expect(text.startsWith('You are the smith of the village.\n')).toBe(true);
    expect(text).not.toContain('for gardens');
  });
});

test('a list goes under the item of another definition that has its title, all of it alike', () => {
  const one = '## Alarm\n\n- **Severity levels**: high and low\n- **Escalation paths**: the master smith\n';
  const other = '## Severity levels\n\n- The roof burns\n- The floor burns\n- The coal burns\n';
  expect(textOf(one, other)).toBe(
    '## Alarm\n\n- **Severity levels**: high and low\n  - The roof burns\n  - The floor burns\n  - The coal burns\n- **Escalation paths**: the master smith\n',
  );
});

describe('a form', () => {
  const FORM =
    '## Output Format\n\nGive your answer so:\n\n### Summary\n\nVerdict: [Good or bad]\n\n- **Cracks**: [How many]\n';
  const form = (word: string) => `## Output Format\n\nWrite the ${word} so:\n\n\`\`\`\n# ${word}: [name]\n\`\`\`\n`;

  test('is one definition’s, whole, wherever another has its own', () => {
    expect(textOf(form('bill'), FORM)).toBe(form('bill'));
    expect(textOf(form('bill'), `## Skills\n\n- Drawing out\n\n#${form('order')}`)).toBe(
      `## Skills\n\n- Drawing out\n\n${form('bill')}`,
    );
  });

  test('goes on over an example of it beside it', () => {
    const parts =
      '## Output Format\n\nGive your answer so.\n\n## Summary\n\nVerdict: [Good or bad]\n\n- **Cracks**: [How many]\n- **Weight**: [In pounds]\n- **Price**: [In silver]\n\n## Example Output\n\nHere is one.\n\n## Summary\n\nVerdict: good\n\n- **Cracks**: none\n';
    expect(textOf(form('bill'), parts)).toBe(form('bill'));
  });

  test('can be a line that says what is handed over for each of something', () => {
    const one = '## Output\n\nFor each order, provide:\n\n1. Price: what it costs\n2. Day: when it is done\n';
    const other =
      '## Output\n\nFor every order you must provide:\n\n- **Sum**: of iron and coal\n- **Hours**: of work\n';
    expect(textOf(one, other)).toBe(one);
  });
});

test('items with one bold title are one, in the fuller words', () => {
  const skills = (words: string) => `## Skills\n\n- Upsetting\n- **Drawing out**: ${words}\n`;
  const fuller = skills('make iron longer and thinner by blows with the cross hammer');
  expect(textOf(skills('lengthen a bar'), fuller)).toBe(fuller);
  expect(textOf(fuller, skills('lengthen a bar'))).toBe(fuller);
});

test('a rule at the end of one definition is no end for what others add behind it', () => {
  const one = '## Output\n\n- The piece\n- The steel\n\n---\n\nDo not sell what you have not tested.\n';
  const other = '## Output\n\n- The piece\n\n## Examples\n\n- A hinge for the gate of the garden\n';
  const text = textOf(one, other);
  expect(text.indexOf('Do not sell')).toBeGreaterThan(text.indexOf('The steel'));
  expect(text.indexOf('Do not sell')).toBeLessThan(text.indexOf('## Examples'));
});

test('closing words that sum up are said once', () => {
  const one = '## Fire\n\n- Keep it low\n\nRemember: iron has patience.\n';
  const other = '## Anvil\n\n- Keep it clean\n\nAlways measure twice.\n';
  expect(textOf(one, other)).toContain('Remember: iron has patience.');
  expect(textOf(one, other)).not.toContain('Always measure twice.');
});

test('an order of work and a list of what one keeps to at work keep their titles, steps inside', () => {
  const run = '## Workflow\n\n### Phase 1: Look\n\n- Read the order\n\n### Phase 2: Strike\n\n- Draw it out\n';
  const other = '## Process\n\n- Waste no iron\n- Sweep the floor\n';
  expect(textOf(run, other)).toBe(`${run}\n${other}`);
  const steps = '## Procedure\n\n1. Read the order\n2. Cut the bar\n3. Heat it through\n';
  expect(textOf(other, steps)).toBe(`${other}\n#${steps}`);
});

test.each([['\n'], ['\n\n']])('a dialogue stays whole, with %j between its turns, and one stands', (between) => {
  const talk = (...turns: readonly string[]) => `## Talk\n\n${turns.join(between)}\n`;
  const one = talk(
    'user: Can you mend a gate?',
    'assistant: Show me the hinge.',
    'user: Here it is.',
    'assistant: It is worn.',
  );
  const other = talk(
    'user: Can you mend a gate?',
    'assistant: How long is the bar?',
    'user: Two feet.',
    'assistant: Tomorrow.',
  );
  expect(textOf(one, other)).toBe(one);
  expect(dropped(one, other).join('\n')).toContain('Two feet');
});

test('what forbids does not unite with what does not', () => {
  const text = textOf(
    '## Avoid\n\n- Striking cold iron\n- Wet gloves at the fire\n',
    '## Habits\n\n- Striking from the shoulder\n- Dry gloves at the fire\n',
  );
  expect(text).toContain('## Habits\n\n- Striking from the shoulder\n- Dry gloves at the fire\n');
});

test('code that is open to the end is closed where its definition ends', () => {
  const text = textOf('## Build\n\n```sh\nmake\n', '## Ship\n\n- Pack the tool in straw\n');
  expect(text).toBe('## Build\n\n```sh\nmake\n```\n\n## Ship\n\n- Pack the tool in straw\n');
});

test('what a tag holds loses the indentation of the tag, and no more', () => {
  const text = textOf(
    '<Work_Rules>\n    Strike while it is hot.\n\n        hammer --hard\n</Work_Rules>\n',
    '## Hours\n\n- From nine to five\n',
  );
  expect(text).toContain('## Work Rules\n\nStrike while it is hot.\n\n    hammer --hard\n');
});
