import { composeBody, composeFile } from '../../core/compose/compose.ts';
import { composedTokens } from '../../core/compose/composed-tokens.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { draftLabel } from '../../core/draft/draft-label.ts';
import type { Drafts, KeptDraft } from '../../ports/drafts.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { didYouMean } from '../guide/usage-hint.ts';
import { jsonText } from '../json-text.ts';
import { printAsIs } from '../print-as-is.ts';
import { textColumns } from '../text-columns.ts';
import { usageError } from '../usage-error.ts';

/** `agents drafts`: the drafts that are kept, one of them as the file it would become, or some of them discarded. */
export async function drafts(
  context: CommandContext,
  action: string,
  ids: readonly string[],
  { json, force }: { readonly json: boolean; readonly force: boolean },
): Promise<number> {
  if (!['list', 'show', 'discard'].includes(action))
    throw usageError(
      `drafts lists, shows or discards, not ${visibleText(action)}${didYouMean(action, ['list', 'show', 'discard'])}`,
    );
  if (action === 'list' && ids.length > 0) throw usageError('drafts list takes no id; drafts show ID prints one');
  if (action !== 'list' && ids.length === 0)
    throw usageError(`Say which draft to ${action}; ${context.program} drafts lists them`);
  const kept = await context.openDrafts();
  const { drafts: all, problems } = await kept.list();
  for (const problem of problems) context.tell(`${visibleText(problem)}\n`);
  if (action === 'list') {
    list(context, all, json);
    return problems.length > 0 ? ExitCode.Failed : ExitCode.Done;
  }
  const unknown = ids.filter((id) => !all.some((one) => one.id === id));
  for (const id of unknown)
    context.tell(`No draft is called ${visibleText(id)}; ${context.program} drafts lists them\n`);
  const wanted = all.filter(({ id }) => ids.includes(id));
  const isDone = action === 'show' ? show(context, wanted, json) : await discard(context, kept, wanted, force);
  return isDone && unknown.length === 0 ? ExitCode.Done : ExitCode.Failed;
}

function list(context: CommandContext, all: readonly KeptDraft[], json: boolean): void {
  if (json) context.printExact(jsonText(all.map(draftJson), 2));
  else if (all.length === 0) context.tell('No drafts\n');
  else context.print(textColumns(all.map(row), context.columns));
}

function row({ id, draft, savedAt }: KeptDraft): readonly string[] {
  const tokens = `~${counted(tokensOf(draft), 'token')}`;
  const agents = agentsOf(draft).join(', ');
  const name = draftLabel(draft);
  return [
    id,
    name,
    counted(composeBody(draft.picks).parts.length, 'section'),
    tokens,
    ageWords(Date.now() - savedAt),
    agents,
  ].map(visibleText);
}

function tokensOf({ picks }: Draft): number {
  return composedTokens(composeBody(picks));
}

/** The names of the agents that something was picked from. */
function agentsOf({ picks }: Draft): readonly string[] {
  return [
    ...new Set(picks.flatMap((pick) => (pick.kind === 'union' ? pick.passages : [pick]).map(({ agent }) => agent))),
  ];
}

function ageWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ago`;
  return `${Math.floor(hours / 24)} days ago`;
}

/** The shape is public: fields may be added, never renamed or removed. */
function draftJson({ id, draft, savedAt }: KeptDraft): unknown {
  return {
    schema: 1,
    id,
    name: draft.fields.name,
    picks: draft.picks.length,
    tokens: tokensOf(draft),
    agents: agentsOf(draft),
    kind: draft.kind,
    format: draft.format,
    savedAt: new Date(savedAt).toISOString(),
  };
}

function show(context: CommandContext, wanted: readonly KeptDraft[], json: boolean): boolean {
  if (json) {
    const shown = wanted.map((kept) => ({ ...Object(draftJson(kept)), text: composeFile(kept.draft) }));
    context.printExact(jsonText(shown, 2));
  } else {
    const text = wanted.map(({ draft }) => composeFile(draft)).join('\n');
    printAsIs(context, text);
  }
  return true;
}

async function discard(
  context: CommandContext,
  kept: Drafts,
  wanted: readonly KeptDraft[],
  force: boolean,
): Promise<boolean> {
  let isDone = true;
  for (const { id } of wanted) {
    const open = force ? null : await kept.openElsewhere(id);
    const problem =
      open === null ? await kept.remove(id) : `${visibleText(id)}: ${open}; --force discards it all the same`;
    if (problem !== null) {
      context.tell(`${problem}\n`);
      isDone = false;
    }
  }
  return isDone;
}
