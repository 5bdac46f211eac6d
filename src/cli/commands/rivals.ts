import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { loadedTogether } from '../../core/library/loaded-together.ts';
import { findRivals, type Rivals, wayOut } from '../../core/rivals/find-rivals.ts';
import { promptsAlike } from '../../core/rivals/prompts-alike.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { openTree } from '../open-library.ts';

/** Options of `agents rivals`. */
interface RivalsOptions {
  readonly source: readonly string[];
  readonly json: boolean;
  /** How much two compete at least, 0 to 1; left out for as much as makes rivals. */
  readonly threshold?: number;
}

/** Rivals with the harnesses that load all of them; none for a collection. */
interface LoadedRivals extends Rivals {
  readonly harnesses: readonly Format[];
}

/**
 * `agents rivals`: agents that are loaded together and whose names and descriptions compete for the same request, those
 * that do most first. That there are some is an answer, not a failure.
 */
export async function rivals(context: CommandContext, { source, json, threshold }: RivalsOptions): Promise<number> {
  const { tree, library } = await openTree(context, source);
  const found = loadedTogether(tree, library.definitions, source.length > 0)
    .flatMap(({ harnesses, definitions }) =>
      findRivals(definitions, threshold).map((one): LoadedRivals => ({ ...one, harnesses })),
    )
    .sort((a, b) => b.score - a.score);
  const groups = onceEach(found);
  if (json) context.printExact(jsonText(groups.map(rivalsJson), 2));
  else context.print(groups.map((group) => rivalsText(group, context)).join('\n'));
  if (groups.length === 0 && !json) context.tell('No rivals\n');
  return ExitCode.Done;
}

/** Of several harnesses that load the same rivals one entry, with all of them. */
function onceEach(found: readonly LoadedRivals[]): readonly LoadedRivals[] {
  const byMembers = new Map<string, LoadedRivals>();
  for (const one of found) {
    const key = one.members.map(({ id }) => id).join('\n');
    const known = byMembers.get(key);
    byMembers.set(key, known ? { ...known, harnesses: [...known.harnesses, ...one.harnesses] } : one);
  }
  return [...byMembers.values()];
}

/** The shape is public: fields may be added, never renamed or removed. */
function rivalsJson(group: LoadedRivals): unknown {
  const { harnesses, members, score, shared, apart, prompts } = group;
  return {
    schema: 1,
    harness: harnesses[0] ?? null,
    harnesses,
    agents: members.map(({ id, name, path }) => ({ id, name, path })),
    score: rounded(score),
    shared,
    apart: Object.fromEntries(apart),
    prompts: rounded(prompts),
    advice: wayOut(group),
  };
}

const rounded = (share: number): number => Math.round(share * 100) / 100;

const ADVICE = {
  drop: 'their prompts are nearly the same: keep one',
  compare: 'merge them, or keep one',
  sharpen: 'say in a description what it is not for, or merge them',
} as const;

function rivalsText(group: LoadedRivals, context: CommandContext): string {
  const { members, score, shared, apart, harnesses } = group;
  const lines = members.map((member, at) => {
    const own = apart.get(member.id) ?? [];
    const start = at === 0 ? `${Math.round(score * 100)} %`.padStart(5) : '     ';
    const alone = own.length > 0 ? `  alone: ${own.join(', ')}` : '';
    return `${start}  ${labelOf(member, context)}${alone}`;
  });
  const all = `       ${members.length > 2 ? 'all' : 'both'} say: ${shared.join(', ')}; prompts ${promptsAlike(members)}`;
  const where = harnesses.length > 0 ? `; loaded by ${harnesses.join(', ')}` : '';
  const names = members.map(({ id }) => shellWord(id)).join(' ');
  const out = `       ${ADVICE[wayOut(group)]}: ${context.program} compare ${names}`;
  return [...lines, all + where, out].map((line) => `${visibleText(line)}\n`).join('');
}

const labelOf = ({ name, path }: AgentDefinition, { shown }: CommandContext): string => `${name}  ${shown(path)}`;

/** A word as a POSIX shell takes it. */
const shellWord = (word: string): string => (PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
const PLAIN_WORD = /^[\w@%+=:,./-]+$/;
