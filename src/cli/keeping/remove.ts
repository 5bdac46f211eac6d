import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { isAskedFirst } from '../agrees-to-write.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { usageError } from '../usage-error.ts';
import { followed } from './installed.ts';
import { type KeepingOptions, keep, keepNothing } from './kept-changes.ts';
import { type OwnDefinition, ownDefinitions } from './own-definitions.ts';

/** Options of `agents remove`. */
interface RemoveOptions extends KeepingOptions {
  readonly yes: boolean;
}

/** `agents remove`: files of agents, which `agents undo` brings back; of a link the link alone. */
export async function remove(
  context: CommandContext,
  references: readonly string[],
  options: RemoveOptions,
): Promise<number> {
  const { own, problems } = await ownDefinitions(context, options.source, references, {
    done: 'removed',
    instead: `${context.program} disable hides it`,
  });
  if (problems.length > 0) return keepNothing(context, 'remove', problems, options);
  if (!options.dryRun && !options.yes && !(await agreesToRemove(context, own, options))) {
    context.tell('Nothing removed\n');
    return ExitCode.Done;
  }
  const changes = own.map(({ definition: { name, path }, sha256 }) => ({
    change: { kind: 'remove', from: path, to: null, sha256 } as const,
    words: `Removed ${name} (${context.shown(path)}); ${context.program} undo brings it back`,
  }));
  return keep(context, 'remove', changes, options, async () => {
    const recipes = await context.openRecipes();
    const problem = await Promise.all(own.map(({ definition }) => recipes.remove(definition.path)));
    const first = problem.find((one) => one !== null);
    if (first !== undefined) return first;
    for (const { definition } of own) {
      const left = await followed(context, definition.path, null);
      if (left !== null) return left;
    }
    return null;
  });
}

/**
 * Ask whether files are to go; no answer is no.
 *
 * @throws A usage error where nobody can be asked.
 */
export async function agreesToRemove(
  context: CommandContext,
  own: readonly OwnDefinition[],
  { json }: Pick<RemoveOptions, 'json'>,
): Promise<boolean> {
  const { interactive, tell, shown, inputLines } = context;
  if (!(await isAskedFirst(context))) return true;
  if (!interactive || json) throw usageError('Nobody can be asked here: --yes removes without asking');
  for (const { definition } of own) tell(`${visibleText(`${definition.name}  ${shown(definition.path)}`)}\n`);
  tell(`Remove ${own.length === 1 ? 'it' : counted(own.length, 'agent')}? [y/N] `);
  for await (const line of inputLines()) return /^y(?:es)?$/i.test(line.trim());
  return false;
}
