import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../src/core/claims/changes-between.ts';
import { aDefinition } from '../../support/a-definition.ts';

const withBody = (body: string) => aDefinition({ body });

/** What changed, as `kind: before > now`, topic by topic. */
const changed = (before: string, now: string) =>
  changesBetween(withBody(before), withBody(now)).map(({ title, changes }) => [
    title,
    ...changes.map(({ kind, before: one, now: other }) => `${kind}: ${one?.text ?? ''} > ${other?.text ?? ''}`),
  ]);

const BEFORE = `You guard the gate.

## Rules

- Keep functions under 20 lines
- Log each refusal with its reason
- Close the door at night
- Never store passwords in plain text

## Tone

Answer in short sentences. Name the file first.
`;

describe('changesBetween', () => {
  test('tells what is in conflict, gone, in other words and added, by topic', () => {
    const now = `You guard the gate.

## Rules

- Keep functions under 50 lines
- Log each refusal with its full reason
- Never store passwords in plain text
- Walk the round twice before midnight

## Tone

Answer in short sentences.
`;
    expect(changed(BEFORE, now)).toEqual([
      [
        'Rules',
        'conflict: Keep functions under 20 lines > Keep functions under 50 lines',
        'gone: Close the door at night > ',
        'near: Log each refusal with its reason > Log each refusal with its full reason',
        'added:  > Walk the round twice before midnight',
      ],
      ['Tone', 'gone: Name the file first. > '],
    ]);
  });

  test('where and how something is written is no change', () => {
    const now = `# Gate keeper

You guard
the gate.

## Voice

1. Name the file first
2. Answer in **short** sentences

## Law

* Never store passwords in plain text.
* Close the door at night.
* Log each refusal with its reason
* Keep functions under 20 lines.
`;
    expect(changed(BEFORE, now)).toEqual([]);
  });

  test('what is said twice may go once, and what is said already may be said again', () => {
    const twice = '## Rules\n\n- Log each refusal\n- Close the door at night\n\n## End\n\n- Log every refusal\n';
    const once = '## Rules\n\n- Log each refusal\n- Close the door at night\n';
    expect(changed(twice, once)).toEqual([]);
    expect(changed(once, twice)).toEqual([]);
  });

  test('what is added to what it contradicts is a conflict', () => {
    const now = BEFORE.replace('## Tone', '- Always store passwords in plain text\n\n## Tone');
    expect(changed(BEFORE, now)).toEqual([
      ['Rules', 'conflict: Never store passwords in plain text > Always store passwords in plain text'],
    ]);
  });

  test('tables change row by row, lists inside items item by item, code as a whole', () => {
    const before =
      '| Level | Action |\n|---|---|\n| high | stop the release |\n| low | open a ticket |\n\n- Tools\n  - Format the code with Prettier\n  - Check the types\n\n```sh\nnpm test\n```\n';
    const now = before
      .replace('| low | open a ticket |\n', '')
      .replace('  - Check the types\n', '')
      .replace('npm test', 'npm run test');
    const kinds = changed(before, now).flatMap((topic) => topic.slice(1));
    expect(kinds).toContain('gone: low | open a ticket > ');
    expect(kinds).toContain('gone: Check the types > ');
    expect(kinds).toHaveLength(4);
  });

  const line = fc.constantFrom(
    '- Keep functions under 20 lines',
    '- Keep functions under 50 lines',
    '- Never log passwords',
    '- Always log passwords',
    'Be brief. Name the file first.',
    '## Rules',
    '**Tone:**',
    '- **API**: version every endpoint',
    '| a | b |',
    '```',
    '',
  );
  const body = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));

  test('nothing changed between a text and itself; what is gone one way is added the other', () => {
    fc.assert(
      fc.property(body, body, (one, other) => {
        expect(changed(one, one)).toEqual([]);
        const texts = (from: string, to: string, kind: 'gone' | 'added') =>
          changesBetween(withBody(from), withBody(to)).flatMap(({ changes }) =>
            changes.flatMap((change) => (change.kind === kind ? [(change.before ?? change.now)?.text] : [])),
          );
        const added = new Set(texts(other, one, 'added'));
        // What contradicts something that stays is told as that when it comes, not when it goes.
        for (const text of added) expect(texts(one, other, 'gone')).toContain(text);
      }),
      { numRuns: 60 },
    );
  });
});
