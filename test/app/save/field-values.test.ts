import { describe, expect, test } from 'vitest';
import { composedFile } from '../../../src/app/compose/composed-result.ts';
import type { Model } from '../../../src/app/model/model.ts';
import type { SaveField } from '../../../src/app/model/save-state.ts';
import { textField } from '../../../src/app/model/text-field.ts';
import { fieldRemark } from '../../../src/app/save/field-remarks.ts';
import { formChoices } from '../../../src/app/save/form-choices.ts';
import { formDraft, targetPath } from '../../../src/app/save/save-form.ts';
import { shownFields } from '../../../src/app/save/shown-fields.ts';
import { update } from '../../../src/app/update.ts';
import type { AgentDefinition } from '../../../src/core/definition/agent-definition.ts';
import { INHERIT, NO_TOOLS, toolList } from '../../../src/core/definition/tools.ts';
import { EMPTY_DRAFT, pickOfBody } from '../../../src/core/draft/draft.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aModel, libraryOf } from '../../support/a-model.ts';
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
      library: libraryOf(definitions),
      draft: { present: { ...EMPTY_DRAFT, picks: definitions.map(pickOfBody) } },
      trail: ['browse', 'compose'],
    }),
    'w "new"',
  );

const FORM = formOf(ONE, TWO);

const value = (model: Model, field: keyof Model['save']['fields']) => model.save.fields[field].text;
const remarkOf = (model: Model, field: SaveField) => ({
  spans: [fieldRemark(model, field)].flatMap((one) => one ?? []),
});
const effectsOf = (model: Model) => update(model, { type: 'saveRequested' }).effects.map(({ type }) => type);

describe('under the harness', () => {
  const said = (definition: AgentDefinition, harness: string) => {
    const { save, ...model } = formOf(definition);
    const fields = { ...save.fields, harness: textField(harness) };
    return fieldRemark({ ...model, save: { ...save, fields, focused: 'harness' } }, 'harness')?.text;
  };

  test.each([
    [TWO, 'qwen', 'Qwen Code does not load it: Qwen Code wants a prompt of 10 characters or more'],
    [{ ...TWO, description: '' }, 'qwen', 'Qwen Code has no model "sonnet"; it is left out'],
    [ONE, 'cursor', 'Cursor cannot limit an agent to certain tools; this one gets all of the session'],
    [ONE, 'claude', 'Who it is for'],
  ])('that it is not loaded comes first, then what it could do more there', (definition, harness, words) => {
    expect(said(definition, harness)).toContain(words);
  });
});

describe('under where', () => {
  const said = (folder: string, name = 'new') => {
    const { save, ...model } = formOf(aDefinition({ name: 'one', body: 'Be kind.\n' }));
    const fields = { ...save.fields, folder: textField(folder), name: textField(name) };
    return fieldRemark({ ...model, save: { ...save, fields } }, 'folder');
  };

  test('that the harness never looks there, wherever one is in the form', () => {
    expect(said('elsewhere')).toEqual({
      text: 'Claude Code never looks there, but in .claude/agents and ~/.claude/agents',
      role: 'warning',
    });
    expect(said('.claude/agents')).toBeNull();
  });

  test('which agent of its name takes its place, or gives way', () => {
    expect(said('~/.claude/agents', 'one')?.text).toMatch(/^Claude Code loads .*one\.md instead: the project wins/);
    expect(said('~/.claude/agents', 'other')).toBeNull();
  });
});

describe('Ctrl-T', () => {
  test('opens a list in which the arrows go through what the agents say, with who says it', () => {
    const model = afterKeys(FORM, 'tab tab ctrl+t down');
    expect(formChoices(model)).toEqual([
      { value: 'opus', from: 'one' },
      { value: 'sonnet', from: 'two' },
      { value: '', from: 'not stated' },
    ]);
    expect(value(model, 'model')).toBe('opus');
    expect(value(afterKeys(model, 'down'), 'model')).toBe('sonnet');
    expect(value(afterKeys(model, 'up'), 'model')).toBe('');
    expect(composedFile(formDraft(model)).text).toContain('model: opus');
  });

  test('goes from the tools of all to those that all may use and those that each may', () => {
    const tools = ['down', 'down down', 'down down down'].map((keys) =>
      value(afterKeys(FORM, `tab tab tab ctrl+t ${keys}`), 'tools'),
    );
    expect([value(FORM, 'tools'), ...tools]).toEqual(['Read, Bash, Edit', 'Read', 'Read, Bash', 'Read, Edit']);
  });

  test('Escape keeps what the field held, Enter takes what is shown, and undo brings back what was', () => {
    const shown = afterKeys(FORM, 'tab tab tab ctrl+t down');
    const kept = afterKeys(shown, 'escape');
    expect([kept.save.fields, kept.save.choices, kept.trail.at(-1)]).toEqual([FORM.save.fields, null, 'save']);
    const taken = afterKeys(shown, 'enter');
    expect([value(taken, 'tools'), taken.save.choices]).toEqual(['Read', null]);
    const undone = afterKeys(taken, 'ctrl+_');
    expect([value(undone, 'tools'), undone.notice?.text]).toEqual(['Read, Bash, Edit', 'Undone in tools']);
  });

  test('has own words first, whatever was chosen in their place', () => {
    const typed = afterKeys(FORM, 'tab ctrl+u "My own"');
    const chosen = afterKeys(typed, 'ctrl+t down enter');
    expect(value(chosen, 'description')).toBe('First');
    expect(formChoices(chosen)).toEqual([
      { value: 'My own', from: 'your own' },
      { value: 'First', from: 'one' },
      { value: 'Second', from: 'two' },
    ]);
    expect(value(afterKeys(chosen, 'ctrl+t up enter'), 'description')).toBe('My own');
    expect(value(afterKeys(chosen, 'ctrl+_'), 'description')).toBe('My own');
  });

  test('while the list is open, to type is to take what is shown and go on from there', () => {
    const model = afterKeys(FORM, 'tab tab ctrl+t down "-x"');
    expect([value(model, 'model'), model.save.choices]).toEqual(['opus-x', null]);
    expect(value(afterKeys(model, 'ctrl+_'), 'model')).toBe('opus');
    expect(value(afterKeys(model, 'ctrl+_ ctrl+_'), 'model')).toBe('');
  });

  test('offers no tools, where agents have none in common, and never for all tools', () => {
    const disjoint = formOf(ONE, { ...TWO, tools: toolList(['Edit']) });
    const none = afterKeys(disjoint, 'tab tab tab ctrl+t down enter');
    expect(value(none, 'tools')).toBe('none');
    expect(composedFile(formDraft(none)).text).toContain('\ntools: []\n');
    const typed = afterKeys(FORM, 'tab tab tab ctrl+u "none" escape');
    expect(typed.draft.present.fields.tools).toEqual(NO_TOOLS);
    expect(value(afterKeys(typed, 'w'), 'tools')).toBe('none');
    const blank = afterKeys(FORM, 'tab tab tab ctrl+u escape');
    expect(blank.draft.present.fields.tools).toEqual(INHERIT);
  });

  test('carries the other fields over, and writes them', () => {
    const model = afterKeys(FORM, 'tab tab tab tab tab ctrl+t down enter escape');
    expect(model.draft.present.carried).toEqual([
      { definition: ONE.id, agent: 'one', path: ONE.path, field: 'maxTurns', value: 5 },
    ]);
  });

  test('on the harness takes its folder along, unless the folder is the own choice', () => {
    const atHarness = afterKeys(FORM, 'tab tab tab tab tab tab tab');
    const copilot = afterKeys(atHarness, 'ctrl+t down down');
    expect([value(copilot, 'harness'), value(copilot, 'folder')]).toEqual(['copilot', '.github/agents']);
    expect(value(afterKeys(copilot, 'escape'), 'folder')).toBe('.claude/agents');
    const own = afterKeys(afterKeys(FORM, 'shift+tab ctrl+u "mine"'), 'shift+tab ctrl+t down');
    expect([value(own, 'harness'), value(own, 'folder')]).toEqual(['opencode', 'mine']);
  });

  test('on the kind takes the folder along, and what only agents have is not written', () => {
    const skill = afterKeys(FORM, 'tab tab tab tab tab tab ctrl+t down enter');
    expect([value(skill, 'kind'), value(skill, 'folder'), targetPath(skill)]).toEqual([
      'skill',
      '.claude/skills',
      '/p/.claude/skills/new/SKILL.md',
    ]);
    expect(composedFile(formDraft(skill)).text).toMatch(/^---\nname: new\ndescription: First\n---\n\nBe kind/);
    expect(fieldRemark({ ...skill, save: { ...skill.save, focused: 'tools' } }, 'tools')?.text).toBe(
      'A skill has none: it is not written',
    );
    const command = afterKeys(skill, 'tab ctrl+t down down enter shift+tab ctrl+t down enter');
    expect([value(command, 'kind'), value(command, 'folder')]).toEqual(['command', '.github/prompts']);
    expect(targetPath(command)).toBe('/p/.github/prompts/new.prompt.md');
    // What is disagreed in is not asked about where it does not stand.
    expect(effectsOf(command)).toEqual(['saveDraft']);
  });

  test('after a skill the next agent goes where agents go', () => {
    const skill = afterKeys(FORM, 'tab tab tab tab tab tab ctrl+t down enter');
    const next = afterKeys({ ...skill, trail: ['browse', 'compose'], draft: FORM.draft }, 'w');
    expect([value(next, 'kind'), value(next, 'folder')]).toEqual(['agent', '.claude/agents']);
  });

  test('on the place goes from the project to the user', () => {
    expect(value(afterKeys(FORM, 'shift+tab ctrl+t down'), 'folder')).toBe('~/.claude/agents');
  });

  test('on the place knows the folders that were added', () => {
    const { library, ...model } = afterKeys(FORM, 'shift+tab');
    const added = { id: 'team', scope: 'added', folder: '/home/ada/team', format: 'claude' } as const;
    const choices = formChoices({ ...model, library: { ...library, sources: [...library.sources, added] } });
    expect(choices.slice(2)).toEqual([{ value: expect.stringMatching(/team$/), from: 'source team' }]);
  });

  test('on the name offers one after each agent, and those of the agents', () => {
    expect(formChoices(FORM)).toEqual([
      { value: 'new', from: 'your own' },
      { value: 'my-one', from: 'after one' },
      { value: 'my-two', from: 'after two' },
      { value: 'one', from: 'as that agent is called' },
      { value: 'two', from: 'as that agent is called' },
    ]);
  });
});

describe('before saving', () => {
  test('what agents disagree in and tools that allow more than any of them are asked at once, and once', () => {
    const asked = afterKeys(FORM, 'ctrl+s');
    expect([asked.save.focused, asked.notice?.text]).toEqual(['model', '2 things to decide: model, tools']);
    expect(lineText(remarkOf(asked, 'model'))).toBe(
      'Ctrl-T chooses, Ctrl-S again leaves it out: opus (one) or sonnet (two)',
    );
    expect(lineText(remarkOf(asked, 'tools'))).toBe(
      'Ctrl-S again saves them so: none of the agents it is made from may do all of it: one lacks Edit',
    );
    expect(effectsOf(asked)).toEqual(['saveDraft']);
  });

  test('a limit that is left out is asked about, and one that is carried over is not', () => {
    const frontmatter = { disallowedTools: 'Bash' };
    const limited = formOf(aDefinition({ name: 'one', description: 'First', frontmatter, body: 'Be kind.\n' }));
    const asked = afterKeys(limited, 'ctrl+s');
    expect(asked.notice?.text).toBe('tools: Ctrl-S again saves them so: one is denied Bash by disallowedTools');
    expect(effectsOf(asked)).toEqual(['saveDraft']);
    expect(effectsOf(afterKeys(limited, 'tab tab tab tab tab ctrl+t down enter'))).toEqual(['saveDraft']);
  });

  test('what was chosen is not asked', () => {
    const model = afterKeys(FORM, 'tab tab ctrl+t down enter tab ctrl+t down enter');
    expect(effectsOf(model)).toEqual(['saveDraft']);
  });

  test.each([
    [
      'a field that no ingredient has',
      'tab tab ctrl+t down enter tab ctrl+t down enter shift+tab shift+tab shift+tab tab tab tab tab tab "nope" ctrl+s',
      'other: None of its agents has a field nope',
    ],
    [
      'a harness that is none',
      'tab tab ctrl+t down enter tab ctrl+t down enter shift+tab shift+tab shift+tab shift+tab shift+tab ctrl+u "vim" ctrl+s',
      'harness: One of claude opencode',
    ],
  ])('%s is refused', (_, keys, words) => {
    expect(afterKeys(FORM, keys).notice).toMatchObject({ tone: 'bad', text: expect.stringContaining(words) });
  });
});

describe('what its agents say of themselves by their names', () => {
  const KEEPER = aDefinition({ name: 'fire-keeper', description: 'Keeps', body: 'You are fire-keeper.\n' });
  const remark = (model: Model) => fieldRemark(model, 'mentions')?.text;

  test('is told and offered to be replaced where there is any, and only then', () => {
    expect(shownFields(FORM)).not.toContain('mentions');
    const form = formOf(KEEPER);
    expect(shownFields(form)).toContain('mentions');
    expect(remark(form)).toBe('kept: 1 mention of fire-keeper');
    const [kept, replaced] = formChoices(afterKeys(form, 'tab tab'));
    expect(kept).toEqual({ value: 'keep', from: 'as they stand' });
    expect(replaced).toEqual({ value: 'replace', from: 'new instead' });
  });

  test('stands under the new name where that is chosen, until that is undone', () => {
    const chosen = afterKeys(formOf(KEEPER), 'tab tab ctrl+t down enter');
    expect(composedFile(formDraft(chosen)).text).toContain('You are new.');
    const kept = afterKeys(chosen, 'escape w');
    expect(value(kept, 'mentions')).toBe('replace');
    expect(composedFile(formDraft(afterKeys(chosen, 'ctrl+_'))).text).toContain('You are fire-keeper.');
  });

  test('is refused where it is neither kept nor replaced', () => {
    const typed = afterKeys(formOf(KEEPER), 'tab tab "x" ctrl+s');
    expect(remark(typed)).toBe('One of keep replace');
  });
});
