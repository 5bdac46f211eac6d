import type { HarnessFormat } from '../../core/formats/harness/harness-format.ts';
import { agentsOfJson } from '../../core/writing/agents-json.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext, InputOutcome } from '../command-context.ts';
import { assumedPath } from '../pipes/stdin-definition.ts';
import { STDIN, STDIN_PATH } from '../pipes/stdin-path.ts';

/** What is to be imported, before it is read as agents. */
interface ImportInputs {
  /** Absolute paths, and those of the texts. */
  readonly paths: readonly string[];
  /** Agents that are no file of their own, by the path that stands for them. */
  readonly texts: ReadonlyMap<string, InputOutcome>;
  /** The one of them that is standard input itself; `null` for none. */
  readonly stdin: string | null;
  /** What is wrong, in lines. */
  readonly problems: readonly string[];
}

/**
 * What words of a command line name: files and folders as they are, standard input as a file, and of a JSON document for
 * `claude --agents` each agent.
 *
 * @param harness The one that all is written for; `null` to tell by each.
 */
export async function importInputs(
  context: CommandContext,
  words: readonly string[],
  harness: HarnessFormat | null,
): Promise<ImportInputs> {
  const texts = new Map<string, InputOutcome>();
  const problems: string[] = [];
  const paths: string[] = [];
  let stdin: string | null = null;
  for (const word of words) {
    const one = await inputNamed(context, word, harness);
    const agents = one.isJson && one.read?.kind === 'text' ? agentsOfJson(one.read.text) : null;
    if (typeof agents === 'string') problems.push(visibleText(`${one.shown}: ${agents}`));
    else if (agents !== null) {
      for (const [at, { name, text }] of agents.entries())
        texts.set(`${one.path}/${fileOf(name, at)}`, { kind: 'text', text });
    } else if (word !== STDIN || one.read === null) paths.push(one.path);
    else {
      stdin = one.path;
      texts.set(stdin, one.read);
    }
  }
  return { paths: [...paths, ...texts.keys()], texts, stdin, problems };
}

interface Input {
  readonly path: string;
  readonly shown: string;
  /** `null` for a file that is left to be read with the others. */
  readonly read: InputOutcome | null;
  readonly isJson: boolean;
}

async function inputNamed(context: CommandContext, word: string, harness: HarnessFormat | null): Promise<Input> {
  const takesJson = harness === null || harness.id === 'claude';
  if (word === STDIN) {
    const read = await context.readInput();
    const isJson = takesJson && read.kind === 'text' && /^\s*\{/.test(read.text);
    const path = context.absolute(isJson ? 'stdin' : assumedFile(read, harness));
    return { path, shown: STDIN_PATH, read, isJson };
  }
  const path = context.absolute(word);
  const read = takesJson && /\.json$/i.test(word) ? await context.files.read(path) : null;
  return { path, shown: context.shown(path), read, isJson: read?.kind === 'text' };
}

/** A file name for an agent, by its name where that can be one. */
function fileOf(name: string, at: number): string {
  return /^[\w-]{1,60}$/.test(name) ? `${name}.md` : `agent ${at + 1}.md`;
}

/** A file name for what came in, with an ending that the harness reads. */
function assumedFile(input: InputOutcome, harness: HarnessFormat | null): string {
  const name = assumedPath(input, harness?.id ?? null);
  const endings = harness?.files.endings ?? [];
  if (endings.length === 0 || endings.some((ending) => name.endsWith(ending))) return name;
  return name.replace(/\.\w+$/, endings[0] ?? '.md');
}
