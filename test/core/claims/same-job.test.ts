import { describe, expect, test } from 'vitest';
import { forTheSameJob, MOST_OTHERS } from '../../../src/core/claims/same-job.ts';
import { aDefinition } from '../../support/a-definition.ts';

const agent = (name: string, description: string, path = `/p/${name}.md`, body = `You are ${name} of ${path}.\n`) =>
  aDefinition({ name, description, path, id: `added:${path}`, body });

const RAILS = agent('rails-expert', 'Builds Ruby on Rails applications');
const OTHERS = [
  agent('rails-developer', 'Develops web applications with Rails and Ruby'),
  agent('ruby-on-rails', 'Maintains Rails engines'),
  agent('gardener', 'Waters the plants'),
  agent('react-expert', 'Builds React applications'),
];
const namesOf = (...all: Parameters<typeof forTheSameJob>) => forTheSameJob(...all).map((one) => one.definition.name);

describe('forTheSameJob', () => {
  test('takes those whose names and descriptions speak of the same, the likest first', () => {
    expect(namesOf(RAILS, [RAILS, ...OTHERS])).toEqual(['rails-developer', 'ruby-on-rails']);
    expect(namesOf(OTHERS[2] ?? RAILS, [RAILS, ...OTHERS])).toEqual([]);
  });

  test('takes no copy of it, and of twins one', () => {
    const text = `${'Write tests first and keep controllers thin in every change. '.repeat(3)}\n`;
    const library = [
      agent('rails-expert', RAILS.description, '/q/rails-expert.md', RAILS.body),
      agent('rails-pro', 'Builds Rails applications', '/q/a.md', text),
      agent('rails-guru', 'Builds Rails applications', '/q/b.md', `${text}Ship.\n`),
    ];
    expect(namesOf(RAILS, library)).toHaveLength(1);
  });

  test('takes as many as can be lined up', () => {
    const many = Array.from({ length: 20 }, (_, at) => agent('rails-expert', RAILS.description, `/m/${at}.md`));
    const bodies = many.map((one, at) => ({
      ...one,
      body: `Words of number ${at}: ${'abcdefghij'.at(at % 10)}${at} only.\n`,
    }));
    expect(namesOf(RAILS, bodies)).toHaveLength(MOST_OTHERS);
  });
});
