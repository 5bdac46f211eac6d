import type { Format, ParsedDefinition, Source } from './agent-definition.ts';
import type { Kind } from './kind.ts';

/** A plugin or extension. */
export interface PluginPlace {
  readonly name: string;
  /** Whose it is; `null` where several harnesses read it. */
  readonly format: Format | null;
}

/** One file of a source, read. */
export interface SourceFile {
  readonly parsed: ParsedDefinition;
  /** Absolute path. */
  readonly path: string;
  readonly source: Source;
  /** Left out for an agent. */
  readonly kind?: Kind;
  /** The plugin or extension that it is a part of, in a collection. */
  readonly plugin?: PluginPlace;
  /** Whether a link led to it: its own, or one from a folder around it. Left out where none did, or where that is not known. */
  readonly link?: 'file' | 'folder';
  /** What keeps it from being the text of a definition for us, and not for every harness. */
  readonly encoding?: 'utf-16' | 'nul-byte';
}
