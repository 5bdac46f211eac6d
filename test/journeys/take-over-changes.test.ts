import { describe, expect, test } from 'vitest';
import type { AgentDefinition } from '../../src/core/definition/agent-definition.ts';
import { INHERIT } from '../../src/core/definition/tools.ts';
import { pickOfBody } from '../../src/core/draft/draft.ts';
import { saveDefinition } from '../../src/usecases/save-definition.ts';
import { aDraft } from '../support/a-draft.ts';
import { aModel, definitionsFrom } from '../support/a-model.ts';
import { fakePorts } from '../support/fake-ports.ts';
import { journey } from '../support/journey.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { memoryRecipes } from '../support/memory-recipes.ts';

const SOURCE = '## Rules\n\n- Check tokens\n- Limit rates\n- Rotate keys\n- Log refusals\n- Ask first\n';
const TARGET = '/p/.claude/agents/mine.md';
const FIELDS = { name: 'mine', description: 'Use it', model: '', tools: INHERIT, color: '' };

/** A disk with an agent composed of one ingredient, then both changed as said. */
async function composed(changes: { readonly source: string; readonly mine: string }) {
  const [definition] = definitionsFrom({ source: SOURCE }) as [AgentDefinition];
  const files = memoryFiles({ [definition.path]: SOURCE });
  const recipes = memoryRecipes();
  const ports = fakePorts({ files, recipes });
  await saveDefinition(ports, aDraft({ picks: [pickOfBody(definition)], fields: FIELDS }), TARGET, { kind: 'absent' });
  const text = files.contents.get(TARGET) ?? '';
  files.contents.set(definition.path, SOURCE.replace('Limit rates', changes.source));
  files.contents.set(TARGET, text.replace(...(changes.mine.split('→') as [string, string])));
  return { ports, files };
}

describe('taking over what ingredients say now', () => {
  test('keeps the user’s own change elsewhere, and writes only after the difference was shown', async () => {
    const { ports, files } = await composed({ source: 'Limit all rates', mine: 'Ask first→Ask twice' });

    const list = await journey(aModel(), 'C', ports);
    expect(list.composed.agents?.map(({ name, states }) => [name, states])).toEqual([
      ['mine', ['edited', 'ingredient-changed']],
    ]);
    const asked = await journey(list, 'enter', ports);
    expect(asked.dialog?.kind).toBe('recompose');
    expect(files.contents.get(TARGET)).not.toContain('Limit all rates');

    const end = await journey(asked, 'y', ports);
    expect(files.contents.get(TARGET)).toMatch(/- Limit all rates\n[\s\S]*- Ask twice\n$/);
    expect(end.notice?.text).toMatch(/^Written \.claude\/agents\/mine\.md/);
    expect(end.composed.agents?.map(({ states }) => states)).toEqual([['edited']]);
    expect((await journey(end, 'enter', ports)).notice?.text).toContain('Up to date');
  });

  test.each([
    ['space', 'Limit some rates'],
    ['right space', 'Limit rates'],
    ['right right space', 'Limit all rates'],
  ])('a conflict is decided by %s', async (keys, expected) => {
    const { ports, files } = await composed({ source: 'Limit all rates', mine: 'Limit rates→Limit some rates' });
    const open = await journey(aModel(), 'C enter', ports);
    expect([open.trail, open.merge?.choices]).toEqual([['browse', 'composed', 'merge'], [null]]);
    expect((await journey(open, 'w', ports)).notice?.text).toBe('1 conflict is open: Space takes a version');

    const end = await journey(open, `${keys} w y`, ports);

    expect(files.contents.get(TARGET)).toContain(`- ${expected}\n- Rotate keys`);
    expect(end.trail).toEqual(['browse', 'composed']);
  });

  test('a version can be put back, and Escape leaves the file as it is', async () => {
    const { ports, files } = await composed({ source: 'Limit all rates', mine: 'Limit rates→Limit some rates' });
    const before = files.contents.get(TARGET);
    const open = await journey(aModel(), 'C enter space space', ports);
    expect(open.merge?.choices).toEqual([null]);
    await journey(open, 'escape', ports);
    expect(files.contents.get(TARGET)).toBe(before);
  });

  test('a file that changed while it was looked at is not written', async () => {
    const { ports, files } = await composed({ source: 'Limit all rates', mine: 'Ask first→Ask twice' });
    const asked = await journey(aModel(), 'C enter', ports);
    files.contents.set(TARGET, 'mine');
    const end = await journey(asked, 'y', ports);
    expect([files.contents.get(TARGET), end.notice?.text]).toEqual([
      'mine',
      'Not written: it has changed on the disk meanwhile; try again',
    ]);
  });

  test('what cannot be read is news', async () => {
    const recipes = { ...memoryRecipes(), list: async () => ({ recipes: [], problems: ['x.yaml:1:1: bad'] }) };
    const end = await journey(aModel(), 'C', fakePorts({ recipes }));
    expect(end.notice).toEqual({ text: 'x.yaml:1:1: bad', tone: 'bad' });
  });

  test('the list opens once, however often it is asked for', async () => {
    const end = await journey(aModel(), 'C C C', fakePorts());
    expect(end.trail).toEqual(['browse', 'composed']);
  });

  test('with nothing composed says what to do', async () => {
    const end = await journey(aModel(), 'C enter', fakePorts());
    expect([end.composed.agents, end.notice?.text]).toEqual([[], 'Nothing was made here yet']);
  });
});
