import { lineIndex } from '../../core/lint/line-index.ts';
import { unifiedDifference } from '../../core/rendering/unified-difference.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CarriedOut, carryOutRename } from '../../usecases/carry-out-rename.ts';
import { planRename, type RenamedFile, type RenamePlan } from '../../usecases/plan-rename.ts';
import { agreesToWrite } from '../agrees-to-write.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';
import { foldersOf } from '../find-targets.ts';
import { jsonText } from '../json-text.ts';
import { followed } from '../keeping/installed.ts';
import { isTaken, whyReadOnly } from '../keeping/own-definitions.ts';
import { sourcesOf } from '../known-sources.ts';
import { openLibrary } from '../open-library.ts';
import { printAsIs } from '../print-as-is.ts';

/** Options of `agents rename`. */
interface RenameOptions {
  readonly source: readonly string[];
  readonly dryRun: boolean;
  readonly json: boolean;
}

/**
 * `agents rename`: give an agent another name, with its file and all that speaks of it. On a terminal the difference is
 * shown and asked about first.
 */
export async function rename(
  context: CommandContext,
  reference: string,
  to: string,
  options: RenameOptions,
): Promise<number> {
  const { definitions: found, problems } = await findDefinitions(context, options.source, [reference]);
  for (const problem of problems) context.tell(`${problem}\n`);
  const [definition] = found;
  if (!definition) return ExitCode.Failed;
  const { definitions, others } = await openLibrary(context, options.source);
  const readOnly = isTaken(context, definition.path) ? whyReadOnly(context, definition) : null;
  if (readOnly !== null) {
    context.tell(`${visibleText(`${definition.name} ${readOnly}; ${context.program} copy makes one of your own`)}\n`);
    return ExitCode.Failed;
  }
  // What speaks of it there is not the user's to be changed.
  const known = [...definitions, ...others].filter(({ path }) => !isTaken(context, path));
  const planned = planRename(known, definition, to);
  if (planned.kind === 'refused') {
    context.tell(`${visibleText(`${reference} is not renamed: ${planned.reason}`)}\n`);
    return ExitCode.Failed;
  }
  const { plan } = planned;
  const isAsked = context.interactive && !options.json && !options.dryRun;
  if (!options.json && (options.dryRun || isAsked)) printAsIs(context, difference(context, plan));
  const isMeant = !options.dryRun && (!isAsked || (await agreesToWrite(context, plan.files.length)));
  if (!isMeant && isAsked) context.tell('Nothing written\n');
  const foundIn = foldersOf(known, await sourcesOf(context, options.source));
  const done = isMeant ? await carryOut(context, plan, foundIn) : null;
  if (done !== null) tellOf(context, done);
  if (options.json) context.printExact(jsonText(renameJson(plan, done), 2));
  return done?.outcomes.every(({ problem }) => problem === null) === false ? ExitCode.Failed : ExitCode.Done;
}

async function carryOut(
  context: CommandContext,
  plan: RenamePlan,
  foundIn: ReadonlyMap<string, string>,
): Promise<CarriedOut> {
  const outside = { ...context, recipes: await context.openRecipes() };
  const done = await carryOutRename(outside, plan, foundIn, await context.openBackups());
  const [own] = done.outcomes;
  const isMoved = own?.problem === null && own.file.path !== own.file.newPath;
  const problem = isMoved ? await followed(context, own.file.path, own.file.newPath) : null;
  return problem === null ? done : { ...done, warnings: [...done.warnings, problem] };
}

function difference({ shown }: CommandContext, { files }: RenamePlan): string {
  return files
    .map(({ path, newPath, before, after }) => {
      const moved = path === newPath ? '' : `rename ${shown(path)} => ${shown(newPath)}\n`;
      return moved + unifiedDifference(shown(path).replaceAll('\\', '/'), before, after);
    })
    .join('');
}

function tellOf({ tell, shown }: CommandContext, { outcomes, warnings }: CarriedOut): void {
  for (const { file, problem, backup } of outcomes) {
    const { path, newPath, mentions } = file;
    const name = visibleText(shown(path));
    const moved = path === newPath ? '' : ` => ${visibleText(shown(newPath))}`;
    const words = mentions.length === 0 ? '' : `  ${counted(mentions.length, 'mention')}`;
    const kept = backup === null ? '' : `; the version before is in ${visibleText(shown(backup))}`;
    tell(problem === null ? `${name}${moved}${words}${kept}\n` : `${name}: not written, ${visibleText(problem)}\n`);
  }
  for (const warning of warnings) tell(`${visibleText(warning)}\n`);
}

/** The shape is public: fields may be added, never renamed or removed. */
function renameJson({ definition, to, files: [own, ...others] }: RenamePlan, done: CarriedOut | null): unknown {
  const isDone = done?.outcomes.every(({ problem }) => problem === null) ?? false;
  return {
    schema: 1,
    action: 'rename',
    done: isDone,
    from: definition.name,
    to,
    path: own.path,
    newPath: own.newPath,
    mentions: [own, ...others].flatMap(mentionsJson),
    problems:
      done?.outcomes.flatMap(({ file, problem }) => (problem === null ? [] : [{ path: file.path, problem }])) ?? [],
  };
}

function mentionsJson({ path, before, mentions }: RenamedFile): readonly unknown[] {
  const lines = lineIndex(before);
  return mentions.map(({ from, to }) => ({ path, ...lines.placeAt(from), text: before.slice(from, to) }));
}
