import { hasConflict, mergedText } from '../../core/merging/three-way.ts';
import { changeWords } from '../../core/recipe/change-words.ts';
import { unifiedDifference } from '../../core/rendering/unified-difference.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import {
  acceptRecomposed,
  conflictPath,
  type RecomposedFile,
  recompose,
  writeRecomposed,
} from '../../usecases/recompose-definition.ts';
import type { SaveOutside } from '../../usecases/save-outside.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { conflictJson, conflictWords } from '../compose/compose-report.ts';
import { jsonText } from '../json-text.ts';
import { printAsIs } from '../print-as-is.ts';
import { changeJson } from '../recipe/change-json.ts';

/** Options of `agents recompose`. */
interface RecomposeOptions {
  readonly dryRun: boolean;
  /** Whether the file holds the changes already, merged by hand. */
  readonly resolved: boolean;
  readonly json: boolean;
}

/**
 * `agents recompose`: a composed file with what its ingredients say now, and with what its user changed in it.
 *
 * What cannot be merged stays as it is; both versions of it go to a file beside, with markers.
 */
export async function recomposeFile(context: CommandContext, file: string, options: RecomposeOptions): Promise<number> {
  const path = context.absolute(file);
  const outside = { ...context, recipes: await context.openRecipes() };
  const plan = await recompose(outside, path);
  if (plan.kind === 'refused') {
    context.tell(`${visibleText(`${context.shown(path)}: ${plan.reason}`)}\n`);
    return ExitCode.Failed;
  }
  const contradictions = plan.kind === 'current' ? [] : plan.contradictions;
  if (!options.json) {
    for (const change of plan.changes) context.tell(`${changeWords(change, context.shown)}\n`);
    for (const conflict of contradictions) context.tell(`${conflictWords(conflict)}\n`);
  }
  const done =
    plan.kind === 'current'
      ? { code: ExitCode.Done, words: `${visibleText(context.shown(path))}: up to date` }
      : await carryOut(context, outside, plan, options);
  if (options.json) context.printExact(jsonText(recomposeJson(path, plan, done), 2));
  if (!options.json || done.code !== ExitCode.Done) context.tell(`${done.words}\n`);
  return done.code;
}

/** What was done, in a line and for scripts. */
interface Done {
  readonly code: number;
  readonly words: string;
  readonly written?: boolean;
  readonly backup?: string | null;
  /** The file with the markers. */
  readonly merge?: string;
}

async function carryOut(
  context: CommandContext,
  outside: SaveOutside,
  plan: RecomposedFile,
  { resolved, dryRun, json }: RecomposeOptions,
): Promise<Done> {
  const shown = visibleText(context.shown(plan.path));
  if (resolved) {
    const reason = dryRun ? null : await acceptRecomposed(outside, plan);
    if (reason !== null) return { code: ExitCode.Failed, words: `${shown}: ${reason}` };
    return { code: ExitCode.Done, words: `${shown} counts as updated: what it is made from says nothing else` };
  }
  if (dryRun) return preview(context, plan, json);
  return plan.kind === 'conflict' ? setConflictAside(context, plan) : write(context, outside, plan);
}

function preview(context: CommandContext, plan: RecomposedFile, json: boolean): Done {
  const shown = context.shown(plan.path);
  const text = mergedText(plan.chunks);
  const difference = unifiedDifference(shown.replaceAll('\\', '/'), plan.before.replace(/\r\n?/g, '\n'), text);
  if (!json) printAsIs(context, difference);
  if (plan.kind === 'merged') return { code: ExitCode.Done, words: `${visibleText(shown)} stays as it is` };
  return { code: ExitCode.Failed, words: `${visibleText(shown)}: ${conflictCount(plan)}` };
}

async function write(context: CommandContext, outside: SaveOutside, plan: RecomposedFile): Promise<Done> {
  const shown = visibleText(context.shown(plan.path));
  const outcome = await writeRecomposed(outside, plan, mergedText(plan.chunks));
  if (outcome.kind === 'failed') return { code: ExitCode.Failed, words: `${shown}: ${outcome.reason}` };
  if (outcome.kind === 'occupied')
    return { code: ExitCode.Failed, words: `${shown} has changed meanwhile: update it again` };
  if (outcome.warning !== null) context.tell(`${outcome.warning}\n`);
  const { backup, isUnchanged } = outcome;
  const kept = backup === null ? '' : `; the version before is in ${visibleText(context.shown(backup))}`;
  const words = isUnchanged ? `${shown} says all of it already: it counts as updated` : `Wrote ${shown}${kept}`;
  return { code: ExitCode.Done, words, written: !isUnchanged, backup };
}

/** A file with markers that is there already may be half resolved: it is left alone. */
async function setConflictAside({ program, files, shown }: CommandContext, plan: RecomposedFile): Promise<Done> {
  const aside = conflictPath(plan.path);
  const [name, merge] = [visibleText(shown(plan.path)), visibleText(shown(aside))];
  const text = mergedText(plan.chunks);
  const outcome = await files.write(aside, text, { kind: 'absent' });
  if (outcome.kind === 'failed') return { code: ExitCode.Failed, words: `${merge}: ${outcome.reason}` };
  const isOther = outcome.kind === 'occupied' && outcome.text !== text;
  const words = isOther
    ? `${name}: ${conflictCount(plan)}; ${merge} is there from before and stays: resolve it, or delete it and update again`
    : `${name}: ${conflictCount(plan)}, marked in ${merge} (no harness loads it): resolve them there, move it over ${name}, then run ${program} update ${name} --resolved`;
  return { code: ExitCode.Failed, words, merge: aside };
}

function conflictCount({ chunks }: RecomposedFile): string {
  const count = chunks.filter(({ kind }) => kind === 'conflict').length;
  return counted(count, 'conflict');
}

type Plan = Exclude<Awaited<ReturnType<typeof recompose>>, { kind: 'refused' }>;

/** The shape is public: fields may be added, never renamed or removed. */
function recomposeJson(
  path: string,
  plan: Plan,
  { written = false, backup = null, merge = null }: Omit<Done, 'merge'> & { readonly merge?: string | null },
): unknown {
  const chunks = plan.kind === 'current' ? [] : plan.chunks;
  return {
    schema: 1,
    path,
    outcome: plan.kind,
    written,
    backup,
    merge,
    changes: plan.changes.map(changeJson),
    contradictions: plan.kind === 'current' ? [] : plan.contradictions.map(conflictJson),
    conflicts: chunks.flatMap((chunk) =>
      chunk.kind === 'conflict' ? [{ yours: chunk.ours, picked: chunk.base, ingredients: chunk.theirs }] : [],
    ),
    text: chunks.length > 0 && !hasConflict(chunks) ? mergedText(chunks) : null,
  };
}
