import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeBody } from '../../../src/core/compose/compose.ts';
import { allPassages } from '../../../src/core/sections/passages-of.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { uniteAll } from '../../../src/core/settling/unite-all.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { areUnlike, listFormOf } from '../../../src/core/union/grouping/list-form.ts';
import { passageKeyText } from '../../../src/core/union/passage-key.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { aDefinition } from '../../support/a-definition.ts';

function united(...bodies: readonly string[]) {
  const definitions = bodies.map((body, at) => aDefinition({ name: 'abc'[at] ?? '', body }));
  const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
  return uniteAll(topicTrees(topics, definitions), definitions);
}

const textOf = (...bodies: readonly string[]) => composeBody(united(...bodies)).text;

const stateOf = (words: string, ...bodies: readonly string[]) =>
  united(...bodies)
    .flatMap(({ passages }) => passages)
    .find(({ text }) => text.includes(words))?.state;

const NAMES = '- Gate hinges and latches\n- Garden tools\n- Fire irons and grates\n';
const MORE_NAMES = '- Weather vanes\n- Candle holders and hooks\n- Railings along the stairs\n';
const SENTENCES = '- Check that every rivet is tight\n- Measure the gap with a feeler gauge\n- Test each hinge twice\n';
const SMALL = '- exact piece that was forged or mended\n- steel that was used and why\n- work that is left to do\n';
const TITLED =
  '- **Welding**: joining two bars in the fire\n- **Drawing out**: making a bar long and thin\n- **Upsetting**: making a bar short and thick\n';

describe('lists of what is handed over', () => {
  test('unite where they are written in one way', () => {
    const text = textOf(`## Output\n\n${NAMES}`, `## Deliverables\n\n${MORE_NAMES}`);
    expect(text).toBe(`## Output\n\n${NAMES}${MORE_NAMES}`);
  });

  test('stand from one definition where they are of two hands, and the other is left out as a whole', () => {
    const bodies = [`## Output\n\n${SMALL}`, `## Deliverables\n\n${TITLED}`];
    expect(textOf(...bodies)).toBe(bodies[0]);
    expect(stateOf('Drawing out', ...bodies)).toBe('dropped');
    expect(textOf(...bodies.toReversed())).toBe(bodies[1]);
  });

  test('stand from one definition where it is a form, or another has one', () => {
    const form = '## Report\n\n```\n# [piece]\nSteel: [which]\nLeft to do: [what]\n```\n';
    const list = `## Output\n\n${SMALL}`;
    expect(textOf(list, form)).toBe(list);
    expect(textOf(form, list)).toBe(form);
  });
});

describe('lists of what is known', () => {
  test('keep a title of their own inside the topic where they are of two hands', () => {
    const text = textOf(`## Focus Areas\n\n${NAMES}`, `## Core Competencies\n\n${TITLED}`);
    expect(text).toBe(`## Focus Areas\n\n${NAMES}\n### Core Competencies\n\n${TITLED}`);
  });

  test('unite under one title whatever they look like', () => {
    const text = textOf(`## Skills\n\n${NAMES}`, `## Skills\n\n${TITLED}`);
    expect(text.match(/^## Skills$/gm)).toHaveLength(1);
    expect(text.match(/^- /gm)).toHaveLength(6);
  });
});

describe('the form of a list', () => {
  const formOf = (list: string) => {
    const [section] = sectionsOf(aDefinition({ body: `## Checks\n\n${list}` }));
    return section ? listFormOf(section) : null;
  };
  const unlike = (one: string, other: string) => {
    const [a, b] = [formOf(one), formOf(other)];
    return a && b && areUnlike(a, b);
  };

  test.each([
    ['names and sentences', NAMES, SENTENCES],
    ['large and small letters', NAMES, SMALL],
    ['bare items and titled ones', NAMES, TITLED],
    ['two languages', NAMES, '- 检查每一颗铆钉\n- 测量缝隙\n- 测试铰链\n'],
    ['bold titles and plain ones', TITLED, TITLED.replaceAll('**', '')],
  ])('is another for %s', (_, one, other) => {
    expect(unlike(one, other)).toBe(true);
    expect(unlike(other, one)).toBe(true);
  });

  test('is one for lists of one kind', () => {
    expect(unlike(NAMES, MORE_NAMES)).toBe(false);
  });

  test('is not seen in two items', () => {
    expect(formOf('- One\n- Two\n')).toBeNull();
  });
});

describe('a list without numbers that is called a process', () => {
  const steps = '## When invoked\n\n1. Read the order\n2. Heat the bar\n3. Strike it\n';
  const process = '## Process\n\n- Keep the fire clean\n- Use as little coal as will do\n- Keep the anvil dry\n';

  test('joins what another keeps to, where its own definition has steps with numbers', () => {
    const approach = '## Approach\n\n- Use the hammer that fits\n- Keep every tool in its place\n- Use both hands\n';
    const text = textOf(approach, `${steps}\n${process}`);
    expect(text).toContain('- Use both hands\n- Keep the fire clean\n');
    expect(text).not.toContain('## Process');
  });

  test('is an order of work where there is no other', () => {
    expect(textOf(steps, process)).toBe(steps);
  });
});

describe('a form under a title that is about something', () => {
  const rules =
    '## Names of branches\n\nEvery branch has a name in this format:\n\n```\nforge/[piece]-[number]\n```\n\nNo other names are taken.\n';

  test('stays with it', () => {
    const text = textOf(`## Output\n\n${SMALL}`, `${rules}\n## Deliverables\n\n${SMALL}`);
    expect(text).toContain(rules.trim());
  });
});

describe('two lists of one definition', () => {
  const short =
    '## Key Capabilities\n\n- Welding: joining bars\n- Drawing: making bars long\n- Upsetting: making bars thick\n';
  const long = `## Core Competencies\n\n${TITLED}- **Hardening**: making an edge that stays sharp\n`;

  test('stand as one where the longer says all of the shorter, beside another definition', () => {
    const text = textOf(`## Focus Areas\n\n${NAMES}`, `${short}\n${long}`);
    expect(text).not.toContain('Key Capabilities');
    expect(text).toContain(TITLED);
    expect(stateOf('Welding: joining bars', `## Focus Areas\n\n${NAMES}`, `${short}\n${long}`)).toBe('dropped');
  });

  test('both stand where nobody else speaks', () => {
    expect(textOf(`${short}\n${long}`)).toBe(`${short}\n${long}`);
  });
});

describe('lists that say no more than what is known', () => {
  const small =
    '## Focus on\n\n- gates that hang on two hinges\n- tools for gardens and stables\n- irons for the fire\n';
  const fuller = `## Core Competencies\n\n${NAMES.replace(/^- (.*)$/gm, '- **Work**: $1, made by hand from bars of good iron and wrought steel')}`;

  test('are one where most of the one is in the other', () => {
    expect(textOf(`## Focus Areas\n\n${NAMES}`, small)).toBe(`## Focus Areas\n\n${NAMES}`);
  });

  test('the fuller of two stands, whoever comes first', () => {
    expect(textOf(small, fuller)).toBe(fuller);
  });
});

describe('who the agent is', () => {
  test('what speaks to the agent goes on from “You are”, not from a label', () => {
    const other = 'Own every piece from the order to the delivery.\n\n## Skills\n\n- Forging\n';
    expect(textOf('You are a smith.\n\n## Tools\n\n- Hammers\n', other)).toContain('Own every piece');
    const label = '# Smith\n\n**Role**: A smith who makes tools for gardens.\n\n## Tools\n\n- Hammers\n';
    expect(textOf(label, other)).not.toContain('Own every piece');
  });
});

test('a ban at the end of a definition stands with the limits of another', () => {
  const one = 'Return:\n\n- The piece\n\nDo not sell what you have not tested.\n';
  const text = textOf(one, '## Output\n\n- The piece\n\n## Boundaries\n\n- No work on Sundays\n');
  expect(text.indexOf('Do not sell')).toBeGreaterThan(text.indexOf('## Boundaries'));
});

describe('whatever stands in whatever', () => {
  const titles = ['Core Competencies', 'Focus Areas', 'Expertise', 'Process', 'Approach', 'Output', 'Report', 'Hinges'];
  const lists = [NAMES, MORE_NAMES, SENTENCES, SMALL, TITLED, '1. Read the order\n2. Heat the bar\n3. Strike it\n'];
  const section = fc.tuple(fc.constantFrom(2, 3, 4), fc.constantFrom(...titles), fc.constantFrom(...lists));
  const body = fc
    .array(section, { minLength: 1, maxLength: 7 })
    .map((all) => all.map(([level, title, list]) => `${'#'.repeat(level)} ${title}\n\n${list}`).join('\n'));

  const hasAllOnce = (bodies: readonly string[]): void => {
    const found = united(...bodies).flatMap(({ passages }) => passages.map(passageKeyText));
    const own = bodies.flatMap((text, at) => {
      const definition = aDefinition({ name: 'abc'[at] ?? '', body: text });
      return allPassages(sectionsOf(definition)).map((one) => passageKeyText({ ...one, definition: definition.id }));
    });
    expect(found.toSorted()).toEqual(own.toSorted());
  };

  test('every passage of every definition is in the union once', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 2, maxLength: 3 }), (bodies) => hasAllOnce(bodies)),
      { numRuns: 150 },
    );
  });

  test('so it is where a section and one inside it come to the same topic by different ways', () => {
    const inside = `## Core Competencies\n\n${NAMES}\n### Core Competencies\n\n${NAMES}\n### Core Competencies\n\n${NAMES}`;
    const focus = `## Focus Areas\n\n${TITLED}\n### Core Competencies\n\n${NAMES}\n## Focus Areas\n\n${TITLED}`;
    hasAllOnce([`## Hinges\n\n${TITLED}`, focus, inside]);
  });
});
