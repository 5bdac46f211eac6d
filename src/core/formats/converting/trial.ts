import { utf8Size } from '../../../kit/utf8-size.ts';
import { visibleText } from '../../../text/visible-text.ts';
import type { AgentDefinition, Format } from '../../definition/agent-definition.ts';
import { parseDefinition } from '../../reading/parse-definition.ts';
import { harnessFormat } from '../harnesses/harnesses.ts';
import { claudeArgument } from './claude-argument.ts';
import { convertDefinition } from './convert-definition.ts';

/** A harness started with one agent for one session. */
export interface Trial {
  readonly title: string;
  /** The program, and what it is given. */
  readonly command: string;
  readonly args: readonly string[];
  /** The name that the harness knows the agent by. */
  readonly name: string;
  /** A file in a folder that is made for the session; the harness is started there. `null` where it needs none. */
  readonly file: { readonly path: string; readonly text: string } | null;
  /** What could not be carried to this harness. */
  readonly warnings: readonly string[];
}

/** By which name each is started; `null` where it is not known how to start it with one agent more. */
const COMMANDS: Readonly<Record<Format, string | null>> = {
  claude: 'claude',
  opencode: 'opencode',
  copilot: 'copilot',
  codex: 'codex',
  cursor: 'cursor-agent',
  gemini: 'gemini',
  qwen: 'qwen',
  factory: 'droid',
  grok: 'grok',
  kilo: 'kilo',
  auggie: null,
  kimi: null,
  antigravity: null,
  cline: null,
};

/**
 * How a harness is started with an agent for one session, with nothing left of it afterwards: Claude Code is given it as an
 * argument, `--agents`; others find it in a project folder that is made for the session, as Claude Code does what is too
 * long for an argument.
 *
 * @returns Or why that cannot be, in words.
 */
export function trialOf(definition: AgentDefinition, format: Format): Trial | string {
  const { title, newFiles } = harnessFormat(format);
  const command = COMMANDS[format];
  if (definition.kind !== 'agent') return `${definition.name} is a ${definition.kind}, and only agents are tried`;
  if (command === null) return `How ${title} is started with one agent more is not known`;
  const written = convertDefinition(definition, format);
  const { refusal, notLoaded, text, fileName, warnings } = written;
  if (refusal !== null) return `${definition.name} cannot be written for ${title}: ${refusal}`;
  if (notLoaded !== null) return `${definition.name} cannot be tried: ${notLoaded}`;
  const parsed = parseDefinition(text, fileName);
  const { name } = parsed;
  const asFile = { path: `${newFiles.project}/${fileName}`, text };
  if (format !== 'claude') return { title, command, args: [], name, file: asFile, warnings };
  const { fields, warnings: left } = claudeArgument(parsed, definition.scope === 'plugin');
  const argument = JSON.stringify({ [name]: fields });
  if (utf8Size(argument) > LONGEST_ARGUMENT) return { title, command, args: [], name, file: asFile, warnings };
  return { title, command, args: ['--agents', argument], name, file: null, warnings: [...warnings, ...left] };
}

/** Bytes that Linux takes in one argument, without the zero at its end: MAX_ARG_STRLEN, 32 pages. */
const LONGEST_ARGUMENT = 32 * 4096 - 1;

/** What is to be said before a session begins, each on a line. */
export function trialWords({ title, name, file, warnings }: Trial): readonly string[] {
  const where =
    file === null ? '' : ', in a folder of its own that is removed at the end: it sees nothing of this project';
  return [...warnings, `Starting ${title} with ${name} for one session${where}`].map(visibleText);
}
