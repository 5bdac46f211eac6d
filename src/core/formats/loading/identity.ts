import { fileName, pathInside, withoutEnding } from '../../definition/file-name.ts';
import type { SourceFile } from '../../definition/source-file.ts';
import type { HarnessFormat, IdentitySource } from '../harness/harness-format.ts';

/**
 * What a harness calls the agent in a file, apart from the plugin it comes in.
 *
 * @returns `null` if the file states no name and the harness takes it from nowhere else.
 */
export function bareIdentity({ identity, files }: HarnessFormat, { parsed, path, source }: SourceFile): string | null {
  const read: Readonly<Record<IdentitySource, () => string | null>> = {
    name: () => (parsed.nameInferred ? null : parsed.name),
    'file-name': () => withoutEnding(fileName(path), files.endings),
    path: () => withoutEnding(pathInside(path, source.folder), files.endings),
  };
  for (const from of identity.from) {
    const name = read[from]();
    if (name !== null) return name;
  }
  return null;
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
