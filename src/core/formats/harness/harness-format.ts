import type { Format, Scope } from '../../definition/agent-definition.ts';
import type { ReadingRule } from './reading-rule.ts';

/** How well the facts of an entry are known. */
type Confidence =
  /** The harness itself was asked, by `npm run interop`. */
  | 'measured'
  /** Read in the harness's own source code. */
  | 'source'
  /** Read in the vendor's documentation. */
  | 'documented'
  /** From others: converters, issue threads. */
  | 'secondary';

/** Everything we know about how one coding harness finds, reads and judges agent definitions. Data, no behaviour. */
export interface HarnessFormat {
  readonly id: Format;
  /** The name people use: `Claude Code`. */
  readonly title: string;
  readonly confidence: Confidence;
  /** Day on which the facts were read or measured, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The version they were seen in, which is assumed where versions differ; `null` if no source names one. */
  readonly version: string | null;
  /** Where the facts were read: a page of the vendor's documentation, or a repository and file. */
  readonly sources: readonly string[];
  /** The folders it loads agents from. */
  readonly places: readonly HarnessPlace[];
  /** Of these, where a new definition goes. */
  readonly newFiles: Readonly<Record<'project' | 'user', string>>;
  /** Where agents can also come from and we do not look: managed settings, command lines, extensions. */
  readonly elsewhere: readonly string[];
  readonly files: FileRule;
  readonly identity: IdentityRule;
  readonly precedence: PrecedenceRule;
  /** Every field it knows, retired ones included. */
  readonly fields: readonly FieldRule[];
  /** Whether `fields` names all there are; if not, one it does not name may still be known to the harness. */
  readonly fieldsAreComplete: boolean;
  /** What becomes of a field that the harness does not know. */
  readonly unknownFields: UnknownFields;
  /** Fields that make a definition the sub-agent it is in Claude Code, where that is not what the harness assumes. */
  readonly subagentFields: Readonly<Record<string, string>>;
  /** The field and value that keep an agent from changing anything; `null` if there is none. */
  readonly readOnly: ReadOnlyRule | null;
  /** How a definition names its tools; `null` if it cannot. */
  readonly tools: ToolRule | null;
  readonly models: ModelRule;
  /** Which colours it knows; `null` if an agent has none. */
  readonly colors: ColorRule | null;
  readonly prompt: PromptRule;
  readonly reading: ReadingRule;
}

/** How a definition says that the agent changes nothing. */
interface ReadOnlyRule {
  readonly field: string;
  readonly value: string | true;
  /** What the harness does in spite of it, as a clause that follows its title: the field limits nothing. */
  readonly notApplied?: string;
}

/** A folder that a harness loads agents from. */
export interface HarnessPlace {
  readonly scope: Extract<Scope, 'project' | 'user' | 'plugin'>;
  /**
   * Path with forward slashes: below a project folder for `project`, below the home folder for `user`, below the
   * folder of a plugin for `plugin`.
   */
  readonly folder: string;
  /** Which of the folders between the working directory and the root of its repository count; `null` outside projects. */
  readonly reach: ProjectReach | null;
  /** The harness whose folder it is; another than the entry's own is read for compatibility. */
  readonly owner: Format;
  /**
   * Precedence: definitions of a place with a lower rank win. Places of one rank compete by the nearness of their
   * project folder and then by their order in the entry.
   */
  readonly rank: number;
}

/** Which project folders a harness looks in. */
type ProjectReach =
  /** All from the working directory up to the root of the repository. */
  | 'every-folder'
  /** The working directory alone. */
  | 'working-directory'
  /** The root of the workspace, taken to be the root of the repository, or the working directory outside one. */
  | 'workspace-root';

/** Which files of a place are definitions. */
export interface FileRule {
  /** What their names end in, dot included. */
  readonly endings: readonly string[];
  /** Whether folders in the place are looked into. `null`: the vendor does not say; we look. */
  readonly recursive: boolean | null;
  /** Names that are passed over, as wildcards over the file name (`_*`). */
  readonly ignored: readonly string[];
  /** Whether endings count in any case (`.MD`). */
  readonly anyCase?: true;
  /** Names of folders that are not looked into, as wildcards. */
  readonly ignoredFolders?: readonly string[];
  /** Links that are passed over: to files, and from folders. */
  readonly ignoredLinks?: readonly ('file' | 'folder')[];
  /** The format between the fences; `toml` files have no fences. */
  readonly syntax: 'yaml' | 'toml';
}

/** What an agent is called. */
interface IdentityRule {
  /** Where the name is taken from; the first that is there counts. */
  readonly from: readonly IdentitySource[];
  /** What a name must be like, or `null`. Never global or sticky. */
  readonly pattern: RegExp | null;
  /** `pattern` in words, to be shown. */
  readonly rule: string;
  /** Whether a name that breaks the rule keeps the file from loading; a recommendation otherwise. */
  readonly isEnforced: boolean;
  /** Least and most characters, or `null`. */
  readonly minLength: number | null;
  readonly maxLength: number | null;
  /** What becomes of a colon in a name that a file states. */
  readonly colon: 'rejected' | 'kept' | 'unspecified';
  /** Whether `Reviewer` and `reviewer` are two agents. */
  readonly caseSensitive: boolean;
  /** Other names that keep a file from loading, where the rule above is only advice. */
  readonly refused?: { readonly pattern: RegExp; readonly words: string };
  /** Names a file must not have. */
  readonly reserved: readonly string[];
  /** Names of built-in agents, which a file of that name replaces unless `builtInWins`. */
  readonly builtIn: readonly string[];
  /** Whether a built-in agent stays and the file of its name is passed over, unless a field of the file is true. */
  readonly builtInWins?: true | { readonly unless: string };
  /** The field that the harness shows as the name where that is not what it goes by. */
  readonly shownField?: 'name';
  /** Whether a name that YAML takes for something else than text counts as none. */
  readonly textOnly?: true;
  /** Whether a name that is no text counts as it is written by JavaScript: `null`, `a,b`. */
  readonly castsToText?: true;
  /** Whether values are the rest of their line as it stands, quotation marks included, under keys in any case. */
  readonly literal?: true;
}

/** Where a name can come from: the field, the file name without its ending, or the path inside the place. */
export type IdentitySource = 'name' | 'file-name' | 'path';

/** Which of several definitions of a name is loaded. See {@link HarnessPlace.rank} for the first criterion. */
interface PrecedenceRule {
  /** Among project folders of one rank. */
  readonly projects: 'nearest-first' | 'farthest-first' | 'one-folder';
  /** Two of one name in one folder tree. `unspecified`: the harness keeps one, by an order it does not promise. */
  readonly duplicates: 'unspecified' | 'last-wins' | 'first-wins' | 'rejected';
  /** Whether the losers still fill in fields that the winner leaves out. */
  readonly merges: boolean;
}

/** What becomes of unknown fields: nothing, the file is refused, or the model's provider gets them. */
type UnknownFields = 'ignored' | 'rejected' | 'passed-on';

/** Kinds of values. `comma-list` is text split at commas outside parentheses. */
export type FieldType = 'text' | 'comma-list' | 'list' | 'map' | 'number' | 'integer' | 'boolean';

/** One field of the frontmatter. */
export interface FieldRule {
  readonly name: string;
  /** Any of these. */
  readonly types: readonly FieldType[];
  /** Whether the harness refuses or passes over a file without it. */
  readonly required: boolean;
  /** The only values of a text, in the case the harness writes them. */
  readonly values?: readonly string[];
  /** Other spellings of a value, and the value they mean. */
  readonly valueAliases?: Readonly<Record<string, string>>;
  /** What a text must be like. Never global or sticky. */
  readonly pattern?: RegExp;
  /** Characters of a text, or limits of a number. */
  readonly min?: number;
  readonly max?: number;
  /** Characters above which the harness warns. */
  readonly warnAbove?: number;
  /** Retired: what to write instead, in words; `null` if nothing takes its place. */
  readonly replacedBy?: string | null;
  /** The field can start programs or lift restrictions: how, in a few words. */
  readonly executes?: string;
  /** The values with which it does so, if only some do. */
  readonly executesWith?: readonly string[];
  /** Another value or type keeps the file from loading, even where the harness forgives that in other fields. */
  readonly isFatal?: true;
  /** The field without a value keeps the file from loading. */
  readonly refusesBlank?: true;
  /** Items of a list that are no text keep the file from loading. */
  readonly textItems?: true;
  /** Fewest items of a list. */
  readonly minItems?: number;
  /** For values of a text: fields of which one has to be there too. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /** For maps of maps: keys of which each inner map has to have one. */
  readonly innerNeeds?: readonly string[];
  /** The field of Claude Code that says the same; what a conversion goes by where the names differ. */
  readonly claude?: string;
  /** What `true` does to the agent, which is loaded all the same, as a clause. */
  readonly switches?: string;
  /** The value with which people alone choose the agent, so that its description need not say when. */
  readonly chosenByPeople?: string | boolean;
  /** Anything else to know, in one sentence. */
  readonly note?: string;
}

/** How a definition says which tools the agent may use. */
export interface ToolRule {
  /** Field that allows tools. */
  readonly field: string;
  /** Field that takes tools away, or `null`. */
  readonly denyField: string | null;
  /** Forms the value may have, the one to write first. */
  readonly forms: readonly Extract<FieldType, 'comma-list' | 'list' | 'map'>[];
  /** Meaning of the field left out. */
  readonly absent: 'all' | 'none';
  /** Meaning of an empty list. */
  readonly empty: 'all' | 'none';
  readonly caseSensitive: boolean;
  readonly names: readonly ToolName[];
  /** Names that are not in `names` and are accepted all the same. */
  readonly patterns: readonly ToolPattern[];
  /** Names that look right and are refused. */
  readonly refused: readonly ToolPattern[];
  /** What becomes of a name that is none of these. */
  readonly unknown: 'ignored' | 'rejected' | 'unspecified';
  /** Whether people add tools under names of their own, so that one that is not listed here may be right. */
  readonly isOpen?: true;
  /**
   * The tool with the fewest rights, to be listed alone where no tool is wanted and an empty list may mean all; `null`
   * where an empty list means none or the harness has `permissions`.
   */
  readonly least: string | null;
  /** What the harness does in spite of a list, as a clause that follows its title: the list limits nothing. */
  readonly notApplied?: string;
  /** Tools that every agent gets, whatever its list says. */
  readonly always?: readonly string[];
  /** How the tools of MCP servers are named, with `{server}` and `{tool}`; `null` if they cannot be named. */
  readonly servers: ServerTools | null;
  /** The field that takes the place of `field`, which is retired; else `null`. */
  readonly permissions: PermissionRule | null;
}

/** Patterns of names for one tool of an MCP server, and for all tools of one. */
interface ServerTools {
  readonly one: string;
  readonly all: string;
  /** What a server's name must be like, so that the whole can be taken apart again. Never global or sticky. */
  readonly server: RegExp;
}

/** A map from tools to `allow`, `ask` or `deny`, of which the last that matches counts. */
export interface PermissionRule {
  readonly field: string;
  /** The key that stands for every tool. */
  readonly everything: string;
  /**
   * The tools that Claude Code uses without asking, with a value that lets them here without lifting what the harness
   * asks about by itself. The others are written as `ask`.
   */
  readonly free: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** A tool of a harness. */
export interface ToolName {
  readonly name: string;
  /** Other spellings that are accepted for good. */
  readonly aliases?: readonly string[];
  /** Retired: the name to write instead; `null` if nothing takes its place. */
  readonly replacedBy?: string | null;
  /** Tools of Claude Code that do the same; what a conversion goes by. */
  readonly claude?: readonly string[];
  /** The tool of which it is a part: understood where it stands, and never written for another. */
  readonly partOf?: string;
  /** Accepted in the list and never given to an agent. */
  readonly withheld?: true;
}

/** A family of tool names. */
export interface ToolPattern {
  /** Never global or sticky; linear time. */
  readonly pattern: RegExp;
  /** An example, to be shown. */
  readonly example: string;
  /** What it means, in a few words. */
  readonly meaning: string;
}

/** Which models can be named. */
export interface ModelRule {
  /** Whether a definition can name a model. */
  readonly field: string | null;
  /** Short names the harness itself resolves. */
  readonly aliases: readonly string[];
  /** What full names look like; a model that matches none is suspicious, no more: models come and go. */
  readonly patterns: readonly RegExp[];
  /** A full name as an example. */
  readonly example: string;
  /** The model of an agent that names none; `null` means the session's own. */
  readonly whenAbsent: string | null;
  /** Whether several may be given, to be tried in turn. */
  readonly list: boolean;
  /**
   * How a model that Claude Code names in full (`claude-sonnet-5`) is named here: which of them, and what stands before;
   * `null` where that is not known.
   */
  readonly anthropic: { readonly pattern: RegExp; readonly prefix: string } | null;
}

/** Which colours are known. */
interface ColorRule {
  readonly field: string;
  readonly names: readonly string[];
  /** Whether `#RRGGBB` is accepted. */
  readonly hex: boolean;
  /** What becomes of another. */
  readonly unknown: 'ignored' | 'rejected';
}

/** Limits of the prompt, in characters; `null` for none that is known. */
interface PromptRule {
  readonly min: number | null;
  readonly max: number | null;
  readonly warnAbove: number | null;
  /** Field that holds it, or `null` if it is the body of the file. */
  readonly field: string | null;
}
