import { describe, expect, test } from 'vitest';
import { createSearch } from '../../../src/core/search/search.ts';
import { SHORT_FORMS } from '../../../src/core/search/words/short-forms.ts';
import { finish } from '../../../src/kit/run-steps.ts';
import { aDefinition } from '../../support/a-definition.ts';

/** Definitions by name with their descriptions. */
type Texts = Readonly<Record<string, string>>;

const found = (texts: Texts, query: string): readonly string[] =>
  searchIn(texts)
    .search(query)
    .slice()
    .map(({ definition }) => definition.name);

const searchIn = (texts: Texts) =>
  createSearch(
    Object.entries(texts).map(([name, description]) =>
      aDefinition({ id: `project:${name}`, path: `/${name}.md`, name, description }),
    ),
  );

describe('a description of what is meant', () => {
  const TEXTS: Texts = {
    'long-talker':
      'Use this for a long list. Make the slow thing, the quick thing, a database note, queries by hand, people who run faster.',
    'query-tuner': 'Finds slow queries in a database and rewrites them.',
    'bread-baker': 'Bakes bread for the whole street.',
  };

  test('need not have all of its words', () => {
    expect(found(TEXTS, 'make slow database queries faster')).toEqual(['query-tuner', 'long-talker']);
  });

  test('is not about its small words, but where it has no others', () => {
    expect(found(TEXTS, 'something for the bread')).toEqual(['bread-baker']);
    expect(found({ 'who-is-who': 'Names.', other: 'Games.' }, 'who is who')).toEqual(['who-is-who']);
  });

  test('has no words that are only parts of others, or like others', () => {
    const texts = {
      one: 'Asks for consent of old users.',
      two: 'Writes consistent content below a threshold of users.',
    };
    expect(found(texts, 'old consent of users')).toEqual(['one']);
  });

  test('has a single letter as a word', () => {
    expect(found({ one: 'Writes programs in C.', two: 'Calls programs.' }, 'write programs in c')[0]).toBe('one');
  });

  test('has what has all of its words first, in texts of like length', () => {
    const texts = { one: 'Waters tall plants.', two: 'Waters tall green plants.', three: 'Waters green lawns.' };
    expect(found(texts, 'waters green plants')[0]).toBe('two');
  });

  test('of two words asks for both where anything has both', () => {
    expect(found({ one: 'Tall plants.', two: 'Green plants.', three: 'Tall trees.' }, 'tall plants')).toEqual(['one']);
  });
});

describe('a word that somebody uses', () => {
  const LONG = `${'Works with all that comes along the way. '.repeat(8)}Builds any CLI.`;

  test('is better evidence than letters picked out of a name', () => {
    const texts = { 'col-lie': 'Dogs.', 'cloud-intake': 'Sorts requests.', 'shell-smith': LONG };
    expect(found(texts, 'cli')[0]).toBe('shell-smith');
  });

  test('gives way to initials of a whole name', () => {
    expect(found({ 'security-auditor': 'Looks for holes.', other: 'Knows sa.' }, 'sa')[0]).toBe('security-auditor');
  });

  test('as a word of a name comes before a longer one that begins so', () => {
    expect(found({ 'redis-expert': 'Caches.', 'tests-red': 'Tests.' }, 'red')).toEqual(['tests-red', 'redis-expert']);
  });

  test.each([
    ['go', { one: 'Writes Go.', two: 'Goes home.' }],
    ['ml', { one: 'Trains ML models.', two: 'Writes HTML.' }],
    ['api', { one: 'Designs an API.', two: 'Keeps an apiary.' }],
    ['c', { one: 'Writes C.', two: 'Cooks cabbage.' }],
  ])('stands before longer words: %s', (query, texts) => {
    expect(found(texts, query)[0]).toBe('one');
  });
});

describe('what a word stands for', () => {
  test.each([
    ['initials', 'tdd', 'Teaches test-driven development.'],
    ['initials that pass over a small word', 'iot', 'Connects an internet of things.'],
    ['a numeronym', 'k8s', 'Runs Kubernetes.'],
    ['what has a numeronym', 'accessibility', 'Checks a11y.'],
    ['joined words', 'pullrequest', 'Opens a pull request for each change.'],
    ['joined words, not yet whole', 'pullreq', 'Opens a pull request for each change.'],
    ['a split word', 'micro services', 'Splits microservices.'],
    ['a split word with a hyphen', 'e-commerce', 'Builds ecommerce sites.'],
    ['a short form', 'db', 'Tunes a database.'],
    ['what has a short form', 'documentation', 'Keeps the docs.'],
    ['a name with a point', '.net', 'Writes ASP.NET pages.'],
    ['its other name', '.net', 'Writes dotnet code.'],
    ['another form', 'refactoring', 'Can refactor old code.'],
    ['a British spelling', 'optimisation', 'Does optimization.'],
    ['an American spelling', 'behavior', 'Shapes behaviour.'],
    ['a doubled letter', 'modelling', 'Does data modeling.'],
    ['a letter and its mark', 're\u0301sume\u0301', 'Writes a résumé.'],
    ['jamo', '\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1165', '한국어 문서.'],
    ['a sharp s', 'strasse', 'Baut eine Straße.'],
    ['joined words in another form', 'loadbalancer', 'Does load balancing.'],
    ['a joined word that somebody writes so', 'opensource', 'Works in open source.'],
    ['letters with a sign between them', 'a/b', 'Plans A/B tests.'],
    ['several of what an acronym stands for', 'dao', 'Serves DAOs.'],
    ['half-width kana', 'ｶﾞｲﾄﾞ', 'ガイド です。'],
  ])('is found: %s', (_kind, query, description) => {
    expect(found({ right: description, wrong: 'Paints walls blue.' }, query)).toEqual(['right']);
  });

  test('a point is no beginning of a longer word', () => {
    expect(found({ 'network-engineer': 'Pulls cables.', right: 'Writes .NET.' }, '.net')).toEqual(['right']);
  });

  test('an acronym is found by what its letters stand for elsewhere', () => {
    const texts = { one: 'An SRE on call.', two: 'Site reliability engineering (SRE).', three: 'Paints.' };
    expect(found(texts, 'site reliability')).toEqual(['two', 'one']);
    expect(found(texts, 'site reliability engineering')).toEqual(['two', 'one']);
  });

  test('an acronym is no beginning: what says it comes before a name that only begins so', () => {
    const texts = {
      'clip-maker': 'Cuts films.',
      'col-lie': 'Dogs.',
      one: 'Writes a CLI for whatever there is to do on a long day at the sea, and a shell script for the rest of it.',
      two: 'Knows CLIs.',
      three: 'Tests a CLI.',
    };
    expect(found(texts, 'cli').slice(0, 3)).toEqual(['two', 'three', 'one']);
    expect(found(texts, 'clip')[0]).toBe('clip-maker');
  });

  test('initials of the whole name count for less than the acronym of something else', () => {
    const texts = { 'quant-analyst': 'Counts.', one: 'Does QA.', two: 'Plans the QA of a team.' };
    expect(found(texts, 'qa')).toEqual(['one', 'two', 'quant-analyst']);
    expect(found({ 'quant-analyst': 'Counts.', other: 'Paints.' }, 'qa')).toEqual(['quant-analyst']);
  });

  test('what everybody knows that an acronym stands for comes before what only begins so', () => {
    const texts = { 'rcagen-writer': 'Writes.', 'react-card': 'Draws.', other: 'Does root cause analysis.' };
    expect(found(texts, 'rca')[0]).toBe('other');
    expect(found({ 'drupal-pro': 'Builds.', other: 'Paints.' }, 'dr')[0]).toBe('drupal-pro');
  });

  test('what is said between the words of an acronym is passed over, or is one of them', () => {
    const texts = {
      iam: 'Sets up identity and access management.',
      cot: 'Uses a chain of thought.',
      'invites-all-members': 'Sends letters.',
      'cooks-over-turf': 'Grills.',
    };
    expect(found(texts, 'cot')[0]).toBe('cot');
    expect(found({ ...texts, iam: 'Paints.', right: texts.iam }, 'iam')).toContain('right');
  });

  test('an acronym that is written as one word is found', () => {
    expect(found({ right: 'Builds the frontend of a shop.', 'far-east': 'Travels.' }, 'fe')).toContain('right');
  });

  test('where letters are what everybody takes them for, they hardly mean anything else', () => {
    const texts = {
      'code-explorer': 'Walks.',
      one: 'Plans CX and a long list of other things.',
      two: 'Customer experience.',
    };
    expect(found(texts, 'cx')).toEqual(['one', 'two', 'code-explorer']);
  });

  test.each([
    ['international', 'internal'],
    ['responsive', 'response'],
    ['customer', 'custom'],
    ['engineer', 'engine'],
  ])('%s is no form of %s', (query, other) => {
    expect(found({ one: `Works on ${other} things.`, two: `Has a ${query} side.` }, query)).toEqual(['two']);
  });

  test('the same spelling the British way comes before another form', () => {
    const texts = { 'colorize-all': 'Paints.', one: 'Plans organization.', 'an-organizer': 'Plans.' };
    expect(found(texts, 'organisation')[0]).toBe('one');
  });

  test.each([
    ['e2e', 'Runs end-to-end checks.'],
    ['b4b', 'A bill for bread.'],
    ['dx', 'Improves developer experience.'],
    ['xss', 'Stops cross-site scripting.'],
  ])('signs of an acronym are read as they are spoken: %s', (query, description) => {
    expect(found({ right: description, wrong: 'Ends a developer, so sites stop.' }, query)[0]).toBe('right');
  });

  test('initials that most say mean that', () => {
    const rest = Object.fromEntries([1, 2, 3, 4].map((at) => [`v${at}`, `Does machine learning, number ${at}.`]));
    const names = found({ chance: 'Fills machine lists.', said: 'All of ML.', ...rest }, 'ml');
    expect(names[0]).toBe('said');
    expect(names.at(-1)).toBe('chance');
    expect(names).toHaveLength(6);
  });

  test.each(Object.entries(SHORT_FORMS))('%s finds each word it is short for', (short, words) => {
    for (const word of words)
      expect(found({ right: `Knows ${word}.`, wrong: 'Paints walls.' }, short)).toEqual(['right']);
  });

  test('the user can have short forms of his own', () => {
    const definition = aDefinition({ name: 'ledger', description: 'Keeps accounts.' });
    const search = createSearch([definition], { bk: ['accounts'], db: [] });
    expect(search.search('bk').length).toBe(1);
  });
});

describe('words that only prompts have', () => {
  const search = createSearch([
    aDefinition({ id: 'p:a', path: '/a', name: 'herd-watcher', description: 'Looks after a thundering herd.' }),
    aDefinition({
      id: 'p:b',
      path: '/b',
      name: 'queue-tuner',
      description: 'Tunes message queues.',
      body: '# Work\n\nWatch for thundering herds.\n',
    }),
    aDefinition({ id: 'p:c', path: '/c', name: 'baker', description: 'Bakes.', body: 'Use the CQRS oven.' }),
  ]);
  const answer = (query: string) =>
    finish(search.work(query))
      .search(query)
      .slice()
      .map(({ definition, matches: { prompt } }) => [
        definition.name,
        prompt && [prompt.text, prompt.ranges.map(([start, end]) => prompt.text.slice(start, end))],
      ]);

  test('are found below those of names and descriptions, with the line they stand on', () => {
    expect(answer('thundering')).toEqual([
      ['herd-watcher', null],
      ['queue-tuner', ['Watch for thundering herds.', ['thundering']]],
    ]);
    expect(answer('cqrs')).toEqual([['baker', ['Use the CQRS oven.', ['CQRS']]]]);
  });

  test('flow in: what was found before stays where it was', () => {
    expect(search.nextWork('thundering')).toBe('prompt');
    const before = search.search('thundering').slice();
    const after = finish(search.work('thundering'));
    expect(after.nextWork('thundering')).toBeNull();
    expect(
      after
        .search('thundering')
        .slice(0, before.length)
        .map(({ definition }) => definition),
    ).toEqual(before.map(({ definition }) => definition));
  });

  test('may be some of the words, and are narrowed by filters', () => {
    expect(answer('oven bakes').map(([name]) => name)).toContain('baker');
    expect(answer('cqrs scope:user')).toEqual([]);
    expect(answer('cqrs scope:project').map(([name]) => name)).toEqual(['baker']);
    expect(answer('"cqrs"')).toEqual([]);
  });

  test('in an order of its own come last all the same', () => {
    const hits = finish(search.work('thundering')).search('thundering', ({ name }) => (name === 'queue-tuner' ? 0 : 1));
    expect(hits.slice().map(({ definition }) => definition.name)).toEqual(['herd-watcher', 'queue-tuner']);
  });
});

describe('a word of the folder', () => {
  const search = createSearch(
    [
      ['/c/hobson/a/backend-architect.md', 'backend-architect', 'Plans.'],
      ['/c/hobson/b/painter.md', 'painter', 'Paints.'],
      ['/c/other/backend-architect.md', 'backend-architect', 'Plans too.'],
      ['/c/other/hob-keeper.md', 'hob-keeper', 'Cleans.'],
      ['/c/other/copy.md', 'copy', 'Inspired by hobson, plans the backend.'],
    ].map(([path = '', name = '', description = '']) =>
      aDefinition({ id: `added:${path}`, path, name, description, scope: 'added', origin: path.split('/')[2] ?? '' }),
    ),
  );
  const paths = (query: string) =>
    search
      .search(query)
      .slice()
      .map(({ definition }) => definition.path);

  test('finds what lies there, below what has the words in its texts', () => {
    expect(paths('hobson backend')).toEqual(['/c/other/copy.md', '/c/hobson/a/backend-architect.md']);
    expect(paths('backend hobs')).toEqual(['/c/other/copy.md', '/c/hobson/a/backend-architect.md']);
    expect(paths('other backend')).toEqual(['/c/other/backend-architect.md', '/c/other/copy.md']);
    expect(paths('other')).toHaveLength(3);
    expect(paths('hobson')).toEqual(['/c/other/copy.md', '/c/hobson/b/painter.md', '/c/hobson/a/backend-architect.md']);
    expect(paths('hobson backend of plans')[0]).toBe('/c/other/copy.md');
  });

  test('is of the collection on: where a place lies says nothing', () => {
    expect(paths('c')).not.toContain('/c/hobson/b/painter.md');
    const own = createSearch([
      aDefinition({
        id: 'user:a',
        path: '/home/ann/.claude/agents/team-x/a.md',
        name: 'a',
        scope: 'user',
        origin: 'user',
      }),
    ]);
    const count = (query: string) => own.search(query).length;
    expect([count('home'), count('ann'), count('team'), count('source:team-x')]).toEqual([0, 0, 1, 1]);
  });
});
