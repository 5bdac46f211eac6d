import { fileName } from '../../definition/file-name.ts';
import type { FileRule } from '../harness/harness-format.ts';

/** Whether a harness passes over a file for its name: another ending, or one of the names it ignores. */
export function isPassedOver({ endings, ignored }: FileRule, path: string): boolean {
  const name = fileName(path);
  return !endings.some((ending) => name.endsWith(ending)) || ignored.some((wildcard) => fits(name, wildcard));
}

/** Whether a name fits a wildcard with one `*` at most. */
function fits(name: string, wildcard: string): boolean {
  const [start = '', end] = wildcard.split('*');
  if (end === undefined) return name === wildcard;
  return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
}
