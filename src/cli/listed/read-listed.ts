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
import { hasOff, type KindChoice, ofKind } from './kinds.ts';
import type { ListedLibrary } from './listed-library.ts';

/** What a list is made of, read. */
export async function readListed(context: CommandContext, folders: readonly string[]): Promise<ListedLibrary> {
  const library = await openListed(context, folders);
  const off = await switchedOff(context.files, await knownSources(context, folders));
  return {
    ...library,
    definitions: library.definitions.map(listedRow),
    others: library.others.map(listedRow),
    off: off.map(listedRow),
  };
}

/** `agents list --json`. */
export async function listJson(
  context: CommandContext,
  { source, kind }: { readonly source: readonly string[]; readonly kind: KindChoice },
): Promise<number> {
  const library = await openListed(context, source);
  const off = hasOff(kind) ? await switchedOff(context.files, await knownSources(context, source)) : [];
  const definitions = [...ofKind(library, kind), ...off].sort(byScopeThenName);
  context.printExact(
    jsonText(
      definitions.map((one) => ({ ...definitionJson(one), ...(isOff(one) && { disabled: true }) })),
      2,
    ),
  );
  library.settle();
  return ExitCode.Done;
}
