// What goes in and comes out of the functions for programs. All of it is plain data, which can be sent to a worker or
// written as JSON and read again. The shapes are public: fields may be added, never renamed or removed.

/** The harness whose rules an agent follows. */
export type Format =
  | 'claude'
  | 'opencode'
  | 'copilot'
  | 'codex'
  | 'cursor'
  | 'gemini'
  | 'qwen'
  | 'factory'
  | 'grok'
  | 'kilo'
  | 'auggie'
  | 'kimi'
  | 'antigravity'
  | 'cline';

/** What the text of one file says. */
export interface Agent {
  /** The whole text, as it was given. */
  readonly text: string;
  /** The path, as it was given. */
  readonly path: string;
  readonly kind: 'agent' | 'skill' | 'command';
  /** The harness it is written for, as its path and its fields tell; `claude` where nothing does. */
  readonly format: Format;
  readonly name: string;
  /** Whether the text states no name, and that of the file stands in. */
  readonly nameInferred: boolean;
  readonly description: string;
  /** Whether the text states no description, and its first heading or sentence stands in. */
  readonly descriptionInferred: boolean;
  readonly model: string | null;
  readonly color: string | null;
  /** The tools it may use: `null` inherits all, an empty list grants none. */
  readonly tools: readonly string[] | null;
  /** Every field of the frontmatter as read, in the order of the file. */
  readonly frontmatter: Readonly<Record<string, unknown>>;
  /** The prompt: the text behind the frontmatter, to the byte; in TOML the value that holds it. */
  readonly body: string;
  /** 1-based line of the text on which the body begins. */
  readonly bodyLine: number;
  /** The body as people see its parts. The own texts of all of them, in order, are the body. */
  readonly sections: readonly Section[];
  /** Fields of frontmatter that is no strict YAML, and was read as harnesses read it. */
  readonly repairs: readonly Repair[];
}

/** A titled stretch of a body. Sections nest. */
export interface Section {
  /** A path of words, unique in its agent: `core-expertise/api-design`. It stays as it is when other sections change. */
  readonly id: string;
  /** The words of its title without markup, number and colon; empty for text that has none. */
  readonly title: string;
  /** What opened it. */
  readonly kind: 'tag' | 'heading' | 'bold' | 'lead-in' | 'item' | 'preamble' | 'untitled';
  /** How strong its opener is: tag 0, heading 1 to 6, bold 7, lead-in 8, item 9 and more by nesting. */
  readonly level: number;
  /** 1-based line of its opener in the text. */
  readonly line: number;
  /** Its own text: the title and what follows, up to the first section inside it. */
  readonly raw: string;
  /** The plain items of its own list, without bullets. */
  readonly items: readonly string[];
  readonly sections: readonly Section[];
}

/** A field that strict YAML refuses. */
export interface Repair {
  readonly field: string;
  /** What strict YAML stumbled over, in words. */
  readonly reason: string;
}

/** Something wrong or suspicious in an agent, with its place. */
export interface Diagnostic {
  /** A name that stays, such as `frontmatter/not-yaml`; docs/problems.md lists all of them. */
  readonly code: string;
  /** An `error` keeps a harness from loading the file as meant. */
  readonly severity: 'error' | 'warning' | 'info';
  /** One sentence: what is the matter, and what follows from it. */
  readonly message: string;
  /** 1-based line of the text. */
  readonly line: number;
  /** 1-based column in UTF-16 units. */
  readonly column: number;
}

/** A row of a comparison: what several agents say of one thing. */
export interface Topic {
  /** The title of one of its sections, which says best what the row is about. */
  readonly title: string;
  /** How deep it stands under other rows; 0 at the top. */
  readonly depth: number;
  /** The sections of each agent, by its place among those given; an empty list where it says nothing of this. */
  readonly sections: readonly (readonly Section[])[];
  /** How much the texts are alike, 0 to 1; `null` where there is only one. */
  readonly similarity: number | null;
  readonly items: readonly TopicItem[];
}

/** A list item of a topic, once for all agents that have it. */
export interface TopicItem {
  /** In the words of the first of them. */
  readonly text: string;
  /** One text, nearly one, opposite meanings, or of one agent alone. */
  readonly kind: 'same' | 'near' | 'conflict' | 'unique';
  /** Places of the agents that have it, ascending. */
  readonly agents: readonly number[];
  /** How each of those words it. */
  readonly wordings: readonly string[];
  /** What those of a conflict differ in. */
  readonly differs?: Difference & { readonly agents: readonly [number, number] };
}

/** What makes two passages contradict each other. */
export interface Difference {
  /** A word for it, such as `number`, `negation` or `choice`. */
  readonly kind: string;
  /** The words of each; empty where one says it by saying nothing. */
  readonly words: readonly [string, string];
}

/** Something to compose from. */
export interface Part {
  readonly agent: Agent;
  /**
   * Id of a section, or its last parts where they are unique; `id:3` is the third passage under its title. Left out for
   * the whole body.
   */
  readonly section?: string;
}

/** Whole agents to be made one, topic by topic, with every passage once. */
export interface Merge {
  /** In the order in which one goes before another. */
  readonly merge: readonly Agent[];
  /** Which of two passages that contradict each other stand: that of the first agent, which is meant if left out, or both. */
  readonly conflicts?: 'first' | 'both';
}

/** What the frontmatter of a composition says. What is left out is as the agents it is made from agree. */
export interface Fields {
  readonly name: string;
  readonly description?: string;
  readonly model?: string;
  readonly color?: string;
  /** `null` inherits all, an empty list grants none. Left out: those that any of the agents states. */
  readonly tools?: readonly string[] | null;
  /** Other fields of those agents that are carried over, each with the value of the first that states it. */
  readonly keep?: readonly string[];
  /** The harness it is written for; `claude` if left out. */
  readonly format?: Format;
}

/** A new agent as text, and what became of what it is made from. */
export interface Composition {
  /** The whole file. */
  readonly text: string;
  /** What the file is best called. */
  readonly fileName: string;
  /** What cannot both be followed. */
  readonly conflicts: readonly Conflict[];
  /** Passages of merged agents that do not stand in it, with what does for them. */
  readonly leftOut: readonly LeftOut[];
  /** What could not be carried, and what it may do more than the agents it is made from, in one line each. */
  readonly warnings: readonly string[];
  /** Why it is not to be written to a file as it is, in words; `null` if it can be. */
  readonly problem: string | null;
}

/** A passage by where it is from. */
export interface From {
  /** Place of the agent among those given; of parts among their agents, each once. */
  readonly agent: number;
  /** Id of its section. */
  readonly section: string;
  readonly text: string;
}

/** Two passages that contradict each other. */
export interface Conflict {
  /** The title that the one that stands is under. */
  readonly topic: string;
  readonly kept: From;
  readonly other: From;
  /** Whether the other one stands as well. */
  readonly isOpen: boolean;
  readonly differs: Difference;
}

/** A passage that does not stand in a composition. */
export interface LeftOut extends From {
  /** Another wording stands for it, the same words stand elsewhere, what contradicts it stands, or nothing does. */
  readonly state: 'merged' | 'redundant' | 'conflict' | 'dropped';
  /** The passage that stands; `null` where none does. */
  readonly by: From | null;
}
