import { composedDefinition, composeFile } from '../../core/compose/compose.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { ingredientPaths } from '../../core/recipe/refresh-draft.ts';
import { conflictsOf } from '../../core/settling/conflicts-of.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type SaveOutcome, saveDefinition } from '../../usecases/save-definition.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { printAsIs } from '../print-as-is.ts';
import {
  type Composition,
  compositionJson,
  compositionLedger,
  ledgerWords,
  repeatWords,
  unionWarnings,
} from './compose-report.ts';

/** How a composition is written. */
export interface WriteOptions {
  readonly dryRun: boolean;
  readonly force: boolean;
  /** Whether the file that a link leads to may be replaced. */
  readonly follow: boolean;
  readonly json: boolean;
  /** Whether to say what a union kept and dropped. */
  readonly union: boolean;
  /** Whether nothing is written where two passages contradict each other. */
  readonly failsOnConflict: boolean;
  /** Absolute path to write the recipe to as well, or `null`. */
  readonly recipe: string | null;
}

/**
 * Write a composition, or print it in a dry run and where standard output is meant, and tell what came of it.
 *
 * An existing file is replaced only with `force`, and then only the version that was there when it was looked at; a
 * backup of it is kept. One behind a link, which may lie in another collection or project, needs `follow` too.
 *
 * @returns The exit code.
 */
export async function writeComposition(
  context: CommandContext,
  composed: Omit<Composition, 'outcome'>,
  options: WriteOptions,
): Promise<number> {
  const { draft, path } = composed;
  const isMeant = options.force && !options.dryRun;
  if (isMeant && ingredientPaths(draft).includes(path)) context.tell(`${ownIngredientWords(context, path)}\n`);
  const outcome = await outcomeOf(context, composed, options);
  const isWritten = outcome?.kind === 'written';
  const warning = isWritten ? outcome.warning : null;
  const warnings = [...composed.warnings, ...unionWarnings(composed), ...(warning === null ? [] : [warning])];
  const reason = isWritten && options.recipe !== null ? await writeRecipe(context, draft, path, options) : null;
  report(context, { ...composed, outcome, warnings }, options);
  if (reason !== null) context.tell(`${reason}\n`);
  return (outcome === null || isWritten) && reason === null ? ExitCode.Done : ExitCode.Failed;
}

function ownIngredientWords({ shown }: CommandContext, path: string): string {
  return `${visibleText(shown(path))} is one of the agents it is made from: once that is written over, what was taken from it stands in its recipe alone`;
}

/** `null` where what can be written is only printed. */
async function outcomeOf(
  context: CommandContext,
  composed: Omit<Composition, 'outcome'>,
  { dryRun, failsOnConflict, ...may }: WriteOptions,
): Promise<SaveOutcome | null> {
  const conflicts = failsOnConflict ? conflictsOf(composed.draft.picks).length : 0;
  if (conflicts > 0) return { kind: 'invalid', reason: `${counted(conflicts, 'conflict')}, nothing is written` };
  if (!dryRun && composed.path !== '-') return save(context, composed, may);
  const { refusal } = composedDefinition(composed.draft);
  return refusal === null ? null : { kind: 'invalid', reason: refusal };
}

async function save(
  context: CommandContext,
  { draft, path, within }: Omit<Composition, 'outcome'>,
  may: MayReplace,
): Promise<SaveOutcome> {
  const outside = { ...context, recipes: await context.openRecipes() };
  const outcome = await saveDefinition(outside, draft, path, { kind: 'absent' }, within);
  if (outcome.kind !== 'occupied' || !mayReplace(outcome, may)) return outcome;
  return saveDefinition(outside, draft, path, { kind: 'version', sha256: outcome.sha256 }, within);
}

type Occupied = Extract<SaveOutcome, { kind: 'occupied' }>;
type MayReplace = Pick<WriteOptions, 'force' | 'follow'>;

const mayReplace = ({ leadsTo }: Occupied, { force, follow }: MayReplace): boolean =>
  force && (follow || leadsTo === undefined);

function occupiedWords({ shown }: CommandContext, { path, leadsTo }: Occupied): string {
  if (leadsTo === undefined) return `${visibleText(shown(path))} exists; --force replaces it and keeps a backup`;
  const [link, file] = [visibleText(shown(path)), visibleText(shown(leadsTo))];
  return `${link} leads to ${file}; --force --follow changes that and keeps a backup`;
}

/** Why the recipe could not be written where it was asked for, in a line, or `null`. */
async function writeRecipe(
  context: CommandContext,
  draft: Draft,
  target: string,
  { recipe, ...may }: WriteOptions,
): Promise<string | null> {
  const { files, sha256, shown, openRecipes, openBackups } = context;
  const path = recipe ?? '';
  const recipes = await openRecipes();
  const text = await recipes.textFor({ target, sha256: sha256(composeFile(draft)), draft }, path);
  let outcome = await files.write(path, text, { kind: 'absent' });
  if (outcome.kind === 'occupied' && (mayReplace(outcome, may) || outcome.text === text))
    outcome = await files.write(path, text, {
      kind: 'version',
      sha256: outcome.sha256,
      backups: await openBackups(),
    });
  if (outcome.kind === 'occupied') return occupiedWords(context, outcome);
  return outcome.kind === 'failed' ? `${visibleText(shown(path))}: ${outcome.reason}` : null;
}

function report(context: CommandContext, composition: Composition, { json, union }: WriteOptions): void {
  const { draft, path, outcome, warnings } = composition;
  const shown = visibleText(context.shown(path));
  if (!json) for (const warning of warnings) context.tell(`${warning}\n`);
  if (union && !json) {
    const repeats = repeatWords(composition);
    context.tell(`${ledgerWords(compositionLedger(composition))}\n${repeats === null ? '' : `${repeats}\n`}`);
  }
  if (outcome?.kind === 'occupied') context.tell(`${occupiedWords(context, outcome)}\n`);
  else if (outcome?.kind === 'failed' || outcome?.kind === 'invalid') context.tell(`${shown}: ${outcome.reason}\n`);
  if (json) {
    context.printExact(jsonText(compositionJson(context, composition), 2));
  } else if (outcome === null) {
    const text = composeFile(draft);
    printAsIs(context, text);
  } else if (outcome.kind === 'written') {
    const backup =
      outcome.backup === null ? '' : `; the version before is in ${visibleText(context.shown(outcome.backup))}`;
    context.tell(outcome.isUnchanged ? `${shown} says just that already\n` : `Wrote ${shown}${backup}\n`);
  }
}
