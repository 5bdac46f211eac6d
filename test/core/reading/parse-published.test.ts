import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toolsJson } from '../../../src/core/definition/tools.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';

const CORPUS = '../shared/corpus';
const SEEDS = '../shared/seeds';

const read = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|toml)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** The name as a person reads it in the text between the fences; `null` where it is not on one line. */
const visibleName = (text: string): string | null => {
  const front = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const name = /^name:[ \t]*(["']?)(.+?)\1[ \t]*\r?$/m.exec(front)?.[2]?.trim() ?? null;
  return name === null || /^[>|]/.test(name) ? null : name;
};

/** The first words of a description that starts on the line of its key, up to the first escape or quotation mark. */
const visibleDescription = (text: string): string => {
  const front = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const line = /^description:[ \t]*["']?([^\s>|"'\\][^"'\\\r\n]{0,39})/m.exec(front)?.[1] ?? '';
  return line.trim();
};

describe.runIf(existsSync(CORPUS))('published definitions', () => {
  const definitions = existsSync(CORPUS)
    ? read(CORPUS).map(({ path, text }) => ({ path, text, definition: parseDefinition(text, path) }))
    : [];

  test('are read to the byte', () => {
    const lost = definitions.filter(
      ({ path, text, definition }) => path.endsWith('.md') && definition.frontmatterRaw + definition.body !== text,
    );
    expect(lost.map(({ path }) => path)).toEqual([]);
  });

  test('keep their names', () => {
    const wrong = definitions.filter(
      ({ path, text, definition }) => path.endsWith('.md') && ![null, definition.name].includes(visibleName(text)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('keep how their descriptions begin', () => {
    const wrong = definitions.filter(
      ({ path, text, definition }) =>
        path.endsWith('.md') && !definition.description.startsWith(visibleDescription(text)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('all have a name and a description', () => {
    const empty = definitions.filter(({ definition }) => !definition.name || !definition.description);
    expect(empty.map(({ path }) => path)).toEqual([]);
  });
});

describe.runIf(existsSync(SEEDS))('the five first definitions', () => {
  test('are read as a person reads them', () => {
    const seeds = read(SEEDS).sort((a, b) => (a.path < b.path ? -1 : 1));
    const summary = seeds.map(({ path, text }) => {
      const { name, model, color, tools, repairs, nameInferred } = parseDefinition(text, path);
      return [
        nameInferred ? null : name,
        model,
        color,
        toolsJson(tools)?.length ?? null,
        repairs.map(({ field }) => field).join(),
      ];
    });
    expect(summary).toEqual([
      ['backend-architecture-expert', 'sonnet', 'yellow', null, 'description'],
      ['backend-architecture-expert', null, 'purple', null, 'description'],
      ['backend-architect', 'sonnet', 'blue', null, 'description'],
      [null, null, null, null, ''],
      ['backend-architect', null, 'purple', 5, ''],
    ]);
  });
});
