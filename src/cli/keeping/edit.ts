import { fileName, folderOf } from '../../core/definition/file-name.ts';
import { fileStem } from '../../core/formats/converting/fitting-name.ts';
import { lintDefinition } from '../../core/lint/lint-definition.ts';
import { parseDefinition } from '../../core/reading/parse-definition.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { type KeepingOptions, keep, keepNothing } from './kept-changes.ts';
import { movedRecipe } from './moved-recipe.ts';
import { ownDefinitions } from './own-definitions.ts';

/** `agents edit`: the file of an agent in the user's editor, and what is wrong with it afterwards. */
export async function edit(
  context: CommandContext,
  reference: string,
  options: Pick<KeepingOptions, 'source'>,
): Promise<number> {
  const plain = { json: false, dryRun: false };
  const { own, problems } = await ownDefinitions(context, options.source, [reference], {
    done: 'edited',
    instead: `${context.program} copy makes one of your own`,
  });
  const [first] = own;
  if (!first) return keepNothing(context, 'edit', problems, plain);
  const { definition } = first;
  const { path } = definition;
  await (await context.openJournal()).note(path, null);
  const problem = await (await context.openEditor()).open(path);
  if (problem !== null) return keepNothing(context, 'edit', [problem], plain);
  const now = await context.files.read(path);
  if (now.kind === 'failed') return keepNothing(context, 'edit', [`${context.shown(path)}: ${now.reason}`], plain);
  const edited = { ...definition, ...parseDefinition(now.text, path) };
  tellProblems(context, edited);
  const ending = fileName(path).slice(definition.name.length);
  const wasCalledSo = fileName(path) === definition.name + ending && ending.startsWith('.');
  if (edited.name === definition.name || !wasCalledSo || fileStem(edited.name) !== edited.name) return ExitCode.Done;
  const to = `${folderOf(path)}/${edited.name}${ending}`;
  if (!(await agreesToRename(context, path, to))) return ExitCode.Done;
  const change = { kind: 'move', from: path, to, sha256: context.sha256(now.text) } as const;
  const told = { change, words: `Renamed ${context.shown(path)} to ${context.shown(to)}` };
  return keep(context, 'edit', [told], plain, () => movedRecipe(context, path, to));
}

function tellProblems(context: CommandContext, edited: Parameters<typeof lintDefinition>[0]): void {
  const found = lintDefinition(edited).filter(({ severity }) => severity !== 'info');
  for (const { line, column, message, code } of found)
    context.tell(`${visibleText(`${context.shown(edited.path)}:${line}:${column}: ${message}  ${code}`)}\n`);
  context.tell(
    `${visibleText(context.shown(edited.path))}: ${found.length === 0 ? 'no problems' : counted(found.length, 'problem')}\n`,
  );
}

/** Without anybody to ask the file stays as it is called. */
async function agreesToRename({ interactive, tell, inputLines, shown }: CommandContext, path: string, to: string) {
  tell(`${visibleText(`${shown(path)} is called by its old name`)}${interactive ? '' : '\n'}`);
  if (!interactive) return false;
  tell(`${visibleText(`; rename it to ${shown(to)}`)}? [y/N] `);
  for await (const line of inputLines()) return /^y(?:es)?$/i.test(line.trim());
  return false;
}
