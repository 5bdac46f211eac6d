import { isOff } from '../../core/definition/switched-off.ts';
import { byScopeThenName } from '../../core/library/library.ts';
import { listedRow } from '../../usecases/listed-row.ts';
import { switchedOff } from '../../usecases/switched-off.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { definitionJson } from '../definition-json.ts';
import { jsonText } from '../json-text.ts';
import { knownSources } from '../known-sources.ts';
import { openListed } from '../open-library.ts';
import { type KindChoice, ofKind } from './kinds.ts';
import type { ListedLibrary } from './listed-library.ts';

/** What a command lists. */
interface Asked {
  readonly source: readonly string[];
  readonly kind: KindChoice;
}

/** What a list is made of, read. */
export async function readListed(context: CommandContext, asked: Asked): Promise<ListedLibrary> {
  const { library, definitions } = await read(context, asked);
  return { ...library, rows: definitions.map(listedRow) };
}

/** `agents list --json`. */
export async function listJson(context: CommandContext, asked: Asked): Promise<number> {
  const { library, definitions } = await read(context, asked);
  context.printExact(
    jsonText(
      definitions.map((one) => ({ ...definitionJson(one), ...(isOff(one) && { disabled: true }) })),
      2,
    ),
  );
  library.settle();
  return ExitCode.Done;
}

/** What there is of a kind, with the agents that are switched off. */
async function read(context: CommandContext, { source, kind }: Asked) {
  const library = await openListed(context, source);
  const isOfAgents = kind === 'agent' || kind === 'all';
  const off = isOfAgents ? await switchedOff(context.files, await knownSources(context, source)) : [];
  return { library, definitions: [...ofKind(library, kind), ...off].sort(byScopeThenName) };
}
