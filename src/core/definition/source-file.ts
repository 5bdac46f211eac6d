import type { ParsedDefinition, Source } from './agent-definition.ts';

/** One file of a source, read. */
export interface SourceFile {
  readonly parsed: ParsedDefinition;
  /** Absolute path. */
  readonly path: string;
  readonly source: Source;
}
