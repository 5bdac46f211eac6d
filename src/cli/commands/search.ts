import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { asksForSet } from '../../core/search/query/definition-sets.ts';
import { faultWords, queryFaults } from '../../core/search/query/query-faults.ts';
import type { Search, SearchHit } from '../../core/search/search.ts';
import { createSearch } from '../../core/search/search.ts';
import type { ShortForms } from '../../core/search/words/short-forms.ts';
import { once } from '../../kit/once.ts';
import { finish } from '../../kit/run-steps.ts';
import { visibleText } from '../../text/visible-text.ts';
import { findComposed } from '../../usecases/find-composed.ts';
import { listedRow } from '../../usecases/listed-row.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { hitJson } from '../definition-json.ts';
import { jsonText } from '../json-text.ts';
import { definitionLines, type ListedNote } from '../listed/definition-lines.ts';
import { type KindChoice, ofKind } from '../listed/kinds.ts';
import { outputLook } from '../look/output-look.ts';
import { openListed } from '../open-library.ts';
import { type PathOptions, printPaths, wantsPaths } from '../pipes/path-list.ts';

/** Options of `agents search`. */
interface SearchOptions extends PathOptions {
  readonly source: readonly string[];
  readonly json: boolean;
  readonly limit: number | null;
  readonly kind: KindChoice;
  /** Answer the lines of standard input instead of one query. */
  readonly stdin: boolean;
}

/** `agents search`: the definitions a query finds, best first. Finding none is an answer, not a failure. */
export async function search(context: CommandContext, query: string, options: SearchOptions): Promise<number> {
  const { shortForms } = (await context.readSettings()).values;
  const library = await openListed(context, options.source);
  const engineFor = searchThatKnows(context, ofKind(library, options.kind), shortForms);
  const isPaths = wantsPaths(options, options.json || options.stdin);
  if (options.stdin) return answerLines(context, engineFor, options);
  const engine = await engineFor(query);
  const hits = found(engine, query, options);
  if (options.json) context.printExact(jsonText(hits.map(hitJson), 2));
  else if (isPaths)
    printPaths(
      context,
      hits.map(({ definition }) => definition.path),
      options,
    );
  else {
    const look = await outputLook(context);
    const rows = hits.map(({ definition }) => listedRow(definition));
    look.print(definitionLines(rows, context, look, hits.map(hitNote)));
  }
  library.settle();
  if (hits.length === 0 && !options.json && !isPaths) {
    const faults = queryFaults(query, engine.values).map((fault) => ` ${visibleText(faultWords(fault))}`);
    context.tell(`No agent matches ${visibleText(query)}${faults.length > 0 ? '.' : ''}${faults.join('')}\n`);
  }
  return ExitCode.Done;
}

/** What answers a query, with what it needs to know for that. */
type EngineFor = (query: string) => Promise<Search>;

/** A search that looks into the recipes once a query asks for what was composed. */
function searchThatKnows(
  context: CommandContext,
  definitions: readonly AgentDefinition[],
  shortForms: ShortForms,
): EngineFor {
  const engine = createSearch(definitions, shortForms).withSets({ composed: null });
  const knowing = once(async () => {
    const { paths, problems } = await findComposed(await context.openRecipes(), definitions);
    for (const problem of problems) context.tell(`${visibleText(problem)}\n`);
    return engine.withSets({ composed: ({ path }) => paths.has(path) });
  });
  return async (query) => (asksForSet(query, 'composed') ? knowing() : engine);
}

/** Where the name has what was looked for; where only the prompt has it, the line that it stands on. */
function hitNote({ matches }: SearchHit): ListedNote {
  const { name: ranges, prompt: place } = matches;
  if (!place) return { ranges };
  const [[at] = [0]] = place.ranges;
  const line = [...place.text.slice(at <= NOTE_LEAD ? 0 : place.text.indexOf(' ', at - NOTE_LEAD) + 1)];
  return { ranges, note: `in the prompt: ${line.slice(0, NOTE).join('')}${line.length > NOTE ? '…' : ''}` };
}

/** Characters of a line of a prompt, and of those the most before what was looked for. */
const [NOTE, NOTE_LEAD] = [48, 20];

/** One line of JSON for each line read, as it is read, so that another program can hold a conversation. */
async function answerLines(context: CommandContext, engineFor: EngineFor, options: SearchOptions): Promise<number> {
  for await (const query of context.inputLines()) {
    const isRead = context.printExact(jsonText(found(await engineFor(query), query, options).map(hitJson)));
    if (!isRead) break;
  }
  return ExitCode.Done;
}

function found(engine: Search, query: string, { limit }: SearchOptions): readonly SearchHit[] {
  return finish(engine.work(query))
    .search(query)
    .slice(0, limit ?? undefined);
}
