import type { ParsedDefinition } from '../../definition/agent-definition.ts';
import { fileName, pathInside, withoutEnding } from '../../definition/file-name.ts';
import type { SourceFile } from '../../definition/source-file.ts';
import type { FileRule, HarnessFormat, IdentitySource } from '../harness/harness-format.ts';
import { yamlType } from './typed-text.ts';

/**
 * What a harness calls the agent in a file, apart from the plugin it comes in.
 *
 * @returns `null` if the file states no name and the harness takes it from nowhere else.
 */
export function bareIdentity({ identity, files }: HarnessFormat, { parsed, path, source }: SourceFile): string | null {
  const stem = withoutEnding(fileName(path), endingsOf(files, path));
  const read: Readonly<Record<IdentitySource, () => string | null>> = {
    name: () => (identity.literal ? literalName(parsed) : statedName(parsed, identity.textOnly === true)),
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

function statedName(parsed: ParsedDefinition, textOnly: boolean): string | null {
  const { frontmatter, name, nameInferred } = parsed;
  if (nameInferred) return null;
  const isText = typeof frontmatter.name === 'string' && yamlType(parsed, 'name', frontmatter.name) === 'text';
  return textOnly && !isText ? null : name;
}

/** The rest of the line after the key, as it stands. */
function literalName({ frontmatterRaw }: ParsedDefinition): string | null {
  const value = /^[ \t]*name[ \t]*:(.*)$/im.exec(frontmatterRaw)?.[1]?.trim() ?? '';
  return value === '' ? null : value;
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
