import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { grantsAll, toolsJson, toolWords } from '../../core/definition/tools.ts';
import { isRecord } from '../../kit/plain-data.ts';
import { grouped } from './grouped.ts';

/** A frontmatter field of several definitions. */
export interface ComparedField {
  readonly name: string;
  /** One a definition as read; `null` where it states none. Of `tools`, `null` inherits all. */
  readonly values: readonly unknown[];
  /** The values in words, on one line and not yet safe to show; `null` where none is stated. */
  readonly words: readonly (string | null)[];
  readonly isSame: boolean;
}

/**
 * The frontmatter of several definitions field by field: description, model, color and tools, then all others in the
 * order of the files. Names are left out, and so is what none of them states; tools are always there.
 */
export function comparedFields(definitions: readonly AgentDefinition[]): readonly ComparedField[] {
  const known: readonly (readonly [string, readonly unknown[], readonly (string | null)[]])[] = [
    fieldOf('description', definitions, ({ description }) => description || null),
    fieldOf('model', definitions, ({ model }) => model),
    fieldOf('color', definitions, ({ color }) => color),
    ['tools', definitions.map(({ tools }) => toolsJson(tools)), definitions.map(saidTools)],
  ];
  const own = new Set(['name', ...known.map(([name]) => name)]);
  const others = [...new Set(definitions.flatMap((definition) => otherFields(definition)))]
    .filter((name) => !own.has(name))
    .map((name) => fieldOf(name, definitions, ({ frontmatter }) => frontmatter[name] ?? null));
  return [...known, ...others]
    .map(([name, values, words]) => ({ name, values, words, isSame: new Set(words).size === 1 }))
    .filter(({ words }) => words.some((word) => word !== null));
}

/** Those of a map that switches some off are not all. */
function saidTools({ tools, frontmatter }: AgentDefinition): string {
  const map = frontmatter.tools;
  const off = isRecord(map) ? Object.keys(map).filter((name) => map[name] === false) : [];
  return off.length > 0 && grantsAll(tools) ? `${toolWords(tools)} but ${off.join(', ')}` : toolWords(tools);
}

/** A field's value on one line: texts as they are, everything else as JSON. */
function fieldOf(
  name: string,
  definitions: readonly AgentDefinition[],
  read: (definition: AgentDefinition) => unknown,
): readonly [string, readonly unknown[], readonly (string | null)[]] {
  const values = definitions.map(read);
  return [name, values, values.map((value) => (value === null ? null : onOneLine(value)))];
}

function onOneLine(value: unknown): string {
  return (typeof value === 'string' ? value : String(JSON.stringify(value))).replace(/\s+/g, ' ').trim();
}

/** Where the prompt itself is a field, as in TOML, it is compared as text. */
function otherFields({ frontmatter, body }: AgentDefinition): readonly string[] {
  return Object.keys(frontmatter).filter((name) => frontmatter[name] !== body);
}

/** A value and the columns that have it. */
export interface FieldVersion {
  readonly in: readonly number[];
  /** `null` where nothing is stated. */
  readonly words: string | null;
}

/** The different values of a field, each once. Of tools, those that the same definitions grant stand together. */
export function fieldVersions({ name, values, words }: ComparedField): readonly FieldVersion[] {
  if (name === 'tools') return toolVersions(values, words);
  const columns = grouped(words.keys(), (column) => words[column] ?? null);
  return [...columns].map(([value, found]) => ({ in: found, words: value }));
}

function toolVersions(values: readonly unknown[], words: readonly (string | null)[]): readonly FieldVersion[] {
  const granting = new Map<string, number[]>();
  for (const [column, value] of values.entries()) {
    const names = Array.isArray(value) && value.length > 0 ? new Set<string>(value) : [words[column] ?? ''];
    for (const name of names) {
      const columns = granting.get(name);
      if (columns) columns.push(column);
      else granting.set(name, [column]);
    }
  }
  const groups = grouped(granting, ([, columns]) => columns.join());
  return [...groups.values()]
    .map((group) => ({ in: group[0]?.[1] ?? [], words: group.map(([name]) => name).join(', ') }))
    .sort((a, b) => b.in.length - a.in.length);
}
