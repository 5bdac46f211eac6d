import { isRecord } from '../../../kit/plain-data.ts';
import type { ParsedDefinition } from '../../definition/agent-definition.ts';
import { fileName, pathInside, withoutEnding } from '../../definition/file-name.ts';
import type { SourceFile } from '../../definition/source-file.ts';
import type { FileRule, HarnessFormat, IdentitySource } from '../harness/harness-format.ts';
import { readLiterally } from './literal-reading.ts';
import { isPlaceholder, yamlType } from './typed-text.ts';

/**
 * What a harness calls the agent in a file, apart from the plugin it comes in.
 *
 * @returns `null` if the file states no name and the harness takes it from nowhere else.
 */
export function bareIdentity({ identity, files }: HarnessFormat, { parsed, path, source }: SourceFile): string | null {
  const stem = withoutEnding(fileName(path), endingsOf(files, path));
  const read: Readonly<Record<IdentitySource, () => string | null>> = {
    name: () => (identity.literal ? readLiterally(parsed)?.fields.get('name') || null : statedName(parsed, identity)),
    'file-name': () => (identity.literal ? stem.replace(/[ _]+/g, '-') : stem),
    path: () => withoutEnding(pathInside(path, source.folder), files.endings),
  };
  for (const from of identity.from) {
    const name = read[from]();
    if (name !== null) return name;
  }
  return null;
}

function endingsOf({ endings, anyCase }: FileRule, path: string): readonly string[] {
  return anyCase
    ? endings.map((ending) => path.slice(-ending.length)).filter((end) => endings.includes(end.toLowerCase()))
    : endings;
}

function statedName(parsed: ParsedDefinition, { textOnly, castsToText }: HarnessFormat['identity']): string | null {
  const { frontmatter, name, nameInferred } = parsed;
  if (castsToText && Object.hasOwn(frontmatter, 'name')) return cast(frontmatter.name);
  if (nameInferred) return null;
  const isText = typeof frontmatter.name === 'string' && yamlType(parsed, 'name', frontmatter.name) === 'text';
  return textOnly && !isText ? null : name;
}

function cast(value: unknown): string {
  if (isRecord(value) || (typeof value === 'string' && isPlaceholder(value))) return '[object Object]';
  return Array.isArray(value) ? value.map((item) => item ?? '').join(',') : String(value);
}

/** What a harness lists an agent as, where that is not what it goes by; also a word for it. */
export function shownName({ identity }: HarnessFormat, { parsed }: SourceFile): string | null {
  return identity.shownField === 'name' && !parsed.nameInferred ? parsed.name : null;
}

/**
 * The name by which a harness's user calls an agent: that of a plugin is `plugin:name`, or `plugin:folder:name` in a
 * folder inside (code.claude.com/docs/en/sub-agents).
 */
export function fullIdentity(bare: string, { path, source }: SourceFile): string {
  if (source.plugin === undefined) return bare;
  const folders = pathInside(path, source.folder).split('/').slice(0, -1);
  return [source.plugin, ...folders, bare].join(':');
}

/** A name as a harness compares it. */
export function foldedIdentity({ identity }: HarnessFormat, name: string): string {
  return identity.caseSensitive ? name : name.toLowerCase();
}
