import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { countOf } from '../../src/core/library/agent-calls.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const agent = (name: string) => `---\nname: ${name}\ndescription: Casts ${name}s.\n---\n# ${name}\n`;
const call = (name: string, id: string) =>
  `${JSON.stringify({
    type: 'assistant',
    timestamp: '2026-02-03T04:05:06.000Z',
    message: { content: [{ type: 'tool_use', id, name: 'Task', input: { subagent_type: name } }] },
  })}\n`;

const used = (files: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const folder = temporaryFolder({
    '.claude/agents/bell.md': agent('bell'),
    '.claude/agents/clock.md': agent('clock'),
    ...files,
  });
  const sources = defaultSources({ cwd: folder, home: null, bundled: join(folder, 'none') });
  return runAgents(folder, ['usage', ...args], { sources });
};
const TRANSCRIPT = { '.claude/projects/p/s.jsonl': call('bell', '1') + call('bell', '2') + call('Explore', '3') };
const WITH_GONE = { '.claude/projects/p/s.jsonl': TRANSCRIPT['.claude/projects/p/s.jsonl'] + call('gone', '4') };

describe('agents usage', () => {
  test('tells calls and last dates of what is loaded and of what was called, and what never was', async () => {
    const { code, out, err } = await used(WITH_GONE);
    expect(code).toBe(0);
    expect(out).toMatch(
      / 2 +2026-02-03 +bell +\.claude\/agents\/bell\.md\n +1 +2026-02-03 +Explore +built in\n +1 +2026-02-03 +gone +none of that name is loaded\n\nNever called: clock\n1 agent, ~\d+ tokens of every session: agents budget\n$/,
    );
    expect(err).toMatch(/^Counted in 1 transcript in \.claude\/projects/);
  });

  test('as JSON', async () => {
    const rows = JSON.parse((await used(TRANSCRIPT, '--json')).out);
    expect(rows).toMatchObject([
      { schema: 1, harness: 'claude', name: 'bell', calls: 2, last: '2026-02-03T04:05:06.000Z' },
      { name: 'Explore', path: null, calls: 1 },
      { name: 'clock', calls: 0, last: null },
    ]);
  });

  test('says where nothing is kept', async () => {
    const run = await used({ '.cursor/agents/sail.md': agent('sail') });
    expect(run.code).toBe(0);
    expect(run.err).toContain('No transcripts of Claude Code are kept here; not counted: cursor');
  });
});

test.each([
  ['plugin', 'alpha', 'reviewer', 2],
  ['plugin', 'beta', 'reviewer', 0],
  ['plugin', 'alpha', 'deep', 1],
  ['user', 'user', 'reviewer', 3],
] as const)('an agent of %s %s called %s has its own calls', (scope, origin, name, calls) => {
  const counts = new Map(
    Object.entries({ 'alpha:reviewer': 2, reviewer: 3, 'alpha:folder:deep': 1 }).map(([called, count]) => [
      called,
      { calls: count, last: null },
    ]),
  );
  expect(countOf(counts, { name, scope, origin }).calls).toBe(calls);
});
