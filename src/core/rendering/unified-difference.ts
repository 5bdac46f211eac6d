import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** Beyond this many changed lines the whole text counts as changed: Myers' algorithm takes the square of them. */
const MOST_CHANGES = 2000;

/**
 * The difference between two versions of a file as `diff -u` writes it and `patch` reads it.
 *
 * @param name What the file is called in the head of the patch.
 * @returns Empty if they are the same.
 */
export function unifiedDifference(name: string, before: string, after: string): string {
  if (before === after) return '';
  // git writes no second slash before an absolute path.
  const inTree = name.replace(/^\/+/, '');
  const options = { context: 2, maxEditLength: MOST_CHANGES, headerOptions: FILE_HEADERS_ONLY } as const;
  const patch = createTwoFilesPatch(`a/${inTree}`, `b/${inTree}`, before, after, undefined, undefined, options);
  return patch ?? `--- a/${inTree}\n+++ b/${inTree}\n(more than ${MOST_CHANGES} lines differ)\n`;
}
