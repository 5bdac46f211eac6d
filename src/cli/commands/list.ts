import { isBundled } from '../../core/library/library.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { definitionLines } from '../listed/definition-lines.ts';
import { type KindChoice, leftOutWords } from '../listed/kinds.ts';
import { keptListed } from '../listed/listed-library.ts';
import { outputLook } from '../look/output-look.ts';
import { type PathOptions, printPaths, wantsPaths } from '../pipes/path-list.ts';

/** Options of `agents list`. */
interface ListOptions extends PathOptions {
  readonly source: readonly string[];
  readonly json: boolean;
  readonly kind: KindChoice;
}

/** `agents list`: every agent, or what else there is on wish. What could not be read is told, and hides nothing else. */
export async function list(context: CommandContext, options: ListOptions): Promise<number> {
  const { source, json, kind } = options;
  const isPaths = wantsPaths(options, json);
  if (json) return (await import('../reading.ts')).listJson(context, options);
  const kept = kind === 'agent' ? await keptListed(context, source) : null;
  const library = kept ?? (await (await import('../reading.ts')).readListed(context, options));
  const { rows } = library;
  if (isPaths)
    printPaths(
      context,
      rows.map(({ path }) => path),
      options,
    );
  else {
    const look = await outputLook(context);
    look.print(definitionLines(rows, context, look));
  }
  library.settle();
  const isEmpty = rows.length === 0 && library.problems.length === 0;
  if (isEmpty && !isPaths)
    context.tell(`${NONE_FOUND[kind]}. Say where they are: ${context.program} list --source FOLDER\n`);
  if (!isEmpty && !isPaths && kind === 'agent' && context.interactive && rows.every(isBundled)) {
    const ways = ['new', 'install', 'source add'].map((command) => `${context.program} ${command}`).join(', ');
    context.tell(`No agents of your own yet: ${ways}\n`);
  }
  const leftOut = kind === 'agent' && !isPaths ? leftOutWords(library.others, library.aside, context.program) : null;
  if (leftOut !== null) context.tell(`${leftOut}\n`);
  return ExitCode.Done;
}

const NONE_FOUND: Readonly<Record<KindChoice, string>> = {
  agent: 'No agents found',
  skill: 'No skills found',
  command: 'No commands found',
  all: 'No agents, skills or commands found',
};
