import type { Action } from '../../src/app/model/actions.ts';
import { firstModel } from '../../src/app/model/first-model.ts';
import type { LibraryState } from '../../src/app/model/library-state.ts';
import type { Model, Surroundings } from '../../src/app/model/model.ts';
import type { AgentDefinition, Source } from '../../src/core/definition/agent-definition.ts';
import { buildLibrary } from '../../src/core/library/library-builder.ts';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';
import { createSearch } from '../../src/core/search/search.ts';
import { USUAL_APPEARANCE } from '../../src/text/appearance.ts';
import { watchedSteps } from './cold-steps.ts';

/** Where the tests pretend to run. */
export const SURROUNDINGS: Surroundings = {
  program: 'agents',
  cwd: '/p',
  home: '/home/ann',
  saveFolder: '.claude/agents',
  session: 'run',
  keys: {},
  settingsProblems: [],
  bundled: true,
  harness: 'claude',
  shortForms: {},
  appearance: USUAL_APPEARANCE,
  linear: false,
};

/** The one folder the tests read definitions from. */
export const PROJECT: Source = { id: 'project', scope: 'project', folder: '/p/agents', format: 'claude' };

/** Definitions as the library has them, from the texts of files by name. */
export function definitionsFrom(texts: Readonly<Record<string, string>>): readonly AgentDefinition[] {
  const files = Object.entries(texts).map(([name, text]) => {
    const path = `${PROJECT.folder}/${name}.md`;
    return { parsed: parseDefinition(text, path), path, source: PROJECT };
  });
  return buildLibrary(files, [PROJECT]).definitions;
}

/** A library that has been read, from the texts of files by name. */
export function libraryFrom(texts: Readonly<Record<string, string>>): LibraryState {
  return libraryOf(definitionsFrom(texts));
}

/** A library that has been read, of agents. */
export function libraryOf(definitions: readonly AgentDefinition[]): LibraryState {
  return {
    sources: [PROJECT],
    definitions,
    agents: definitions,
    others: [],
    hidden: null,
    search: createSearch(definitions),
    problems: [],
    loading: false,
  };
}

/** Three agents that speak of some of the same things; written for the tests. */
export const THREE_AGENTS: Readonly<Record<string, string>> = {
  'api-smith': [
    '---',
    'name: api-smith',
    'description: Forges interfaces',
    'model: opus',
    'tools: Read, Grep',
    'color: blue',
    '---',
    'You forge interfaces.',
    '',
    '## Security',
    '',
    '- Check every token',
    '- Limit rates',
    '',
    '## Contracts',
    '',
    'Write the contract first.',
    '',
  ].join('\n'),
  'data-keeper': [
    '---',
    'name: data-keeper',
    'description: Keeps data whole',
    'model: opus',
    'tools: Read, Edit',
    '---',
    '## Storage',
    '',
    'Prefer plain tables.',
    '',
    '## Security',
    '',
    'Encrypt what rests.',
    '',
  ].join('\n'),
  'night-watch': [
    '---',
    'name: night-watch',
    'description: Watches over what runs',
    'color: red',
    '---',
    '**Alerts:**',
    '- Wake nobody for a warning',
    '',
  ].join('\n'),
};

/** Parts of a model; of the parts that are records, some of the fields. */
export type ModelParts = {
  readonly [Key in keyof Model]?: Key extends 'browse' | 'reader' | 'compare' | 'compose' | 'save' | 'draft'
    ? Partial<Model[Key]>
    : Model[Key];
};

/** A model of 100 by 30 cells over {@link THREE_AGENTS}, the list focused, its rows judged; a test states what it is about. */
export function aModel({ browse, reader, compare, compose, save, draft, library, ...parts }: ModelParts = {}): Model {
  const first = firstModel(SURROUNDINGS, { columns: 100, rows: 30 }, [PROJECT]);
  const read = library ?? libraryFrom(THREE_AGENTS);
  return {
    ...first,
    ...parts,
    library: { ...read, search: createSearch(read.definitions) },
    browse: {
      ...first.browse,
      focus: 'list',
      judged: { recent: new Set(read.definitions), before: new Set() },
      ...browse,
    },
    reader: { ...first.reader, ...reader },
    compare: { ...first.compare, ...compare },
    compose: { ...first.compose, ...compose },
    save: { ...first.save, ...save },
    draft: { ...first.draft, ...draft },
  };
}

/** The model after some actions; effects are left undone. Each step must depend on its model and its action alone. */
export function afterActions(model: Model, ...actions: readonly Action[]): Model {
  const steps = watchedSteps(true);
  const after = actions.reduce((before, action) => steps.take(before, action).model, model);
  steps.expectSameCold();
  return after;
}
