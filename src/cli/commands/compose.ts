import type { AgentDefinition } from '../../core/agent-definition.ts';
import { composeFile } from '../../core/compose.ts';
import { type Draft, type DraftFields, type Pick, pickOf, pickOfBody } from '../../core/draft.ts';
import { resolveSection, splitPick } from '../../core/reference.ts';
import { flattenSections } from '../../core/section-text.ts';
import { splitSections } from '../../core/sections/split-sections.ts';
import { suggestedFields } from '../../core/suggested-fields.ts';
import { draftProblem } from '../../core/validate-draft.ts';
import { visibleText } from '../../core/visible-text.ts';
import { type SaveOutcome, saveDefinition } from '../../usecases/save-definition.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';
import { sectionProblem } from '../section-problem.ts';
import { usageError } from '../usage-error.ts';
import { visibleBlock } from '../visible-block.ts';

/** Options of `agents compose`; a field that is `undefined` is suggested by the ingredients. */
interface ComposeOptions {
  readonly source: readonly string[];
  readonly name: string;
  readonly description: string | undefined;
  readonly tools: string | undefined;
  readonly model: string | undefined;
  readonly color: string | undefined;
  readonly output: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

/**
 * `agents compose`: a new definition out of sections of others, in the order they are named.
 *
 * Nothing is written if any pick is not found. An existing file is replaced only with `--force`, and then only the
 * version that was there when the command looked; a backup of it is kept.
 */
export async function compose(
  context: CommandContext,
  references: readonly string[],
  options: ComposeOptions,
): Promise<number> {
  const { picks, ingredients, problems } = await resolvePicks(context, references, options.source);
  for (const problem of problems) context.tell(`${problem}\n`);
  if (problems.length > 0) return ExitCode.Failed;
  const { fields, warnings } = fieldsOf(ingredients, options);
  const draft: Draft = { picks, fields };
  const invalid = draftProblem(draft);
  if (invalid !== null) throw usageError(invalid);
  const path = context.absolute(options.output.endsWith('/') ? `${options.output}${fields.name}.md` : options.output);
  const outcome = options.dryRun ? null : await save(context, draft, path, options.force);
  if (!options.json) for (const warning of warnings) context.tell(`${warning}\n`);
  report(context, draft, path, outcome, warnings, options.json);
  return outcome === null || outcome.kind === 'written' ? ExitCode.Done : ExitCode.Failed;
}

interface ResolvedPicks {
  readonly picks: readonly Pick[];
  /** The definitions picked from, each once. */
  readonly ingredients: readonly AgentDefinition[];
  readonly problems: readonly string[];
}

async function resolvePicks(
  context: CommandContext,
  references: readonly string[],
  folders: readonly string[],
): Promise<ResolvedPicks> {
  const wanted = references.map((reference) => {
    const pick = splitPick(reference);
    if (pick) return pick;
    throw usageError(`${visibleText(reference)} names no section: write REF#section-id, or REF#* for the whole body`);
  });
  const found = await findDefinitions(
    context,
    folders,
    wanted.map(({ reference }) => reference),
  );
  const resolved = wanted.flatMap(({ reference, section }) => {
    const definition = found.byReference.get(reference);
    return definition ? [pickIn(definition, section)] : [];
  });
  return {
    picks: resolved.filter((pick) => typeof pick !== 'string'),
    ingredients: found.definitions,
    problems: [...found.problems, ...resolved.filter((pick) => typeof pick === 'string')],
  };
}

/** The pick, or what is wrong with it. */
function pickIn(definition: AgentDefinition, id: string): Pick | string {
  if (id === '*') return pickOfBody(definition);
  const sections = splitSections(definition.body, definition.bodyLine);
  const resolution = resolveSection(sections, id);
  if (resolution.kind === 'found') return pickOf(definition, resolution.found);
  return sectionProblem(definition.name, id, resolution, flattenSections(sections));
}

/** What the command line says, and for the rest what the ingredients suggest, with a word on each choice made so. */
function fieldsOf(
  ingredients: readonly AgentDefinition[],
  options: ComposeOptions,
): { readonly fields: DraftFields; readonly warnings: readonly string[] } {
  const suggested = suggestedFields(ingredients);
  const { name, description = suggested.description, tools = suggested.tools } = options;
  const { model = suggested.model, color = suggested.color } = options;
  const from = ingredients[0]?.name ?? '';
  const warnings = [
    options.description === undefined && `The description is that of ${visibleText(from)}; --description sets another`,
    options.tools === undefined && toolsWarning(ingredients, tools),
    options.model === undefined && differing(ingredients, 'model'),
    options.color === undefined && differing(ingredients, 'color'),
  ].filter((warning) => typeof warning === 'string');
  return { fields: { name, description, tools, model, color }, warnings };
}

function toolsWarning(ingredients: readonly AgentDefinition[], tools: string): string | null {
  const distinct = new Set(ingredients.map((definition) => JSON.stringify(definition.tools)));
  if (distinct.size < 2) return null;
  const granted =
    tools === '' ? 'all tools, which is more than one of them has' : `the tools of all: ${visibleText(tools)}`;
  return `The ingredients differ in tools; the composition gets ${granted}. --tools sets others`;
}

function differing(ingredients: readonly AgentDefinition[], field: 'model' | 'color'): string | null {
  const stated = new Set(ingredients.map((definition) => definition[field]).filter((value) => value !== null));
  if (stated.size < 2) return null;
  return `The ingredients differ in ${field} (${[...stated].map(visibleText).join(', ')}); none is stated. --${field} sets one`;
}

async function save(context: CommandContext, draft: Draft, path: string, force: boolean): Promise<SaveOutcome> {
  const outcome = await saveDefinition(context.files, draft, path, { kind: 'absent' });
  if (outcome.kind !== 'occupied' || !force) return outcome;
  return saveDefinition(context.files, draft, path, { kind: 'version', sha256: outcome.sha256 });
}

function report(
  context: CommandContext,
  draft: Draft,
  path: string,
  outcome: SaveOutcome | null,
  warnings: readonly string[],
  json: boolean,
): void {
  const shown = visibleText(context.shown(path));
  if (outcome?.kind === 'occupied') context.tell(`${shown} exists; --force replaces it and keeps a backup\n`);
  else if (outcome?.kind === 'failed' || outcome?.kind === 'invalid') context.tell(`${shown}: ${outcome.reason}\n`);
  if (json) {
    context.print(`${JSON.stringify(composeJson(context, draft, path, outcome, warnings), null, 2)}\n`);
  } else if (outcome === null) {
    const text = composeFile(draft);
    context.print(context.columns === null ? text : visibleBlock(text));
  } else if (outcome.kind === 'written') {
    const backup =
      outcome.backup === null ? '' : `; the version before is in ${visibleText(context.shown(outcome.backup))}`;
    context.tell(`Wrote ${shown}${backup}\n`);
  }
}

function composeJson(
  context: CommandContext,
  draft: Draft,
  path: string,
  outcome: SaveOutcome | null,
  warnings: readonly string[],
): unknown {
  return {
    schema: 1,
    path,
    written: outcome?.kind === 'written',
    name: draft.fields.name,
    picks: draft.picks.map(({ definition, section, text }) => ({
      agent: definition,
      section,
      sha256: context.sha256(text),
    })),
    dropped: [],
    warnings,
    ...(outcome === null && { text: composeFile(draft) }),
    ...(outcome?.kind === 'written' && { backup: outcome.backup }),
  };
}
