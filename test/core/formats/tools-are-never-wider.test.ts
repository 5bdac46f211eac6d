import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composedDefinition } from '../../../src/core/compose/compose.ts';
import {
  intersectionOfTools,
  lostLimits,
  toolWidening,
  unionOfTools,
} from '../../../src/core/compose/ingredient-tools.ts';
import {
  type AgentDefinition,
  FORMATS,
  type Format,
  type Source,
} from '../../../src/core/definition/agent-definition.ts';
import { INHERIT, NO_TOOLS, type Tools, toolsJson } from '../../../src/core/definition/tools.ts';
import { EMPTY_DRAFT, pickOfBody } from '../../../src/core/draft/draft.ts';
import { agentFolder } from '../../../src/core/formats/agent-folder.ts';
import { convertDefinition } from '../../../src/core/formats/converting/convert-definition.ts';
import { counterparts } from '../../../src/core/formats/converting/counterpart.ts';
import type { WrittenDefinition } from '../../../src/core/formats/converting/write-definition.ts';
import { guessFormat } from '../../../src/core/formats/guess-format.ts';
import { harnessFormat } from '../../../src/core/formats/harnesses/harnesses.ts';
import { judge } from '../../../src/core/formats/loading/judge.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';
import { definitionOf } from '../../support/linted.ts';
import { powersOf } from '../../support/tool-grants.ts';

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));

const BODY = 'You look at changes with care.\n';

/** Lines of frontmatter that say something of tools, in every form people write. */
function toolLines(format: Format): fc.Arbitrary<string> {
  const rule = harnessFormat(format).tools ?? harnessFormat('claude').tools;
  const names = rule === null ? [] : counterparts(rule).map(({ name }) => name);
  const server = { copilot: 'srv/find', gemini: 'mcp_srv_find', opencode: 'srv_find' }[format as string];
  const word = fc.constantFrom(...names, ...names, server ?? 'mcp__srv__find', 'Bash(git log:*)', 'nonsense', '*', '');
  const words = fc.array(word, { maxLength: 5 });
  const flow = (key: string, value: unknown) => `${key}: ${JSON.stringify(value)}`;
  const lines: fc.Arbitrary<string>[] = [
    fc.constantFrom('', 'tools:', 'tools: []', 'tools: ""', 'tools: [""]', 'tools: "*"', 'tools: false'),
    words.map((all) => flow('tools', all)),
    words.map((all) => flow('tools', all.join(', '))),
  ];
  if (rule?.denyField) {
    lines.push(
      fc.tuple(words, words).map(([one, other]) => `${flow('tools', one)}\n${flow(rule.denyField ?? '', other)}`),
    );
    lines.push(words.map((all) => flow(rule.denyField ?? '', all)));
  }
  if (format === 'opencode') {
    const name = fc.constantFrom('*', ...names, 'write', 'srv_find');
    lines.push(fc.dictionary(name, fc.boolean(), { maxKeys: 5 }).map((map) => flow('tools', map)));
    const actions = fc.dictionary(name, fc.constantFrom('allow', 'ask', 'deny'), { maxKeys: 5 });
    lines.push(actions.map((map) => flow('permission', map)));
    lines.push(fc.constant('permission: deny'));
  }
  if (format === 'cursor') lines.push(fc.constant('readonly: true'));
  return fc.oneof(...lines);
}

/** A definition of any harness with some of these lines. What lines there can be is put together once for each. */
const anyWith = (linesOf: (format: Format) => fc.Arbitrary<string>): fc.Arbitrary<AgentDefinition> =>
  fc.oneof(...FORMATS.map((format) => linesOf(format).map((lines) => aDefinition(format, lines))));

function aDefinition(format: Format, lines: string): AgentDefinition {
  if (format === 'codex') {
    const sandbox = lines.length % 2 === 0 ? '' : 'sandbox_mode = "read-only"\n';
    const text = `name = "a-b"\ndescription = "Use it"\n${sandbox}developer_instructions = "${BODY.trim()}"\n`;
    return definitionOf(text, format, { path: '/p/a-b.toml' });
  }
  return definitionOf(`---\nname: a-b\ndescription: Use it\n${lines}\n---\n${BODY}`, format, { path: '/p/a-b.md' });
}

const ANY = anyWith(toolLines);

/** The same with what people carry from one harness to another as it is. */
const CARRIED = anyWith((format) =>
  fc.oneof(
    { arbitrary: toolLines(format), weight: 3 },
    fc.constantFrom(
      'tools: Read, Grep',
      'tools: [Read]',
      // Names that some harness knows and others do not.
      'tools: Read, WriteFile, codebase',
      'tools: [Create, Shell, Read]',
      'permissionMode: plan',
      'model:',
      'color: blue',
      'model: [a, b]',
    ),
  ),
);

/** The same with the tools that the judgement of the harness gives it; it loads every file that was written for it. */
function judgedBack(written: WrittenDefinition, to: Format): AgentDefinition {
  const { text, fileName } = written;
  const folder = `/p/${agentFolder(to, 'project')}`;
  const source: Source = { id: 'project', scope: 'project', folder, format: to };
  const path = `${folder}/${fileName}`;
  const [verdict] = judge(harnessFormat(to), {
    files: [{ parsed: parseDefinition(text, path), path, source }],
    sources: [source],
  });
  expect([text, verdict]).toEqual([text, expect.objectContaining({ kind: 'loaded' })]);
  const { tools } = verdict as Extract<typeof verdict, { kind: 'loaded' }>;
  return { ...readBack(written, to), tools };
}

const readBack = ({ text, fileName }: WrittenDefinition, format: Format) =>
  definitionOf(text, format, { path: `/p/${fileName}` });

/** What one may do that nobody of others may. */
function gained(definition: AgentDefinition, allowed: readonly ReadonlySet<string>[]): readonly string[] {
  return [...powersOf(definition)].filter((power) => !allowed.some((powers) => powers.has(power)));
}

/** Whether a harness has a tool at all: one that it does not have need not be taken away. */
function isThere(format: Format, power: string): boolean {
  const { tools } = harnessFormat(format);
  const isClaudes = harnessFormat('claude').tools?.names.some(({ name }) => name === power);
  return (
    format === 'claude' ||
    tools === null ||
    !isClaudes ||
    counterparts(tools).some(({ covers }) => covers.includes(power))
  );
}

/** What a composition may do that none of its ingredients may, or of an intersection that one of them may not. */
function gainedBy(merge: string, all: readonly AgentDefinition[], result: AgentDefinition): readonly string[] {
  const powers = all.map(powersOf);
  if (merge !== 'intersection') return gained(result, powers);
  return powers.flatMap((own) => gained(result, [own]));
}

/** Expect of what a definition becomes elsewhere that its harness gives it no more, or that the loss report says so. */
function expectNoMore(definition: AgentDefinition, to: Format): void {
  const written = convertDefinition(definition, to);
  if (written.refusal !== null || written.notLoaded !== null) return;
  const words = written.widens.join('\n');
  expect(written.warnings).toEqual(expect.arrayContaining([...written.widens]));
  const more = gained(judgedBack(written, to), [powersOf(definition)]).filter((one) => isThere(to, one));
  for (const power of more)
    if (!UNLIMITED.test(words))
      expect([definition.path, words]).toEqual([definition.path, expect.stringContaining(power)]);
}

/** Expect of a file that it grants nothing, or the least its harness can say, or that it is refused. */
function expectNothing(written: WrittenDefinition, format: Format): void {
  if (written.refusal !== null) return;
  const { least = null } = harnessFormat(format).tools ?? {};
  const read = readBack(written, format);
  expect(read.tools.kind).toBe('list');
  expect([...powersOf(read)]).toEqual([]);
  if (least === null) return;
  expect(toolsJson(read.tools)).toEqual([least]);
  expect(written.warnings.join('\n')).toContain(`the agent gets ${least} alone`);
}

const UNLIMITED = /cannot limit an agent to certain tools/;

describe('law: a definition written for any harness and read by it', () => {
  test.runIf(existsSync(CORPUS))(
    'may do nothing that it might not, unless that is said, of published definitions',
    () => {
      const paths = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((path) =>
        /\.(?:md|toml)$/.test(path),
      );
      for (const [at, path] of paths.entries()) {
        const text = readFileSync(join(CORPUS, path), 'utf8');
        const { frontmatter } = parseDefinition(text, path);
        const definition = definitionOf(text, guessFormat(`/p/${path}`, frontmatter), { path: `/p/${path}` });
        // Each harness gets a part of them, all together get all.
        expectNoMore(definition, FORMATS[at % FORMATS.length] ?? 'claude');
      }
    },
    120_000,
  );

  test.each(FORMATS)('may do nothing in %s that it might not, unless that is said', (to) => {
    fc.assert(
      fc.property(CARRIED, (definition) => {
        expectNoMore(definition, to);
        const written = convertDefinition(definition, to);
        if (written.refusal === null) expect(written.notLoaded).toBeNull();
        if (powersOf(definition).size === 0 && definition.format !== to) expectNothing(written, to);
      }),
      { numRuns: 400 },
    );
  });

  test.each(FORMATS)('composed of two for %s may do no more than they, unless that is said', (to) => {
    const how = fc.constantFrom('union', 'intersection', 'inherit', 'none');
    fc.assert(
      fc.property(ANY, ANY, how, (one, two, merge) => {
        const all = [
          { ...one, id: '1' },
          { ...two, id: '2' },
        ];
        const tools = MERGES[merge]?.(all, to) ?? INHERIT;
        const fields = { ...EMPTY_DRAFT.fields, name: 'a-b', description: 'Use it', tools };
        const written = composedDefinition({ ...EMPTY_DRAFT, picks: [pickOfBody(one)], fields, format: to });
        if (merge === 'none') expectNothing(written, to);
        const words = [...written.warnings, toolWidening(all, tools, to) ?? ''].join('\n');
        const isTold = SAID.test(words) || lostLimits(all, tools, []).length > 0;
        if (written.refusal !== null || isTold) return;
        for (const power of gainedBy(merge, all, readBack(written, to))) expect(words).toContain(power);
      }),
      { numRuns: 400 },
    );
  });
});

test('a tool that may be the denied one of a server is in no intersection', () => {
  const all = [
    { ...aDefinition('copilot', 'tools: ["srv/find", "read"]'), id: '1' },
    { ...aDefinition('qwen', 'disallowedTools: ["mcp__srv__find"]'), id: '2' },
  ];
  expect(toolsJson(intersectionOfTools(all, 'copilot'))).toEqual(['Read']);
});

const MERGES: Readonly<Record<string, (all: readonly AgentDefinition[], to: Format) => Tools>> = {
  union: unionOfTools,
  intersection: intersectionOfTools,
  inherit: () => INHERIT,
  none: () => NO_TOOLS,
};

/** Words that say that all tools come along. */
const SAID = /cannot limit an agent to certain tools|it inherits all tools/;
