import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { countOf } from '../../core/library/agent-calls.ts';
import { loadedTogether } from '../../core/library/loaded-together.ts';
import { tokensTogether } from '../../core/tokens/definition-tokens.ts';
import { counted, countText } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { openTree } from '../open-library.ts';
import { textColumns } from '../text-columns.ts';

/** Options of `agents usage`. */
interface UsageOptions {
  readonly source: readonly string[];
  readonly json: boolean;
}

/** A name that was called, or that is loaded. */
interface UsedAgent {
  readonly name: string;
  /** `null` where no agent of the name is loaded. */
  readonly definition: AgentDefinition | null;
  readonly calls: number;
  readonly last: string | null;
}

/**
 * `agents usage`: how often each agent that Claude Code loads was called, and when last, by its transcripts on this
 * machine; those called most first. Nothing else of them is read out, and nothing is written.
 */
export async function usage(context: CommandContext, { source, json }: UsageOptions): Promise<number> {
  const { tree, library } = await openTree(context, source);
  const together = loadedTogether(tree, library.definitions, source.length > 0);
  const isClaude = ({ harnesses }: (typeof together)[number]) => harnesses.includes('claude') || harnesses.length === 0;
  const loaded = together.filter(isClaude).flatMap(({ definitions }) => definitions);
  const found = await (await context.openTranscripts()).countCalls();
  const rows = usedAgents(loaded, found?.counts ?? new Map());
  if (json) context.printExact(jsonText(rows.map(usageJson), 2));
  else context.print(usageText(rows, context));
  const others = together.filter((one) => !isClaude(one)).flatMap(({ harnesses }) => harnesses);
  const unknown = others.length === 0 ? '' : `; not counted: ${others.join(', ')}`;
  if (found === null) context.tell(`No transcripts of Claude Code are kept here${unknown}\n`);
  else {
    const { transcripts, unread, folder } = found;
    const left = unread === 0 ? '' : `; ${countText(unread)} could not be read`;
    context.tell(`Counted in ${counted(transcripts, 'transcript')} in ${context.shown(folder)}${left}${unknown}\n`);
  }
  return ExitCode.Done;
}

function usedAgents(loaded: readonly AgentDefinition[], counts: Parameters<typeof countOf>[0]): readonly UsedAgent[] {
  const own = loaded.map((definition): UsedAgent & { readonly by: string } => {
    const { by, calls, last } = countOf(counts, definition);
    return { name: definition.name, definition, calls, last, by };
  });
  const known = new Set(own.map(({ by }) => by));
  const others = [...counts]
    .filter(([name]) => !known.has(name))
    .map(([name, count]): UsedAgent => ({ name, definition: null, ...count }));
  return [...own, ...others].sort((a, b) => b.calls - a.calls || (b.last ?? '').localeCompare(a.last ?? ''));
}

/** The shape is public: fields may be added, never renamed or removed. */
const usageJson = ({ name, definition, calls, last }: UsedAgent): unknown => ({
  schema: 1,
  harness: 'claude',
  name,
  path: definition?.path ?? null,
  calls,
  last,
});

const BUILT_IN: ReadonlySet<string> = new Set(harnessFormat('claude').identity.builtIn);

function usageText(rows: readonly UsedAgent[], { columns, shown, program }: CommandContext): string {
  const called = rows.filter(({ calls }) => calls > 0);
  const never = rows.flatMap(({ calls, definition }) => (calls === 0 && definition ? [definition] : []));
  const table = textColumns(
    called.map(({ name, definition, calls, last }) =>
      [
        `${countText(calls)}`.padStart(6),
        last?.slice(0, 10) ?? '',
        name,
        definition ? shown(definition.path) : BUILT_IN.has(name) ? 'built in' : 'none of that name is loaded',
      ].map(visibleText),
    ),
    columns,
  );
  if (never.length === 0) return table;
  const names = never.map(({ name }) => visibleText(name)).join(', ');
  const cost = `~${countText(tokensTogether(never))} tokens of every session: ${program} budget`;
  return `${table}${table === '' ? '' : '\n'}Never called: ${names}\n${counted(never.length, 'agent')}, ${cost}\n`;
}
