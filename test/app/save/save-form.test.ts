import { describe, expect, test } from 'vitest';
import { ingredients } from '../../../src/app/model/known-definitions.ts';
import { textField } from '../../../src/app/model/text-field.ts';
import { formDraft, formProblems, openedForm, targetPath } from '../../../src/app/save/save-form.ts';
import { INHERIT, NO_TOOLS, toolList } from '../../../src/core/definition/tools.ts';
import { EMPTY_DRAFT, pickOfBody } from '../../../src/core/draft/draft.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aModel, libraryFrom, libraryOf, PROJECT } from '../../support/a-model.ts';

const texts = (model: ReturnType<typeof aModel>) =>
  Object.fromEntries(Object.entries(openedForm(model, 'name').fields).map(([name, { text }]) => [name, text]));

/** A model whose draft has a pick of each of some definitions. */
function composedFrom(...definitions: readonly ReturnType<typeof aDefinition>[]) {
  return aModel({
    library: libraryOf(definitions),
    draft: { present: { ...EMPTY_DRAFT, picks: definitions.map(pickOfBody) } },
  });
}

describe('what the form suggests', () => {
  test('is the first description, and what ingredients agree on', () => {
    const model = composedFrom(
      aDefinition({ name: 'a', description: 'First', model: 'opus', color: 'red' }),
      aDefinition({ name: 'b', description: 'Second', model: 'opus', color: 'blue' }),
      aDefinition({ name: 'c', description: 'Third' }),
    );
    expect(texts(model)).toMatchObject({ name: '', description: 'First', model: 'opus', color: '' });
  });

  test('are the tools that any ingredient states, so that inheriting all is never silent', () => {
    const model = composedFrom(
      aDefinition({ name: 'a', tools: toolList(['Read', 'Bash(git diff:*)']) }),
      aDefinition({ name: 'b', tools: INHERIT }),
      aDefinition({ name: 'c', tools: toolList(['Edit', 'Read']) }),
    );
    expect(texts(model).tools).toBe('Read, Bash(git diff:*), Edit');
  });

  test('gives way to what was typed before', () => {
    const fields = { ...EMPTY_DRAFT.fields, name: 'mine' };
    const model = composedFrom(aDefinition({ description: 'First' }));
    const draft = { ...model.draft, present: { ...model.draft.present, fields } };
    expect(texts({ ...model, draft })).toMatchObject({ name: 'mine', description: '' });
  });

  test('keeps the folder', () => {
    const model = aModel();
    const folder = textField('elsewhere');
    expect(texts({ ...model, save: { ...model.save, fields: { ...model.save.fields, folder } } }).folder).toBe(
      'elsewhere',
    );
  });

  const placed = (scope: 'user' | 'project', projects: readonly 'project'[]) => {
    const model = composedFrom(aDefinition({ name: 'a', scope: 'user' }), aDefinition({ name: 'b', scope }));
    const sources = [...projects, 'user' as const].map((own) => ({ ...PROJECT, id: own, scope: own }));
    const save = { ...model.save, fields: { ...model.save.fields, folder: textField('') } };
    return { ...model, save, library: { ...model.library, sources } };
  };

  test.each([
    [
      'the user’s folder for what is all the user’s, in a project without agents',
      placed('user', []),
      '~/.claude/agents',
    ],
    ['the project’s where that has agents', placed('user', ['project']), '.claude/agents'],
    ['the project’s where one is of a project', placed('project', []), '.claude/agents'],
  ])('is, where no folder is remembered, %s', (_, model, folder) => {
    expect(texts(model).folder).toBe(folder);
  });

  test('leaves a folder alone that was chosen in the form', () => {
    const model = placed('user', []);
    const chosen = {
      ...model,
      save: {
        ...openedForm(model, 'name'),
        fields: { ...openedForm(model, 'name').fields, folder: textField('.claude/agents') },
      },
    };
    expect(texts(chosen).folder).toBe('.claude/agents');
  });

  test('leaves out ingredients that are gone', () => {
    const model = composedFrom(aDefinition({ name: 'a' }));
    expect(ingredients(model).map(({ name }) => name)).toEqual(['a']);
    expect(ingredients({ ...model, library: libraryFrom({}) })).toEqual([]);
  });
});

describe('what the form says', () => {
  const filled = (parts: Readonly<Record<string, string>>) => {
    const model = aModel();
    const fields = Object.entries(parts).map(([name, text]) => [name, textField(text)]);
    return { ...model, save: { ...model.save, fields: { ...model.save.fields, ...Object.fromEntries(fields) } } };
  };

  test('needs a home folder for a folder in it', () => {
    const model = filled({ folder: '~/agents' });
    expect(formProblems(model).folder).toBeUndefined();
    const homeless = { ...model, surroundings: { ...model.surroundings, home: null } };
    expect(formProblems(homeless).folder).toBe('There is no home folder for ~ to stand for');
  });

  test('goes into the draft', () => {
    expect(formDraft(filled({ name: 'new', tools: 'Read' })).fields).toMatchObject({
      name: 'new',
      tools: toolList(['Read']),
    });
    expect(formDraft(filled({ tools: 'none' })).fields.tools).toEqual(NO_TOOLS);
    expect(formDraft(filled({ tools: ' ' })).fields.tools).toEqual(INHERIT);
  });

  test.each([
    ['.claude/agents', '/p/.claude/agents/new.md'],
    ['.claude/agents/', '/p/.claude/agents/new.md'],
    ['/etc', '/etc/new.md'],
    ['~', '/home/ann/new.md'],
    ['~/agents', '/home/ann/agents/new.md'],
    ['~other', '/p/~other/new.md'],
    ['C:/agents', 'C:/agents/new.md'],
    [' padded ', '/p/padded/new.md'],
  ])('with the folder %j is written to %s', (folder, path) => {
    expect(targetPath(filled({ name: 'new', folder }))).toBe(path);
  });

  test('leaves room for a name that is not there yet', () => {
    expect(targetPath(filled({ name: ' ' }))).toBe('/p/.claude/agents/….md');
  });

  test('needs a folder', () => {
    expect(formProblems(filled({ folder: ' ' }))).toMatchObject({ folder: 'Say which folder' });
  });
});
