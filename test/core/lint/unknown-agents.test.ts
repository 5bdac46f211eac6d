import { describe, expect, test } from 'vitest';
import { knownAgents, unknownAgents } from '../../../src/core/lint/unknown-agents.ts';
import { definitionOf, file } from '../../support/linted.ts';

const definition = (path: string, body = '', parts = {}) =>
  definitionOf(`${file('').replace(/name: .*/, `name: ${path.slice(3, -3)}`)}${body}\n`, 'claude', {
    path,
    id: path,
    ...parts,
  });

const OTHERS = [definition('/t/fire-keeper.md'), definition('/t/tool_maker.md', '', { plugin: 'Guild' })];

const told = (body: string) => {
  const smith = definition('/t/smith.md', body);
  return unknownAgents(smith, knownAgents([smith, ...OTHERS])).map(
    ({ message, line, column }) => `${line}:${column} ${message}`,
  );
};

describe('calls of agents that there are not', () => {
  test('are told with their place and the nearest name, each name once', () => {
    const [found, ...more] = told('Ask the `fire-keper` agent.\nAsk the `Fire-Keper` agent.');
    expect(found).toMatch(/^\d+:10 No agent is called "fire-keper"; the nearest is "fire-keeper"\.$/);
    expect(more).toEqual([]);
  });

  test('are none where somebody is called so: by name, file, any letters, or in a harness', () => {
    expect(told('@Fire-Keeper, `tool-maker` agent, subagent_type="general-purpose", @agent-fire-keeper')).toEqual([]);
  });

  test('by an @ are told only in a file that calls so an agent which there is', () => {
    expect(told('Owner: @coal-buyer')).toEqual([]);
    expect(told('Ask @fire-keeper, then @coal-buyer')).toHaveLength(1);
  });

  test('of a plugin are told only where the plugin is known', () => {
    expect(told('subagent_type: "other:coal-buyer"')).toEqual([]);
    expect(told('subagent_type: "guild:coal-buyer"')).toHaveLength(1);
  });

  test('are passed over where a comment says so', () => {
    expect(told('<!-- agents-lint-ignore reference/unknown-agent -->\nAsk the `coal-buyer` agent')).toEqual([]);
  });
});
