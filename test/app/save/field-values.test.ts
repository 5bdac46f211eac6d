import { describe, expect, test } from 'vitest';
import { composedFile } from '../../../src/app/compose/composed-result.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { formDraft } from '../../../src/app/save/save-form.ts';
import { update } from '../../../src/app/update.ts';
import type { AgentDefinition } from '../../../src/core/definition/agent-definition.ts';
import { INHERIT, NO_TOOLS, toolList } from '../../../src/core/definition/tools.ts';
import { EMPTY_DRAFT, pickOfBody } from '../../../src/core/draft/draft.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const ONE = aDefinition({
  name: 'one',
  description: 'First',
  model: 'opus',
  color: 'red',
  tools: toolList(['Read', 'Bash']),
  frontmatter: { maxTurns: 5 },
  body: 'Be kind.\n',
});
const TWO = aDefinition({
  name: 'two',
  description: 'Second',
  model: 'sonnet',
  tools: toolList(['Read', 'Edit']),
  body: 'Be.\n',
});

/** The form for a draft of definitions, named already. */
const formOf = (...definitions: readonly AgentDefinition[]) =>
  afterKeys(
    aModel({
      library: { ...libraryFrom({}), definitions },
      draft: { present: { ...EMPTY_DRAFT, picks: definitions.map(pickOfBody) } },
      trail: ['browse', 'compose'],
    }),
    'w "new"',
  );

const FORM = formOf(ONE, TWO);

const value = (model: Model, field: keyof Model['save']['fields']) => model.save.fields[field].text;
const effectsOf = (model: Model) => update(model, { type: 'saveRequested' }).effects.map(({ type }) => type);

describe('Ctrl-T', () => {
  test('goes through what the ingredients say', () => {
    const model = afterKeys(FORM, 'tab tab ctrl+t');
    expect(value(model, 'model')).toBe('opus');
    expect(value(afterKeys(model, 'ctrl+t'), 'model')).toBe('sonnet');
    expect(value(afterKeys(model, 'ctrl+t ctrl+t ctrl+t'), 'model')).toBe('opus');
  });

  test('goes from the union of tools to what all may use and to what each may', () => {
    const tools = ['ctrl+t', 'ctrl+t ctrl+t', 'ctrl+t ctrl+t ctrl+t'].map((keys) =>
      value(afterKeys(FORM, `tab tab tab ${keys}`), 'tools'),
    );
    expect([value(FORM, 'tools'), ...tools]).toEqual(['Read, Bash, Edit', 'Read', 'Read, Bash', 'Read, Edit']);
  });

  test('offers no tools, where ingredients have none in common, and never for all tools', () => {
    const disjoint = formOf(ONE, { ...TWO, tools: toolList(['Edit']) });
    const none = afterKeys(disjoint, 'tab tab tab ctrl+t');
    expect(value(none, 'tools')).toBe('none');
    expect(composedFile(formDraft(none)).text).toContain('\ntools: []\n');
    const typed = afterKeys(FORM, 'tab tab tab ctrl+u "none" escape');
    expect(typed.draft.present.fields.tools).toEqual(NO_TOOLS);
    expect(value(afterKeys(typed, 'w'), 'tools')).toBe('none');
    const blank = afterKeys(FORM, 'tab tab tab ctrl+u escape');
    expect(blank.draft.present.fields.tools).toEqual(INHERIT);
  });

  test('carries the other fields over, and writes them', () => {
    const model = afterKeys(FORM, 'tab tab tab tab tab ctrl+t escape');
    expect(model.draft.present.carried).toEqual([
      { definition: ONE.id, agent: 'one', path: ONE.path, field: 'maxTurns', value: 5 },
    ]);
  });

  test('on the harness takes its folder along, unless the folder is the own choice', () => {
    const atHarness = afterKeys(FORM, 'tab tab tab tab tab tab');
    const copilot = afterKeys(atHarness, 'ctrl+t ctrl+t');
    expect([value(copilot, 'harness'), value(copilot, 'folder')]).toEqual(['copilot', '.github/agents']);
    const own = afterKeys(afterKeys(FORM, 'shift+tab ctrl+u "mine"'), 'shift+tab ctrl+t');
    expect([value(own, 'harness'), value(own, 'folder')]).toEqual(['opencode', 'mine']);
  });

  test('on the folder goes from the project to the user', () => {
    expect(value(afterKeys(FORM, 'shift+tab ctrl+t'), 'folder')).toBe('~/.claude/agents');
  });

  test('on the name has nothing to offer', () => {
    expect(afterKeys(FORM, 'ctrl+t').notice?.text).toBe('Nothing to choose from here');
  });
});

describe('before saving', () => {
  test('what ingredients disagree in is asked once, and so are tools that allow more than any of them', () => {
    const asked = afterKeys(FORM, 'ctrl+s');
    expect([asked.save.focused, asked.notice?.text]).toEqual([
      'model',
      'model? Ctrl-T chooses, Ctrl-S again leaves it out: opus (one) or sonnet (two)',
    ]);
    const again = afterKeys(asked, 'ctrl+s');
    expect([again.save.focused, again.notice?.text]).toEqual([
      'tools',
      'tools? Ctrl-S again saves them so: no ingredient may do all of it; one lacks Edit',
    ]);
    expect(effectsOf(again)).toEqual(['saveDraft']);
  });

  test('a limit that is left out is asked about, and one that is carried over is not', () => {
    const frontmatter = { disallowedTools: 'Bash' };
    const limited = formOf(aDefinition({ name: 'one', description: 'First', frontmatter, body: 'Be kind.\n' }));
    const asked = afterKeys(limited, 'ctrl+s');
    expect(asked.notice?.text).toBe('tools? Ctrl-S again saves them so: one is denied Bash by disallowedTools');
    expect(effectsOf(asked)).toEqual(['saveDraft']);
    expect(effectsOf(afterKeys(limited, 'tab tab tab tab tab ctrl+t'))).toEqual(['saveDraft']);
  });

  test('what was chosen is not asked', () => {
    const model = afterKeys(FORM, 'tab tab ctrl+t tab ctrl+t');
    expect(effectsOf(model)).toEqual(['saveDraft']);
  });

  test.each([
    ['a field that no ingredient has', 'tab tab tab tab tab "nope" ctrl+s', 'other: No ingredient has a field nope'],
    ['a harness that is none', 'shift+tab shift+tab ctrl+u "vim" ctrl+s', 'harness: One of claude opencode'],
  ])('%s is refused', (_, keys, words) => {
    expect(afterKeys(FORM, keys).notice).toMatchObject({ tone: 'bad', text: expect.stringContaining(words) });
  });
});
