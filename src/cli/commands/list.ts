import { isOff } from '../../core/definition/switched-off.ts';
import { byScopeThenName, isBundled } from '../../core/library/library.ts';
import { switchedOff } from '../../usecases/switched-off.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { definitionLines } from '../definition-lines.ts';
import { type KindChoice, leftOutWords, ofKind } from '../kinds.ts';
import { outputLook } from '../look/output-look.ts';
import { knownSources, openListed } from '../open-library.ts';
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
  const library = await openListed(context, source);
  const off =
    kind === 'skill' || kind === 'command' ? [] : await switchedOff(context.files, await knownSources(context, source));
  const definitions = [...ofKind(library, kind), ...off].sort(byScopeThenName);
  if (json) {
    const [{ definitionJson }, { jsonText }] = await Promise.all([
      import('../definition-json.ts'),
      import('../json-text.ts'),
    ]);
    context.printExact(
      jsonText(
        definitions.map((one) => ({ ...definitionJson(one), ...(isOff(one) && { disabled: true }) })),
        2,
      ),
    );
  } else if (isPaths)
    printPaths(
      context,
      definitions.map(({ path }) => path),
      options,
    );
  else {
    const look = await outputLook(context);
    look.print(definitionLines(definitions, context, look, (one) => (isOff(one) ? { note: 'off' } : {})));
  }
  library.settle();
  const isEmpty = definitions.length === 0 && library.problems.length === 0;
  if (isEmpty && !json && !isPaths) {
    const none = NONE_FOUND[kind];
    context.tell(`${none}. Say where they are: ${context.program} list --source FOLDER\n`);
  }
  if (!isEmpty && !json && !isPaths && kind === 'agent' && context.interactive && definitions.every(isBundled)) {
    const ways = ['new', 'install', 'source add'].map((command) => `${context.program} ${command}`).join(', ');
    context.tell(`No agents of your own yet: ${ways}\n`);
  }
  const leftOut = kind === 'agent' && !json && !isPaths ? leftOutWords(library, library.aside, context.program) : null;
  if (leftOut !== null) context.tell(`${leftOut}\n`);
  return ExitCode.Done;
}

const NONE_FOUND: Readonly<Record<KindChoice, string>> = {
  agent: 'No agents found',
  skill: 'No skills found',
  command: 'No commands found',
  all: 'No agents, skills or commands found',
};
