import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claudeTranscripts } from '../../../src/adapters/harness/claude-transcripts.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const call = (name: string, at: string, id: string, tool = 'Task') =>
  JSON.stringify({
    type: 'assistant',
    timestamp: at,
    message: { role: 'assistant', content: [{ type: 'tool_use', id, name: tool, input: { subagent_type: name } }] },
  });
const FIRST = '2026-01-02T03:04:05.000Z';
const LATER = '2026-02-03T04:05:06.000Z';
const counted = async (files: Readonly<Record<string, string>>) => {
  const home = temporaryFolder(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`.claude/projects/${path}`, text])),
  );
  return { home, found: await claudeTranscripts(home).countCalls() };
};

describe('transcripts of Claude Code', () => {
  test('calls are counted by name, in sessions and in those of their agents, each once', async () => {
    const { found } = await counted({
      '-work-a/s1.jsonl': `${call('bell', LATER, 't1')}\n${call('bell', FIRST, 't2', 'Agent')}\n`,
      '-work-a/s2.jsonl': `${call('bell', LATER, 't1')}\n${call('clock', FIRST, 't3')}`,
      '-work-a/s2/subagents/agent-1.jsonl': `${call('clock', LATER, 't4')}\r\n`,
    });
    expect(found).toMatchObject({ transcripts: 3, unread: 0 });
    expect(Object.fromEntries(found?.counts ?? [])).toEqual({
      bell: { calls: 2, last: LATER },
      clock: { calls: 2, last: LATER },
    });
  });

  test.each([
    ['no JSON', '{"subagent_type" broken'],
    ['another tool', call('bell', FIRST, 't1', 'Read')],
    ['what the user said', call('bell', FIRST, 't1').replace('"assistant"', '"user"')],
    ['a text that tells of one', JSON.stringify({ type: 'assistant', message: { content: '"subagent_type":"bell"' } })],
    ['a name that is none', call('bell', FIRST, 't1').replace('"bell"', '{"a":1}')],
    ['a line without end', 'x'.repeat(5 * 1024 * 1024) + call('bell', FIRST, 't1')],
  ])('%s is no call', async (_, line) => {
    const { found } = await counted({ 'p/s.jsonl': `${line}\n${call('clock', FIRST, 't9')}\n` });
    expect([...(found?.counts.keys() ?? [])]).toEqual(['clock']);
  });

  test('a session that was begun with an agent is one call of it, however often it is taken up', async () => {
    const begun = JSON.stringify({ type: 'agent-setting', agentSetting: 'bell', sessionId: 's1' });
    const { found } = await counted({ 'p/s.jsonl': `${begun}\n${begun}\n${begun.replace('s1', 's2')}\n` });
    expect(Object.fromEntries(found?.counts ?? [])).toEqual({ bell: { calls: 2, last: null } });
  });

  test('they are looked for where Claude Code keeps its own', async () => {
    const config = temporaryFolder({ 'projects/p/s.jsonl': call('bell', FIRST, 't1') });
    const found = await claudeTranscripts(temporaryFolder({}), config).countCalls();
    expect(found).toMatchObject({ folder: join(config, 'projects'), transcripts: 1 });
  });

  test('a date that is none is not told', async () => {
    const { found } = await counted({ 'p/s.jsonl': call('bell', 'yesterday \u001b[31m', 't1') });
    expect(found?.counts.get('bell')).toEqual({ calls: 1, last: null });
  });

  test('links are not followed, and nothing is written', async () => {
    const { home } = await counted({ 'p/s.jsonl': call('bell', FIRST, 't1') });
    const outside = temporaryFolder({ 'x.jsonl': call('clock', FIRST, 't2') });
    const projects = join(home, '.claude/projects');
    symlinkSync(outside, join(projects, 'linked'));
    symlinkSync(join(outside, 'x.jsonl'), join(projects, 'p/linked.jsonl'));
    const before = [readdirSync(join(projects, 'p')), statSync(join(projects, 'p/s.jsonl')).mtimeMs];
    const found = await claudeTranscripts(home).countCalls();
    expect([...(found?.counts.keys() ?? [])]).toEqual(['bell']);
    expect([readdirSync(join(projects, 'p')), statSync(join(projects, 'p/s.jsonl')).mtimeMs]).toEqual(before);
  });

  test.runIf(process.getuid?.() !== 0)('what may not be read is counted as such', async () => {
    const { home } = await counted({ 'p/s.jsonl': call('bell', FIRST, 't1') });
    mkdirSync(join(home, '.claude/projects/q'));
    const closed = join(home, '.claude/projects/q/s.jsonl');
    writeFileSync(closed, '');
    chmodSync(closed, 0);
    expect(await claudeTranscripts(home).countCalls()).toMatchObject({ transcripts: 2, unread: 1 });
  });

  test('none at all is said as such', async () => {
    expect(await claudeTranscripts(null).countCalls()).toBeNull();
    expect(await claudeTranscripts(temporaryFolder({})).countCalls()).toBeNull();
  });
});
