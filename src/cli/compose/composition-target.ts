import type { CommandContext } from '../command-context.ts';
import { usageError } from '../usage-error.ts';

/** Where a composition goes. */
interface CompositionTarget {
  /** Absolute path of the file, or `-` for standard output. */
  readonly path: string;
  /** The folder that was named in place of a file, which no link may lead out of. */
  readonly within?: string;
}

/**
 * Where the option `--output` sends a composition: into a file, into a folder under the name its harness expects, or to
 * standard output.
 *
 * @throws A usage error where something else is to go to standard output too.
 */
export function compositionTarget(
  { absolute }: CommandContext,
  { output, json }: { readonly output: string; readonly json: boolean },
  fileName: string,
): CompositionTarget {
  if (output === '-' && json) throw usageError('-o - prints the file and --json a document: only one can be printed');
  if (output === '-') return { path: output };
  if (!output.endsWith('/')) return { path: absolute(output) };
  return { path: absolute(output + fileName), within: absolute(output) };
}
