import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { loadedTogether } from '../../core/library/loaded-together.ts';
import { findRivals } from '../../core/rivals/find-rivals.ts';
import { budgetOf, descriptionTokensOf, tokensTogether } from '../../core/tokens/definition-tokens.ts';
import { greatest } from '../../kit/long-lists.ts';
import { counted, countText } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { openTree } from '../open-library.ts';
import { textColumns } from '../text-columns.ts';

/** Options of `agents budget`. */
interface BudgetOptions {
  readonly source: readonly string[];
  readonly json: boolean;
  /** Fail where a harness is given more tokens than this. */
  readonly check?: number;
}

interface HarnessBudget {
  /** Harnesses that load just these; none for a collection. */
  readonly harnesses: readonly Format[];
  readonly definitions: readonly AgentDefinition[];
  readonly total: number;
}

/** Of what could go, why. */
interface CouldGo {
  readonly definition: AgentDefinition;
  readonly why: 'rival' | 'shadowed';
}

/**
 * `agents budget`: what names and descriptions of the agents that are loaded take of every session, by harness and agent,
 * the largest first, and which of them could go. It fails where one harness is given more than is allowed.
 */
export async function budget(context: CommandContext, { source, json, check }: BudgetOptions): Promise<number> {
  const { tree, library } = await openTree(context, source);
  const budgets = loadedTogether(tree, library.definitions, source.length > 0).map((one): HarnessBudget => {
    const definitions = one.definitions.toSorted((a, b) => descriptionTokensOf(b) - descriptionTokensOf(a));
    return { harnesses: one.harnesses, definitions, total: tokensTogether(definitions) };
  });
  const total = greatest(budgets.map((one) => one.total));
  const out = couldGo(budgets, library.definitions);
  if (json) context.printExact(jsonText(budgetJson(total, budgets, out), 2));
  else context.print(budgetText(budgets, out, context));
  if (budgets.length === 0 && !json) context.tell('No agents are loaded\n');
  if (check === undefined || total <= check) return ExitCode.Done;
  context.tell(
    `Names and descriptions take ~${countText(total)} tokens of every session, more than ${countText(check)}\n`,
  );
  return ExitCode.Failed;
}

/** What a user would hardly miss: rivals of one that stays, the largest first, and what another of its name hides everywhere. */
function couldGo(budgets: readonly HarnessBudget[], all: readonly AgentDefinition[]): readonly CouldGo[] {
  const loaded = new Set(budgets.flatMap(({ definitions }) => definitions));
  const hidden = all.filter((one) => one.shadowedBy !== null && !loaded.has(one));
  return [
    ...spareRivals(budgets).map((definition): CouldGo => ({ definition, why: 'rival' })),
    ...hidden.map((definition): CouldGo => ({ definition, why: 'shadowed' })),
  ].sort((a, b) => descriptionTokensOf(b.definition) - descriptionTokensOf(a.definition));
}

/** Rivals of which, wherever they are loaded, another one stays that does the same. */
function spareRivals(budgets: readonly HarnessBudget[]): readonly AgentDefinition[] {
  const rivalsIn = budgets.map(({ definitions }) => rivalsOfEach(definitions));
  const rivals = [...new Set(rivalsIn.flatMap((each) => [...each.keys()]))];
  const [going, staying] = [new Set<AgentDefinition>(), new Set<AgentDefinition>()];
  for (const one of largestFirst(rivals)) {
    const instead = budgets.flatMap(({ definitions }, at) => {
      if (!definitions.includes(one)) return [];
      const left = [...(rivalsIn[at]?.get(one) ?? [])].filter((other) => !going.has(other));
      return [left.find((other) => staying.has(other)) ?? left.at(-1) ?? null];
    });
    if (staying.has(one) || instead.includes(null)) continue;
    going.add(one);
    for (const other of instead) if (other !== null) staying.add(other);
  }
  return [...going];
}

/** The rivals of each agent that has some, the cheapest last. */
function rivalsOfEach(
  definitions: readonly AgentDefinition[],
): ReadonlyMap<AgentDefinition, readonly AgentDefinition[]> {
  const each = new Map<AgentDefinition, Set<AgentDefinition>>();
  for (const { members } of findRivals(definitions)) {
    for (const one of members) {
      const others = each.get(one) ?? new Set<AgentDefinition>();
      each.set(one, others);
      for (const other of members) if (other !== one) others.add(other);
    }
  }
  return new Map([...each].map(([one, others]) => [one, largestFirst(others)]));
}

/** Of two that take the same the one given later. */
const largestFirst = (definitions: Iterable<AgentDefinition>): readonly AgentDefinition[] =>
  [...definitions].reverse().sort((a, b) => descriptionTokensOf(b) - descriptionTokensOf(a));

/** The shape is public: fields may be added, never renamed or removed. */
function budgetJson(total: number, budgets: readonly HarnessBudget[], out: readonly CouldGo[]): unknown {
  return {
    schema: 1,
    total,
    harnesses: budgets.flatMap(({ harnesses, definitions, total: own }) =>
      (harnesses.length > 0 ? harnesses : [null]).map((harness) => ({
        harness,
        total: own,
        limit: harness === null ? null : budgetOf(harness),
        agents: definitions.map((definition) => {
          const { id, name, path, source } = definition;
          return { id, name, path, source, descriptionTokens: descriptionTokensOf(definition) };
        }),
      })),
    ),
    // What is hidden takes nothing.
    couldGo: out.map(({ definition, why }) => ({
      id: definition.id,
      why,
      tokens: why === 'rival' ? descriptionTokensOf(definition) : 0,
    })),
  };
}

/** Agents that are told of by name; JSON has all. */
const MOST_TOLD = 20;

function budgetText(
  budgets: readonly HarnessBudget[],
  out: readonly CouldGo[],
  { columns, program, shown }: CommandContext,
): string {
  const rivals = new Set(out.flatMap(({ definition, why }) => (why === 'rival' ? [definition] : [])));
  const parts = budgets.map(({ harnesses, definitions, total }) => {
    const allowed = harnesses.map(budgetOf).find((tokens) => tokens !== null);
    const limit = allowed ? ` of ${countText(allowed)}` : '';
    const who = harnesses.length > 0 ? harnesses.join(', ') : 'what is loaded, if all of it is';
    const rows = definitions
      .slice(0, MOST_TOLD)
      .map((definition) =>
        [
          `~${countText(descriptionTokensOf(definition))}`.padStart(8),
          definition.name,
          rivals.has(definition) ? 'rival' : '',
          shown(definition.path),
        ].map(visibleText),
      );
    const more = definitions.length - rows.length;
    return [
      `~${countText(total)}${limit} tokens of every session: ${counted(definitions.length, 'agent')} (${who})\n`,
      textColumns(rows, columns),
      more > 0 ? `          and ${counted(more, 'smaller one')}\n` : '',
    ].join('');
  });
  const going = out.filter((one) => one.why === 'rival');
  const saved = going.reduce((sum, { definition }) => sum + descriptionTokensOf(definition), 0);
  const last =
    going.length > 0
      ? `\n${counted(going.length, 'rival')} could go, ~${countText(saved)} tokens: ${program} rivals\n`
      : '';
  return parts.join('\n') + last;
}
