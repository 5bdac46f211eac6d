import type { Format } from '../../core/agent-definition.ts';
import { composedDefinition, composeFile } from '../../core/compose.ts';
import type { Draft } from '../../core/draft.ts';
import { draftProblem } from '../../core/validate-draft.ts';
import { visibleText } from '../../core/visible-text.ts';
import { type SaveOutcome, saveDefinition } from '../../usecases/save-definition.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { composedFields, type FieldOptions } from '../compose/compose-fields.ts';
import { resolvePicks } from '../compose/compose-picks.ts';
import { type Composition, compositionJson, compositionLedger, ledgerWords } from '../compose/compose-report.ts';
import { usageError } from '../usage-error.ts';
import { visibleBlock } from '../visible-block.ts';

/** Options of `agents compose`. */
interface ComposeOptions extends FieldOptions {
  readonly source: readonly string[];
  readonly output: string;
  readonly to: Format;
  readonly union: boolean;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

/**
 * `agents compose`: a new definition out of sections of others, in the order they are named, or with `--union` topic by
 * topic as one.
 *
 * Nothing is written if any pick is not found. An existing file is replaced only with `--force`, and then only the
 * version that was there when the command looked; a backup of it is kept.
 */
export async function compose(
  context: CommandContext,
  references: readonly string[],
  options: ComposeOptions,
): Promise<number> {
  const { picks, ingredients, problems } = await resolvePicks(context, references, options.source, options.union);
  for (const problem of problems) context.tell(`${problem}\n`);
  if (problems.length > 0) return ExitCode.Failed;
  const { fields, carried, warnings, problem } = composedFields(ingredients, options);
  const draft: Draft = { picks, fields, carried, format: options.to, from: ingredients.map(({ id }) => id) };
  const invalid = problem ?? draftProblem(draft);
  if (invalid !== null) throw usageError(invalid);
  const { fileName, warnings: untranslated } = composedDefinition(draft);
  const path = context.absolute(options.output.endsWith('/') ? options.output + fileName : options.output);
  const outcome = options.dryRun ? null : await save(context, draft, path, options.force);
  report(
    context,
    { draft, ingredients, path, outcome, warnings: [...warnings, ...untranslated.map(visibleText)] },
    options,
  );
  return outcome === null || outcome.kind === 'written' ? ExitCode.Done : ExitCode.Failed;
}

async function save(context: CommandContext, draft: Draft, path: string, force: boolean): Promise<SaveOutcome> {
  const outside = { ...context, recipes: await context.openRecipes() };
  const outcome = await saveDefinition(outside, draft, path, { kind: 'absent' });
  if (outcome.kind !== 'occupied' || !force) return outcome;
  return saveDefinition(outside, draft, path, { kind: 'version', sha256: outcome.sha256 });
}

function report(context: CommandContext, composition: Composition, { json, union }: ComposeOptions): void {
  const { draft, path, outcome, warnings } = composition;
  const shown = visibleText(context.shown(path));
  if (!json) for (const warning of warnings) context.tell(`${warning}\n`);
  if (union && !json) context.tell(`${ledgerWords(compositionLedger(composition))}\n`);
  if (outcome?.kind === 'occupied') context.tell(`${shown} exists; --force replaces it and keeps a backup\n`);
  else if (outcome?.kind === 'failed' || outcome?.kind === 'invalid') context.tell(`${shown}: ${outcome.reason}\n`);
  if (json) {
    context.print(`${JSON.stringify(compositionJson(context, composition), null, 2)}\n`);
  } else if (outcome === null) {
    const text = composeFile(draft);
    context.print(context.columns === null ? text : visibleBlock(text));
  } else if (outcome.kind === 'written') {
    const backup =
      outcome.backup === null ? '' : `; the version before is in ${visibleText(context.shown(outcome.backup))}`;
    context.tell(`Wrote ${shown}${backup}\n`);
  }
}
