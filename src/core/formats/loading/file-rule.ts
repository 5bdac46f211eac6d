import { fileName, pathInside } from '../../definition/file-name.ts';
import type { SourceFile } from '../../definition/source-file.ts';
import type { FileRule } from '../harness/harness-format.ts';

/** Whether a harness passes over a file for its name: another ending, or one of the names it ignores. */
export function isPassedOver({ endings, ignored, anyCase }: FileRule, path: string): boolean {
  const name = fileName(path);
  const ended = anyCase ? name.toLowerCase() : name;
  return !endings.some((ending) => ended.endsWith(ending)) || ignored.some((wildcard) => fits(name, wildcard));
}

/**
 * Whether a harness passes over a file for where it lies in a place, or for how it got there.
 *
 * @returns The reason as a clause that follows its title, or `null`.
 */
export function whyNotFound(files: FileRule, { path, source, link }: SourceFile): string | null {
  if (isPassedOver(files, path)) return `passes over files called ${fileName(path)}`;
  if (link !== undefined && files.ignoredLinks?.includes(link)) return `does not follow links to ${link}s`;
  const inside = pathInside(path, source.folder);
  if (!inside.includes('/') || inside.startsWith('/')) return null;
  if (files.recursive === false) return 'does not look into folders below the place';
  const folders = inside.split('/').slice(0, -1);
  const ignored = folders.find((folder) => files.ignoredFolders?.some((wildcard) => fits(folder, wildcard)));
  return ignored === undefined ? null : `does not look into folders called ${ignored}`;
}

/** Whether a name fits a wildcard with one `*` at most. */
function fits(name: string, wildcard: string): boolean {
  const [start = '', end] = wildcard.split('*');
  if (end === undefined) return name === wildcard;
  return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
}
