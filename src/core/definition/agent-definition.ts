import type { Diagnostic } from './diagnostic.ts';
import type { Kind } from './kind.ts';
import type { Refusal } from './refusal.ts';
import type { Tools } from './tools.ts';

/** How far a source reaches; also the order in which same-named definitions win. */
export type Scope = 'project' | 'user' | 'plugin' | 'added' | 'bundled';

/** The harnesses whose formats are known. */
export const FORMATS = [
  'claude',
  'opencode',
  'copilot',
  'codex',
  'cursor',
  'gemini',
  'qwen',
  'factory',
  'grok',
  'kilo',
  'auggie',
  'kimi',
  'antigravity',
  'cline',
] as const;

/** The harness whose rules a definition follows. */
export type Format = (typeof FORMATS)[number];

/** A place definitions come from. */
export interface Source {
  /** Short and unique among the sources in use; shown in the list. */
  readonly id: string;
  readonly scope: Scope;
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly format: Format;
  /** Where the folder's project folder lies; left out where that is not known, as in tests and added folders. */
  readonly project?: ProjectFolder;
  /** Name of the plugin it belongs to. */
  readonly plugin?: string;
  /** Whether it was taken from a repository, so that nobody but the program changes it. */
  readonly isTaken?: true;
  /** What a harness has in the folder, where that is not agents. */
  readonly kind?: Exclude<Kind, 'agent'>;
}

/** A folder between the working directory and the root of its repository. */
export interface ProjectFolder {
  /** How many folders above the working directory; 0 for itself. */
  readonly stepsUp: number;
  /** Whether it is the root of the repository, or the working directory outside of one. */
  readonly isRoot: boolean;
}

/** What opened a section (design 3), from the strongest marker to the weakest. */
export type SectionKind = 'tag' | 'heading' | 'bold' | 'lead-in' | 'item' | 'preamble' | 'untitled';

/** A titled stretch of the body; sections nest, and together partition it. */
export interface Section {
  /** Slug path, unique within the definition: `core-expertise/api-design`. */
  readonly id: string;
  /** The marker's words without markup, numbering, emoji or trailing colon; empty for `preamble` and `untitled`. */
  readonly title: string;
  readonly kind: SectionKind;
  /** Strength of the opener: tag 0, heading 1 to 6, bold 7, lead-in 8, item 9 and more by nesting. */
  readonly level: number;
  /** 1-based line of the opener in the file. */
  readonly line: number;
  /** Own text, line ends kept: the marker and what follows, up to the first child. */
  readonly raw: string;
  /** The plain items of the section's own list, without bullets. */
  readonly items: readonly string[];
  readonly sections: readonly Section[];
}

/** A reading of frontmatter that strict YAML refuses. */
export interface Repair {
  /** The field that was read leniently. */
  readonly field: string;
  /** What strict YAML stumbled over, in words. */
  readonly reason: string;
}

/** What the text of one file says, whatever folder it lies in. */
export interface ParsedDefinition {
  readonly name: string;
  /** True when the file states no name and the file name stands in. */
  readonly nameInferred: boolean;
  readonly description: string;
  /** True when the file states no description and its first heading or sentence stands in. */
  readonly descriptionInferred: boolean;
  readonly model: string | null;
  readonly color: string | null;
  readonly tools: Tools;
  /** Every field as read, in file order; an object without prototype. */
  readonly frontmatter: Readonly<Record<string, unknown>>;
  /** The frontmatter with its fences, to the byte. Law: `frontmatterRaw + body` is the file's text. */
  readonly frontmatterRaw: string;
  readonly body: string;
  /** 1-based line in the file on which the body starts. */
  readonly bodyLine: number;
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
  /** UTF-8 size of the file. */
  readonly bytes: number;
}

/** One file that defines an agent, a skill or a command, with its place in the library. */
export interface AgentDefinition extends ParsedDefinition {
  /** `scope:name`, of what is no agent `scope:kind/name`; made unique with the path inside the source where it is not. */
  readonly id: string;
  readonly kind: Kind;
  /** Absolute path of the file. */
  readonly path: string;
  readonly scope: Scope;
  /** Id of the source. */
  readonly source: string;
  /** Where it comes from, in a word: scope, plugin or collection. */
  readonly origin: string;
  readonly format: Format;
  /** Set where nothing tells whose rules it follows: `format` is then what most definitions are written in. */
  readonly isFormatOpen?: true;
  /** Name of the plugin it is a part of, where it lies in a collection. */
  readonly plugin?: string;
  /** Id of the definition that the harness loads instead of this one. */
  readonly shadowedBy: string | null;
  /** Why the harness passes over the file, where it looks there and does. */
  readonly passedOver?: Refusal;
}
