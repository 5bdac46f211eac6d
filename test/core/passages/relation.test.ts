import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPassage } from '../../../src/core/passages/read-passage.ts';
import { relationOf } from '../../../src/core/passages/relation.ts';
import pairs from '../../evaluation/passage-pairs.json';

const relation = (one: string, other: string) => relationOf(readPassage(one), readPassage(other));
const kind = (one: string, other: string) => relation(one, other).kind;

describe('what contradicts each other', () => {
  test.each([
    ['number', 'Close issues after 14 days', 'Close issues after 90 days', '14 days', '90 days'],
    ['number', 'Ask two questions', 'Ask four questions', 'two questions', 'four questions'],
    ['number', 'Links stay valid for 20 minutes', 'Links stay valid for 20 hours', '20 minutes', '20 hours'],
    ['version', 'Write for Ruby 2.7', 'Write for Ruby 3.3', '2.7', '3.3'],
    ['bound', 'Name at least four risks', 'Name at most four risks', 'four risks', 'four risks'],
    ['negation', 'Always sign commits', 'Never sign commits', '', 'Never'],
    ['negation', 'Open a draft first', 'Do not open a draft first', '', 'Do not'],
    ['negation', 'Use barrel files for exports', 'Avoid barrel files for exports', '', 'Avoid'],
    ['negation', 'Begin the mail with a salutation', 'Begin the mail without a salutation', '', 'without'],
    ['negation', 'You can restart the server', 'You cannot restart the server', '', 'cannot'],
    ['modality', 'Releases must have notes', 'Notes are optional for releases', 'must', 'optional'],
    ['preference', 'Prefer queues over polling', 'Prefer polling over queues', 'queues', 'polling'],
    ['preference', 'Use records instead of tuples', 'Use tuples instead of records', 'records', 'tuples'],
    ['order', 'Tag the release before the upload', 'Tag the release after the upload', 'Tag', 'upload'],
    ['opposite', 'Enable source maps', 'Disable source maps', 'Enable', 'Disable'],
    ['extent', 'Trace every request', 'Trace only failed requests', 'every', 'only'],
    [
      'choice',
      'Quote strings with single quotes',
      'Quote strings with double quotes',
      'single quotes',
      'double quotes',
    ],
  ])('%s: %s / %s', (differs, one, other, ones, others) => {
    expect(relation(one, other)).toMatchObject({
      kind: 'conflict',
      differs: { kind: differs, one: ones, other: others },
    });
    expect(relation(other, one)).toMatchObject({ kind: 'conflict', differs: { kind: differs } });
  });

  test.each([
    ['de', 'Lösche immer alte Zweige', 'Lösche niemals alte Zweige'],
    ['es', 'Traduce siempre los mensajes', 'No traduzcas nunca los mensajes'],
    ['pt', 'Os serviços devem guardar registros', 'Os serviços não devem guardar registros'],
    ['fr', 'Réponds toujours en détail', 'Ne réponds jamais en détail'],
    ['it', 'Le funzioni devono modificare lo stato', 'Le funzioni non devono modificare lo stato'],
    ['ru', 'Всегда задавай вопросы', 'Никогда не задавай вопросы'],
    ['zh', '必须编写测试用例', '不要编写测试用例'],
    ['ja', '必ずログを出力する', 'ログを出力しない'],
  ])('in %s: %s / %s', (_, one, other) => {
    expect(kind(one, other)).toBe('conflict');
  });
});

test.each([
  ['Review at most five files', 'Review at most 5 files'],
  ['Cache for 2 minutes', 'Cache for 120 seconds'],
  ['Classes are no longer than 200 lines', 'Keep classes under 200 lines'],
  ['Always handle timeouts', 'Never ignore timeouts'],
  ['Back up the tables before each migration', 'Do not migrate without a backup of the tables'],
  ['Use tokens instead of cookies', 'Do not use cookies; use tokens'],
  ['Avoid deadlocks', 'Prevent deadlocks'],
  ['Requirements gathering', 'Gather the requirements'],
  ['All routes require a session', 'A session is required on all routes'],
])('other words for one thing: %s / %s', (one, other) => {
  expect(kind(one, other)).toBe('alike');
});

test.each([
  ['another thing in the same frame', 'Scan for open ports', 'Scan for weak ciphers'],
  ['one bold title, another text', '**Logging**: rotate the files', '**Logging**: leave out personal data'],
  ['numbers of two things', 'Keep queries under 40 lines', 'Keep commits under 300 lines'],
  ['steps', 'Step 2: collect samples', 'Step 4: label samples by hand'],
  ['a denial of less', 'Store every event', 'Never store event payloads'],
  ['another condition', 'Enable hot reload in development', 'Disable hot reload in production'],
  ['names of two things', 'Manual testing', 'Automated testing'],
  ['verdicts', '**Accept**: no severe findings', '**Reject**: severe findings remain'],
  ['what to look for', 'Find hardcoded hosts', 'No hardcoded hosts'],
  ['a question', 'Are temporary files removed?', 'Do not remove temporary files'],
  ['two languages', '`eval` without a sandbox', '`eval` no sandbox な'],
  ['code', '```\nlet a = 1;\n```', '```\nlet a = 2;\n```'],
])('no conflict, %s: %s / %s', (_, one, other) => {
  expect(kind(one, other)).toBe('unique');
});

test('what only one of two says is no turn: one may be narrower', () => {
  expect(kind('Complex window functions', 'Window functions')).not.toBe('conflict');
});

describe('how good it is', () => {
  const page = readFileSync(fileURLToPath(new URL('../../../docs/passages.md', import.meta.url)), 'utf8');
  type Labelled = Readonly<Record<string, Readonly<Record<string, readonly (readonly string[])[]>>>>;
  const kindsOf = (labelled: Labelled, label: string) =>
    Object.values(labelled[label] ?? {}).flatMap((those) => those.map(([one = '', other = '']) => kind(one, other)));
  const figures = [pairs.tuning, pairs.heldOut].map((labelled: Labelled) => {
    const [conflict = [], alike = [], different = []] = ['conflict', 'alike', 'different'].map((label) =>
      kindsOf(labelled, label),
    );
    const isAlike = (one: string) => one === 'same' || one === 'alike';
    const called = [...conflict, ...alike, ...different].filter(isAlike).length;
    const right = alike.filter(isAlike).length;
    const told = conflict.filter((one) => one === 'conflict').length;
    const alarms = [...alike, ...different].filter((one) => one === 'conflict').length;
    return {
      'contradictions told': `${told} of ${conflict.length}`,
      'contradictions called same or alike': `${conflict.filter(isAlike).length}`,
      'false alarms': `${alarms} of ${alike.length + different.length}`,
      'same or alike, precision': (right / called).toFixed(3),
      'same or alike, recall': (right / alike.length).toFixed(3),
    };
  });

  test('is what the page says', () => {
    for (const name of Object.keys(figures[0] ?? {}) as (keyof (typeof figures)[number])[]) {
      expect(page).toContain(`| ${name} | ${figures.map((those) => those[name]).join(' | ')} |`);
    }
  });
});

describe('laws', () => {
  const labels: readonly Readonly<Record<string, Readonly<Record<string, readonly (readonly string[])[]>>>>[] =
    Object.values(pairs);
  const known = labels.flatMap((labelled) => Object.values(labelled).flatMap((those) => Object.values(those).flat(2)));
  const words = fc.constantFrom(
    ...[
      'never',
      'not',
      'use',
      'tabs',
      'spaces',
      'before',
      'tests',
      '3',
      'five',
      'lines',
      'at',
      'most',
      'without',
      'only',
    ],
    ...['prefer', 'over', 'enable', 'disable', ';', ',', '不要', '使用', 'nicht', 'no', '80%', '**a**:', '❌', 'files'],
  );
  const passage = fc.oneof(
    fc.constantFrom(...known),
    fc.array(words, { minLength: 1, maxLength: 9 }).map((some) => some.join(' ')),
    fc.string({ unit: 'binary' }),
  );

  test('whichever comes first, the kind is the same', () => {
    fc.assert(
      fc.property(passage, passage, (one, other) => {
        expect(kind(one, other)).toBe(kind(other, one));
      }),
    );
  });

  test('a passage says the same as itself, whatever its case, bullet and markup', () => {
    fc.assert(
      fc.property(passage, (text) => {
        expect(kind(text, text)).toBe('same');
      }),
    );
    for (const text of known) {
      const plain = text.replace(/^[-\d.[\] ]+/, '').replaceAll('**', '');
      expect(kind(plain, `- [ ] ${plain}`), plain).toBe('same');
      expect(kind(plain, `* *${plain.toUpperCase()}*`), plain).toBe('same');
    }
  });

  test('case, bullets and markup change no judgement', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.constantFrom(...known), (one, other) => {
        const dressed = `1. _${other.replace(/^[-\d.[\] ]+/, '')}_`;
        if (!other.includes('**')) expect(kind(one, dressed)).toBe(kind(one, other));
      }),
    );
  });
});
