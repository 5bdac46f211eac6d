import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meantNames } from '../../../src/core/naming/nearest-name.ts';

const COMMANDS =
  'list search show which rivals budget compare gaps twins shared compose status update drafts lineage lint rename export import source help tui config doctor completion schema'.split(
    ' ',
  );
const HARNESSES =
  'claude opencode copilot codex cursor gemini qwen factory grok kilo auggie kimi antigravity cline'.split(' ');
const IDS = [
  'role',
  'core-expertise',
  'core-expertise/api-design',
  'core-expertise/data',
  'security',
  'answer',
  'rules',
];

describe('meantNames', () => {
  test.each([
    ['lst', COMMANDS, 'list'],
    ['lits', COMMANDS, 'list'],
    ['serach', COMMANDS, 'search'],
    ['compos', COMMANDS, 'compose'],
    ['sources', COMMANDS, 'source'],
    ['rival', COMMANDS, 'rivals'],
    ['draft', COMMANDS, 'drafts'],
    ['complete', COMMANDS, 'completion'],
    ['Export', COMMANDS, 'export'],
    ['exprot', COMMANDS, 'export'],
    ['hlep', COMMANDS, 'help'],
    ['conf', COMMANDS, 'config'],
    ['claud', HARNESSES, 'claude'],
    ['open-code', HARNESSES, 'opencode'],
    ['anti', HARNESSES, 'antigravity'],
    ['securty', IDS, 'security'],
    ['api_design', IDS, 'core-expertise/api-design'],
    ['design', IDS, 'core-expertise/api-design'],
  ])('%s', (typed, known, meant) => {
    expect(meantNames(typed, known)[0]).toBe(meant);
  });

  test.each(['xyzzy', 'q', 'frobnicate', '', '--', 'a'.repeat(5000)])('nothing for %s', (typed) => {
    expect(meantNames(typed, COMMANDS)).toEqual([]);
  });

  test('is of what there is, each once, no more than asked for, and first what it is itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 })), fc.string({ maxLength: 20 }), (known, typed) => {
        const meant = meantNames(typed, known, 2);
        expect(meant.length).toBeLessThanOrEqual(2);
        expect(new Set(meant).size).toBe(meant.length);
        for (const name of meant) expect(known).toContain(name);
        if (known.includes(typed) && /\w{2}/.test(typed)) expect(meant.length).toBeGreaterThan(0);
      }),
    );
  });
});
