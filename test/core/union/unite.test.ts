import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeBody } from '../../../src/core/compose/compose.ts';
import type { AgentDefinition } from '../../../src/core/definition/agent-definition.ts';
import { isSamePassage, type UnionPick } from '../../../src/core/draft/draft.ts';
import { allPassages } from '../../../src/core/sections/passages-of.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { topicTree, topicTrees } from '../../../src/core/union/topic-tree.ts';
import { unite } from '../../../src/core/union/unite.ts';
import { aDefinition } from '../../support/a-definition.ts';

const definitionsFrom = (bodies: readonly string[]): readonly AgentDefinition[] =>
  bodies.map((body, index) => aDefinition({ name: `agent-${index + 1}`, body }));

function topicsOf(definitions: readonly AgentDefinition[]) {
  return alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
}

/** Every topic of some bodies as the union of its versions. */
function unitedAll(...bodies: readonly string[]): readonly UnionPick[] {
  const definitions = definitionsFrom(bodies);
  const sayings = new Map();
  return topicTrees(topicsOf(definitions), definitions).map((tree) => unite(tree, sayings));
}

const textOf = (unions: readonly UnionPick[]) => composeBody(unions).text;

/** What is not in the result: how it is called, its text, and the text that stands for it. */
function gone(unions: readonly UnionPick[]): readonly string[] {
  const passages = unions.flatMap((union) => union.passages);
  return passages.flatMap(({ state, text, by }) => {
    if (state === 'kept') return [];
    const standing = by && passages.find((passage) => isSamePassage(passage, by));
    return [`${state}: ${text.trim()}${standing ? ` <- ${standing.text.trim()}` : ''}`];
  });
}

describe('the union of a topic', () => {
  test('leaves wordings of one definition alone, however their words have grown fuller since', () => {
    const unions = unitedAll(
      '- Validate user input\n',
      '- Validate user input tokens\n',
      '- Validate user input tokens headers\n',
      '- Validate user input\n- Validate user input tokens cookies\n',
    );
    expect(textOf(unions)).toBe('- Validate user input tokens headers\n- Validate user input tokens cookies\n');
  });

  test('keeps an item that others stand under, though its words are said elsewhere or another’s are fuller', () => {
    const body = '## One\n\n- **Keys**\n  - Rotate them\n\n## Two\n\n- **Keys**\n  - Store them safely\n';
    expect(textOf(unitedAll(body))).toBe(body);
    const fuller = unitedAll('- **Keys**: rotate\n  - Every month\n', '- **Keys**: rotate signing tokens\n');
    expect(textOf(fuller)).toContain('- **Keys**: rotate\n  - Every month\n');
  });

  test('does not let an item stand for one that is inside another', () => {
    const unions = unitedAll(
      '- **Keys**: Rotate signing keys\n',
      '- **Keys**: Store safely\n  - Rotate signing keys\n',
    );
    expect(textOf(unions)).toContain('\n  - Rotate signing keys');
  });

  test('has what each version says once, what another adds to a list behind all of it', () => {
    const unions = unitedAll(
      '## Security\n\n- Check every token\n- Limit request rates\n',
      '## Security\n\n- check every TOKEN.\n- Rotate signing keys\n- Limit request rates\n- Log refusals\n',
    );
    expect(textOf(unions)).toBe(
      '## Security\n\n- Check every token\n- Limit request rates\n- Rotate signing keys\n- Log refusals\n',
    );
    expect(gone(unions)).toEqual([
      'redundant: ## Security <- ## Security',
      'redundant: - check every TOKEN. <- - Check every token',
      'redundant: - Limit request rates <- - Limit request rates',
    ]);
  });

  test('keeps the fuller of two wordings, in the place of the first', () => {
    const unions = unitedAll(
      '## Security\n\n- Validate user input\n- Limit request rates\n',
      '## Security\n\n- Validate user input strictly\n',
    );
    expect(textOf(unions)).toBe('## Security\n\n- Validate user input strictly\n- Limit request rates\n');
    expect(gone(unions)).toContain('merged: - Validate user input <- - Validate user input strictly');
  });

  test.each([
    ['one forbids', '- Log passwords in plain text', '- Never log passwords in plain text'],
    ['the number is another', '- Retry failed calls 3 times', '- Retry failed calls 5 times'],
    ['one only mentions the other', '- Caching', '- Profile first, then add caching, sharding, batching and replicas'],
  ])('keeps both where %s', (_, one, other) => {
    expect(textOf(unitedAll(`## Rules\n\n${one}\n`, `## Rules\n\n${other}\n`))).toBe(`## Rules\n\n${one}\n${other}\n`);
  });

  test('leaves what one definition says twice alone', () => {
    const body = '## Rules\n\n- Be brief and clear\n- Be clear and brief always\n- be brief and clear\n';
    expect(textOf(unitedAll(body))).toBe(body);
    expect(textOf(unitedAll(body, body))).toBe(body);
  });

  test('takes the title that says best what it is about, as a heading', () => {
    const text = textOf(unitedAll('Your expertise includes:\n- Queues\n', '## Core Expertise\n\n- Caches\n'));
    expect(text).toBe('## Core Expertise\n\n- Queues\n- Caches\n');
  });

  test('puts a list under the item it belongs to', () => {
    const text = textOf(
      unitedAll(
        '## Duties\n\n1. **Security**: check tokens\n2. **Speed**: measure first\n',
        '## Duties\n\n1. **Security**:\n   - Rotate keys\n   - Limit rates\n',
      ),
    );
    expect(text).toBe(
      '## Duties\n\n1. **Security**: check tokens\n   - Rotate keys\n   - Limit rates\n2. **Speed**: measure first\n',
    );
  });

  test('introduces the agent once', () => {
    const unions = unitedAll('You forge interfaces.\n\n## A\n- x\n', 'You are a smith of contracts.\n\n## A\n- y\n');
    expect(textOf(unions)).toBe('You forge interfaces.\n\n## A\n\n- x\n- y\n');
    expect(gone(unions)).toContain('dropped: You are a smith of contracts.');
  });

  test('says nothing twice across topics', () => {
    const unions = unitedAll(
      '## Security\n\n- Limit rates\n\n## Speed\n\n- Cache reads\n',
      '## Speed\n\n- Limit rates\n',
    );
    expect(textOf(unions)).toBe('## Security\n\n- Limit rates\n\n## Speed\n\n- Cache reads\n');
    expect(gone(unions)).toContain('redundant: - Limit rates <- - Limit rates');
  });

  test('refers to the wording that stands in the end, however often one gave way to a fuller one', () => {
    const unions = unitedAll(
      'Cache reads\n\n## Speed\n\n- Measure first\n- Cache reads\n',
      '## Speed\n\n- Measure first, then cache\n',
      '## Speed\n\n- Measure first, then cache reads\n',
      '## Rules\n\n- Measure first\n',
    );
    expect(gone(unions)).toContain('redundant: - Measure first <- - Measure first, then cache reads');
  });

  test('keeps code that differs in one sign', () => {
    const text = textOf(unitedAll('## Run\n\n```sh\nmake -j1\n```\n', '## Run\n\n```sh\nmake -j2\n```\n'));
    expect(text).toBe('## Run\n\n```sh\nmake -j1\n```\n\n```sh\nmake -j2\n```\n');
  });

  test('numbers one list from end to end and moves what stands under longer numbers', () => {
    const words = 'anvil bellows chisel drill edge file gouge hammer iron jig kiln'.split(' ');
    const items = (own: readonly string[]) =>
      own.map((word, at) => `${at + 1}. Take the ${word}\n   under it\n`).join('');
    const text = textOf(
      unitedAll(`## Principles\n\n${items(words.slice(0, 6))}`, `## Principles\n\n${items(words.slice(6))}`),
    );
    expect(text).toMatch(/\n9\. Take the \w+\n {3}under it\n10\. Take the \w+\n {4}under it\n11\. /);
  });

  test('of one row has all that stands inside its sections, wherever it was lined up', () => {
    const definitions = definitionsFrom([
      '## Work\n\n### Security\n\n- Check tokens\n\n### Speed\n\n- Cache reads\n',
      '## Security\n\n- Rotate keys\n',
    ]);
    const topics = topicsOf(definitions);
    const row = topics.findIndex(({ title }) => title === 'Work');
    const tree = topicTree(topics, definitions, row);
    expect(tree && composeBody([unite(tree)]).text).toBe(
      '## Work\n\n### Security\n\n- Check tokens\n\n### Speed\n\n- Cache reads\n',
    );
  });
});

const LINES = [
  '# Title',
  '## Security',
  '### Speed',
  '**Core areas:**',
  'Your duties include:',
  'Plain words of some length.',
  'Other words, also plain.',
  '- Check every token',
  '- Check each token well',
  '- **Security**: check tokens',
  '  - Rotate keys',
  '1. **Speed**: measure first',
  '2. Cache reads',
  '   more of it',
  '```',
  '<role>',
  '</role>',
  '',
  '',
];
const aBody = fc
  .array(fc.constantFrom(...LINES), { maxLength: 20 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));
const someBodies = fc.array(aBody, { minLength: 1, maxLength: 4 });

describe('laws of unions', () => {
  test('every passage of every version is in one union once, and what stands for one is kept', () => {
    fc.assert(
      fc.property(someBodies, (bodies) => {
        const passages = unitedAll(...bodies).flatMap((union) => union.passages);
        const name = (one: { readonly definition: string; readonly section: string; readonly index: number }) =>
          `${one.definition} ${one.section} ${one.index}`;
        const expected = definitionsFrom(bodies).flatMap((definition) =>
          allPassages(sectionsOf(definition)).map((passage) => name({ definition: definition.id, ...passage })),
        );
        expect(passages.map(name).sort()).toEqual(expected.sort());
        const kept = new Set(passages.filter(({ state }) => state === 'kept').map(name));
        for (const { state, by } of passages) {
          expect(by !== null).toBe(state === 'merged' || state === 'redundant');
          if (by) expect(kept).toContain(name(by));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('every kept item and text is in the result, word for word, once for each time it is kept', () => {
    fc.assert(
      fc.property(someBodies, (bodies) => {
        const unions = unitedAll(...bodies);
        const { text, parts } = composeBody(unions);
        for (const { pick, stretches } of parts) {
          if (pick.kind !== 'union') continue;
          const kept = pick.passages.filter(({ state }) => state === 'kept');
          expect(stretches).toHaveLength(kept.length);
          for (const { passage, start, end } of stretches) {
            const own = pick.passages[passage];
            const words = (value: string) =>
              value
                .replace(/^\s*(?:#+|[-*+]|\d+\.)\s+/, '')
                .split(/\s+/)
                .join(' ')
                .trim();
            const said = words(own?.text ?? '');
            // Code that is open to the end is closed.
            if (own?.kind !== 'title') expect([said, `${said} \`\`\``]).toContain(words(text.slice(start, end)));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same bodies give the same unions', () => {
    fc.assert(
      fc.property(someBodies, (bodies) => {
        expect(unitedAll(...bodies)).toEqual(unitedAll(...bodies));
      }),
      { numRuns: 50 },
    );
  });
});
