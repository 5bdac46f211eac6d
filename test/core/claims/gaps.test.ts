import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsOf } from '../../../src/core/claims/gaps.ts';
import { aDefinition } from '../../support/a-definition.ts';

const named = (name: string, ...lines: readonly string[]) => aDefinition({ name, body: `${lines.join('\n')}\n` });

const KEEPER = named('keeper', '## Rules', '', '- Always log refusals', '- Close the door at night');
const WARDEN = named(
  'warden',
  '## Rules',
  '',
  '- Close the door at night',
  '- Never log refusals',
  '- Check every badge twice',
  '',
  '## Rate limiting',
  '',
  '- Limit each client to 100 requests a minute',
);
const PORTER = named(
  'porter',
  '## Rules',
  '',
  '- Close the door each night',
  '',
  '## Rate limiting',
  '',
  '- Limit every client to 100 requests a minute',
  '- Queue what comes above the limit',
);
const GUARD = named('guard', '## Rate limiting', '', '- Limit each client to 100 requests per minute');

const told = (...all: Parameters<typeof gapsOf>) =>
  gapsOf(...all).map(({ title, others, isSpokenOf, gaps }) => ({
    title,
    others,
    isSpokenOf,
    gaps: gaps.map(({ best, sayings, against }) => [
      sayings.map(({ definition }) => definition.name).join(),
      best.claim.text,
      against?.claim.text ?? null,
    ]),
  }));

describe('gapsOf', () => {
  test('tells by topic what others say, with who says it, and what is said against it', () => {
    expect(told(KEEPER, [WARDEN, PORTER, GUARD])).toEqual([
      {
        title: 'Rate limiting',
        others: 3,
        isSpokenOf: false,
        gaps: [
          ['warden,porter,guard', 'Limit each client to 100 requests a minute', null],
          ['porter', 'Queue what comes above the limit', null],
        ],
      },
      {
        title: 'Rules',
        others: 2,
        isSpokenOf: true,
        gaps: [
          ['warden', 'Never log refusals', 'Always log refusals'],
          ['warden', 'Check every badge twice', null],
        ],
      },
    ]);
  });

  test('an agent that says all has no gaps', () => {
    const all = named('all', KEEPER.body.replace('Always log', 'Never log'), WARDEN.body, PORTER.body);
    expect(told(all, [WARDEN, PORTER, GUARD])).toEqual([]);
  });

  const line = fc.constantFrom(
    '- Never log passwords',
    '- Check every badge',
    '- Be brief',
    '- Use tabs',
    '## Rules',
    '',
  );
  const body = fc.array(line, { maxLength: 8 });

  test('whoever takes over what others say lacks nothing', () => {
    fc.assert(
      fc.property(body, body, body, (own, one, other) => {
        const others = [named('one', ...one), named('other', ...other)];
        const gaps = gapsOf(named('own', ...own), others).flatMap((topic) => topic.gaps);
        const taken = gaps.map(({ best }) => `- ${best.claim.text}`);
        expect(gapsOf(named('own', ...own, '', ...taken), others)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
