import type { CommandContext } from '../command-context.ts';
import { usageError } from '../usage-error.ts';

/** Where a composition goes. */
interface CompositionTarget {
  /** Absolute path of the file, or `-` for standard output. */
  readonly path: string;
  /** The folder that was named in place of a file, which no link may lead out of. */
  readonly within?: string;
}

/** What systems call it, whatever it is just then: a file, a pipe or a terminal. */
const STANDARD_OUTPUT: ReadonlySet<string> = new Set(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);

/** Whether a file to write is standard output. */
export const isStandardOutput = (output: string): boolean => output === '-' || STANDARD_OUTPUT.has(output);

/**
 * Where the option `--output` sends a composition: into a file, into a folder under the name its harness expects, or to
 * standard output.
 *
 * @param output `null` for what is only printed.
 * @throws A usage error where something else is to go to standard output too.
 */
export function compositionTarget(
  { absolute }: CommandContext,
  { output, json }: { readonly output: string | null; readonly json: boolean },
  fileName: string,
): CompositionTarget {
  if (output === null) return { path: '-' };
  const isPrinted = isStandardOutput(output);
  if (isPrinted && json) throw usageError('-o - prints the file and --json a document: only one can be printed');
  if (isPrinted) return { path: '-' };
  if (!output.endsWith('/')) return { path: absolute(output) };
  return { path: absolute(output + fileName), within: absolute(output) };
}
