import { basename } from 'node:path';

/** What a package manager calls the program, by `bin` in package.json; by the first it goes by where nobody did. */
const [NAME, ...OTHER_NAMES] = ['agents', 'agents-workbench'] as const;

/**
 * The name that the program was called by, to name it by in messages: whoever can only call it by the longer one is not
 * helped with the other.
 *
 * @param script Path of the script as it was called, links in it unresolved: the second of `process.argv`.
 */
export function programName(script: string | undefined): string {
  return OTHER_NAMES.find((name) => script !== undefined && basename(script) === name) ?? NAME;
}
