import type { Severity } from '../definition/diagnostic.ts';

/** What one code stands for, in the words of the documentation. */
export interface LintCodeEntry {
  /** How bad it is at worst; a harness that copes with it makes it less. */
  readonly severity: Severity;
  /** A few words, without a full stop. */
  readonly title: string;
  /** Why it matters and what to do about it, in a few sentences. */
  readonly help: string;
  /** Whether `agents lint --fix` can put it right. */
  readonly fixable?: true;
}

/**
 * Every code a diagnostic can have, those of reading (`parse-definition.ts`) included: what SARIF rules and
 * `docs/problems.md` are made of. Codes are public: they are added, never renamed.
 */
export const LINT_CODES = {
  'file/unreadable': {
    severity: 'error',
    title: 'The file cannot be read',
    help: 'It is gone or locked, or the disk reports an error. So may a folder be.',
  },
  'file/not-text': {
    severity: 'error',
    title: 'The file is not UTF-8 text',
    help: 'It is binary, or text in another encoding. Save it as UTF-8, or take it out of the folder.',
  },
  'file/too-large': {
    severity: 'error',
    title: 'The file is larger than 2 MiB',
    help: 'No prompt is that long, so it is not read. Take it out of the folder.',
  },
  'file/bad-name': {
    severity: 'error',
    title: 'The name is not UTF-8',
    help: 'Its bytes are no text, so it can neither be shown nor opened by name. Rename it.',
  },
  'file/no-file': {
    severity: 'warning',
    title: 'Named like an agent, but no file',
    help: 'A folder, pipe, socket or device is called as agents are. It is never opened; files in such a folder are read.',
  },
  'file/dead-link': {
    severity: 'warning',
    title: 'A link that leads nowhere',
    help: 'Its target is gone, or links go in a circle. Put the target back, or delete the link.',
  },
  'file/not-followed': {
    severity: 'info',
    title: 'A link to a folder that is not followed',
    help: 'It leads to a folder around the one that is listed, to the devices and processes of the system, on from a folder that was itself reached through a link, or to more than 20,000 files and folders that are no agents: following it would list the whole disk, or go in circles.',
  },
  'file/passed-over': {
    severity: 'error',
    title: 'The harness does not look at the file',
    help: 'Its name, the folder it lies in, or a link that leads to it is not one that the harness follows. The message says which.',
  },
  'frontmatter/line-ends': {
    severity: 'error',
    title: 'Lines end in a carriage return alone',
    help: 'Most harnesses take the whole file for one line. Save it with line feeds.',
  },
  'frontmatter/missing': {
    severity: 'error',
    title: 'No frontmatter',
    help: 'Harnesses find the name and the description between two lines of three dashes at the top. Some skip a file without them, others take the file name.',
  },
  'frontmatter/not-yaml': {
    severity: 'error',
    title: 'The frontmatter is not valid YAML',
    help: 'Most often a sentence holds a colon and a blank. Some harnesses read such a file line by line, others skip it without a word. Put the value in double quotation marks.',
    fixable: true,
  },
  'frontmatter/not-toml': {
    severity: 'error',
    title: 'The file is not valid TOML',
    help: 'Codex reports the file and does not load it.',
  },
  'frontmatter/not-a-map': {
    severity: 'error',
    title: 'The block at the top holds no fields',
    help: 'Two horizontal rules with text between them look like frontmatter. Start the file with fields, or with another mark than three dashes.',
  },
  'frontmatter/unsupported-language': {
    severity: 'error',
    title: 'Frontmatter in another language than YAML',
    help: 'Such frontmatter is never read or run here, and harnesses do not read it either. Write it as YAML.',
  },
  'frontmatter/unopened': {
    severity: 'error',
    title: 'The frontmatter is never opened',
    help: 'Without a first line of three dashes harnesses take the fields for text and see no frontmatter. Add the line above the first field.',
    fixable: true,
  },
  'frontmatter/unclosed': {
    severity: 'error',
    title: 'The frontmatter is never closed',
    help: 'Without a second line of three dashes a harness takes the whole file for fields, or for text. Add the line after the last field.',
    fixable: true,
  },
  'frontmatter/long-fence': {
    severity: 'warning',
    title: 'The closing line has more than three dashes',
    help: 'Harnesses that look for exactly three dashes read on past it.',
    fixable: true,
  },
  'frontmatter/misplaced': {
    severity: 'error',
    title: 'The frontmatter is indented or not at the top',
    help: 'Harnesses look for it in column 1 of line 1 and take anything else for text.',
  },
  'frontmatter/too-large': {
    severity: 'error',
    title: 'The frontmatter is too large',
    help: 'Above 64 KiB it is read line by line, above 256 KiB not to its end. Move text into the body.',
  },
  'frontmatter/comment-cut': {
    severity: 'warning',
    title: 'The description is cut at a number sign',
    help: 'In a value without quotation marks YAML takes a blank and a number sign for the start of a comment. Put the value in double quotation marks.',
  },
  'frontmatter/byte-order-mark': {
    severity: 'error',
    title: 'A byte order mark in front of the frontmatter',
    help: 'It does not show in an editor, and hides the frontmatter from harnesses that do not expect it. Save the file as UTF-8 without one.',
    fixable: true,
  },
  'name/missing': {
    severity: 'error',
    title: 'No name',
    help: 'Harnesses that call agents by a field skip the file; the others take the file name.',
  },
  'name/form': {
    severity: 'warning',
    title: 'The name is not as the harness wants names',
    help: 'Lowercase letters, digits and hyphens are understood everywhere.',
  },
  'name/refused': {
    severity: 'error',
    title: 'The harness refuses the name',
    help: 'It is reserved, too short or too long, or holds a character that has a meaning of its own.',
  },
  'name/built-in': {
    severity: 'info',
    title: 'The name of a built-in agent',
    help: 'The file replaces an agent that comes with the harness. Choose another name unless that is meant.',
  },
  'name/unlike-file': {
    severity: 'info',
    title: 'The file is called otherwise than the agent',
    help: 'Harnesses go by the name in the file, people by the name of the file.',
  },
  'name/shadowed': {
    severity: 'info',
    title: 'Another agent of the name is loaded instead',
    help: 'A harness loads one agent of a name. Rename one of them, or delete the one that is not wanted.',
  },
  'name/duplicate': {
    severity: 'warning',
    title: 'The name is given twice in one place',
    help: 'Which of the two a harness loads is not promised. Rename one of them.',
  },
  'description/missing': {
    severity: 'error',
    title: 'No description',
    help: 'A harness chooses agents by their descriptions. Say in a sentence what the agent does and when to use it.',
  },
  'description/not-text': {
    severity: 'warning',
    title: 'The description is a list or a map',
    help: 'A colon or a bracket made YAML read it so. Put the value in double quotation marks.',
  },
  'description/literal-newline': {
    severity: 'info',
    title: 'A backslash and an n instead of a line end',
    help: 'Outside of double quotation marks YAML keeps them as two characters, and so the model reads them.',
    fixable: true,
  },
  'description/long': {
    severity: 'warning',
    title: 'A long description',
    help: 'The descriptions of all agents are part of every session. Keep what is needed to choose the agent, and move examples into the body.',
  },
  'description/no-occasion': {
    severity: 'info',
    title: 'The description does not say when to use the agent',
    help: 'A harness decides by it whether to call the agent. A sentence that begins with “Use when …” helps more than a list of skills.',
  },
  'field/unknown': {
    severity: 'error',
    title: 'An unknown field',
    help: 'Most harnesses pass over it, some refuse the whole file. Check the spelling, or take it out.',
  },
  'field/foreign': {
    severity: 'error',
    title: 'A field of another harness',
    help: 'It has no effect here, or makes the harness refuse the file.',
  },
  'field/retired': {
    severity: 'warning',
    title: 'A retired field',
    help: 'It may have no effect any more. The message says what takes its place.',
  },
  'field/missing': {
    severity: 'error',
    title: 'A field that is needed is missing',
    help: 'The harness refuses the file without it.',
  },
  'field/type': {
    severity: 'warning',
    title: 'A field has the wrong kind of value',
    help: 'A harness passes over such a field, or refuses the file.',
  },
  'field/value': {
    severity: 'warning',
    title: 'A field has a value that the harness does not know',
    help: 'A harness passes over such a value, or refuses the file. The message lists what it knows.',
  },
  'tools/unknown': {
    severity: 'error',
    title: 'Unknown tools',
    help: 'A name that stands for no tool grants nothing. Tools of an MCP server need its prefix.',
  },
  'tools/foreign': {
    severity: 'error',
    title: 'Tools of another harness',
    help: 'The name grants nothing here. The message says what the tool is called.',
  },
  'tools/retired': {
    severity: 'warning',
    title: 'Retired tools',
    help: 'The name may grant nothing any more. The message says what takes its place.',
    fixable: true,
  },
  'tools/form': {
    severity: 'error',
    title: 'Tools written as in another harness',
    help: 'One wants a list, another text with commas, a third a map. The message says what is understood here.',
  },
  'tools/withheld': {
    severity: 'info',
    title: 'Tools that agents never get',
    help: 'The harness keeps them for the main conversation.',
  },
  'tools/wider-than-text': {
    severity: 'info',
    title: 'All tools, for an agent that only reads',
    help: 'The text says that the agent changes nothing, but without a list of tools it may. A list makes the promise hold.',
  },
  'model/unknown': {
    severity: 'warning',
    title: 'An unknown model',
    help: 'Models come and go, so the name may be right; if not, the harness falls back to another model or fails when the agent is called.',
  },
  'model/foreign': {
    severity: 'warning',
    title: 'A model as another harness names it',
    help: 'The same model may have another name here.',
  },
  'color/unknown': {
    severity: 'error',
    title: 'An unknown color',
    help: 'Most harnesses then choose one themselves, some refuse the file.',
  },
  'color/case': {
    severity: 'warning',
    title: 'A color in other letters than the harness writes',
    help: 'Harnesses compare colors letter by letter.',
    fixable: true,
  },
  'body/empty': {
    severity: 'warning',
    title: 'No prompt',
    help: 'An agent without a prompt knows nothing but its description.',
  },
  'body/in-field': {
    severity: 'info',
    title: 'The prompt stands in a field',
    help: 'Harnesses that take the prompt from the body do not see it. Move it below the frontmatter.',
  },
  'body/long': {
    severity: 'warning',
    title: 'The prompt is longer than the harness takes',
    help: 'What is over the limit is cut off or keeps the agent from loading.',
  },
  'body/short': {
    severity: 'warning',
    title: 'The prompt is shorter than the harness takes',
    help: 'The harness refuses the file.',
  },
  'body/open-fence': {
    severity: 'warning',
    title: 'A code fence that is never closed',
    help: 'Everything after it is code to readers of Markdown. Close it, or make the outer fence longer than those inside.',
  },
  'body/placeholder': {
    severity: 'warning',
    title: 'A placeholder of a template',
    help: 'A model takes it for a word. Put what is meant in its place.',
  },
  'body/secret': {
    severity: 'warning',
    title: 'What looks like a key or a password',
    help: 'The text of an agent is sent to a model and often published. Revoke the key, and have the agent read it from the environment.',
  },
  'body/personal-path': {
    severity: 'warning',
    title: "A path of one person's machine",
    help: 'It leads nowhere for anybody else. Write it from the root of the project, or with ~.',
  },
  'hidden/bidi': {
    severity: 'warning',
    title: 'Characters that change the direction of text',
    help: 'They make text look different from what a model reads (CVE-2021-42574). Take them out.',
  },
  'hidden/zero-width': {
    severity: 'warning',
    title: 'Characters without width',
    help: 'They do not show, and can hide words or break up others. Take them out.',
  },
  'hidden/tags': {
    severity: 'warning',
    title: 'Invisible tag characters',
    help: 'They spell text that a model reads and nobody sees. The message shows it.',
  },
  'hidden/control': {
    severity: 'warning',
    title: 'Control characters',
    help: 'They do nothing in a prompt and can drive the terminal of whoever prints the file.',
  },
  'hidden/comment': {
    severity: 'warning',
    title: 'Instructions that do not show',
    help: 'Rendered Markdown shows no comments, no targets of links and no hidden tags, but the model reads them like any other text.',
  },
  'reference/unknown-agent': {
    severity: 'warning',
    title: 'An agent is called that there is not',
    help: 'Neither the collection that the file is part of nor any source has an agent of the name, so nobody answers. Check the spelling, or whether the agent was renamed or taken away.',
  },
  'ignore/unused': {
    severity: 'info',
    title: 'A comment that passes over nothing',
    help: 'Nothing of the code is found in the file any more, or it is one that is always told. Take it out of the comment, so that it hides nothing later.',
  },
  'ignore/unknown': {
    severity: 'warning',
    title: 'A comment names a code that there is not',
    help: 'It passes over nothing. Check the spelling; a reason stands behind two dashes.',
  },
  'executes/hooks': {
    severity: 'info',
    title: 'Runs hooks',
    help: 'Commands that run by themselves while the agent works. Read them before you use the file.',
  },
  'executes/mcp': {
    severity: 'info',
    title: 'Starts MCP servers of its own',
    help: 'The file says how to start or reach them. Read that before you use the file.',
  },
  'executes/permissions': {
    severity: 'info',
    title: 'Lifts restrictions',
    help: 'The agent may act without being asked for permission.',
  },
  'executes/program': {
    severity: 'info',
    title: 'Runs a program',
    help: 'The file names a program that is started for the agent. Read it before you use the file.',
  },
  'executes/command': {
    severity: 'info',
    title: 'A command in the text',
    help: 'An exclamation mark before a command in backticks has harnesses run it and put its output into the prompt.',
  },
} as const satisfies Readonly<Record<string, LintCodeEntry>>;

/** A code of {@link LINT_CODES}. */
export type LintCode = keyof typeof LINT_CODES;

/** What a code stands for; `null` for one that is not ours. */
export function lintCodeEntry(code: string): LintCodeEntry | null {
  return Object.hasOwn(LINT_CODES, code) ? LINT_CODES[code as LintCode] : null; // Checked by hasOwn.
}
